"""Changes since an earlier programme: marked in the organization of work, and as a list of sentences."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TypeAlias

from pendulum import Date

from wgsched.annexes.layouts import masthead
from wgsched.annexes.layouts.organization_of_work import columns, headline
from wgsched.annexes.layouts.sheet import Sheet, opening_iso
from wgsched.annexes.pages import Block, Cell, Heading, Pages, Paragraph, Revised, Row, Run, Style, Table
from wgsched.checking import compare
from wgsched.checking.comparison import sentences
from wgsched.model import Language, Meeting, Programme

PrintedMeeting: TypeAlias = tuple[Sheet, Meeting]
"""A meeting, as one of the two programmes prints it."""
MARKS = {None: "", Revised.INSERTED: "+", Revised.DELETED: "-"}


def pages(
    programme: Programme, language: Language, *, since: Programme, fill: Language | None = None, marks: bool = False
) -> Pages:
    """Return what has changed from the programme ``since`` to this one; with ``marks`` the annex, marked, alone."""
    before, after = Sheet.of(since, language, fill), Sheet.of(programme, language, fill)
    table = _table(before, after)
    if marks:
        title = headline(after)
        return after.pages(title, (*masthead.of_paper(after), Heading(title), table))
    heading = after.words.phrase("changes")
    return after.pages(heading, [*_list(since, programme, after), Heading(headline(after), level=2), table])


def _list(since: Programme, programme: Programme, after: Sheet) -> list[Block]:
    """Return the heading, as what the document was issued, and a sentence for each change."""
    words = after.words
    heading = words.phrase("changes")
    issue = after.issue
    issued = [issue.symbol, words.date(issue.date, year=True, weekday=False)] if issue else []
    blocks: list[Block] = [Heading(heading)]
    if issued:
        blocks.append(Paragraph(words.phrase("clause-separator").join(issued), Style.CENTERED))
    blocks += [
        Paragraph(sentence, Style.LIST, label=f"{words.number(number)}.")
        for number, (_, sentence) in enumerate(sentences(compare(since, programme), words), 1)
    ] or [Paragraph(words.phrase("no-changes"))]
    return blocks


def _table(before: Sheet, after: Sheet) -> Table:
    several = len({forum.key for sheet in (before, after) for forum in sheet.forums}) > 1
    names, widths = columns(several=several)
    rows = tuple(_rows(before, after, several=several))
    return Table(header=after.header(names), rows=rows, widths=widths)


def _rows(before: Sheet, after: Sheet, *, several: bool) -> Iterator[Row]:
    old = {(each.date, each.key): (before, each) for each in before.meetings}
    new = {(each.date, each.key): (after, each) for each in after.meetings}
    everything = {**old, **new}
    last: Date | None = None
    for place in sorted(everything, key=lambda place: (everything[place][1].opens, place)):
        if place[0] != last:
            last = place[0]
            yield Row((Cell(after.day(last), colspan=4 if several else 3, iso=last.isoformat()),), band=True)
        yield from _meeting(everything[place], old.get(place), new.get(place), several=several)


def _meeting(
    shown: PrintedMeeting, old: PrintedMeeting | None, new: PrintedMeeting | None, *, several: bool
) -> Iterator[Row]:
    sheet, meeting = shown
    hours, rows = zip(*(_texts(each) for each in (old, new)), strict=True)
    marked = list(_marked(*rows))
    whole = None if old and new else Revised.INSERTED if new else Revised.DELETED
    forum = Cell(Run(sheet.track(meeting.forum), change=whole), rowspan=len(marked))
    before = (Cell(_words(*hours), rowspan=len(marked), iso=opening_iso(meeting)), *(forum,) * several)
    for number, (change, label, title) in enumerate(marked):
        cells = (Cell(Run(label, change=change)) if label else Cell(), Cell(Run(title, change=change)))
        record = {
            "date": meeting.date.isoformat(),
            "change": MARKS[change],
            "meeting": meeting.key,
            "item": label,
            "title": title,
        }
        yield Row((*before, *cells) if number == 0 else cells, record=record)


def _texts(printed: PrintedMeeting | None) -> tuple[str, list[tuple[str, str]]]:
    """Return the hours of a meeting, and the label and the title of each of its rows."""
    if printed is None:
        return "", []
    sheet, meeting = printed
    rows = [(sheet.label(row), sheet.title(row)) for row in sheet.programme.rows(meeting)]
    return sheet.hours(meeting), rows


def _words(old: str, new: str) -> tuple[Run, ...]:
    """Return words as they were, deleted, and as they are, inserted; plain when they are the same."""
    if old == new:
        return (Run(new),)
    if old and new:
        return (Run(old, change=Revised.DELETED), Run("\n"), Run(new, change=Revised.INSERTED))
    return (Run(old, change=Revised.DELETED),) if old else (Run(new, change=Revised.INSERTED),)


def _marked(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> Iterator[tuple[Revised | None, str, str]]:
    for kind, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from ((None, *row) for row in after[c:d])
            continue
        yield from ((Revised.DELETED, *row) for row in before[a:b])
        yield from ((Revised.INSERTED, *row) for row in after[c:d])
