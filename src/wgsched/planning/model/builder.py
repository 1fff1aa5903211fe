"""What is known while the model of a session is built, before and after its variables are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, partial, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from ortools.sat.python import cp_model
from pendulum import DateTime

from wgsched.model import Instalment, Meeting, Session, Unit
from wgsched.planning.model.axes import Axis, Clock, Segment
from wgsched.planning.model.literals import Expression, Guarded, Literal, either, once
from wgsched.planning.model.placements.floating import HeldTime
from wgsched.planning.model.placements.placement import Placement
from wgsched.planning.model.requirements import Requirements


class ModelBuilder:
    """What the verbs of a desk share: ``required`` before there are variables, ``placements`` afterwards.

    All by key: ``closed`` are the meetings in which nothing is taken up, ``begun`` those that were held, with their
    teams; ``singly`` the forums that take up one instalment at a time; ``able`` the teams that can serve each meeting,
    ``limits`` how often each may, ``serving`` which does; ``times`` are the axes with meetings that need not be held.
    ``choices`` are the rooms of which one is chosen for a meeting, ``rooms`` whether a meeting is held in a room.
    ``orders`` tells what comes before what, with which gap, ``separate`` what is never taken up at once, ``caps`` in
    how many of which meetings items are taken up at most, ``one_in`` of which meetings one at most is held in a room.
    ``guard`` are the literals on which all depends that is
    posted now: of a case that may be broken, that it is ``kept``; ``demanded`` are those that should not be, with
    their weights. ``edges`` are the moments of which such cases speak.
    """

    def __init__(
        self, session: Session, *, tick: int | None = None, minutes: Mapping[str, tuple[int, int]] | None = None
    ) -> None:
        self.session = session
        self.minutes = minutes or {}
        self.required = {each.key: Requirements(each) for each in session.agenda.instalments}
        self.closed: set[str] = set()
        self.singly: set[str] = set()
        self.begun: dict[str, str | None] = {}
        self.able: dict[str, tuple[str, ...]] = {}
        self.limits: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self.placements: dict[str, tuple[Placement, ...]] = {}
        self.serving: dict[tuple[str, str], Literal] = {}
        self.choices: dict[str, tuple[str, ...]] = {}
        self.rooms: dict[tuple[str, str], Literal] = {}
        self.times: dict[str, HeldTime] = {}
        self.gaps: set[int] = set()
        self.edges: list[DateTime] = []
        self.guard: tuple[Literal, ...] = ()
        self.kept: dict[tuple[object, tuple[object, ...]], Literal] = {}
        self.demanded: dict[tuple[object, tuple[object, ...]], int] = {}
        self.orders: list[tuple[Unit, Unit, int]] = []
        self.separate: list[Sequence[Unit]] = []
        self.caps: list[tuple[int, frozenset[str]]] = []
        self.one_in: list[tuple[str, frozenset[str]]] = []
        self.postponed: list[Callable[[], None]] = []
        self._tick = tick

    @cached_property
    def whole_model(self) -> cp_model.CpModel:
        """What the solver is given; a desk that is never settled has none."""
        return cp_model.CpModel()

    @property
    def model(self) -> cp_model.CpModel:
        """The same; while cases are posted that may be broken, what is added to it depends on their literals."""
        return cast(cp_model.CpModel, Guarded(self.whole_model, self.guard)) if self.guard else self.whole_model

    @cached_property
    def taken(self) -> dict[str, Literal]:
        """Whether each instalment is taken up that may be left out, by key; those typed by hand are not left out."""
        agenda = self.session.agenda
        typed = {name for rows in self.session.organization for name in rows.pinned}
        items = {part.items[0] for part in agenda.instalments if typed & {part.key, *part.items}}
        literals = {
            item.key: self.whole_model.new_bool_var(f"{item.key} taken up")
            for item in agenda
            if item.priority and item.key not in items
        }
        return {part.key: literals[part.items[0]] for part in agenda.instalments if part.items[0] in literals}

    def taken_of(self, case: tuple[object, ...]) -> tuple[Literal, ...]:
        """Return the literals that are all true when nothing of what a case is about is left out."""
        literals = (self._taken_of(self.session.agenda.parts_of(fact)) for fact in (case if self.taken else ()))
        # told apart as objects: to compare literals makes a constraint of them
        return tuple({id(literal): literal for literal in literals if literal is not True}.values())

    @once
    def _taken_of(self, parts: tuple[Instalment, ...]) -> Literal:
        if not parts or not all(part.key in self.taken for part in parts):
            return True
        literals = {id(self.taken[part.key]): self.taken[part.key] for part in parts}
        return either(self.whole_model, list(literals.values()))

    @contextmanager
    def under(self, guard: Sequence[Literal]) -> Iterator[None]:
        """Let all that is posted depend on these literals instead of any others."""
        before, self.guard = self.guard, tuple(guard)
        try:
            yield
        finally:
            self.guard = before

    @cached_property
    def clock(self) -> Clock:
        """The clock whose tick measures everything that was asked."""
        lengths = [length for required in self.required.values() for length in required.lengths]
        lengths += [minutes for each in self.required.values() for minutes in self.session.range_of(each.instalment)]
        windows = [window for required in self.required.values() for some in required.windows for window in some]
        edges = [edge for window in windows for edge in (window.opens, window.closes) if edge]
        edges += [moment for required in self.required.values() for moment in required.openings]
        edges += self.edges
        edges += [each.opens for required in self.required.values() for each in required.around.values()]
        edges += [each.closes for required in self.required.values() for each in required.around.values()]
        return Clock.of(self.session, [*lengths, *self.gaps], edges, self._tick)

    @cached_property
    def axes(self) -> dict[str, Axis]:
        """The working time of each forum, without the meetings that are not held."""
        return {
            forum.key: Axis.of(
                forum.key,
                (m for m in self.session.meetings_of(forum.key) if m.key not in self.closed),
                self.clock,
                self.displaced,
            )
            for forum in self.session.forums
        }

    @cached_property
    def displaced(self) -> dict[str, list[Meeting]]:
        """The meetings, by key, that joint meetings may displace, with these: while one sits, the other does not."""
        joins = {forum.key: forum.joins for forum in self.session.forums if forum.joins}
        open_to = [each for each in self.session.meetings if each.key not in self.closed]
        pairs: dict[str, list[Meeting]] = {}
        for joint in (each for each in open_to if each.forum in joins):
            for meeting in open_to:
                if meeting.forum in joins[joint.forum] and meeting.window.meets(joint.window):
                    pairs.setdefault(meeting.key, []).append(joint)
        return pairs

    def may_break(self, unit: Unit) -> bool:
        """Return whether what is asked of a unit alone depends on literals, and so cannot shrink what it requires.

        That the unit itself is taken up is no such literal: while it is not, what it requires asks for nothing.
        """
        own = {id(self.taken.get(part.key)) for part in self.session.agenda.instalments_of(unit)}
        return any(id(literal) not in own for literal in self.guard)

    def requirements_of(self, unit: Unit) -> list[Requirements]:
        """Return what is required of each instalment of a unit."""
        return [self.required[each.key] for each in self.session.agenda.instalments_of(unit)]

    def of(self, unit: Unit) -> list[Placement]:
        """Return every placement that a unit can have."""
        return [each for part in self.session.agenda.instalments_of(unit) for each in self.placements[part.key]]

    def placement(self, key: str, forum: str) -> Placement:
        """Return the placement of an instalment in a forum."""
        return next(each for each in self.placements[key] if each.axis.forum == forum)

    def on(self, axis: Axis) -> list[Placement]:
        """Return every placement on an axis."""
        return [each for placements in self.placements.values() for each in placements if each.axis is axis]

    def at(self, meeting: Meeting) -> list[tuple[Placement, Segment]]:
        """Return every placement that can have a row in a meeting."""
        return self._by_meeting.get(meeting.key, [])

    def conclusions(self, followed: Unit | Meeting) -> list[tuple[Expression, Literal]]:
        """Return when each part of a unit, or of what a meeting takes up, is concluded, and whether it is there."""
        if isinstance(followed, Meeting):
            there = self.at(followed)
            return [(each.part(segment)[0].end_expr(), each.touches(segment)) for each, segment in there]
        return [(placement.closes, placement.present) for placement in self.of(followed)]

    @cached_property
    def _by_meeting(self) -> dict[str, list[tuple[Placement, Segment]]]:
        by_meeting: dict[str, list[tuple[Placement, Segment]]] = {}
        for placement in (each for placements in self.placements.values() for each in placements):
            for segment in placement.reach:
                by_meeting.setdefault(segment.meeting.key, []).append((placement, segment))
        return by_meeting

    @property
    def held(self) -> dict[str, Literal]:
        """Whether each meeting is held that need not be."""
        return {
            segment.meeting.key: time.held[segment.index]
            for time in self.times.values()
            for segment in time.axis.segments
            if segment.may_fall
        }


B = TypeVar("B", bound=ModelBuilder)
T = TypeVar("T")
P = ParamSpec("P")


def when_settled(post: Callable[Concatenate[B, P], None]) -> Callable[Concatenate[B, P], None]:
    """Keep what a verb posts until the variables are there.

    All is posted in the order in which it was asked: the solver's answer among equals depends on that order. What
    depended on literals when it was asked depends on them when it is posted.
    """

    @wraps(post)
    def postpone(builder: B, /, *args: P.args, **named: P.kwargs) -> None:
        later: Callable[[], None] = partial(post, builder, *args, **named)
        builder.postponed.append(partial(_posted_under, builder, builder.guard, later) if builder.guard else later)

    return postpone


def _posted_under(builder: ModelBuilder, guard: tuple[Literal, ...], post: Callable[[], None]) -> None:
    with builder.under(guard):
        post()


def shared(make: Callable[Concatenate[B, P], T]) -> Callable[Concatenate[B, P], T]:
    """Let a method make its variables once, and define them whatever the literals on which others depend."""

    @wraps(make)
    def unguarded(builder: B, /, *args: P.args, **named: P.kwargs) -> T:
        with builder.under(()):
            return made(builder, *args, **named)

    made = once(make)
    return unguarded


def keys(meetings: Sequence[Meeting]) -> frozenset[str]:
    """Return the keys of meetings."""
    return frozenset(meeting.key for meeting in meetings)
