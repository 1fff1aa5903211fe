"""The hours of a day: those of the place, of the session, of a forum, and of single days that differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pendulum import Date

from wgsched.files.building.context import Context
from wgsched.files.grammar import read_hours, read_periods
from wgsched.files.grammar.hours import period_of, period_word
from wgsched.files.nodes import Path
from wgsched.model import Period

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_FREE = ("none", "free", "no meeting", "no")


@dataclass
class HoursByDay:
    """The periods of every day, and of the days that differ."""

    usual: tuple[Period, ...]
    differing: dict[Date, tuple[Period, ...]] = field(default_factory=dict)

    def of(self, day: Date) -> tuple[Period, ...]:
        """Return the periods of this day, in order."""
        return self.differing.get(day, self.usual)


def hours_of(path: Path, written: Mapping[str, Sequence[str]], base: HoursByDay, context: Context) -> HoursByDay:
    """Return the hours that a block ``hours:`` makes of those above it."""
    hours = HoursByDay(base.usual, dict(base.differing))
    later: list[str] = []
    for key in written:
        word = period_word(key) or (key if _NAME.fullmatch(key) and not _is_day(key, context) else None)
        if key == "":
            hours.usual = context.attempt(path, read_periods, written[key], default=base.usual)
            hours.differing = {}
        elif word:
            hours.usual = _with(hours.usual, word, (*path, key), written[key], context)
            for day in hours.differing:
                hours.differing[day] = _with(hours.differing[day], word, (*path, key), written[key], context)
        else:
            later.append(key)
    for key in later:
        _differ(hours, (*path, key), key, written[key], context)
    return hours


def _is_day(word: str, context: Context) -> bool:
    return word[:3] in {"mon", "tue", "wed", "thu", "fri", "sat", "sun"} and bool(context.calendar.days)


def _differ(hours: HoursByDay, path: Path, key: str, written: Sequence[str], context: Context) -> None:
    """Give a day, or a period of a day, hours of its own: ``Fri am: none``, ``Mon 20 Sep: 10-13, 14:30-17:30``."""
    first, _, last = key.strip().rpartition(" ")
    word = period_word(last) if first else None
    day = context.attempt(path, context.calendar.day, first if word else key, default=None)
    if day is None:
        return
    if word:
        hours.differing[day] = _with(hours.of(day), word, path, written, context)
    elif _free(written):
        hours.differing[day] = ()
    else:
        hours.differing[day] = context.attempt(path, read_periods, written, default=hours.of(day))


def _with(
    periods: tuple[Period, ...], key: str, path: Path, written: Sequence[str], context: Context
) -> tuple[Period, ...]:
    """Return the periods with one of them changed, added, or taken away."""
    kept = [period for period in periods if period.key != key]
    if not _free(written):
        text = ", ".join(written)
        hours = context.attempt(path, read_hours, text, default=None)
        if hours is None:
            return periods
        kept.append(period_of(key, *hours))
    return tuple(sorted(kept, key=lambda period: period.opens))


def _free(written: Sequence[str]) -> bool:
    return [each.strip().lower() for each in written] in ([word] for word in _FREE) or not list(written)
