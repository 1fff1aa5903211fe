"""What is odd in a published paper: each finding a sentence, with the place where it stands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from wgsched.checking import compare
from wgsched.errors import BadInput
from wgsched.files import programme_of_rows
from wgsched.files.sessions import content_of, session_from
from wgsched.model import Programme
from wgsched.reading.account import Account, Fate, shortened
from wgsched.reading.assembly.dating import agreeing_years
from wgsched.reading.assembly.facts import Facts, ReadRow, ReadSitting
from wgsched.reading.assembly.items import above_it, parent_of
from wgsched.reading.assembly.paper import gathered
from wgsched.reading.blocks import Paper
from wgsched.reading.carriers import carried
from wgsched.reading.grammar.days import WrittenDay, read_day
from wgsched.reading.grammar.hours import read_hours
from wgsched.reading.grammar.lengths import read_minutes
from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists, words_of
from wgsched.reading.into import rows_of_papers
from wgsched.reading.reading import reading_of

LONGEST = 180
"""Minutes that a team of interpreters serves at a time."""

PAUSE = 90
"""Minutes between two meetings that the same people serve."""

COFFEE = 20
"""Minutes of a pause within a meeting."""

LAST = frozenset({"other-matters", "closure"})
"""Roles of items that may stand after the report."""

ANYWHERE = "UTC"
LONGEST_LINE = 120
_YEAR = re.compile(r"[^\W\d_]{3}[.,]? (\d{4})\W*$")
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]{2,20})[)）\]]")


@dataclass(frozen=True)
class Oddity:
    """What is odd, and where it stands; the place is empty where it is about the whole paper."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


def lint_paper(
    *paths: str | os.PathLike[str],
    against: str | os.PathLike[str] | None = None,
    language: str | None = None,
    year: int | None = None,
    days: str | None = None,
) -> tuple[Oddity, ...]:
    """Return what is odd in papers on one session, and with ``against`` how they differ from its session file.

    What a paper does not say, such as its year, is no finding; it is then read as in a year that its weekdays allow.

    Raises:
        BadInput: a file cannot be read, or holds no agenda and no programme.
    """
    papers = [carried(content_of(path), str(path)) for path in paths]
    oddities: list[Oddity] = []
    known = None
    if against is not None:
        known = programme_of_rows(session_from(content_of(against), str(against)), unfinished=True)
        year = year or known.session.days[0].year
    facts, words, _ = gathered(papers, Account(), language=language)
    fitting = agreeing_years(facts)
    if not fitting:
        oddities.append(Oddity("", "the weekdays agree with the dates in no year from 1990 to 2050"))
    oddities += [*_impossible_years(papers, words), *_order_of_days(facts)]
    year = year or _year(facts, fitting)
    reading = reading_of(papers, language=language, year=year, place=ANYWHERE, body="?", days=days)
    oddities += [Oddity(entry.place, str(replace(entry, place=""))) for entry in reading.account.of(Fate.REFUSED)]
    oddities += [*_marks(reading.facts), *_agenda(reading.facts), *_meetings(reading.facts), *_minutes(reading.facts)]
    if known is not None:
        oddities += _differences(papers, known, language)
    return tuple(dict.fromkeys(oddities))


def _impossible_years(papers: Sequence[Paper], words: WordLists) -> Iterator[Oddity]:
    """Yield years beside days that cannot be that of a session."""
    for block in (block for paper in papers for block in paper.texts()):
        day = read_day(block.text, words) if len(block.text) < LONGEST_LINE else None
        year = _YEAR.search(block.text) if day is not None and day.dated and not day.year else None
        if year and read_hours(year[1], words) is None:
            yield Oddity(block.place, f"{year[1]} cannot be the year")


def _order_of_days(facts: Facts) -> Iterator[Oddity]:
    """Yield days that stand below later ones, where the paper is of one forum."""
    days = [(each.place, each.written) for each in facts.sittings if isinstance(each.written, WrittenDay)]
    dated = [(place, day) for place, day in days if day.dated and not day.year]
    forums = {each.forum or each.room for each in facts.sittings}
    for (_, before), (place, day) in pairwise(dated) if len(forums) < 2 else ():
        same_month = day.month == before.month
        if same_month and (day.day or 0) < (before.day or 0):
            yield Oddity(place, f"day {day.day} is listed after day {before.day} of the month")


def _year(facts: Facts, fitting: Sequence[int]) -> int | None:
    """Return a year in which the weekdays are right, if the paper names none; one that it names elsewhere first."""
    written = [each.written for each in facts.sittings if isinstance(each.written, WrittenDay)]
    header = facts.header_days
    ends = (header, header.last) if header else ()
    if any(each.year for each in written) or any(each and each.year for each in ends):
        return None
    return next((year for year in fitting if year in facts.years), fitting[0] if fitting else 2000)


