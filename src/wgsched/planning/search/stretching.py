"""Free minutes of meetings given to items that can use them, when all else is settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from wgsched.checking import check, score
from wgsched.model import Consideration, Meeting, Programme
from wgsched.model.reading import minutes_of
from wgsched.preferences import wishbook


def stretched(planned: Programme, published: Programme | None = None) -> Programme:
    """Return a programme in which items have the free minutes of their last meetings, up to the most they can use.

    In the order of the programme, each as many as there are; what comes after it in the meeting is opened later. None
    where a rule, or any preference but those of free time, stands against that. Nothing moves to another meeting,
    and the order stays. Of a programme that changes a published one, items have no more than they were published with.
    """
    wanted = dict(_wanted(planned, published))
    if not wanted:
        return planned
    best, lawful, costs = planned, len(check(planned)), _costs(planned)
    for meeting in planned.meetings:
        for row in planned.rows(meeting):
            tried = _longer(best, meeting, row.instalment, wanted.get(row.instalment, 0))
            if tried is None or len(check(tried)) > lawful:
                continue
            if all(cost <= costs.get(code, 0) for code, cost in _costs(tried).items()):
                best = tried
    return best


def _wanted(planned: Programme, published: Programme | None) -> Iterator[tuple[str, int]]:
    """Yield how many minutes more each instalment can use."""
    for each in planned.session.agenda.instalments:
        most = planned.session.range_of(each)[1] if each.takes.most or each.takes.least else 0
        if published is not None:
            most = min(most, minutes_of(published.of(each)) or 0)
        given = minutes_of(planned.of(each)) if most else None
        if given is not None and given < most:
            yield each.key, most - given


def _costs(programme: Programme) -> Mapping[str, int]:
    """Return what each preference costs, but for those that only want free time."""
    free = {wish.code for wish, _ in wishbook(programme.session) if wish.free_time}
    costs: dict[str, int] = {}
    for line in score(programme):
        if line.preference not in free:
            costs[line.preference] = costs.get(line.preference, 0) + line.cost
    return costs


def _longer(programme: Programme, meeting: Meeting, key: str, wanted: int) -> Programme | None:
    """Return the programme in which an instalment that ends in a meeting has as many more minutes as are free there."""
    rows = list(programme.rows(meeting))
    own = next(index for index, row in enumerate(rows) if row.instalment == key)
    if not wanted or programme.of(programme.session.agenda.instalment(key))[-1] != rows[own]:
        return None
    more = min(wanted, _free(programme, meeting, rows[own:]))
    if more <= 0:
        return None
    rows[own] = _moved(rows[own], 0, more)
    for index in range(own + 1, len(rows)):
        late = max(0, -_between(rows[index - 1], rows[index]))
        rows[index] = _moved(rows[index], late, late)
    changed = iter(rows)
    considerations = tuple(next(changed) if row.meeting == meeting.key else row for row in programme.considerations)
    return replace(programme, considerations=considerations)


def _free(programme: Programme, meeting: Meeting, rows: list[Consideration]) -> int:
    """Return how many minutes are free after the first of these rows, up to what goes on in another meeting."""
    free = 0
    for earlier, later in pairwise(rows):
        free += _between(earlier, later)
        if programme.of(programme.session.agenda.instalment(later.instalment))[-1] != later:
            return free
    last = rows[-1].closes
    return free + (int((meeting.usable.closes - last).total_seconds()) // 60 if last else 0)


def _between(earlier: Consideration, later: Consideration) -> int:
    if earlier.closes is None or later.opens is None:
        return 0
    return int((later.opens - earlier.closes).total_seconds()) // 60


def _moved(row: Consideration, opens: int, closes: int) -> Consideration:
    if row.opens is None or row.closes is None:
        return row
    return replace(row, opens=row.opens.add(minutes=opens), closes=row.closes.add(minutes=closes))
