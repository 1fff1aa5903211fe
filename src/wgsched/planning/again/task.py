"""What is to be planned: of a published programme, what was held stays, and what is locked stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pendulum import DateTime

from wgsched.checking import score
from wgsched.checking.remaining import Remaining, moment_of, remaining
from wgsched.model import Agenda, Consideration, Finding, Meeting, Programme, Rule, Session
from wgsched.planning.again.floors import Advances
from wgsched.planning.again.identity import matched
from wgsched.planning.again.locks import locks
from wgsched.rules import of_running, of_the_past, staying


@dataclass(frozen=True)
class Task:
    """What is to be planned: ``session`` is what remains of ``given``, with locks; ``now`` is where the past ends.

    ``published`` is the rest of the programme to change as little as possible, None when there is none; ``announced``
    is that programme as it was given. ``minutes`` has, by key, the instalments that get fewer minutes than expected.
    ``advances`` says what may be taken up earlier than was published to close gaps, None where nothing is.
    """

    given: Session
    session: Session
    published: Programme | None = None
    now: DateTime | None = None
    rest: Remaining | None = None
    before: Programme | None = None
    minutes: Mapping[str, int] = field(default_factory=dict)
    announced: Programme | None = None
    advances: Advances | None = None

    def whole(self, planned: Programme) -> Programme:
        """Return the whole programme: what was held, and what was planned of the rest."""
        if self.before is None or self.rest is None:
            return replace(planned, session=self.given)
        rows = tuple(row for meeting in self.given.meetings for row in _joined(self.rest.held, planned, meeting))
        known = {meeting.key: meeting for meeting in planned.meetings}
        meetings = tuple(_as_held(each, known[each.key], self.rest) for each in self.before.meetings)
        whole = replace(
            planned,
            session=self.given,
            meetings=meetings,
            considerations=rows,
            actuals=self.before.actuals,
            as_of=self.now,
        )
        return replace(whole, finding=_weighed(whole)) if self.rest.held else whole


def task_of(
    session: Session, published: Programme | None, now: DateTime | str | None = None, keep: Iterable[str] = ()
) -> Task:
    """Return what is to be planned of a session, from a programme that was published and from a moment on.

    Raises:
        BadInput: ``now`` is no moment, or ``keep`` names what is not there.
    """
    if published is None:
        return Task(session, _without(session, tuple(each.key for each in session.meetings if each.cancelled)))
    session = matched(session, published.session).session
    before = _as_amended(session, published)
    moment = moment_of(before, session.moment(now) if now is not None else None)
    rest = remaining(before, moment)
    left = rest.programme
    held = {row.meeting for row in rest.held}
    begun = tuple(
        # no longer than it was to be: running over takes no other meeting
        replace(meeting, closes=min(meeting.closes, session.meeting(meeting.key).closes))
        for meeting in before.meetings
        if meeting.key in held
    )
    over = {*rest.over, *(each.key for each in before.meetings if each.cancelled)}
    closed = tuple(each.key for each in before.meetings if each.key in over)
    locked = locks(left, keep)
    planned = replace(
        left.session,
        agenda=_never_left_out(left.session.agenda, locked),
        meetings=tuple(
            replace(each, optional=False) if each.key in held else _with_rooms_to_choose(session, each)
            for each in left.session.meetings
        ),
        rules=(
            *left.session.rules,
            *of_running(left, (key for key in sorted(held) if key not in over)),
            *locked,
        ),
    )
    rows = _kept(left, published)
    return Task(session, _without(planned, closed, begun), rows, moment, rest, before, announced=published)


def _never_left_out(agenda: Agenda, locked: Iterable[Rule]) -> Agenda:
    """Return an agenda in which what is locked is not left out."""
    keys = staying(locked)
    items = {key for each in agenda.instalments if each.key in keys for key in each.items}
    if not any(agenda[key].priority for key in items):
        return agenda
    return replace(agenda, items=tuple(replace(each, priority=None) if each.key in items else each for each in agenda))


def _kept(left: Programme, published: Programme) -> Programme:
    """Return what can stay as it was published: an item loses its place with one of its meetings."""
    known = {meeting.key for meeting in left.meetings}
    lost = {row.instalment for row in published.considerations if row.meeting not in known}
    rows = tuple(row for row in left.considerations if row.instalment not in lost)
    return replace(left, considerations=rows)


def _without(session: Session, closed: tuple[str, ...], begun: tuple[Meeting, ...] = ()) -> Session:
    if not closed and not begun:
        return session
    return session.with_rules(of_the_past(closed, begun))


def _as_amended(session: Session, published: Programme) -> Programme:
    """Return the published programme on the session as it is now: its amended meetings, the rows that still can be.

    A meeting that the session file has changed since is taken from there.
    """
    was = {meeting.key: meeting for meeting in published.session.meetings}
    shown = {meeting.key: meeting for meeting in published.meetings}
    meetings = [
        (_as_shown if was.get(each.key) == each else _in_its_room)(each, shown.get(each.key, each))
        for each in session.meetings
    ]
    keys = {each.key for each in meetings}
    instalments = {each.key for each in session.agenda.instalments}
    rows = (row for row in published.considerations if row.meeting in keys and row.instalment in instalments)
    facts = (each for each in published.actuals if each.meeting in keys and each.instalment in instalments)
    ordered = tuple(sorted(meetings, key=lambda each: each.opens))
    teams = {each.key: each.team for each in session.meetings}
    given = replace(session, meetings=tuple(replace(each, held=True, team=teams[each.key]) for each in ordered))
    return replace(
        published, session=given, meetings=ordered, considerations=tuple(rows), actuals=tuple(facts), finding=Finding()
    )


def _as_shown(given: Meeting, shown: Meeting) -> Meeting:
    """Return a meeting as it was published; upon what it opens, the session says, unless it was given an hour since."""
    return replace(shown, opening=given.opening) if shown.window == given.window else shown


def _in_its_room(given: Meeting, shown: Meeting) -> Meeting:
    """Return a meeting that the file has changed since; in the room that it was given, while it may be there."""
    return replace(given, room=shown.room) if not given.room and shown.room in given.rooms else given


def _with_rooms_to_choose(session: Session, each: Meeting) -> Meeting:
    """Return a meeting whose room was chosen with all from which it may be chosen again; it changes only for a gain."""
    given = session.meeting(each.key)
    chosen = given.rooms and not given.room and each.room in given.rooms
    return replace(each, room=None, rooms=given.rooms) if chosen else each


def _joined(held: tuple[Consideration, ...], planned: Programme, meeting: Meeting) -> list[Consideration]:
    """Return the rows of a meeting that are facts and the others, in order; one that goes on is one row."""
    rows = [row for row in held if row.meeting == meeting.key]
    for row in planned.rows(meeting):
        last = rows[-1] if rows else None
        if last and last.instalment == row.instalment and last.closes is not None and last.closes == row.opens:
            rows[-1] = replace(last, closes=row.closes)
        else:
            rows.append(row)
    return rows


def _as_held(before: Meeting, planned: Meeting, rest: Remaining) -> Meeting:
    """Return a meeting as it is in the whole programme."""
    begun = any(row.meeting == before.key for row in rest.held)
    if before.key in rest.over or begun or before.cancelled:
        return before
    return replace(planned, opens=before.opens, optional=before.optional)


def _weighed(whole: Programme) -> Finding:
    """Return the finding with the cost of the whole programme, the past included."""
    finding = whole.finding
    total = score(whole).total
    return replace(finding, objective=total, bound=max(0, total - (finding.objective - finding.bound)))