def _title(row: ReadRow, facts: Facts) -> str:
    number = row.numbers[0] if row.numbers else ""
    said = f"“{shortened(row.title or facts.item_of(row).title)}”"
    return f"item {number}, {said}," if number else said


def _rows(facts: Facts) -> Iterator[tuple[ReadSitting, ReadRow]]:
    for sitting in sorted(facts.sittings, key=lambda each: (str(each.day), each.opens)):
        yield from ((sitting, row) for row in sitting.rows)


def _marks(facts: Facts) -> Iterator[Oddity]:
    """Yield marks that are missing, and those on what was never begun."""
    begun: dict[str, ReadSitting] = {}
    for sitting, row in _rows(facts):
        item = facts.item_of(row).number
        said = _title(row, facts)
        if row.continued and item not in begun:
            yield Oddity(row.place, f"{said} is marked as continued, but was not taken up before")
        elif row.continued and begun[item] is sitting:
            yield Oddity(row.place, f"{said} is marked as continued in the meeting in which it begins")
        elif row.numbers and not row.continued and item in begun and begun[item] is not sitting:
            yield Oddity(row.place, f"{said} was taken up before, and is not marked as continued")
        begun[item] = sitting


def _agenda(facts: Facts) -> Iterator[Oddity]:
    """Yield items that no row takes up, a report that is not last, and titles that differ from the agenda."""
    taken = {number for _, row in _rows(facts) for number in (*row.numbers, facts.item_of(row).of)}
    above = {parent_of(number) for number in taken}
    heads = {parent_of(number) for number in facts.items}
    for number, item in facts.items.items() if facts.own_agenda and facts.sittings else ():
        below = not taken.isdisjoint(above_it(number))
        if number not in taken | above | heads and not below:
            yield Oddity("", f"item {number}, “{shortened(item.title)}”, is on the agenda, and is never taken up")
    rows = [(row, facts.item_of(row)) for _, row in _rows(facts)]
    reports = [place for place, (_, item) in enumerate(rows) if item.role == "report"]
    later = [row for row, item in rows[reports[-1] + 1 :] if item.role not in LAST] if reports else []
    if later:
        yield Oddity(later[0].place, f"{_title(later[0], facts)} is taken up after the report")
    for row, item in rows if facts.own_agenda else ():
        title = low(" ".join(row.title.split()))
        if row.numbers and len(row.numbers) == 1 and title and item.title and not title.endswith(low(item.title)):
            here, there = shortened(row.title), shortened(item.title)
            yield Oddity(row.place, f"item {item.number} is “{here}” here, and “{there}” on the agenda")


def _meetings(facts: Facts) -> Iterator[Oddity]:
    """Yield meetings that last too long, or follow each other too soon."""
    before: dict[tuple[object, str], ReadSitting] = {}
    for sitting in sorted(facts.sittings, key=lambda each: (str(each.day), each.opens)):
        if sitting.printed and sitting.minutes > LONGEST:
            hours, minutes = divmod(sitting.minutes, 60)
            said = f"{hours} h {minutes} min" if minutes else f"{hours} hours"
            yield Oddity(sitting.place, f"the meeting lasts {said}; three hours are the most with interpretation")
        last = before.get((sitting.day, sitting.forum))
        pause = sitting.opens - (last.closes or 0) if last else 0
        if last and last.printed and min(last.minutes, sitting.minutes) >= PAUSE and COFFEE < pause < PAUSE:
            said = f"the meeting opens {pause} minutes after the one before closes; interpreters rest {PAUSE}"
            yield Oddity(sitting.place, said)
        before[sitting.day, sitting.forum] = sitting


def _minutes(facts: Facts) -> Iterator[Oddity]:
    """Yield minutes in brackets that differ from the hours of their row."""
    words = words_of(facts.language)
    for sitting, row in _rows(facts):
        own = row.minutes or (sitting.minutes if len(sitting.rows) == 1 else None)
        for match in _BRACKETED.finditer(row.title):
            said = read_minutes(match[1], words)
            if said and own and said != own:
                yield Oddity(row.place, f"“{shortened(row.title)}”: {said} minutes in brackets, but {own} by the clock")


def _differences(papers: Sequence[Paper], known: Programme, language: str | None) -> Iterator[Oddity]:
    """Yield what a paper says otherwise than the session file."""
    try:
        after = rows_of_papers(papers, known, Account(), language)
    except BadInput as bad:
        yield from (Oddity("", f"{fault.message} (against the session)") for fault in bad.faults)
        return
    changes = compare(known, after)
    yield from (Oddity("", f"against the session: {change}") for change in changes.items or changes.meetings)
