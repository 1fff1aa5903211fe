"""Small values as wgsched writes them into files, one text each, which it reads back: days, moments, hours, lengths."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pendulum
from pendulum import Date, DateTime, Time

from wgsched.files.grammar.durations import duration_said, read_duration, read_takes, takes_said
from wgsched.files.grammar.words import Wrong
from wgsched.model import Duration, ItemNumber, Period, Takes, Window

_ZONED = re.compile(
    r"(?P<moment>\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(?P<later> later)?(?: (?P<zone>\S+))?"
)


def said(value: Any, zone: str) -> str:
    """Return a small value as text; moments in the zone of the place, or with the name of their own."""
    if isinstance(value, DateTime):
        return _moment_said(value, zone)
    if isinstance(value, Time):
        return value.isoformat() if value.second or value.microsecond else f"{value:%H:%M}"
    if isinstance(value, Window):
        return f"{said(value.opens, zone)} to {said(value.closes, zone)}"
    if isinstance(value, Period):
        return f"{value.key} {said(value.opens, zone)}-{said(value.closes, zone)}"
    if isinstance(value, Duration):
        return duration_said(value)
    return takes_said(value) if isinstance(value, Takes) else str(value)


def read(kind: type[Any], text: str, zone: str) -> Any:
    """Return the value that `said` made into this text.

    Raises:
        Wrong: the text is not such a value.
        BadInput: it is one that the model refuses.
    """
    return _READERS[kind](text.strip(), zone)


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
    written = _ZONED.fullmatch(text)
    try:
        if not written:
            raise ValueError
        naive = DateTime.fromisoformat(written["moment"])
        name = written["zone"] or zone
        tz = pendulum.timezone(int(f"{name[0]}1") * _seconds(name)) if name[0] in "+-" else pendulum.timezone(name)
    except (ValueError, KeyError, pendulum.tz.exceptions.InvalidTimezone):
        hint = "Expected for example 2009-05-14 10:00, perhaps with the name of a zone."
        raise Wrong(f"{text!r} is not a moment", hint) from None
    return DateTime(
        naive.year, naive.month, naive.day, naive.hour, naive.minute, naive.second, naive.microsecond,
        tzinfo=tz, fold=int(bool(written["later"])),
    )  # fmt: skip


def _seconds(offset: str) -> int:
    hours, minutes = offset[1:].split(":")
    return int(hours) * 3600 + int(minutes) * 60


def _date(text: str, _: str) -> Date:
    try:
        date = pendulum.parse(text, exact=True, strict=True)
    except (ValueError, TypeError):
        date = None
    if isinstance(date, DateTime) or not isinstance(date, Date):
        raise Wrong(f"{text!r} is not a day", "Expected for example 2009-05-14.")
    return date


def _time(text: str, _: str) -> Time:
    try:
        time = Time.fromisoformat(f"0{text}" if text[1:2] == ":" else text)
    except ValueError:
        time = None
    if time is None or time.tzinfo:
        raise Wrong(f"{text!r} is not a time of day", "Expected for example 10:00.")
    return time


def _window(text: str, zone: str) -> Window:
    opens, middle, closes = text.partition(" to ")
    if not middle:
        raise Wrong(f"{text!r} is not two moments", "Expected for example 2009-05-14 10:00 to 2009-05-14 13:00.")
    return Window(_moment(opens.strip(), zone), _moment(closes.strip(), zone))


def _period(text: str, zone: str) -> Period:
    key, _, hours = text.rpartition(" ")
    opens, middle, closes = hours.partition("-")
    if not middle:
        raise Wrong(f"{text!r} is not a period", "Expected for example am 10:00-13:00.")
    return Period(key, _time(opens, zone), _time(closes, zone))


def _fraction(text: str, _: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise Wrong(f"{text!r} is not a number", "Expected for example 3/2.") from None


_READERS: dict[type[Any], Callable[[str, str], Any]] = {
    DateTime: _moment, Date: _date, Time: _time, Window: _window, Period: _period, Fraction: _fraction,
    ItemNumber: lambda text, _: ItemNumber.parse(text),
    Duration: lambda text, _: read_duration(text),
    Takes: lambda text, _: read_takes(text, none=True),
}  # fmt: skip

LEAVES = tuple(_READERS)
"""The types that are one text in a file."""
