"""What rules ask of several instalments or meetings, posted when the variables are there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from wgsched.model import Forum, Instalment, Meeting, Unit
from wgsched.planning.model.placements.placement import Literal, Place, given, negated

if TYPE_CHECKING:
    from wgsched.planning.model.desk import Desk


def one_at_a_time(desk: Desk, forum: Forum) -> None:
    """Take up one instalment at a time in the forum."""
    here = desk.on(desk.axes[forum.key])
    desk.model.add_no_overlap(interval for place in here for interval in place.intervals)
    if forum.key in desk.times:
        needed = sum(place.ticks for place in here if place.present is True)
        desk.model.add(desk.times[forum.key].at[-1] >= needed)


def apart(desk: Desk, units: Sequence[Unit]) -> None:
    """Never take up two of these at once."""
    for first, second in combinations(units, 2):
        for one, other in product(desk.of(first), desk.of(second)):
            if one.axis.hours != other.axis.hours:
                _never_at_once(desk, one, other)
            else:
                desk.model.add_no_overlap([*one.intervals, *other.intervals])
    together: dict[object, list[Place]] = {}
    for place in (place for unit in units if len(desk.each(unit)) == 1 for place in desk.of(unit)):
        together.setdefault(place.axis.hours, []).append(place)
    for places in together.values():
        desk.model.add_no_overlap(interval for place in places for interval in place.intervals)


def _never_at_once(desk: Desk, one: Place, other: Place) -> None:
    for here in one.reach:
        for there in other.reach:
            if here.opens < there.opens + there.length and there.opens < here.opens + here.length:
                desk.model.add_no_overlap([one.part(here)[0], other.part(there)[0]])


def before(desk: Desk, earlier: Unit, later: Unit, gap: int) -> None:
    """Conclude the one before the other is opened, with a gap in minutes of clock time."""
    ticks = -(-gap // desk.clock.tick)
    for one in desk.of(earlier):
        for other in desk.of(later):
            if one.axis is other.axis and not gap:
                ordered = one.end <= other.start
            else:
                ordered = one.closes + ticks <= other.opens
            desk.model.add(ordered).only_enforce_if(given(one.present, other.present))


def directly_after(desk: Desk, earlier: Unit, later: Unit) -> None:
    """Leave nothing between the last of the one and the first of the other, where they are in one forum."""
    if not desk.of(earlier) or not desk.of(later):
        return
    lasts, firsts = _chosen(desk, desk.of(earlier), last=True), _chosen(desk, desk.of(later), last=False)
    for one, is_last in lasts:
        for other, is_first in firsts:
            if one.axis is other.axis:
                desk.model.add(one.end == other.start).only_enforce_if(given(is_last, is_first))


def _chosen(desk: Desk, places: list[Place], *, last: bool) -> list[tuple[Place, Literal]]:
    """Return each place with a literal that is true for one alone: the last concluded, or the first opened."""
    if len(places) == 1:
        return [(places[0], places[0].present)]
    found = [(place, desk.model.new_bool_var("")) for place in places]
    desk.model.add_exactly_one(literal for _, literal in found)
    for place, literal in found:
        if place.present is not True:
            desk.model.add_implication(literal, place.present)
        for other in places:
            if other is not place:
                ordered = other.closes <= place.closes if last else place.opens <= other.opens
                desk.model.add(ordered).only_enforce_if(given(literal, other.present))
    return found


def rows(desk: Desk, meeting: Meeting, instalments: tuple[Instalment, ...]) -> None:
    """Keep what was typed in its order, and all else of the meeting after it."""
    here = {place.instalment.key: (place, sitting) for place, sitting in desk.at(meeting)}
    order = [here[each.key] for each in instalments if each.key in here]
    for (one, sitting), (other, _) in pairwise(order):
        desk.model.add(one.row(sitting)[1] <= other.row(sitting)[0])
    listed = {each.key for each in instalments}
    for place, sitting in desk.at(meeting):
        if order and place.instalment.key not in listed:
            after = order[-1][0].row(sitting)[1] <= place.row(sitting)[0]
            desk.model.add(after).only_enforce_if(given(place.touches(sitting)))


def used(desk: Desk, meeting: Meeting) -> Literal:
    """Return whether items are taken up in a meeting, or were before planning began."""
    if meeting.key in desk.begun:
        return True
    return desk.once(("used", meeting.key), lambda: _used(desk, meeting))


def _used(desk: Desk, meeting: Meeting) -> Literal:
    if meeting.forum in desk.times and meeting.optional:
        return desk.times[meeting.forum].holds(meeting)
    rows = [place.touches(sitting) for place, sitting in desk.at(meeting)]
    if any(row is True for row in rows):
        return True
    literal = desk.model.new_bool_var("")
    for row in rows:
        desk.model.add_implication(row, literal)
    desk.model.add_bool_or([*rows, negated(literal)])
    return literal


def at_most(desk: Desk, limit: int, meetings: Sequence[Meeting]) -> None:
    """Take up items in at most so many of these meetings."""
    held = [used(desk, each) for each in meetings if each.key not in desk.begun and desk.at(each)]
    left = max(0, limit - sum(each.key in desk.begun for each in meetings))
    if len(held) > left:
        desk.model.add(sum(held) <= left)


def served(desk: Desk, meeting: Meeting, teams: Sequence[str]) -> None:
    """Have one of these teams serve the meeting when items are taken up in it."""
    if not desk.at(meeting):
        return
    for each in teams:
        desk.serving[each, meeting.key] = desk.model.new_bool_var("")
    desk.model.add(sum(desk.serving[each, meeting.key] for each in teams) == used(desk, meeting))
    team = desk.begun.get(meeting.key)
    if team in teams and team is not None:
        desk.model.add(desk.serving[team, meeting.key] == 1)


def serves_at_most(desk: Desk, team: str, limit: int, meetings: Sequence[Meeting]) -> None:
    """Have the team serve at most so many of these meetings."""
    coming = [each for each in meetings if desk.begun.get(each.key) != team]
    serving = [desk.serving[team, each.key] for each in coming if (team, each.key) in desk.serving]
    left = max(0, limit - (len(meetings) - len(coming)))
    if len(serving) > left:
        desk.model.add(sum(serving) <= left)
