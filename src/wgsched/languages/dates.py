"""Dates in house forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wgsched.languages.plurals import month
from wgsched.languages.plurals import weekday as day_of_week

if TYPE_CHECKING:
    from datetime import date

    from wgsched.languages.lexicon import Lexicon


def written(lexicon: Lexicon, day: date, *, year: bool, weekday: bool) -> str:
    """Return a date as it stands inside a text."""
    name = ("date" if weekday else "date-bare") + ("-year" if year else "")
    places = {"weekday": day_of_week(lexicon.code, day)} if weekday else {}
    return lexicon.phrase(name, **places, day=_day(lexicon, day), month=_month(lexicon, day), year=_year(lexicon, day))


def span(lexicon: Lexicon, days: Sequence[date]) -> str:
    """Return the first and the last of days: in one month, two, or two years."""
    first, last = min(days), max(days)
    if first == last:
        return written(lexicon, first, year=True, weekday=False)
    if first.year != last.year:
        whole = (written(lexicon, day, year=True, weekday=False) for day in (first, last))
        return lexicon.phrase("days-years", first=next(whole), last=next(whole))
    ends = {"first": _day(lexicon, first), "last": _day(lexicon, last), "year": _year(lexicon, last)}
    if first.month == last.month:
        name = "days-two" if (last - first).days == 1 else "days-span"
        return lexicon.phrase(name, **ends, month=_month(lexicon, last))
    months = {"first_month": _month(lexicon, first), "last_month": _month(lexicon, last)}
    return lexicon.phrase("days-months", **ends, **months)


def _day(lexicon: Lexicon, day: date) -> str:
    return lexicon.phrase("first-of-month", day=1) if day.day == 1 else lexicon.number(day.day)


def _month(lexicon: Lexicon, day: date) -> str:
    own = lexicon.vocabulary.months
    return lexicon.number(own[day.month - 1] if own else month(lexicon.code, day.month))


def _year(lexicon: Lexicon, day: date) -> str:
    return lexicon.number(day.year)
