"""Taking up items earlier than was published, in time that is free: which may be, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pendulum import DateTime

from wgsched.checking.gaps import announced, bars, is_short
from wgsched.model import Consideration, Gap, Instalment, Meeting, Programme
from wgsched.model.reading import counted
from wgsched.planning.again.floors import Advances, Asked, Kept
from wgsched.planning.again.task import Task
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Literal
from wgsched.planning.model.placements.placement import Placement


def advances(task: Task, planned: Programme, gaps: Sequence[Gap]) -> Advances:
    """Return what may be taken up earlier to close gaps of a programme in which nothing was advanced.

    From the first gap of a forum on, each item may be opened earlier in its own meeting, and the first item of a
    meeting in the one before it on the same day; but nothing that is never moved forward, and nothing at too short
    notice. All else stays.
    """
    first: dict[str, DateTime] = {}
    for gap in gaps:
        first.setdefault(planned.meeting(gap.meeting).forum, gap.opens)
    kept = dict(_kept(task, planned, first))
    had = {row.meeting for row in announced(task.announced)} if task.announced else set()
    meetings = (each for forum, opens in first.items() for each in counted(planned, forum) if each.opens >= opens)
    begun = [each.key for each in planned.meetings if task.now is not None and each.opens < task.now]
    dead = (each.key for each in meetings if each.key in had and not each.optional and each.key not in begun)
    return Advances(kept, tuple(dead))


def asked(allowed: Advances, instalment: Instalment, gap: Gap) -> Advances:
    """Return what may be taken up earlier when it is asked that an instalment is taken up in a gap."""
    own = allowed.kept[instalment.key]
    known = Kept(own.forum, own.meetings, own.opens, gap.opens)
    # no meeting is filled at the cost of another: only what is asked counts
    return Advances({**allowed.kept, instalment.key: known}, (), Asked(instalment.key, gap.meeting, gap.opens))


def _kept(task: Task, planned: Programme, first: Mapping[str, DateTime]) -> Iterator[tuple[str, Kept]]:
    for instalment in task.session.agenda.instalments:
        rows = list(_to_come(planned, instalment, task.now))
        if rows:
            meeting = planned.meeting(rows[0].meeting)
            opens = rows[0].opens or meeting.opens
            floor = _floor(task, planned, instalment, meeting, first)
            meetings = tuple(dict.fromkeys(row.meeting for row in rows))
            opens = max(opens, task.now) if task.now else opens
            yield instalment.key, Kept(meeting.forum, meetings, opens, floor if floor and floor < opens else None)


def _to_come(planned: Programme, instalment: Instalment, moment: DateTime | None) -> Iterator[Consideration]:
    """Yield the rows of an instalment that are not over."""
    for row in planned.of(instalment):
        if moment is None or (row.closes or planned.meeting(row.meeting).closes) > moment:
            yield row


def _floor(
    task: Task, planned: Programme, instalment: Instalment, meeting: Meeting, first: Mapping[str, DateTime]
) -> DateTime | None:
    """Return from when on an instalment may be opened earlier; None where it may not."""
    gap = first.get(meeting.forum)
    if gap is None or bars(task.session, instalment, task.now or gap):
        return None
    places = _places(planned, instalment, meeting)
    earliest = [max(each.opens, gap) for each in places if each.usable.closes > gap]
    return min((each for each in earliest if not is_short(task.session, each, task.now)), default=None)


def _places(planned: Programme, instalment: Instalment, meeting: Meeting) -> Iterator[Meeting]:
    """Yield the meeting in which an instalment is opened, and for its first item the one before it on that day."""
    yield meeting
    before = [each for each in counted(planned, meeting.forum) if each.opens < meeting.opens]
    if planned.rows(meeting)[0].instalment == instalment.key:
        yield from (each for each in before[-1:] if each.date == meeting.date)


def restrict(desk: SolverDesk, allowed: Advances) -> bool:
    """Keep everything in its place, but for what may be opened earlier; return False if that cannot be."""
    known = {key: each for key, each in allowed.kept.items() if key in desk.placements}
    here = {key: _there(desk, key, each) for key, each in known.items()}
    literals: list[Literal] = []
    for key, each in known.items():
        placement = here[key]
        if placement is None:
            return False
        literals.append(placement.present)
        if each.floor is None:
            literals += [_opened_at(desk, placement, each.meetings[0], each.opens)]
            literals += placement.same_meetings(each.meetings)
        else:
            desk.model.add(placement.opens >= desk.clock.at(each.floor))
            desk.model.add(placement.opens <= desk.clock.at(each.opens))
            if allowed.asked is None or allowed.asked.instalment != key:
                desk.model.add(placement.continuations() <= len(each.meetings) - 1)
    if allowed.asked:
        placement = here[allowed.asked.instalment]
        literals += [_opened_at(desk, placement, allowed.asked.meeting, allowed.asked.opens)] if placement else [False]
    for literal in literals:
        if literal is not True and literal is not False:
            desk.model.add_bool_and([literal])
    return not any(literal is False for literal in literals)


def _there(desk: SolverDesk, key: str, kept: Kept) -> Placement | None:
    return next((each for each in desk.placements[key] if each.axis.forum == kept.forum), None)


def _opened_at(desk: SolverDesk, placement: Placement, meeting: str, moment: DateTime) -> Literal:
    tick = desk.clock.exactly(moment)
    for segment in placement.reach:
        if segment.meeting.key == meeting and tick is not None:
            return placement.starts_at(segment, tick - segment.opens)
    return False
