"""What preferences count, as the solver counts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from wgsched.model import Forum, Instalment, Unit, Window
from wgsched.planning.places import Expression, Literal, Place, either, given, negated

if TYPE_CHECKING:
    from wgsched.planning.desk import Desk

MOST = 10**6
"""No count is larger."""


def total(quantities: Iterable[Expression]) -> Expression:
    """Return the sum."""
    return sum(quantities)


def largest(quantity: Expression) -> int:
    """Return what a quantity can be at most, as far as its parts tell."""
    if isinstance(quantity, int):
        return quantity
    flat = cp_model.FlatIntExpr(quantity)
    parts = ((factor, each.domain) for factor, each in zip(flat.coeffs, flat.vars, strict=True))
    return int(flat.offset + sum(factor * (its.max() if factor > 0 else its.min()) for factor, its in parts))


def extreme(desk: Desk, quantities: list[Expression], *, largest: bool) -> Expression:
    """Return the largest or the smallest of these."""
    found = desk.model.new_int_var(-MOST, MOST, "")
    if largest:
        desk.model.add_max_equality(found, quantities)
    else:
        desk.model.add_min_equality(found, quantities)
    return found


def inverted(desk: Desk, earlier: Unit, later: Unit) -> Expression:
    """Count 1 when the later is opened first."""
    one, other = desk.of(earlier), desk.of(later)
    if len(one) == len(other) == 1 and one[0].axis is other[0].axis:
        first, second = one[0].start, other[0].start
    else:
        first, second = _opening(desk, earlier), _opening(desk, later)
    literal = desk.model.new_bool_var("")
    runs = one[0].runs and other[0].runs
    if len(one) == len(other) == 1 and one[0].axis is other[0].axis and one[0].axis.forum in desk.singly and runs:
        desk.model.add(one[0].end <= second).only_enforce_if(~literal)
        desk.model.add(other[0].end <= first).only_enforce_if(literal)
        return literal
    desk.model.add(first <= second).only_enforce_if(negated(literal))
    desk.model.add(second < first).only_enforce_if(literal)
    return literal


def opened_first(desk: Desk, earlier: Unit, later: Unit) -> None:
    """Open the one no later than the other."""
    desk.model.add(_opening(desk, earlier) <= _opening(desk, later))


def _opening(desk: Desk, unit: Unit) -> Expression:
    """Return when a unit is opened, on the clock."""
    each = [_taken_up(desk, desk.places[part.key]) for part in desk.session.agenda.instalments_of(unit)]
    return each[0] if len(each) == 1 else extreme(desk, each, largest=False)


def _taken_up(desk: Desk, places: Sequence[Place]) -> Expression:
    if len(places) == 1:
        return places[0].opens
    return desk.once(("opens", places[0].instalment.key), lambda: _wherever(desk, places))


def _wherever(desk: Desk, places: Sequence[Place]) -> Expression:
    opens = desk.model.new_int_var(0, MOST, "")
    for place in places:
        desk.model.add(opens == place.opens).only_enforce_if(place.present)
    return opens


def continuations(desk: Desk, instalment: Instalment) -> Expression:
    """Count the rows after the first."""
    return total(place.continuations() for place in desk.places[instalment.key])


def outside(desk: Desk, unit: Unit, windows: Sequence[Window]) -> Expression:
    """Count the instalments that are not wholly inside these windows."""
    spans = tuple(desk.clock.span(window) for window in windows)
    return len(desk.session.agenda.instalments_of(unit)) - total(place.inside(spans) for place in desk.of(unit))


def closing(desk: Desk, forum: Forum) -> Expression:
    """Count the usable minutes of the forum's meetings, held or not, before its last item is concluded."""
    axis = desk.axes[forum.key]
    here = desk.on(axis)
    if not here:
        return 0
    shut = {each.key: each.usable.minutes for each in desk.session.meetings_of(forum.key) if each.key in desk.closed}
    before = [
        sum(shut.get(each.key, 0) for each in desk.session.meetings_of(forum.key) if each.opens < sitting.meeting.opens)
        // desk.clock.tick
        for sitting in axis.sittings
    ]
    last = desk.model.new_int_var(0, axis.length + max(before), "")
    if axis.forum in desk.singly:
        always = [place for place in here if place.present is True]
        soonest = min((place.least for place in always), default=0)
        desk.model.add(last >= soonest + sum(place.ticks for place in always))
    for place in here:
        desk.model.add(last >= place.until(before)).only_enforce_if(given(place.present))
    return last * desk.clock.tick


def together(desk: Desk, first: Unit, second: Unit, window: Window) -> Expression:
    """Count 1 when both have a row in the window."""
    one, other = _in(desk, first, window), _in(desk, second, window)
    if one is False or other is False:
        return 0
    both = desk.model.new_bool_var("")
    desk.model.add_bool_or([both, negated(one), negated(other)])
    desk.model.add_implication(both, one)
    desk.model.add_implication(both, other)
    return both


def _in(desk: Desk, unit: Unit, window: Window) -> Literal:
    span = desk.clock.span(window)
    return either(desk.model, [place.meets(span) for place in desk.of(unit)])
