"""A session in plain numbers, for engines that know nothing of wgsched: slots, tasks, pairs, wishes.

All times are ticks, the largest unit that measures everything. A place on a forum's axis counts its usable ticks laid
end to end; a moment of the clock counts from the opening of the first meeting. Written without a line of planning/, so
that a fault there does not hide here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import gcd

from wgsched.model import Instalment, Preference, Role, Session
from wgsched.model.ranks import neighbours
from wgsched.preferences import PreferredDay, wishbook
from wgsched.rules import ConcludedBy, NotBefore, Precedes, Undivided, rulebook

SHORTEST = 30
"""Minutes that a part of a divided item lasts at least."""

NEVER = 10**9


class CannotExpress(Exception):
    """An engine has no words for what a session asks."""


@dataclass(frozen=True)
class Slot:
    """A meeting: ``at`` is where it begins on the axis of its forum, ``opens`` where on the clock."""

    key: str
    forum: str
    index: int
    at: int
    opens: int
    length: int
    day: str
    optional: bool

    @property
    def closes(self) -> int:
        return self.opens + self.length

    @property
    def end(self) -> int:
        return self.at + self.length


@dataclass(frozen=True)
class Task:
    """An item: it lasts ``ticks``, all of it between two moments of the clock; ``whole``, in one meeting.

    ``last`` tells that it is the report, and so no business that free time is counted before.
    """

    key: str
    forum: str
    ticks: int
    opens: int
    closes: int
    whole: bool
    last: bool


@dataclass(frozen=True)
class Put:
    """One way to put a task: from a place on the axis, in parts (index of the slot, from and to which of its ticks)."""

    start: int
    parts: tuple[tuple[int, int, int], ...]
    opens: int
    closes: int


@dataclass(frozen=True)
class Puzzle:
    """A session in numbers. ``teams`` of None: there is one for every meeting that could be held."""

    session: Session
    tick: int
    slots: dict[str, list[Slot]]
    tasks: dict[str, Task]
    pairs: list[tuple[str, str]]
    neighbours: list[tuple[str, str]]
    days: list[tuple[str, str]]
    cliques: list[tuple[str, ...]]
    teams: int | None
    weights: dict[str, int]

    @property
    def shortest(self) -> int:
        return -(-SHORTEST // self.tick)

    @property
    def forums(self) -> list[str]:
        return list(self.slots)

    def of(self, forum: str) -> list[Task]:
        return [task for task in self.tasks.values() if task.forum == forum]

    def fits_one(self, task: Task) -> bool:
        """Return whether one meeting could hold a task: longer ones may be divided freely."""
        return task.ticks <= max(slot.length for slot in self.slots[task.forum])

    def business(self, forum: str) -> list[Task]:
        """Return the tasks of a forum before which free time is counted."""
        return [task for task in self.of(forum) if not task.last]

    def clashes(self) -> list[tuple[str, str]]:
        """Return the pairs of different forums that cannot be taken up at once."""
        pairs = (pair for clique in self.cliques for pair in combinations(clique, 2))
        apart = (pair for pair in pairs if self.tasks[pair[0]].forum != self.tasks[pair[1]].forum)
        return sorted(set(apart))

    def puts(self, task: Task) -> Iterator[Put]:
        """Yield every way in which a task may be put; one that is divided goes on in the very next meeting."""
        slots = self.slots[task.forum]
        for slot in slots:
            for start in range(slot.at, slot.end):
                parts = tuple(self._parts(slots[slot.index :], start, task.ticks))
                if parts and self._lawful(task, slots, parts):
                    first, last = parts[0], parts[-1]
                    opens, closes = slots[first[0]].opens + first[1], slots[last[0]].opens + last[2]
                    yield Put(start, parts, opens, closes)

    def _parts(self, slots: list[Slot], start: int, ticks: int) -> Iterator[tuple[int, int, int]]:
        if start + ticks <= slots[-1].end:
            for slot in slots:
                low, high = max(start, slot.at), min(start + ticks, slot.end)
                if low < high:
                    yield slot.index, low - slot.at, high - slot.at

    def _lawful(self, task: Task, slots: list[Slot], parts: tuple[tuple[int, int, int], ...]) -> bool:
        if len(parts) > 1 and (task.whole or any(high - low < self.shortest for _, low, high in parts)):
            return False
        return all(
            task.opens <= slots[n].opens + low and slots[n].opens + high <= task.closes for n, low, high in parts
        )


def puzzle(session: Session) -> Puzzle:
    """Return a session in numbers.

    Raises:
        CannotExpress: the session asks for something that is not in the generated ones.
    """
    if unknown := [wish.code for wish in session.wishes if not isinstance(wish, PreferredDay)]:
        raise CannotExpress(", ".join(unknown))
    tick = gcd(*(session.minutes_of(each) for each in session.agenda.instalments), *_moments(session))
    windows = {each.key: (0, NEVER) for each in session.agenda.instalments}
    whole: set[str] = set()
    pairs = list(_roles(session))
    for rule in session.rules:
        if isinstance(rule, NotBefore):
            low, high = windows[rule.item]
            windows[rule.item] = max(low, _minute(session, rule.moment) // tick), high
        elif isinstance(rule, ConcludedBy):
            low, high = windows[rule.item]
            windows[rule.item] = low, min(high, _minute(session, rule.moment) // tick)
        elif isinstance(rule, Precedes) and not rule.gap:
            pairs.append((rule.earlier, rule.later))
        elif isinstance(rule, Undivided):
            whole.add(rule.item)
        else:
            raise CannotExpress(rule.code)
    tasks = {
        each.key: Task(
            each.key,
            session.forums_of(each)[0],
            session.minutes_of(each) // tick,
            *windows[each.key],
            each.key in whole,
            session.agenda[each.items[0]].role is Role.REPORT,
        )
        for each in session.agenda.instalments
    }
    many = len(session.services.teams) < len(session.forums)
    return Puzzle(
        session,
        tick,
        {forum.key: list(_slots(session, forum.key, tick)) for forum in session.forums},
        tasks,
        pairs,
        [(one.key, other.key) for one, other in neighbours(session)],
        [(wish.item, str(wish.date)) for wish in session.wishes if not _in_vain(session, wish)],
        [participant.items for participant in session.participants],
        len(session.services.teams) if many else None,
        {preference.code: weight for preference, weight in wishbook(session)},
    )


def _in_vain(session: Session, wish: Preference) -> bool:
    """Return whether a wish costs the same in every programme, which is not counted."""
    return any(wish.least(session, *case) for case in wish.cases(session))


def _minute(session: Session, moment: object) -> int:
    return int(session.moment(moment).timestamp() - session.meetings[0].opens.timestamp()) // 60


def _moments(session: Session) -> Iterator[int]:
    for meeting in session.meetings:
        yield _minute(session, meeting.opens)
        yield meeting.minutes
    for rule in session.rules:
        if isinstance(rule, NotBefore | ConcludedBy):
            yield _minute(session, rule.moment)


def _roles(session: Session) -> Iterator[tuple[str, str]]:
    """Yield what the standing rules about the opening and the report ask for."""
    for rule in rulebook(session):
        if rule.code in ("opening-first", "report-last"):
            for instalment, _, others in rule.cases(session):
                for other in others:
                    pair: tuple[Instalment, Instalment] = (instalment, other)
                    one, two = pair if rule.code == "opening-first" else pair[::-1]
                    yield one.key, two.key


def _slots(session: Session, forum: str, tick: int) -> Iterator[Slot]:
    at = 0
    for index, meeting in enumerate(session.meetings_of(forum)):
        opens, length = _minute(session, meeting.opens) // tick, meeting.usable.minutes // tick
        yield Slot(meeting.key, forum, index, at, opens, length, meeting.date.isoformat(), meeting.optional)
        at += length
