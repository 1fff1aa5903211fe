"""Days: ``Thu 14 - Fri 15 May 2009``, ``14 and 15 May 2009``, ``2009-05-14``; weekdays are checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pendulum
from pendulum import Date

from wgsched.files.grammar.figures import in_usual_form
from wgsched.files.grammar.words import Wrong

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

FOREIGN = {
    "janvier": 1, "enero": 1, "février": 2, "febrero": 2, "mars": 3, "marzo": 3, "avril": 4, "abril": 4, "mai": 5,
    "mayo": 5, "juin": 6, "junio": 6, "juillet": 7, "julio": 7, "août": 8, "agosto": 8, "septembre": 9, "septiembre": 9,
    "octobre": 10, "octubre": 10, "novembre": 11, "noviembre": 11, "décembre": 12, "diciembre": 12,
}  # fmt: skip
"""Months as they are typed in French and Spanish, for a message: files have them in English."""

_LONGEST = 400
SATURDAY, SUNDAY = 5, 6
_DAYS_HINT = "Expected for example Thu 14 - Fri 15 May 2009."
_NAMES = "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_WEEKDAY = rf"(?P<weekday>{_NAMES})\b\.?"
_MONTH = "(?P<month>" + "|".join(f"{name.lower()}|{name[:3].lower()}" for name in MONTHS) + r"|sept)\b\.?"
DAY = re.compile(
    rf"(?:{_WEEKDAY}(?:\s*,)?\s*)?"
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?![\d])"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.h]|\s*-\s*\d{1,2}[:.])"
    rf"(?:\s*(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>\d{{4}})(?![\d:]))?)?)",
    re.IGNORECASE,
)
"""One day, with or without weekday, month and year."""

_RANGE = re.compile(r"\s*(?:-|–|—|/|\bto\b|\buntil\b)\s*", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,|;|&|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class _Written:
    """A day as written: what was left out is None."""

    text: str
    weekday: int | None
    day: int
    month: int | None
    year: int | None


def read_days(text: str, *, year: int | None = None) -> tuple[Date, ...]:
    """Read a range, a list, or several ranges of days; what a day leaves out, the next one tells.

    A weekend inside a range is left out; one that is named is kept.

    Raises:
        Wrong: the text is not such days, a weekday does not agree with its date, or a range begins or ends on a weekend
            and does not say whether the other day of that weekend is meant.
    """
    written, joins = _scan(in_usual_form(text, MONTHS))
    dates = _dates(written, year)
    days: dict[Date, None] = {}
    for place, date in enumerate(dates):
        if place and joins[place - 1] == "range":
            between = _between(dates[place - 1], date, text)
            _ask_about_gaps(dates[place - 1], date, between, text)
            days.update(dict.fromkeys(between))
        days[date] = None
    if list(days) != sorted(days):
        raise Wrong(f"{text!r} does not run forward in time", _DAYS_HINT)
    return tuple(days)


def read_day(text: str, *, year: int | None = None, among: Iterable[Date] = ()) -> Date:
    """Read one day; a weekday alone, or a day of the month alone, is looked for among the days of the session.

    Raises:
        Wrong: the text is not one day, or it could be several.
    """
    wanted = text.strip().lower().rstrip(".")
    days = sorted(among)
    if (number := weekday_number(wanted)) is not None:
        return _only([day for day in days if day.weekday() == number], text, days)
    written, _ = _scan(in_usual_form(text, MONTHS))
    if len(written) != 1:
        raise Wrong(f"{text!r} is not one day", "Expected for example Thu 14 May 2009.")
    one = written[0]
    if one.month is None:
        same = [day for day in days if day.day == one.day]
        date = _only(same, text, days)
        _check_weekdays([one], [date])
        return date
    if one.year is None and (fits := [day for day in days if (day.month, day.day) == (one.month, one.day)]):
        year = fits[0].year
    return _dates(written, year)[0]


def weekday_number(word: str) -> int | None:
    """Return 0 for ``mon``, ``Monday``..., 6 for Sunday, or None."""
    low = word.strip().lower().rstrip(".")
    names = [name.lower() for name in WEEKDAYS]
    return next((n for n, name in enumerate(names) if len(low) >= 3 and name.startswith(low)), None)


def said(date: Date) -> str:
    """Return a date as the files write it: ``Thu 14 May 2009``."""
    return f"{WEEKDAYS[date.weekday()][:3]} {date.day} {MONTHS[date.month - 1][:3]} {date.year}"


def _only(fitting: list[Date], text: str, days: list[Date]) -> Date:
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise Wrong(f"{text!r} could be {' or '.join(said(day) for day in fitting[:3])}", "Write the date too.")
    hint = f"The session has {', '.join(said(day) for day in days[:10])}." if days else ""
    raise Wrong(f"{text!r} is not a day of the session", hint)


def _scan(text: str) -> tuple[list[_Written], list[str]]:
    written: list[_Written] = []
    joins: list[str] = []
    place, text = 0, text.strip()
    while place < len(text):
        if written:
            join = _RANGE.match(text, place) or _LIST.match(text, place)
            if not join or join.end() == place:
                raise _not_days(text, text[place:].strip())
            joins.append("range" if _RANGE.match(text, place) else "list")
            place = join.end()
        day = DAY.match(text, place)
        if not day:
            raise _not_days(text, text[place:].strip())
        written.append(_written(day))
        place = day.end()
    if not written:
        raise Wrong("days are missing", _DAYS_HINT)
    return written, joins


def _not_days(text: str, rest: str) -> Wrong:
    where = "" if rest == text else f": {rest!r} is not understood"
    words = re.findall(r"[^\W\d_]+", text.lower())
    meant = next((MONTHS[FOREIGN[word] - 1] for word in words if word in FOREIGN), None)
    hint = f"Write the month in English: {meant}. " if meant else ""
    return Wrong(f"{text!r} is not days{where}", hint + _DAYS_HINT)


def _written(match: re.Match[str]) -> _Written:
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return _Written(match.group(), weekday, day, month, year)
    month_name = (match["month"] or "")[:3].lower()
    month_number = next((n for n, name in enumerate(MONTHS, 1) if name[:3].lower() == month_name), None)
    return _Written(
        match.group(), weekday, int(match["day"]), month_number, int(match["year"]) if match["year"] else None
    )


def _dates(written: list[_Written], year: int | None) -> list[Date]:
    """Fill months and years from the right, and check that each is a day and its weekday true."""
    dates: list[Date] = []
    month: int | None = None
    for one in reversed(written):
        if one.year is None and one.month is not None and month is not None and year and one.month > month:
            year -= 1
        month, year = one.month or month, one.year or year
        if month is None:
            raise Wrong(f"{one.text!r} has no month", _DAYS_HINT)
        if not year:
            raise Wrong(f"{one.text!r} has no year", _DAYS_HINT)
        dates.insert(0, _date(one, year, month))
    _check_weekdays(written, dates)
    return dates


def _date(one: _Written, year: int, month: int) -> Date:
    if not 1900 <= year <= 2200:
        raise Wrong(f"{one.text!r} is not in a year from 1900 to 2200", _DAYS_HINT)
    try:
        return pendulum.date(year, month, one.day)
    except ValueError:
        raise Wrong(f"{one.text!r} is not a day: {MONTHS[month - 1] if 1 <= month <= 12 else month} {year}"
                    f" has no day {one.day}") from None  # fmt: skip


def _check_weekdays(written: list[_Written], dates: list[Date]) -> None:
    """Tell every weekday that does not agree with its date."""
    told, meant = [], []
    for one, date in zip(written, dates, strict=True):
        if one.weekday is not None and one.weekday != date.weekday():
            day = f"{date.day} {MONTHS[date.month - 1]} {date.year}"
            told.append(f"{day} is a {WEEKDAYS[date.weekday()]}, not a {WEEKDAYS[one.weekday]}")
            meant.append(said(date))
    if told:
        raise Wrong(", and ".join(told), f"Did you mean {' and '.join(meant)}?")


def _ask_about_gaps(first: Date, last: Date, between: list[Date], text: str) -> None:
    """Ask whether a weekend day beside one that is named is meant: ``Fri 29 - Sun 31`` does not say it of Saturday."""
    if last.weekday() == SUNDAY and (gap := last.subtract(days=1)) not in (first, *between) and first < gap:
        readings = [f"{_range(first, gap.subtract(days=less))}, {said(last)}" for less in (0, 1)]
    elif first.weekday() == SATURDAY and (gap := first.add(days=1)) not in (*between, last) and gap < last:
        readings = [f"{said(first)}, {_range(gap.add(days=more), last)}" for more in (0, 1)]
    else:
        return
    raise Wrong(f"{text!r} does not say whether {said(gap)} is meant", f"Write {' or '.join(readings)}.")


def _range(first: Date, last: Date) -> str:
    return said(first) if first == last else f"{said(first)} - {said(last)}"


def _between(first: Date, last: Date, text: str) -> list[Date]:
    length = (last - first).days
    if length < 0 or length > _LONGEST:
        raise Wrong(f"{text!r} does not run forward in time, or for too long", _DAYS_HINT)
    between = (first.add(days=n) for n in range(1, length))
    return [day for day in between if day.weekday() < SATURDAY]
