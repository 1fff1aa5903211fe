"""Sharing a meeting, a day or a forum: the solver allows what plain reading does, by brute force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import ClassVar

import pytest

from tests.agreement import agree
from tests.sessions import item, meeting, session
from wgsched.model import Case, Desk, Duration, Forum, Programme, Rule, Sentence, Session, Takes, Unit
from wgsched.model.reading import meetings_of
from wgsched.planning.model.posting import Demand
from wgsched.planning.why.scopes import ScopeDesk, scope_of

Keys = frozenset[object]


def meetings(programme: Programme, unit: Unit) -> Keys:
    return frozenset(each.key for each in meetings_of(programme, unit))


def days(programme: Programme, unit: Unit) -> Keys:
    return frozenset(each.date for each in meetings_of(programme, unit))


def forums(programme: Programme, unit: Unit) -> Keys:
    return frozenset(each.forum for each in meetings_of(programme, unit))


@dataclass(frozen=True)
class Shared(Rule):
    """Some items have one meeting, day or forum, or none of them has that of another."""

    verb: str
    items: tuple[str, ...]
    read: Callable[[Programme, Unit], Keys]
    one: bool
    code: ClassVar[str] = "shared"

    def cases(self, session: Session) -> Iterator[Case]:
        yield tuple(session.agenda[key] for key in self.items)

    def post(self, desk: Desk, *units: Unit) -> None:
        getattr(desk, self.verb)(units)

    def holds(self, programme: Programme, *units: Unit) -> bool:
        each = [self.read(programme, unit) for unit in units]
        if self.one:
            return len(frozenset().union(*each)) <= 1
        return not any(first & second for first, second in combinations(each, 2))

    def words(self, *units: Unit) -> Sentence:
        return Sentence(self.code)


@dataclass(frozen=True)
class Edge(Rule):
    """Each instalment of an item is the first of a meeting, or the last."""

    verb: str
    item: str
    place: int
    code: ClassVar[str] = "edge"

    def cases(self, session: Session) -> Iterator[Case]:
        yield from ((each,) for each in session.agenda.instalments_of(session.agenda[self.item]))

    def post(self, desk: Desk, unit: Unit) -> None:
        getattr(desk, self.verb)(unit)

    def holds(self, programme: Programme, unit: Unit) -> bool:
        row = programme.of(unit)[self.place]
        return programme.rows(programme.meeting(row.meeting))[self.place] == row

    def words(self, unit: Unit) -> Sentence:
        return Sentence(self.code)


@dataclass(frozen=True)
class Spread(Rule):
    """An item has so many meetings."""

    item: str
    least: int
    most: int
    code: ClassVar[str] = "spread"

    def cases(self, session: Session) -> Iterator[Case]:
        yield (session.agenda[self.item],)

    def post(self, desk: Desk, unit: Unit) -> None:
        desk.spread(unit, self.least, self.most)

    def holds(self, programme: Programme, unit: Unit) -> bool:
        return self.least <= len(meetings(programme, unit)) <= self.most

    def words(self, unit: Unit) -> Sentence:
        return Sentence(self.code)


@dataclass(frozen=True)
class Filled(Rule):
    """A meeting, by key, takes up so many of some items."""

    meeting: str
    items: tuple[str, ...]
    least: int
    most: int
    code: ClassVar[str] = "filled"

    def cases(self, session: Session) -> Iterator[Case]:
        yield tuple(session.agenda[key] for key in self.items)

    def post(self, desk: Desk, *units: Unit) -> None:
        desk.taken_up_in(desk.session.meeting(self.meeting), units, self.least, self.most)

    def holds(self, programme: Programme, *units: Unit) -> bool:
        return self.least <= sum(self.meeting in meetings(programme, unit) for unit in units) <= self.most

    def words(self, *units: Unit) -> Sentence:
        return Sentence(self.code)


SHARED = (
    Shared("in_one_meeting", ("1", "3"), meetings, one=True),
    Shared("in_different_meetings", ("1", "2"), meetings, one=False),
    Shared("in_different_meetings", ("1", "2", "3"), meetings, one=False),
    Shared("on_one_day", ("1", "2"), days, one=True),
    Shared("on_different_days", ("1", "2"), days, one=False),
    Shared("in_one_forum", ("1", "2"), forums, one=True),
    Shared("in_different_forums", ("1", "2"), forums, one=False),
)
EDGES = tuple(Edge(verb, key, place) for verb, place in (("opens_meeting", 0), ("closes_meeting", -1)) for key in "12")
COUNTED = (
    Spread("1", 1, 1),
    Spread("2", 2, 3),
    Spread("2", 0, 1),
    Filled("a", ("1", "2", "3"), 1, 2),
    Filled("b", ("1", "2", "3"), 0, 0),
    Filled("c", ("1", "3"), 2, 2),
)
RULES = (*SHARED, *EDGES, *COUNTED)


def three(**more: object) -> tuple[object, ...]:
    return meeting("a", 14, 10, 60, **more), meeting("b", 14, 15, 60, **more), meeting("c", 15, 10, 60, **more)


ITEMS = item("1", 30), item("2", 60), item("3", 30)
PLAIN = session(*ITEMS, meetings=three())
OPTIONAL = session(*ITEMS, meetings=three(optional=True))
INTERRUPTED = session(*ITEMS, meetings=three(), waives=frozenset({"uninterrupted"}))
PARTS = session(replace(item("1"), parts=(Takes(Duration(30)), Takes(Duration(30)))), *ITEMS[1:], meetings=three())
FORUMS = session(
    item("1", 30, forums=("x", "y")),
    item("2", 60, forums=("y", "x")),
    item("3", 30, forums=("x",)),
    meetings=(
        meeting("a", 14, 10, 60, forum="x"),
        meeting("b", 15, 10, 60, forum="x"),
        meeting("c", 14, 10, 60, forum="y"),
    ),
    forums=(Forum("x"), Forum("y")),
)
SESSIONS = {"plain": PLAIN, "optional": OPTIONAL, "interrupted": INTERRUPTED, "parts": PARTS, "forums": FORUMS}
LAWFUL = {
    "plain": (16, 48, 24, 18, 30, 60, 0, 46, 48, 46, 48, 60, 24, 36, 54, 4, 6),
    "optional": (16, 48, 24, 18, 30, 62, 0, 47, 48, 47, 48, 62, 26, 36, 56, 6, 6),
    "interrupted": (36, 108, 24, 36, 48, 180, 0, 126, 144, 126, 144, 180, 144, 36, 168, 12, 12),
    "parts": (0, 80, 24, 12, 36, 120, 0, 36, 84, 36, 84, 32, 48, 72, 120, 0, 24),
    "forums": (8, 28, 16, 10, 14, 6, 24, 25, 26, 25, 26, 30, 6, 24, 28, 2, 0),
}
"""How many programmes keep each of these rules, in their order."""


@pytest.mark.parametrize("place", range(len(RULES)), ids=lambda place: f"{place}-{RULES[place].code}")
@pytest.mark.parametrize("name", SESSIONS)
def test_the_solver_allows_what_the_checker_does(name, place):
    assert agree(SESSIONS[name], RULES[place]) == LAWFUL[name][place]


def test_every_verb_of_what_must_hold_can_be_noted():
    verbs = {name: verb for name, verb in vars(Desk).items() if not name.startswith("_") and callable(verb)}
    asked = [name for name, verb in verbs.items() if verb.__annotations__["return"] == "None"]
    assert [name for name in asked if not hasattr(ScopeDesk, name)] == []
    assert {"takes", "in_one_meeting", "serves_at_most"} <= {*asked}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_none_limits_a_single_place(rule):
    [case, *_] = rule.cases(PLAIN)
    noted = scope_of(PLAIN, Demand(rule, case))
    assert (noted.alone, noted.closes, noted.orders, noted.limits) == (set(), set(), [], [])
