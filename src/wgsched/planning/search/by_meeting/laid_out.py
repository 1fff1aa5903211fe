"""From meetings and rooms to a programme: the items of each meeting one after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from wgsched.planning.model.axes import Segment
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.solution import Solution
from wgsched.planning.search.by_meeting.allotment import Allotment


def laid_out(desk: SolverDesk, allotment: Allotment, orders: Iterable[tuple[str, str]]) -> Solution:
    """Return the programme: in each meeting one item after another, in the order asked for, else of the agenda."""
    segments = {each.meeting.key: each for axis in desk.axes.values() for each in axis.segments}
    here: dict[str, list[str]] = defaultdict(list)
    for each in desk.session.agenda.instalments:
        here[allotment.meetings[each.key]].append(each.key)
    before: dict[str, set[str]] = defaultdict(set)
    for earlier, later in orders:
        if allotment.meetings[earlier] == allotment.meetings[later]:
            before[later].add(earlier)
    values, forums = {}, {}
    for meeting, keys in here.items():
        segment = segments[meeting]
        at = _place(desk, segment, here)
        for key in _in_order(keys, before):
            placement = desk.placement(key, segment.meeting.forum)
            forums[key], values[placement.name] = segment.meeting.forum, at
            at += placement.ticks
    shut = frozenset(key for key in desk.held if key not in here)
    return Solution(forums, values, {}, shut, dict(allotment.rooms))


def _place(desk: SolverDesk, segment: Segment, here: Mapping[str, object]) -> int:
    """Return where a meeting opens on the axis of its forum, without the meetings that are not held."""
    before = desk.axes[segment.meeting.forum].segments[: segment.index]
    return sum(each.length for each in before if not each.may_fall or each.meeting.key in here)


def _in_order(keys: Sequence[str], before: Mapping[str, set[str]]) -> list[str]:
    """Return the keys so that each has before it what comes before it, as far as that can be; else as they are."""
    left, ordered = list(keys), list[str]()
    while left:
        free = (key for key in left if before.get(key, set()).isdisjoint(left))
        chosen = next(free, left[0])
        left.remove(chosen)
        ordered.append(chosen)
    return ordered
