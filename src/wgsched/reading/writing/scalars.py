"""Small values as YAML: texts quoted where they must be, days, hours, texts by language."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Mapping, Sequence

import pendulum

from wgsched.files.grammar.days import said

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<](?:[^:#,\[\]{}\n\"]*[^\s:#,\[\]{}\n\"])?")


def scalar(text: str) -> str:
    """Return a text as YAML takes it anywhere, also inside brackets."""
    return text if _PLAIN.fullmatch(text) and text.isprintable() else json.dumps(text, ensure_ascii=False)


def flow(values: Mapping[str, str]) -> str:
    """Return a mapping on one line; its values are YAML already."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def listed(values: Iterable[str]) -> str:
    """Return a list on one line; its values are YAML already."""
    return "[" + ", ".join(values) + "]"


def by_language(text: str, language: str) -> str:
    """Return a text in its language."""
    return flow({language: scalar(" ".join(text.split()))})


def day_said(day: datetime.date) -> str:
    """Return a day as files write it: ``Thu 14 May 2009``."""
    return said(pendulum.date(day.year, day.month, day.day))


def clock(minute: int) -> str:
    """Return an hour as files write it: ``10`` or ``9:30``, also after midnight."""
    hour = minute // 60 if minute <= 24 * 60 else minute // 60 - 24
    return f"{hour}:{minute % 60:02}" if minute % 60 else str(hour)


def hours_said(hours: Sequence[tuple[int, int]]) -> str:
    """Return the hours of a day: ``10-13, 15-18``."""
    return ", ".join(f"{clock(opens)}-{clock(closes)}" for opens, closes in hours)


def runs(days: Sequence[datetime.date]) -> list[str]:
    """Return days as ranges of working days that follow each other, and single ones."""
    spans: list[list[datetime.date]] = []
    for day in days:
        follows = spans and (day - spans[-1][-1]).days == 1 and day.weekday() < 5 and spans[-1][-1].weekday() < 5
        if follows:
            spans[-1].append(day)
        else:
            spans.append([day])
    return [day_said(span[0]) if len(span) == 1 else f"{_short(span)} - {day_said(span[-1])}" for span in spans]


def _short(span: Sequence[datetime.date]) -> str:
    whole = day_said(span[0]).split()
    if span[0].year != span[-1].year:
        return " ".join(whole)
    return " ".join(whole[:2] if span[0].month == span[-1].month else whole[:3])
