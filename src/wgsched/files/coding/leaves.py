"""The small values as one text each: days, moments, hours, lengths of time, numbers of items."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pendulum
from pendulum import Date, DateTime, Time

from wgsched.model import Duration, ItemNumber, Period, Takes, Window

_ZONED = re.compile(
    r"(?P<moment>\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(?P<later> later)?(?: (?P<zone>\S+))?"
)


def said(value: Any, zone: str) -> str:
    """Return a small value as text; moments in the zone of the place, or with the name of their own."""
    if isinstance(value, DateTime):
        return _moment_said(value, zone)
    if isinstance(value, Date):
        return value.isoformat()
    if isinstance(value, Time):
        return value.isoformat() if value.second or value.microsecond else f"{value:%H:%M}"
    if isinstance(value, Window):
        return f"{said(value.opens, zone)} to {said(value.closes, zone)}"
    if isinstance(value, Period):
        return f"{value.key} {said(value.opens, zone)}-{said(value.closes, zone)}"
    if isinstance(value, Duration):
        return _duration_said(value)
    return _takes_said(value) if isinstance(value, Takes) else str(value)


def read(kind: type[Any], text: str, zone: str) -> Any:
    """Return the value that `said` made into this text.

    Raises:
        ValueError: the text is not such a value.
    """
    return _READERS[kind](text, zone)


def _moment_said(value: DateTime, zone: str) -> str:
    name = value.timezone_name or ""
    text = value.format("YYYY-MM-DD HH:mm")
    if value.microsecond:
        text += value.format(":ss.SSSSSS")
    elif value.second:
        text += value.format(":ss")
    later = " later" if value.fold and value.replace(fold=0).utcoffset() != value.utcoffset() else ""
    return text + later + ("" if name == zone else f" {name}")


def _moment(text: str, zone: str) -> DateTime:
    found = _ZONED.fullmatch(text.strip())
    if not found:
        raise ValueError("expected a moment such as 2009-05-14 10:00")
    try:
        naive = pendulum.parse(found["moment"], tz=None, strict=True)
        assert isinstance(naive, DateTime)  # noqa: S101 - a date and a time make a moment
        name = found["zone"] or zone
        tz = pendulum.timezone(int(f"{name[0]}1") * _seconds(name)) if name[0] in "+-" else pendulum.timezone(name)
        return DateTime(
            naive.year, naive.month, naive.day, naive.hour, naive.minute, naive.second, naive.microsecond,
            tzinfo=tz, fold=int(bool(found["later"])),
        )  # fmt: skip
    except (ValueError, KeyError, pendulum.tz.exceptions.InvalidTimezone):
        raise ValueError("expected a moment such as 2009-05-14 10:00, or with the name of a zone") from None


def _seconds(offset: str) -> int:
    hours, minutes = offset[1:].split(":")
    return int(hours) * 3600 + int(minutes) * 60


def _date(text: str, _: str) -> Date:
    try:
        found = pendulum.parse(text.strip(), exact=True, strict=True)
    except (ValueError, TypeError):
        found = None
    if isinstance(found, DateTime) or not isinstance(found, Date):
        raise ValueError("expected a day such as 2009-05-14")
    return found


def _time(text: str, _: str) -> Time:
    try:
        return Time.fromisoformat(text.strip())
    except ValueError:
        raise ValueError("expected a time such as 10:00") from None


def _window(text: str, zone: str) -> Window:
    opens, middle, closes = text.partition(" to ")
    if not middle:
        raise ValueError("expected two moments: 2009-05-14 10:00 to 2009-05-14 13:00")
    return Window(_moment(opens, zone), _moment(closes, zone))


def _period(text: str, zone: str) -> Period:
    key, _, hours = text.rpartition(" ")
    opens, middle, closes = hours.partition("-")
    if not middle:
        raise ValueError("expected a period such as am 10:00-13:00")
    return Period(key, _time(opens, zone), _time(closes, zone))


def _duration_said(value: Duration) -> str:
    parts = []
    if value.minutes or not value.meetings:
        parts.append(f"{value.minutes} min")
    if value.meetings:
        parts.append(f"{value.meetings} meetings")
    return " + ".join(parts)


def _duration(text: str, _: str) -> Duration:
    minutes, meetings = 0, Fraction(0)
    for part in text.split("+"):
        found = re.fullmatch(r"\s*(-?\d{1,9}(?:/\d{1,9}|\.\d{1,6})?)\s*(min|h|meetings?)\s*", part)
        if not found or re.search(r"/0+$", found[1]):
            raise ValueError("expected a length of time such as 90 min or 3/2 meetings")
        amount = Fraction(found[1])
        if found[2].startswith("meeting"):
            meetings += amount
        elif (amount * (60 if found[2] == "h" else 1)).denominator != 1:
            raise ValueError("expected whole minutes")
        else:
            minutes += int(amount * (60 if found[2] == "h" else 1))
    return Duration(minutes, meetings)


def _takes_said(value: Takes) -> str:
    text = f"{'~' if value.estimate else ''}{_duration_said(value.expected)}"
    if value.least:
        text += f", at least {_duration_said(value.least)}"
    return f"{text}, at most {_duration_said(value.most)}" if value.most else text


def _takes(text: str, zone: str) -> Takes:
    head, *bounds = text.strip().split(",")
    found: dict[str, Duration] = {}
    for bound in bounds:
        name, _, rest = bound.strip().removeprefix("at ").partition(" ")
        if name not in ("least", "most") or name in found:
            raise ValueError("expected for example 90 min, at least 60 min, at most 2 h")
        found[name] = _duration(rest, zone)
    expected = _duration(head.removeprefix("~"), zone)
    return Takes(expected, found.get("least"), found.get("most"), estimate=head.startswith("~"))


def _number(text: str, _: str) -> ItemNumber:
    return ItemNumber.parse(text)


_READERS: dict[type[Any], Any] = {
    DateTime: _moment, Date: _date, Time: _time, Window: _window, Period: _period,
    Duration: _duration, Takes: _takes, ItemNumber: _number,
    Fraction: lambda text, _: Fraction(text),
}  # fmt: skip

LEAVES = tuple(_READERS)
"""The types that are one text in a file."""
