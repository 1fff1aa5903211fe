"""Programme files of wgsched: their head, agenda and rows in the original language, as a paper would say them."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.errors import BadInput, Fault, UnknownName
from wgsched.languages import lexicon
from wgsched.model import AgendaItem, Consideration, Meeting, Programme
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock, records_table
from wgsched.reading.grammar.words import words_of

HEADS = ("date", "opens", "closes", "kind", "item", "title", "continued", "forum", "room")


def paper_of(programme: Programme, file: str) -> Paper:
    """Return a programme as a paper.

    Raises:
        BadInput: its language is not known.
    """
    session = programme.session
    try:
        words = lexicon(session.original, session)
    except UnknownName as unknown:
        raise BadInput(Fault(str(unknown), file)) from None
    properties = {
        "body": words.text(session.body.title), "symbol": session.symbol, "zone": session.zone,
        "language": session.original,
    }  # fmt: skip
    blocks: list[ParagraphBlock | TableBlock] = [*_head(programme), *_agenda(programme), _rows(programme)]
    return Paper(file, "schedule", tuple(blocks), {name: text for name, text in properties.items() if text})


def _head(programme: Programme) -> Iterator[ParagraphBlock]:
    days, place = programme.session.days, programme.session.place.key
    first, last = (f"{day.day} {day:%B %Y}" for day in (days[0], days[-1]))
    span = first if len(days) == 1 else f"{days[0].day} {days[0]:%B} - {last}"
    yield ParagraphBlock(f"{place}, {span}" if place else span, "the days")


def _agenda(programme: Programme) -> Iterator[ParagraphBlock]:
    session = programme.session
    numbered = [item for item in session.agenda if item.number]
    if numbered:
        heading = str(words_of(session.original).data["sections"]["agenda"][0])
        yield ParagraphBlock(heading, "the agenda", heading=1)
    for item in numbered:
        yield ParagraphBlock(_title(programme, item), f"item {item.number}", label=str(item.number))


def _rows(programme: Programme) -> TableBlock:
    records = (
        (f"row {number}, {row.meeting}", _record(programme, row, programme.meeting(row.meeting)))
        for number, row in enumerate(programme.considerations, start=1)
    )
    return records_table("the rows", HEADS, records)


def _record(programme: Programme, row: Consideration, meeting: Meeting) -> tuple[str, ...]:
    """Return the values of a row; of an entry, the number of the item that it belongs to."""
    session, items = programme.session, programme.items(row)
    words = lexicon(session.original, session)
    forum = words.forum_name(session.forum(meeting.forum)) if len(session.forums) > 1 else ""
    return (
        meeting.date.isoformat(), f"{meeting.opens:%Y-%m-%dT%H:%M}", f"{meeting.closes:%Y-%m-%dT%H:%M}",
        "item" if items[0].number else "entry", "; ".join(str(item.number or "") for item in items),
        "; ".join(_title(programme, item) for item in items), str(programme.continued(row)).lower(), forum,
        meeting.room or "",
    )  # fmt: skip


def _title(programme: Programme, item: AgendaItem) -> str:
    session = programme.session
    return lexicon(session.original, session, fill=next(iter(item.title), None)).title(item)
