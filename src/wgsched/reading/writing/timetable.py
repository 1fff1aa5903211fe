"""Days, hours and forums of a session file, and the names by which its meetings are called."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from wgsched.files.grammar import read_periods
from wgsched.model.lookup import grouped
from wgsched.reading.assembly.facts import Facts, ReadSitting
from wgsched.reading.grammar.texts import low
from wgsched.reading.writing.scalars import by_language, day_said, flow, hours_said, listed, runs, scalar

ClockSpans = tuple[tuple[int, int], ...]
FIRST = "plenary"


@dataclass
class Timetable:
    """The meetings by forum and day, and the key of each forum in the file."""

    facts: Facts
    keys: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        names = list(dict.fromkeys(each.forum for each in self.facts.meetings))
        for name in names:
            slug = "-".join(re.findall(r"[a-z0-9]+", low(name))) if name.isascii() else ""
            key = FIRST if not name else slug or f"forum-{len(self.keys) + 1}"
            if key[:1].isdigit() or key in ("am", "pm", "night", "none"):
                key = f"forum-{key}"
            while key in self.keys.values():
                key = f"{key}-{len(self.keys) + 1}"
            self.keys[name] = key

    @property
    def several(self) -> bool:
        """Whether there is more than one forum."""
        return len(self.keys) > 1

    def hours(self, forum: str) -> dict[datetime.date, ClockSpans]:
        """Return the hours of a forum on each of its days."""
        own = [each for each in self.facts.meetings if each.forum == forum]
        days = grouped((each.day, (each.opens, each.closes or 0)) for each in own if each.day)
        return {day: tuple(sorted(hours)) for day, hours in days.items()}

    def name(self, sitting: ReadSitting) -> str:
        """Return how the file calls a meeting: ``Thu am``, or with its date where the weekday is there twice."""
        assert sitting.day is not None  # noqa: S101 - only sittings with a date are left
        hours = self.hours(sitting.forum)[sitting.day]
        period = read_periods([hours_said(hours)])[hours.index((sitting.opens, sitting.closes or 0))].key
        same = sum(day.weekday() == sitting.day.weekday() for day in self.facts.days)
        day = day_said(sitting.day)[: 3 if same == 1 else None]
        return f"{self.keys[sitting.forum]} {day} {period}" if self.several else f"{day} {period}"

    # As lines

    def days_lines(self) -> Iterator[str]:
        """Yield the days."""
        spans = runs(self.facts.days)
        if len(spans) == 1:
            yield f"days: {spans[0]}"
        elif spans:
            yield "days:"
            yield from (f"  - {span}" for span in spans)

    def hours_lines(self) -> Iterator[str]:
        """Yield the hours of a session with one forum, or its forums, each with days and hours of its own."""
        if not self.facts.meetings:
            return
        if not self.several:
            forum, key = next(iter(self.keys.items()))
            if forum and key != FIRST:
                yield f"forums: {flow({key: by_language(forum, self.facts.language)})}"
            yield from _hours(self.hours(forum), self.facts.days, "")
            return
        yield "forums:"
        for forum, key in self.keys.items():
            own = self.hours(forum)
            yield f"  {key}:"
            if forum:
                yield f"    title: {by_language(forum, self.facts.language)}"
            if set(own) != set(self.facts.days):
                yield f"    days: {listed(day_said(day) for day in sorted(own))}"
            yield from _hours(own, sorted(own), "    ")

    def at_once(self) -> int:
        """Return how many meetings sit at once at most."""
        return max(
            (
                sum(one.day == other.day and other.opens <= one.opens < (other.closes or 0)
                    for other in self.facts.meetings)
                for one in self.facts.meetings
            ),
            default=1,
        )  # fmt: skip


def _hours(own: dict[datetime.date, ClockSpans], days: list[datetime.date], indent: str) -> Iterator[str]:
    usual = Counter(own.values()).most_common(1)[0][0]
    differing = {day: own.get(day, ()) for day in days if own.get(day, ()) != usual}
    if not differing:
        yield f"{indent}hours: {scalar_hours(usual)}"
        return
    yield f"{indent}hours:"
    yield f'{indent}  "": {scalar_hours(usual)}'
    yield from (f"{indent}  {day_said(day)}: {scalar_hours(hours)}" for day, hours in differing.items())


def scalar_hours(hours: ClockSpans) -> str:
    """Return the hours of a day as YAML, or that no meeting is held."""
    return scalar(hours_said(hours)) if hours else "none"
