"""Where an instalment may be taken up: a start on one forum's axis, and what follows from it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from ortools.sat.python import cp_model

from wgsched.planning.model.axes import Axis, Sitting

if TYPE_CHECKING:
    from wgsched.model import Instalment

Literal: TypeAlias = Any
"""A literal of the solver, or True or False where it is known."""

Expression: TypeAlias = Any
"""A linear expression of the solver, or a number; rules see it as an opaque `wgsched.model.Quantity`."""

Span: TypeAlias = tuple[int, int]
"""From one tick of the clock to another."""


def negated(literal: Literal) -> Literal:
    """Return the contrary."""
    return (not literal) if isinstance(literal, bool) else ~literal


def given(*literals: Literal) -> list[Literal]:
    """Return those of the literals that are not known to be true: what an implication is to depend on."""
    return [literal for literal in literals if literal is not True]


def either(model: cp_model.CpModel, literals: Sequence[Literal]) -> Literal:
    """Return a literal that is true when one of these is."""
    some = [literal for literal in literals if literal is not False]
    if len(some) < 2 or any(literal is True for literal in some):
        return next((literal for literal in some if literal is True), some[0] if some else False)
    found = model.new_bool_var("")
    model.add_bool_or([*some, ~found])
    for literal in some:
        model.add_implication(literal, found)
    return found


class Place(ABC):
    """One instalment on one axis: its start, and literals that say what the start implies.

    ``present`` is true when the instalment is taken up on this axis; a place without an alternative is always present.
    Starts and ends of places on one axis can be compared; those of different axes only as moments of the clock.
    """

    start: Expression
    interval: cp_model.IntervalVar
    least: int
    reach: tuple[Sitting, ...]
    runs = True
    """Whether nothing comes between its rows, so that start and length tell all of them."""

    def __init__(
        self, model: cp_model.CpModel, instalment: Instalment, axis: Axis, ticks: int, present: Literal
    ) -> None:
        self.model, self.instalment, self.axis, self.ticks, self.present = model, instalment, axis, ticks, present
        self.name = f"{instalment.key}@{axis.forum}"
        self._told: dict[Hashable, Any] = {}

    def once(self, name: Hashable, make: Callable[[], Any]) -> Any:
        """Return what was made under this name, made now if it never was."""
        if name not in self._told:
            self._told[name] = make()
        return self._told[name]

    @property
    def end(self) -> Expression:
        """Where it ends on the axis."""
        return self.start + self.ticks

    @property
    def intervals(self) -> tuple[cp_model.IntervalVar, ...]:
        """The times on the axis in which nothing else is taken up."""
        return (self.interval,)

    @property
    def unknowns(self) -> dict[str, Expression]:
        """The variables that say where it is, by a name that no other place has."""
        return {self.name: self.start}

    def row(self, sitting: Sitting) -> tuple[Expression, Expression]:  # noqa: ARG002
        """Return from where to where on the axis its row in a meeting is, and with it the rows that it runs on to."""
        return self.start, self.end

    @abstractmethod
    def begins_in(self, sitting: Sitting) -> Literal:
        """Return whether it is opened in this meeting."""

    @abstractmethod
    def ends_in(self, sitting: Sitting) -> Literal:
        """Return whether it is concluded in this meeting."""

    @abstractmethod
    def touches(self, sitting: Sitting) -> Literal:
        """Return whether it has a row in this meeting."""

    @abstractmethod
    def offset(self, sitting: Sitting) -> Expression:
        """Return what turns a place on the axis into ticks of the clock, for a place in this meeting."""

    @abstractmethod
    def until(self, before: Sequence[int]) -> Expression:
        """Return where it ends when all meetings are held, and ``before`` counts ticks more for each meeting."""

    @abstractmethod
    def continuations(self) -> Expression:
        """Return how many rows follow the first."""

    @abstractmethod
    def inside(self, spans: tuple[Span, ...]) -> Literal:
        """Return whether it is here, and every row inside one of these spans of the clock."""

    def meets(self, span: Span) -> Literal:
        """Return whether it has a row in a meeting that shares time with this span of the clock."""
        there = [s for s in self.reach if s.opens < span[1] and span[0] < s.opens + s.length]
        return self.once(("meets", span), lambda: either(self.model, [self.touches(sitting) for sitting in there]))

    def starts_at(self, sitting: Sitting, tick: int) -> Literal:
        """Return whether it is opened so many ticks after a meeting opens: never true when it is not."""
        return self.once(("at", sitting.index, tick), lambda: self._starts_at(sitting, tick))

    def _starts_at(self, sitting: Sitting, tick: int) -> Literal:
        begins = self.begins_in(sitting)
        if begins is False:
            return False
        literal = self.model.new_bool_var("")
        self.model.add_implication(literal, begins)
        self.model.add(self.start + self.offset(sitting) == sitting.opens + tick).only_enforce_if(literal)
        return literal

    @cached_property
    def opens(self) -> Expression:
        """When it is opened, in ticks of the clock."""
        return self._moment(self.begins_in, self.start)

    @cached_property
    def closes(self) -> Expression:
        """When it is concluded, in ticks of the clock."""
        return self._moment(self.ends_in, self.end)

    def _moment(self, which: Callable[[Sitting], Literal], on_axis: Expression) -> Expression:
        found = [(sitting, which(sitting)) for sitting in self.reach]
        if all(isinstance(self.offset(sitting), int) for sitting in self.reach):
            return on_axis + sum(self.offset(sitting) * literal for sitting, literal in found)
        last = self.reach[-1]
        moment = self.model.new_int_var(0, last.opens + last.length, "")
        for sitting, literal in found:
            self._when([literal], moment == on_axis + self.offset(sitting))
        self._when([negated(self.present)], moment == 0)
        return moment

    def same_meetings(self, keys: Sequence[str]) -> list[Literal]:
        """Return literals that are all true exactly when it has a row in each of these meetings and in no other."""
        touched = [s for s in self.reach if s.meeting.key in keys]
        if len(touched) < len(keys):
            return [False]
        between = [s for s in self.reach if touched[0].index < s.index < touched[-1].index]
        rows = [self.touches(s) if s.meeting.key in keys else negated(self.touches(s)) for s in between]
        return [self.begins_in(touched[0]), self.ends_in(touched[-1]), *rows]

    def part(self, sitting: Sitting) -> tuple[cp_model.IntervalVar, Expression]:
        """Return its part in a meeting as an interval of the clock, and the ticks of that part (0 when it has none)."""
        found: tuple[cp_model.IntervalVar, Expression] = self.once(("part", sitting.index), lambda: self._part(sitting))
        return found

    def _part(self, sitting: Sitting) -> tuple[cp_model.IntervalVar, Expression]:
        model, low, high = self.model, sitting.opens, sitting.opens + sitting.length
        touches, begins, ends = self.touches(sitting), self.begins_in(sitting), self.ends_in(sitting)
        opens, closes = model.new_int_var(low, high, ""), model.new_int_var(low, high, "")
        self._when([begins], opens == self.start + self.offset(sitting))
        self._when([negated(begins)], opens == low)
        self._when([ends], closes == self.end + self.offset(sitting))
        self._when([touches, negated(ends)], closes == high)
        self._when([negated(touches)], closes == low)
        size = model.new_int_var(0, sitting.length, "")
        model.add(size == closes - opens)
        return model.new_optional_interval_var(opens, size, closes, touches, ""), size

    def _when(self, literals: Sequence[Literal], constraint: Any) -> None:
        if not any(literal is False for literal in literals):
            self.model.add(constraint).only_enforce_if(given(*literals))
