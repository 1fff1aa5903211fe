"""A place on an axis whose meetings are all held: the start says everything."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from wgsched.planning.model.axes import Axis, Sitting, Stretch, inside, touching
from wgsched.planning.model.placements.placement import Expression, Literal, Place, Span, given

if TYPE_CHECKING:
    from wgsched.model import Instalment


def domain(stretches: Iterable[Stretch]) -> cp_model.Domain:
    """Return the starts of these stretches."""
    return cp_model.Domain.from_intervals([[each.low, each.high] for each in stretches])


class Fixed(Place):
    """An instalment whose allowed starts were found before any variable was made."""

    def __init__(
        self,
        model: cp_model.CpModel,
        instalment: Instalment,
        axis: Axis,
        stretches: tuple[Stretch, ...],
        ticks: int,
        present: Literal,
    ) -> None:
        super().__init__(model, instalment, axis, ticks, present)
        self._stretches = stretches
        self.least = stretches[0].low
        self.start = model.new_int_var_from_domain(domain(stretches), self.name)
        self.interval = model.new_optional_fixed_size_interval_var(self.start, ticks, present, self.name)
        touched = {index for stretch in stretches for index in range(stretch.first, stretch.last + 1)}
        self.reach = tuple(axis.sittings[index] for index in sorted(touched) if axis.sittings[index].length)

    def _telling(self, name: Hashable, value: Callable[[Stretch], Hashable]) -> dict[Any, Literal]:
        """Return a literal for each value that the start can imply; the true one is that of the start."""
        found: dict[Any, Literal] = self.once(name, lambda: self._literals(value))
        return found

    def _literals(self, value: Callable[[Stretch], Hashable]) -> dict[Any, Literal]:
        groups: dict[Any, list[Stretch]] = {}
        for stretch in self._stretches:
            groups.setdefault(value(stretch), []).append(stretch)
        if len(groups) == 1:
            return dict.fromkeys(groups, self.present)
        if len(groups) == 2 and self.present is True:
            first, second = groups
            literal = self.model.new_bool_var("")
            literals: dict[Any, Literal] = {first: literal, second: ~literal}
        else:
            literals = {key: self.model.new_bool_var("") for key in groups}
            if self.present is True:
                self.model.add_exactly_one(literals.values())
            else:
                self.model.add(sum(literals.values()) == self.present)
        for key, literal in literals.items():
            self.model.add_linear_expression_in_domain(self.start, domain(groups[key])).only_enforce_if(literal)
        return literals

    def _split(self, chosen: Iterable[Stretch]) -> Literal:
        """Return a literal that is true when the start is one of these, and the place is present."""
        inner = domain(chosen)
        outer = domain(self._stretches).intersection_with(inner.complement())
        if inner.is_empty():
            return False
        if outer.is_empty():
            return self.present
        literal = self.model.new_bool_var("")
        self.model.add_linear_expression_in_domain(self.start, inner).only_enforce_if(literal)
        self.model.add_linear_expression_in_domain(self.start, outer).only_enforce_if(given(~literal, self.present))
        if self.present is not True:
            self.model.add_implication(literal, self.present)
        return literal

    def starts(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield the allowed starts, from one to another, with the meetings, by key, in which it then has a row."""
        for each in self._stretches:
            yield each.low, each.high, self._meetings(each)

    def keep_to(self, starts: Sequence[tuple[int, int]]) -> None:
        """Allow no other starts than these, from one to another."""
        self.model.add_linear_expression_in_domain(self.start, cp_model.Domain.from_intervals([*map(list, starts)]))

    def begins_in(self, sitting: Sitting) -> Literal:
        """Return whether it is opened in this meeting."""
        return self._telling("first", lambda stretch: stretch.first).get(sitting.index, False)

    def ends_in(self, sitting: Sitting) -> Literal:
        """Return whether it is concluded in this meeting."""
        return self._telling("last", lambda stretch: stretch.last).get(sitting.index, False)

    def touches(self, sitting: Sitting) -> Literal:
        """Return whether it has a row in this meeting."""
        index = sitting.index
        return self._telling(("touches", index), lambda s: s.first <= index <= s.last).get(True, False)

    def offset(self, sitting: Sitting) -> int:
        """Return what turns a place on the axis into ticks of the clock."""
        return sitting.offset

    def until(self, before: Sequence[int]) -> Expression:
        """Return where it ends, and ``before`` more."""
        if not any(before):
            return self.end
        return self.end + sum(before[sitting.index] * self.ends_in(sitting) for sitting in self.reach)

    def continuations(self) -> Expression:
        """Return how many rows follow the first."""
        return sum(number * literal for number, literal in self._telling("rows", self._rows_after_first).items())

    def _rows_after_first(self, stretch: Stretch) -> int:
        return sum(1 for each in self.axis.sittings[stretch.first + 1 : stretch.last + 1] if each.length)

    def inside(self, spans: tuple[Span, ...]) -> Literal:
        """Return whether every row is inside one of these spans of the clock."""
        return self.once(("inside", spans), lambda: self._split(inside(self.axis, self.ticks, self._stretches, spans)))

    def meets(self, span: Span) -> Literal:
        """Return whether it has a row that shares time with this span of the clock."""
        return self.once(("meets", span), lambda: self._split(touching(self.axis, self.ticks, self._stretches, span)))

    def starts_at(self, sitting: Sitting, tick: int) -> Literal:
        """Return whether it is opened so many ticks after a meeting opens."""
        at = sitting.at + tick
        return self.once(("at", at), lambda: self._split(cut for s in self._stretches for cut in s.cut(at, at)))

    def same_meetings(self, keys: Sequence[str]) -> list[Literal]:
        """Return literals that are all true exactly when it has a row in each of these meetings and in no other."""
        return [self.once(("meetings", *keys), lambda: self._split(self._in_just(tuple(keys))))]

    def _in_just(self, keys: tuple[str, ...]) -> Iterator[Stretch]:
        return (stretch for stretch in self._stretches if self._meetings(stretch) == keys)

    def _meetings(self, stretch: Stretch) -> tuple[str, ...]:
        touched = self.axis.sittings[stretch.first : stretch.last + 1]
        return tuple(sitting.meeting.key for sitting in touched if sitting.length)
