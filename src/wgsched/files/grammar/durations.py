"""Lengths of time: ``90 min``, ``1.5 h``, ``2 meetings``, ``~15 min``, ``60-90 min``, ``60 min (45-120)``."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from wgsched.errors import BadInput
from wgsched.files.grammar.words import Wrong
from wgsched.model import Duration, Takes

HINT = "Expected for example 90 min, 2 h, 1.5 meetings, ~15 min (an estimate) or 60 min (45-120)."
_UNIT = r"(?P<unit>minutes?|mins?|min\.|m|hours?|hrs?|h|meetings?)"
_NUMBER = r"(?:\d{1,9}(?:[.,]\d{1,6})?|\d{1,9}/\d{1,9}|an?|half an?|one|two|three|half)"
_PLAIN = re.compile(rf"(?P<number>{_NUMBER})\s*{_UNIT}", re.IGNORECASE)
_CLOCK = re.compile(r"(?P<h>\d{1,4})\s*(?:h|hours?|hrs?|:)\s*(?P<m>[0-5]?\d)\s*(?:minutes?|mins?|m)?", re.IGNORECASE)
_RANGE = re.compile(rf"(?P<low>{_NUMBER})\s*(?:-|–|\bto\b)\s*(?P<high>{_NUMBER})(?:\s*{_UNIT})?", re.IGNORECASE)
_BOUND = re.compile(r",\s*(?:at )?(least|most)\b")
_WORDS = {"a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "half": "1/2", "half a": "1/2", "half an": "1/2"}


def read_takes(text: str, *, none: bool = False) -> Takes:
    """Read how long an item takes: expected, and perhaps at least and at most; ``~`` marks an estimate.

    ``60-90 min`` expects the middle; ``60 min (45-120)`` and ``60 min, at least 45 min, at most 120 min`` say all
    three. Only with ``none`` may it take no time at all.

    Raises:
        Wrong: it is not a length of time.
    """
    body = text.strip().removeprefix("~").strip()
    try:
        takes = _takes(body, text)
    except BadInput as bad:
        raise Wrong(f"{text!r} {bad.faults[0].message}", HINT) from None
    if not none:
        for each in (takes.expected, takes.least, takes.most):
            _refuse_none(each, text)
    return replace(takes, estimate=text.strip().startswith("~"))


def read_minutes(text: str) -> int:
    """Read a length of time in minutes.

    Raises:
        Wrong: it is not one, or is stated in meetings.
    """
    duration = read_duration(text)
    if duration.meetings:
        raise Wrong(f"{text!r} must be stated in minutes or hours", "Expected for example 90 min or 2 h.")
    _refuse_none(duration, text)
    return duration.minutes


def read_duration(body: str, text: str = "") -> Duration:
    """Read one length of time, or several added up: ``10 min + 1/3 meetings``; of a longer ``text``, that is named.

    Raises:
        Wrong: it is not a length of time.
    """
    text = text or body
    lengths = [_length(each.strip(), text) for each in body.split("+")]
    return _duration(sum(each.minutes for each in lengths), sum((each.meetings for each in lengths), Fraction(0)), text)


def takes_said(takes: Takes) -> str:
    """Return how long an item takes, as `read_takes` reads it back."""
    bounds = ((", at least", takes.least), (", at most", takes.most))
    said = "".join(f"{word} {duration_said(bound)}" for word, bound in bounds if bound)
    return f"{'~' if takes.estimate else ''}{duration_said(takes.expected)}{said}"


def duration_said(duration: Duration) -> str:
    """Return a length of time, as `read_duration` reads it back."""
    minutes = [f"{duration.minutes} min"] if duration.minutes or not duration.meetings else []
    return " + ".join([*minutes, *([f"{duration.meetings} meetings"] if duration.meetings else [])])


def _takes(body: str, text: str) -> Takes:
    expected, *bounds = _BOUND.split(body)
    if bounds:
        said = dict(zip(bounds[::2], bounds[1::2], strict=True))
        if len(bounds) != 2 * len(said):
            raise Wrong(f"{text!r} says twice at least or at most", HINT)
        least, most = (read_duration(said[each], text) if each in said else None for each in ("least", "most"))
        return Takes(read_duration(expected, text), least, most)
    head, bracket, rest = body.partition("(")
    if bracket:
        if not rest.endswith(")"):
            raise Wrong(f"{text!r} opens a bracket and does not close it", HINT)
        length = read_duration(head, text)
        return Takes(length, *_range(rest[:-1], text, "meetings" if length.meetings else "min"))
    if _RANGE.fullmatch(body):
        low, high = _range(body, text, None)
        middle = Duration(round((low.minutes + high.minutes) / 10) * 5, (low.meetings + high.meetings) / 2)
        return Takes(max(middle, low, key=_usual), low, high)
    return Takes(read_duration(body, text))


def _range(body: str, text: str, unit: str | None) -> tuple[Duration, Duration]:
    """Return the least and the most of ``45-120 min``; ``unit`` is that of figures alone, where they have one."""
    written = _RANGE.fullmatch(body.strip())
    if not written:
        raise Wrong(f"{text!r} has no range such as 45-120", HINT)
    unit = written["unit"] or unit
    if not unit:
        raise Wrong(f"{text!r} has no unit", HINT)
    return _of(written["low"], unit, text), _of(written["high"], unit, text)


def _length(body: str, text: str) -> Duration:
    if clock := _CLOCK.fullmatch(body):
        return _duration(int(clock["h"]) * 60 + int(clock["m"]), Fraction(0), text)
    if plain := _PLAIN.fullmatch(body):
        return _of(plain["number"], plain["unit"], text)
    if body.isdecimal():
        raise Wrong(f"{text!r} has no unit", f"Did you mean {text.strip()} min? {HINT}")
    raise Wrong(f"{text!r} is not a length of time", HINT)


def _of(number: str, unit: str, text: str) -> Duration:
    """Return so many of a unit."""
    word = number.lower().replace(",", ".")
    try:
        amount = Fraction(_WORDS.get(word, word))
    except ZeroDivisionError:
        raise Wrong(f"{text!r} is not a length of time", HINT) from None
    if unit.lower().startswith("meeting"):
        return _duration(0, amount, text)
    minutes = amount * (60 if unit.lower().startswith("h") else 1)
    if minutes.denominator != 1:
        raise Wrong(f"{text!r} is not a whole number of minutes", HINT)
    return _duration(int(minutes), Fraction(0), text)


def _duration(minutes: int, meetings: Fraction, text: str) -> Duration:
    try:
        return Duration(minutes, meetings)
    except BadInput:
        raise _out_of_bounds(text) from None


def _refuse_none(duration: Duration | None, text: str) -> None:
    if duration and not _usual(duration):
        raise _out_of_bounds(text)


def _out_of_bounds(text: str) -> Wrong:
    return Wrong(f"{text!r} is not between one minute and sixty days", HINT)


def _usual(duration: Duration) -> int:
    return duration.in_minutes(180)
