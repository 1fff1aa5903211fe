"""Generated sessions of known size: ``instance("10x60-s3")``. In each, one hidden programme keeps every rule."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pendulum

from tests.benchmarks.sizes import SEEDS, SIZES, Size
from wgsched.model import (
    Agenda,
    AgendaItem,
    Body,
    ConferenceServices,
    Duration,
    Forum,
    ForumKind,
    InterpretationTeam,
    ItemNumber,
    Meeting,
    Participant,
    Place,
    Preference,
    Role,
    Rule,
    ServiceBasis,
    Session,
    Takes,
    Text,
)
from wgsched.preferences import PreferredDay, SlackKept
from wgsched.rules import ConcludedBy, MeetingsAtOnce, NotBefore, Precedes, Undivided

__all__ = ["NAMES", "SEEDS", "SIZES", "Size", "generated", "instance"]

ZONE = "Europe/Vienna"
FIRST = pendulum.date(2026, 5, 4)
LENGTHS = (30, 30, 45, 60, 60, 60, 75, 90, 90, 120, 150, 180)
NAMES = tuple(f"{size}-s{seed}" for size in SIZES for seed in SEEDS)


def instance(name: str) -> Session:
    """Return the session of a name such as ``5x25-s1``; the same name always gives the same session."""
    kind, _, seed = name.rpartition("-s")
    return generated(SIZES[kind], name, f"{kind}/{seed}")


def generated(size: Size, name: str, seed: str) -> Session:
    """Return a session of this size; the same seed always gives the same session."""
    return _Making(size, random.Random(seed)).session(name)


@dataclass(frozen=True)
class Laid:
    """Where the hidden programme has an item."""

    item: AgendaItem
    opens: pendulum.DateTime
    closes: pendulum.DateTime
    divided: bool

    def shares_time(self, other: Laid) -> bool:
        return self.opens < other.closes and other.opens < self.closes


class _Making:
    def __init__(self, size: Size, dice: random.Random) -> None:
        self.size, self.dice = size, dice
        self.forums = [Forum("plenary"), *(Forum(f"committee-{n}") for n in range(1, size.forums))]
        if size.rooms:
            self.forums = [Forum(f"group-{n}", kind=ForumKind.CONTACT_GROUP) for n in range(1, size.forums + 1)]

    def session(self, name: str) -> Session:
        meetings = tuple(self._meetings())
        held = self._held(meetings)
        laid = [each for forum in self.forums for each in self._laid(forum, held[forum.key])]
        size = self.size
        services = ConferenceServices(
            teams=tuple(InterpretationTeam(str(n)) for n in range(1, size.teams + 1)),
            meetings_a_day=len(size.hours),
            pause=90 if len(size.hours) == 2 else 0,
        )
        return Session(
            name,
            Body(Text(en="Committee on Measurements")),
            Place("vienna", Text(en="Vienna"), ZONE),
            tuple(FIRST.add(days=day) for day in self._days()),
            meetings[: int(size.left * len(meetings))],
            Agenda(tuple(each.item for each in sorted(laid, key=lambda each: int(each.item.key)))),
            forums=tuple(self.forums),
            services=services,
            participants=tuple(self._delegations(laid)),
            rules=tuple(self._rules(laid)),
            wishes=tuple(self._wishes(laid)),
            weights={"slack-kept": 1} if size.loose else {},
        )

    def _days(self) -> list[int]:
        return [day + 2 * (day // 5) for day in range(self.size.days)]

    def _meetings(self) -> Iterator[Meeting]:
        scarce = self.size.at_once < self.size.forums
        for day in self._days():
            for hour in self.size.hours:
                for forum in self.forums:
                    date = FIRST.add(days=day)
                    opens = pendulum.datetime(date.year, date.month, date.day, hour, tz=ZONE)
                    key = f"{forum.key}-{day:02}-{hour:02}"
                    meeting = Meeting(key, forum.key, opens, opens.add(hours=3), optional=scarce)
                    yield replace(meeting, room=self._room(meeting), basis=self._basis())

    def _room(self, meeting: Meeting) -> str | None:
        """Return the room of a contact group: they take turns in as many as there are."""
        place = [forum.key for forum in self.forums].index(meeting.forum)
        return f"Room {place % self.size.rooms + 1}" if self.size.rooms else None

    def _basis(self) -> ServiceBasis:
        return ServiceBasis.WITHOUT if self.size.rooms else ServiceBasis.WITH

    def _held(self, meetings: tuple[Meeting, ...]) -> dict[str, list[Meeting]]:
        """Return the meetings that the hidden programme holds, as many at once as there are teams or rooms."""
        found: dict[str, list[Meeting]] = {forum.key: [] for forum in self.forums}
        for opens in dict.fromkeys(meeting.opens for meeting in meetings):
            together = [meeting for meeting in meetings if meeting.opens == opens]
            fewest = sorted(together, key=lambda meeting: (len(found[meeting.forum]), self.dice.random()))
            rooms: dict[str | None, list[Meeting]] = {}
            for meeting in fewest:
                rooms.setdefault(meeting.room, []).append(meeting)
            free = [some[0] for some in rooms.values()] if self.size.rooms else fewest
            for meeting in free[: self.size.at_once]:
                found[meeting.forum].append(meeting)
        return {key: sorted(some, key=lambda meeting: meeting.opens) for key, some in found.items()}

    def _lengths(self, number: int, minutes: int) -> list[int]:
        lengths = [self.dice.choice(LENGTHS) for _ in range(number)]
        while abs(sum(lengths) - minutes) > 15:
            place, step = self.dice.randrange(number), 15 if sum(lengths) < minutes else -15
            if 15 <= lengths[place] + step <= 240:
                lengths[place] += step
        return lengths

    def _laid(self, forum: Forum, held: list[Meeting]) -> Iterator[Laid]:
        """Lay the items of a forum end to end, its meetings filled as far as the load says."""
        index, per = self.forums.index(forum), self.size.items // self.size.forums
        lengths = self._lengths(per, int(180 * len(held) * self.size.load))
        numbers = list(range(index * per + 1, (index + 1) * per + 1))
        middle = numbers[1:-1]
        for _ in range(per // 3):  # the hidden order is near that of the agenda, not the same
            place = self.dice.randrange(len(middle) - 1)
            middle[place], middle[place + 1] = middle[place + 1], middle[place]
        at = 0
        for number, wanted in zip([numbers[0], *middle, numbers[-1]], lengths, strict=True):
            length = wanted
            if at % 180 and 180 - at % 180 < 30 < length:
                at += 180 - at % 180
            if length > 30 and 0 < (at + length) % 180 < 30 and at // 180 != (at + length) // 180:
                length -= (at + length) % 180
            opens, closes = held[at // 180].opens.add(minutes=at % 180), _end(held, at + length)
            roles = {numbers[0]: Role.OPENING, numbers[-1]: Role.REPORT}  # in each forum: bodies beside each other
            item = AgendaItem(
                str(number),
                ItemNumber((str(number),)),
                Text(en=f"Subject {number}"),
                role=roles.get(number),
                takes=Takes(Duration(length)),
                forums=(forum.key,),
            )
            yield Laid(item, opens, closes, at // 180 != (at + length - 1) // 180)
            at += length

    def _rules(self, laid: list[Laid]) -> Iterator[Rule]:
        if self.size.loose:
            return
        if self.size.rooms:
            yield MeetingsAtOnce(self.size.at_once)
        for each in laid:
            chance = self.dice.random()
            if chance < 0.15:
                yield NotBefore(each.item.key, each.opens.subtract(hours=self.dice.choice((1, 24, 72))))
            elif chance < 0.3:
                yield ConcludedBy(each.item.key, each.closes.add(hours=self.dice.choice((1, 24, 72))))
            if not each.divided and self.dice.random() < 0.15:
                yield Undivided(each.item.key)
        for earlier in self.dice.sample(laid, len(laid) // 6):
            later = [other for other in laid if other.opens >= earlier.closes]
            if later:
                yield Precedes(earlier.item.key, self.dice.choice(later[:12]).item.key)

    def _wishes(self, laid: list[Laid]) -> Iterator[Preference]:
        if self.size.loose:
            yield SlackKept(30)
            return
        for each in self.dice.sample(laid, len(laid) // 8):
            day = FIRST.add(days=self.dice.choice(self._days()))
            yield PreferredDay(each.item.key, day.isoformat())

    def _delegations(self, laid: list[Laid]) -> Iterator[Participant]:
        for number in range(1, self.size.delegations + 1):
            mine: list[Laid] = []
            for each in self.dice.sample(laid, len(laid)):
                if len(mine) < 4 and not any(each.shares_time(other) for other in mine):
                    mine.append(each)
            items = tuple(sorted(each.item.key for each in mine))
            yield Participant(f"delegation-{number}", Text(en=f"Delegation {number}"), items)


def _end(held: list[Meeting], at: int) -> pendulum.DateTime:
    return held[(at - 1) // 180].opens.add(minutes=(at - 1) % 180 + 1)
