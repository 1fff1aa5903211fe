"""Days become dates: the year stands in a heading, in the symbol, or follows from weekdays; else it is asked for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from wgsched.errors import BadInput, Fault
from wgsched.files.grammar.days import WEEKDAYS
from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts
from wgsched.reading.blocks import ParagraphBlock
from wgsched.reading.grammar.days import WrittenDay

YEARS = range(1990, 2051)
"""The years in which a programme without a year may be."""

_SYMBOL_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
LONGEST = 400


def set_dates(facts: Facts, account: Account, file: str, *, year: int | None = None) -> None:
    """Give every sitting and holiday its date.

    Raises:
        BadInput: the year is not known; which years the weekdays allow is said.
    """
    meetings = facts.meetings
    named = [each.written for each in meetings] + facts.stretches + [written for written, _ in facts.written_holidays]
    written = [each for each in named if isinstance(each, WrittenDay)]
    first = year or _year(facts, [each for each in written if each.dated], account, file)
    dates = _Dates(first, facts, account)
    for sitting in meetings:
        sitting.day = dates.of(sitting.written, sitting.place)
    for holiday, title in facts.written_holidays:
        if (day := dates.of(holiday, "")) is not None:
            facts.holidays[day] = title
    weeks = (day for week in facts.stretches for day in _days_of(week, first))
    facts.days = sorted({*_header_days(facts, first), *weeks, *(each.day for each in meetings if each.day),
                         *facts.holidays, *(event.day for event in facts.events)})  # fmt: skip


def _year(facts: Facts, days: list[WrittenDay], account: Account, file: str) -> int | None:
    """Return the year of the first day; None when every day brings its own or there are none."""
    header = facts.header_days
    known = [each.year for each in days if each.year] + ([header.year] if header and header.year else [])
    if known or not days:
        return known[0] if known else None
    if header and header.last and header.last.year:
        return header.last.year
    fitting = [year for year in YEARS if all(_agrees(day, year) for day in days)]
    said = _SYMBOL_YEAR.search(facts.symbol)
    if said and int(said[1]) in fitting:
        account.inferred("", said[1], f"the year, from the symbol {facts.symbol}")
        return int(said[1])
    if len(fitting) == 1:
        account.inferred("", str(fitting[0]), "the year, the only one in which the weekdays are right")
        return fitting[0]
    named = [year for year in fitting if year in facts.years]
    if len(named) == 1 and (len(fitting) < len(YEARS) / 2 or facts.years[named[0]]):
        account.inferred("", str(named[0]), "the year of another date in the paper, in which the weekdays are right")
        return named[0]
    example = ", ".join(str(each) for each in fitting) if len(fitting) < len(YEARS) / 2 else ""
    hint = f"The weekdays are right in {example}. " if example else ""
    raise BadInput(Fault("which year? The paper does not say", file, hint=f"{hint}Answer with --year YEAR."))


def agreeing_years(facts: Facts) -> list[int]:
    """Return the years in which the weekdays of all days that name no year are right."""
    days = [each.written for each in facts.meetings if isinstance(each.written, WrittenDay)]
    yearless = [day for day in days if day.dated and not day.year]
    return [year for year in YEARS if all(_agrees(day, year) for day in yearless)]


def _agrees(day: WrittenDay, year: int) -> bool:
    date = _date(year, day.month, day.day)
    return date is not None and (day.weekday is None or date.weekday() == day.weekday)


def _date(year: int | None, month: int | None, day: int | None) -> datetime.date | None:
    try:
        return datetime.date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


class _Dates:
    """Turns days into dates in order: a month before the last one belongs to the next year."""

    def __init__(self, year: int | None, facts: Facts, account: Account) -> None:
        self.year, self.facts, self.account = year, facts, account
        self.month = 0
        self.span = list(_header_days(facts, year))
        self.told: set[WrittenDay] = set()
        named = (each.written for each in facts.meetings)
        self.count = max((each.nth for each in named if isinstance(each, WrittenDay)), default=0)

    def of(self, written: WrittenDay | datetime.date | None, place: str) -> datetime.date | None:
        if written is None or isinstance(written, datetime.date):
            return written
        if written.nth:
            return self._by_number(written, place)
        if not written.dated:
            return self._by_weekday(written, place)
        year = written.year or self.year
        if year and not written.year and self.month - (written.month or 0) > 6:
            year += 1
        date = _date(year, written.month, written.day)
        if date is None:
            self.account.refused(place, "", f"there is no day {written.day}.{written.month}. in {year}")
            return None
        self.year, self.month = date.year, date.month
        if written.weekday is not None and date.weekday() != written.weekday and written not in self.told:
            self.told.add(written)
            said = f"{date} is a {WEEKDAYS[date.weekday()]}, not a {WEEKDAYS[written.weekday]}"
            self.account.refused(place, "", said)
        return date

    def _by_number(self, written: WrittenDay, place: str) -> datetime.date | None:
        """Return the day of the session that has this number."""
        header = self.facts.header_days
        whole = [*_days_of(header, self.year, weekends=True)] if header else []
        span = whole if len(whole) == self.count else self.span
        if 0 < written.nth <= len(span):
            return span[written.nth - 1]
        self.account.left_over(ParagraphBlock(str(written.nth), place), "which date this day has is not said")
        return None

    def _by_weekday(self, written: WrittenDay, place: str) -> datetime.date | None:
        span = self.span if written.within is None else [*_days_of(written.within, self.year)]
        fitting = [day for day in span if day.weekday() == written.weekday]
        if len(fitting) == 1:
            whole = "session" if written.within is None else "week"
            self.account.inferred(place, "", f"{fitting[0]}, the only {WEEKDAYS[fitting[0].weekday()]} of the {whole}")
            return fitting[0]
        weekday = ParagraphBlock(WEEKDAYS[written.weekday or 0], place)
        self.account.left_over(weekday, "which date this weekday has is not said")
        return None


def _header_days(facts: Facts, year: int | None) -> Iterator[datetime.date]:
    if facts.header_days is not None:
        yield from _days_of(facts.header_days, year)


def _days_of(header: WrittenDay, year: int | None, *, weekends: bool = False) -> Iterator[datetime.date]:
    """Yield the days of a stretch; the weekends inside it only when asked for."""
    end = header.last or header
    last = _date(end.year or header.year or year, end.month, end.day)
    first = _date(header.year or (last.year if last else None), header.month, header.day)
    if first is None or last is None or not 0 <= (last - first).days < LONGEST:
        return
    days = (first + datetime.timedelta(days=n) for n in range((last - first).days + 1))
    yield from (day for day in days if weekends or day in (first, last) or day.weekday() < 5)
