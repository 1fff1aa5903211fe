"""Hours of the day in house forms."""

from __future__ import annotations

from datetime import datetime
from datetime import time as clock_time
from typing import TYPE_CHECKING

from wgsched.model import Period, Window

if TYPE_CHECKING:
    from datetime import date

    from wgsched.languages.lexicon import Lexicon

NOON = 12 * 60


def time(lexicon: Lexicon, moment: clock_time | date) -> str:
    """Return one hour of the day, with whatever stands around it when it stands alone."""
    return lexicon.phrase("time-alone", time=_full(lexicon, _of_day(moment))).strip()


def hours(lexicon: Lexicon, opens: clock_time | date | Window | Period, closes: clock_time | date | None) -> str:
    """Return a range of hours; what both ends share (``p.m.``) is said once."""
    if isinstance(opens, Window | Period):
        return hours(lexicon, opens.opens, opens.closes)
    if closes is None:
        return time(lexicon, opens)
    start, end = _of_day(opens), _of_day(closes)
    half = _half(lexicon, start)
    if half and half == _half(lexicon, end) and start < end:
        both = lexicon.phrase("time-range", opens=_bare(lexicon, start), closes=_bare(lexicon, end))
        return lexicon.phrase(half, time=both).strip()
    return lexicon.phrase("time-range", opens=_full(lexicon, start), closes=_full(lexicon, end)).strip()


def window(lexicon: Lexicon, stretch: Window) -> str:
    """Return a stretch of time: hours of one day, or dates; a midnight at which it closes belongs to the day before."""
    opens, closes = stretch.opens, stretch.closes
    last = closes.subtract(minutes=1) if _of_day(closes) == 0 and opens < closes else closes
    whole = _of_day(opens) == 0 and last is not closes
    if opens.date() == last.date():
        date = lexicon.date(opens)
        return date if whole else lexicon.phrase("moment", date=date, time=hours(lexicon, stretch, None))
    ends = (lexicon.date(opens), lexicon.date(last)) if whole else (lexicon.moment(opens), lexicon.moment(closes))
    return lexicon.phrase("moments-span", opens=ends[0], closes=ends[1])


def _of_day(moment: clock_time | date) -> int:
    if not isinstance(moment, datetime | clock_time):
        raise TypeError(f"{moment!r} has no hour")
    return moment.hour * 60 + moment.minute


def _half(lexicon: Lexicon, minute: int) -> str:
    """Return the phrase of the half day, or nothing for noon and midnight where they have a word of their own."""
    if (minute == NOON and lexicon.phrase("time-noon")) or (minute == 0 and lexicon.phrase("time-midnight")):
        return ""
    return "time-morning" if minute < NOON else "time-afternoon"


def _full(lexicon: Lexicon, minute: int) -> str:
    half = _half(lexicon, minute)
    if not half:
        return lexicon.phrase("time-noon" if minute else "time-midnight")
    return lexicon.phrase(half, time=_bare(lexicon, minute))


def _bare(lexicon: Lexicon, minute: int) -> str:
    hour, rest = divmod(minute, 60)
    if lexicon.vocabulary.twelve_hours:
        hour = (hour - 1) % 12 + 1
    name = "time-hour-minute" if rest else "time-hour"
    two_digits = {"hh": lexicon.number(f"{hour:02}"), "minute": lexicon.number(f"{rest:02}")}
    return lexicon.phrase(name, n=hour, hour=hour, **two_digits)
