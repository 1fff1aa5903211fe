"""What is asked of a session, taken apart: what each demand speaks about, and which starts some of them leave."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, fields
from functools import cached_property

from wgsched.model import Session
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.posting import Demand, desk_with
from wgsched.planning.model.requirements import Requirements
from wgsched.planning.model.room_shortage import RoomShortage, room_shortage
from wgsched.planning.why.precedence import Left, Pair, Reach
from wgsched.planning.why.scopes import Scope, scope_of


@dataclass(frozen=True)
class Analysis:
    """All that is asked of a session. Demands are told apart as objects: the same demand made twice counts twice."""

    session: Session
    given: tuple[Demand, ...]
    _left: dict[tuple[str, frozenset[int]], Left] = field(default_factory=dict)
    _alike: dict[object, Left] = field(default_factory=dict)
    _desks: dict[frozenset[int], SolverDesk] = field(default_factory=dict)

    @cached_property
    def ground(self) -> list[Demand]:
        """The demands that make a programme one at all."""
        return [demand for demand in self.given if demand.is_ground]

    @cached_property
    def rest(self) -> list[Demand]:
        """The demands that might be given up."""
        return [demand for demand in self.given if not demand.is_ground]

    @cached_property
    def ordering(self) -> list[Demand]:
        """Those of them that want one item before another."""
        return [demand for demand in self.rest if self.scope(demand).orders]

    @cached_property
    def _scopes(self) -> dict[int, Scope]:
        return {id(demand): scope_of(self.session, demand) for demand in self.given}

    def scope(self, demand: Demand) -> Scope:
        """Return what a demand speaks about."""
        return self._scopes[id(demand)]

    def about(self, keys: Iterable[str]) -> list[Demand]:
        """Return the demands of the rest that may take starts from one of these instalments."""
        wanted = set(keys)
        return [each for each in self.rest if self.scope(each).closes or self.scope(each).alone & wanted]

    def shortage(self, some: Iterable[Demand]) -> RoomShortage | None:
        """Return which meetings have too few rooms, at once, by these demands."""
        scopes = [self.scope(each) for each in some]
        choices: dict[str, tuple[str, ...]] = {}
        for key, rooms in (each for scope in scopes for each in scope.rooms):
            left = choices.get(key, self.session.meeting(key).room_choice)
            choices[key] = tuple(room for room in left if room in rooms)
        limits = (each for scope in scopes for each in scope.one_in)
        return room_shortage(self.session.meetings, choices, limits)

    def pairs(self, some: Iterable[Demand]) -> list[Pair]:
        """Return which instalment these demands want before which."""
        return list(dict.fromkeys(pair for demand in some for pair in self.scope(demand).orders))

    @cached_property
    def desk(self) -> SolverDesk:
        """A desk with all that limits the place of single instalments."""
        return desk_with(self.session, filter(self._limits, self.given))

    def _limits(self, demand: Demand) -> bool:
        return bool(self.scope(demand).alone or self.scope(demand).closes)

    def desk_for(self, some: Iterable[Demand]) -> SolverDesk:
        """Return a desk with the axes that are there when these demands close meetings."""
        closing = frozenset(id(demand) for demand in some if self.scope(demand).closes)
        if closing not in self._desks:
            chosen = [demand for demand in self.given if id(demand) in closing or demand.is_ground]
            self._desks[closing] = self._desk(chosen)
        return self._desks[closing]

    def _desk(self, some: Iterable[Demand]) -> SolverDesk:
        return desk_with(self.session, filter(self._limits, some), tick=self.desk.clock.tick)

    def left(self, some: Collection[Demand], keys: Iterable[str] | None = None) -> Reach:
        """Return the starts that these demands leave to instalments (None: to all), each worked out once."""
        about: dict[str, list[int]] = {key: [] for key in (self.desk.required if keys is None else keys)}
        closing = [id(demand) for demand in some if self.scope(demand).closes]
        for demand in some:
            for key in self.scope(demand).alone & about.keys():
                about[key].append(id(demand))
        missing = {key: frozenset(ids + closing) for key, ids in about.items()}
        missing = {key: ids for key, ids in missing.items() if (key, ids) not in self._left}
        if missing:
            here = (each for each in some if self.scope(each).alone & missing.keys())
            required, axes = self._desk(here).required, self.desk_for(some)
            for key, ids in missing.items():
                self._left[key, ids] = self._reach(axes, required[key])
        return {key: self._left[key, frozenset(ids + closing)] for key, ids in about.items()}

    def _reach(self, desk: SolverDesk, required: Requirements) -> Left:
        """Return the starts that are left to an instalment, worked out once for all of which the same is required."""
        asked = (_frozen(getattr(required, each.name)) for each in fields(required) if each.name != "instalment")
        name = frozenset(desk.closed), self.session.forums_of(required.instalment), tuple(asked)
        if name not in self._alike:
            self._alike[name] = desk.allowed_starts(required)
        return self._alike[name]


def _frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return tuple(value.items())
    return frozenset(value) if isinstance(value, set) else value
