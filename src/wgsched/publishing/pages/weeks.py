"""The programme as a timetable on a page: days across, hours and forums down, a table for each week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeAlias

from wgsched.publishing.pages.cards import Card, DayOfCards

HoursOfDay: TypeAlias = tuple[str, str, str]
"""When something opens and closes on the clock of the place, and how that is said."""


@dataclass(frozen=True)
class WeekRow:
    """What a forum has at the same hours of each day. ``height`` counts the rows of these hours, on the first only."""

    hours: str
    height: int
    forum: str
    cells: tuple[tuple[Card, ...], ...]


@dataclass(frozen=True)
class WeekOfCards:
    """The days of a week on which something is held, and its rows."""

    text: str
    days: tuple[DayOfCards, ...]
    rows: tuple[WeekRow, ...]


def weeks(days: Sequence[DayOfCards], forums: Sequence[tuple[str, str]], to: str) -> Iterator[WeekOfCards]:
    """Yield the weeks; ``forums`` are keys and names in the order of the session, ``to`` stands between two days."""
    for _, week in groupby(days, key=lambda day: date.fromisoformat(day.date).isocalendar()[:2]):
        held = tuple(week)
        text = to.join(dict.fromkeys((held[0].text, held[-1].text)))
        yield WeekOfCards(text, held, tuple(_rows(held, [*forums, ("", "")])))


def _rows(week: Sequence[DayOfCards], forums: Sequence[tuple[str, str]]) -> Iterator[WeekRow]:
    cards: dict[HoursOfDay, dict[str, list[list[Card]]]] = {}
    for number, day in enumerate(week):
        for hour in day.hours:
            clock = hour.begins[11:16], hour.ends[11:16], hour.text
            for card in hour.cards:
                cells = cards.setdefault(clock, {}).setdefault(card.forum, [[] for _ in week])
                cells[number].append(card)
    for clock in sorted(cards):
        meeting = [(key, name) for key, name in forums if key in cards[clock]]
        for number, (key, name) in enumerate(meeting):
            days = tuple(map(tuple, cards[clock][key]))
            yield WeekRow(clock[2], 0 if number else len(meeting), name, days)
