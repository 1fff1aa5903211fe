"""Lengths of time: ``90 min``, ``1.5 h``, ``2 meetings``, ``~15 min``, ``60-90 min``, ``60 min (45-120)``."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from wgsched.errors import BadInput
from wgsched.files.grammar.wrong import Wrong
from wgsched.model import Duration, Takes

HINT = "Expected for example 90 min, 2 h, 1.5 meetings, ~15 min (an estimate) or 60 min (45-120)."
_UNIT = r"(?P<unit{0}>minutes?|mins?|min\.|m|hours?|hrs?|h|meetings?)"
_NUMBER = r"(?:\d+(?:[.,]\d+)?|\d+/\d+|an?|half an?|one|two|three|half)"
_PLAIN = re.compile(rf"(?P<number>{_NUMBER})\s*{_UNIT.format('')}", re.IGNORECASE)
_CLOCK = re.compile(r"(?P<h>\d+)\s*(?:h|hours?|hrs?|:)\s*(?P<m>\d{1,2})\s*(?:minutes?|mins?|m)?", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?:-|–|\bto\b)\s*(?P<high>{_NUMBER})(?:\s*{_UNIT.format('')})?", re.IGNORECASE
)
_WORDS = {"a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "half": "1/2", "half a": "1/2", "half an": "1/2"}
_MOST = 60 * 24 * 60


def read_takes(text: str) -> Takes:
    """Read how long an item takes: expected, and perhaps at least and at most; ``~`` marks an estimate.

    ``60-90 min`` expects the middle; ``60 min (45-120)`` says all three.

    Raises:
        Wrong: it is not a length of time.
    """
    stripped = text.strip()
    body = stripped.removeprefix("~").strip()
    try:
        return replace(_bounded(body, text), estimate=body != stripped)
    except BadInput as bad:
        raise Wrong(f"{text!r} {bad.faults[0].message}", HINT) from None


def read_minutes(text: str) -> int:
    """Read a length of time in minutes.

    Raises:
        Wrong: it is not one, or is stated in meetings.
    """
    duration = _one(text.strip(), text)
    if duration.meetings:
        raise Wrong(f"{text!r} must be stated in minutes or hours", "Expected for example 90 min or 2 h.")
    return duration.minutes


def _bounded(body: str, text: str) -> Takes:
    head, bracket, rest = body.partition("(")
    if bracket:
        if not rest.rstrip().endswith(")"):
            raise Wrong(f"{text!r} opens a bracket and does not close it", HINT)
        expected = _one(head.strip(), text)
        least, most = _range(rest.rstrip()[:-1].strip(), text, "meetings" if expected.meetings else None)
        return Takes(expected, least, most)
    if _RANGE.fullmatch(body):
        least, most = _range(body, text, None)
        middle = Duration(round((least.minutes + most.minutes) / 10) * 5, (least.meetings + most.meetings) / 2)
        return Takes(max(middle, least, key=_rank) if _rank(middle) < _rank(least) else middle, least, most)
    return Takes(_one(body, text))


def _range(body: str, text: str, unit: str | None) -> tuple[Duration, Duration]:
    found = _RANGE.fullmatch(body)
    if not found:
        raise Wrong(f"{text!r} has no range such as 45-120", HINT)
    unit = found["unit"] or unit or "min"
    if not found["unit"] and unit == "min" and "(" not in text:
        raise Wrong(f"{text!r} has no unit", HINT)
    return _length(found["low"], unit, text), _length(found["high"], unit, text)


def _one(body: str, text: str) -> Duration:
    if found := _CLOCK.fullmatch(body):
        if int(found["m"]) > 59:
            raise Wrong(f"{text!r} is not a length of time", HINT)
        return _checked(Duration(int(found["h"]) * 60 + int(found["m"])), text)
    found = _PLAIN.fullmatch(body)
    if not found:
        raise Wrong(f"{text!r} is not a length of time", HINT)
    return _length(found["number"], found["unit"], text)


def _length(number: str, unit: str, text: str) -> Duration:
    word = number.lower().replace(",", ".")
    if len(word) > 12 or word.endswith("/0") or re.search(r"/0+$", word):
        raise Wrong(f"{text!r} is not a length of time", HINT)
    amount = Fraction(_WORDS.get(word, word))
    if unit.lower().startswith("meeting"):
        return _checked(Duration(meetings=amount), text)
    minutes = amount * (60 if unit.lower().startswith("h") else 1)
    if minutes.denominator != 1:
        raise Wrong(f"{text!r} is not a whole number of minutes", HINT)
    return _checked(Duration(int(minutes)), text)


def _checked(duration: Duration, text: str) -> Duration:
    if not 0 < _rank(duration) <= _MOST:
        raise Wrong(f"{text!r} is not between one minute and sixty days", HINT)
    return duration


def _rank(duration: Duration) -> int:
    return duration.in_minutes(180)
