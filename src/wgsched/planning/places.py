"""Where an instalment may be taken up: a start on one forum's axis, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from ortools.sat.python import cp_model

from wgsched.planning.axes import Axis, Sitting, Stretch

if TYPE_CHECKING:
    from wgsched.model import Instalment

Literal: TypeAlias = Any
"""A literal of the solver, or True or False where it is known."""

Expression: TypeAlias = Any
"""A linear expression of the solver, or a number; rules see it as an opaque `wgsched.model.Quantity`."""


def negated(literal: Literal) -> Literal:
    """Return the contrary."""
    return (not literal) if isinstance(literal, bool) else ~literal


def given(*literals: Literal) -> list[Literal]:
    """Return those of the literals that are not known to be true: what an implication is to depend on."""
    return [literal for literal in literals if literal is not True]


def domain(stretches: Iterable[Stretch]) -> cp_model.Domain:
    """Return the starts of these stretches."""
    return cp_model.Domain.from_intervals([[each.low, each.high] for each in stretches])


class Place:
    """One instalment on one axis: its start, and literals that say what the start implies.

    ``present`` is true when the instalment is taken up on this axis; a place without an alternative is always present.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        instalment: Instalment,
        axis: Axis,
        stretches: tuple[Stretch, ...],
        ticks: int,
        alone: bool,  # noqa: FBT001
    ) -> None:
        self._model = model
        self.instalment, self.axis, self.stretches, self.ticks = instalment, axis, stretches, ticks
        self.name = name = f"{instalment.key}@{axis.forum}"
        self.start = model.new_int_var_from_domain(domain(stretches), name)
        self.present: Literal = True if alone else model.new_bool_var(f"{name}?")
        self.interval = model.new_optional_fixed_size_interval_var(self.start, ticks, self.present, name)
        self._told: dict[Hashable, Any] = {}

    @property
    def end(self) -> Expression:
        """Where it ends on the axis."""
        return self.start + self.ticks

    def telling(self, name: Hashable, value: Callable[[Stretch], Hashable]) -> dict[Any, Literal]:
        """Return a literal for each value that the start can imply; the true one is that of the start."""
        if name not in self._told:
            groups: dict[Any, list[Stretch]] = {}
            for stretch in self.stretches:
                groups.setdefault(value(stretch), []).append(stretch)
            self._told[name] = self._literals(groups)
        found: dict[Any, Literal] = self._told[name]
        return found

    def _literals(self, groups: dict[Any, list[Stretch]]) -> dict[Any, Literal]:
        if len(groups) == 1:
            return dict.fromkeys(groups, self.present)
        if len(groups) == 2 and self.present is True:
            first, second = groups
            literal = self._model.new_bool_var("")
            literals: dict[Any, Literal] = {first: literal, second: ~literal}
        else:
            literals = {key: self._model.new_bool_var("") for key in groups}
            if self.present is True:
                self._model.add_exactly_one(literals.values())
            else:
                self._model.add(sum(literals.values()) == self.present)
        for key, literal in literals.items():
            self._model.add_linear_expression_in_domain(self.start, domain(groups[key])).only_enforce_if(literal)
        return literals

    def split(self, name: Hashable, chosen: Iterable[Stretch]) -> Literal:
        """Return a literal that is true when the start is one of these, and the place is present."""
        if name in self._told:
            return self._told[name]
        inner = domain(chosen)
        outer = domain(self.stretches).intersection_with(inner.complement())
        if inner.is_empty():
            literal: Literal = False
        elif outer.is_empty():
            literal = self.present
        else:
            literal = self._model.new_bool_var("")
            self._model.add_linear_expression_in_domain(self.start, inner).only_enforce_if(literal)
            out = [~literal] if self.present is True else [~literal, self.present]
            self._model.add_linear_expression_in_domain(self.start, outer).only_enforce_if(out)
            if self.present is not True:
                self._model.add_implication(literal, self.present)
        self._told[name] = literal
        return literal

    def begins_in(self, sitting: Sitting) -> Literal:
        """Return whether it is opened in this meeting."""
        return self.telling("first", lambda stretch: stretch.first).get(sitting.index, False)

    def ends_in(self, sitting: Sitting) -> Literal:
        """Return whether it is concluded in this meeting."""
        return self.telling("last", lambda stretch: stretch.last).get(sitting.index, False)

    def touches(self, sitting: Sitting) -> Literal:
        """Return whether it has a row in this meeting."""
        index = sitting.index
        return self.telling(("touches", index), lambda s: s.first <= index <= s.last).get(True, False)

    def at(self, start: int) -> Literal:
        """Return whether it starts there."""
        return self.split(("at", start), [s for each in self.stretches for s in each.cut(start, start)])

    def meetings(self, stretch: Stretch) -> tuple[str, ...]:
        """Return the keys of the meetings in which it has a row when the start is one of these."""
        touched = self.axis.sittings[stretch.first : stretch.last + 1]
        return tuple(sitting.meeting.key for sitting in touched if sitting.length)

    def rows_after_first(self, stretch: Stretch) -> int:
        """Return how many rows follow the first when the start is one of these."""
        return sum(1 for each in self.axis.sittings[stretch.first + 1 : stretch.last + 1] if each.length)

    @cached_property
    def reach(self) -> tuple[Sitting, ...]:
        """The meetings in which it can have a row."""
        found = sorted({index for stretch in self.stretches for index in range(stretch.first, stretch.last + 1)})
        return tuple(self.axis.sittings[index] for index in found if self.axis.sittings[index].length)

    @cached_property
    def opens(self) -> Expression:
        """When it is opened, in ticks of the clock."""
        literals = self.telling("first", lambda stretch: stretch.first)
        return self.start + sum(self.axis.sittings[i].offset * lit for i, lit in literals.items())

    @cached_property
    def closes(self) -> Expression:
        """When it is concluded, in ticks of the clock."""
        literals = self.telling("last", lambda stretch: stretch.last)
        return self.end + sum(self.axis.sittings[i].offset * lit for i, lit in literals.items())

    def part(self, sitting: Sitting) -> tuple[cp_model.IntervalVar, Expression]:
        """Return its part in a meeting as an interval of the clock, and the ticks of that part (0 when it has none)."""
        key = ("part", sitting.index)
        if key not in self._told:
            self._told[key] = self._part(sitting)
        found: tuple[cp_model.IntervalVar, Expression] = self._told[key]
        return found

    def _part(self, sitting: Sitting) -> tuple[cp_model.IntervalVar, Expression]:
        model, low, high = self._model, sitting.opens, sitting.opens + sitting.length
        touches, begins, ends = self.touches(sitting), self.begins_in(sitting), self.ends_in(sitting)
        opens, closes = model.new_int_var(low, high, ""), model.new_int_var(low, high, "")
        model.add(opens == self.start + sitting.offset).only_enforce_if(begins)
        model.add(opens == low).only_enforce_if([touches, negated(begins)])
        model.add(closes == self.end + sitting.offset).only_enforce_if(ends)
        model.add(closes == high).only_enforce_if([touches, negated(ends)])
        size = model.new_int_var(0, sitting.length, "")
        model.add(size == closes - opens).only_enforce_if(touches)
        model.add(size == 0).only_enforce_if(negated(touches))
        return model.new_optional_interval_var(opens, size, closes, touches, ""), size
