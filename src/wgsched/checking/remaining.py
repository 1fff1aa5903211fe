"""What remains of a programme: what was held, or is over, is a fact; the rest is still to be planned and judged."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pendulum import DateTime

from wgsched.model import (
    Actual,
    Agenda,
    AgendaItem,
    Consideration,
    Duration,
    Instalment,
    Meeting,
    Outcome,
    Programme,
    Rows,
    Session,
    Takes,
    Wish,
)
from wgsched.model.items import HALF_HOUR

NOTHING = Takes(Duration())
"""What is left of an instalment that was concluded: it is not planned."""


@dataclass(frozen=True)
class Remaining:
    """A programme from some moment on.

    ``programme`` is of a session that has just what is left: items that were concluded take nothing, others the
    minutes that they still need, and a meeting that goes on opens at the moment. ``held`` are the rows that are facts,
    ``over`` the keys of the meetings in which nothing can be taken up any more.
    """

    programme: Programme
    held: tuple[Consideration, ...] = ()
    over: frozenset[str] = frozenset()


def moment_of(programme: Programme, now: DateTime | None = None) -> DateTime | None:
    """Return the moment up to which a programme is a fact: the latest that is known; None when nothing is."""
    known = [now, programme.as_of, *(actual.moment for actual in programme.actuals)]
    return max((each for each in known if each is not None), default=None)


def remaining(programme: Programme, now: DateTime | None = None) -> Remaining:
    """Return what remains of a programme, from the latest moment that was recorded, or from a later one.

    A row that goes on at that moment is divided there. What is over without a record counts as held as planned.
    """
    moment = moment_of(programme, now)
    if moment is None:
        return Remaining(programme)
    held, left = _divided(programme, moment)
    minutes = {each.key: _left(programme, each, held, left) for each in programme.session.agenda.instalments}
    over = frozenset(meeting.key for meeting in programme.meetings if meeting.usable.closes <= moment)
    begun = tuple(Actual(row.instalment, row.meeting, Outcome.CONTINUES, row.closes or moment) for row in held)
    rest = replace(
        programme,
        session=_session(programme.session, minutes, {row.instalment for row in held}, over, moment),
        meetings=tuple(_cut(meeting, moment) for meeting in programme.meetings),
        considerations=tuple(row for row in left if minutes[row.instalment]),
        actuals=begun,
        as_of=None,
    )
    return Remaining(rest, held, over)


def _divided(programme: Programme, moment: DateTime) -> tuple[tuple[Consideration, ...], tuple[Consideration, ...]]:
    """Return the rows that are facts, and the others."""
    facts = (each for each in programme.actuals if each.outcome is not Outcome.NOT_REACHED)
    recorded = {(each.instalment, each.meeting) for each in facts}
    held: list[Consideration] = []
    left: list[Consideration] = []
    for row in programme.considerations:
        meeting = programme.meeting(row.meeting)
        known = row.closes is None and (row.instalment, row.meeting) in recorded
        if known or (row.closes or meeting.closes) <= moment:
            held.append(row)
        elif row.opens and row.closes and row.opens < moment:
            held.append(replace(row, closes=moment))
            left.append(replace(row, opens=moment))
        else:
            left.append(row)
    return tuple(held), tuple(left)


def _left(
    programme: Programme, instalment: Instalment, held: Iterable[Consideration], left: Iterable[Consideration]
) -> int:
    """Return the minutes that an instalment still needs."""
    outcomes = [actual.outcome for actual in programme.actuals if actual.instalment == instalment.key]
    done = [row for row in held if row.instalment == instalment.key]
    planned = [row for row in left if row.instalment == instalment.key]
    if Outcome.CONCLUDED in outcomes:
        return 0
    if not done:
        return programme.session.minutes_of(instalment)
    if not planned and not outcomes:
        return 0
    return _unused(programme, instalment, done, planned) or HALF_HOUR.expected.minutes


def unused_minutes(programme: Programme, instalment: Instalment) -> int:
    """Return the minutes of an instalment that are not used at the latest moment that was recorded; 0 if all are."""
    moment = moment_of(programme)
    held, left = _divided(programme, moment) if moment else ((), programme.considerations)
    own = ([row for row in rows if row.instalment == instalment.key] for rows in (held, left))
    return _unused(programme, instalment, *own)


def _unused(
    programme: Programme, instalment: Instalment, done: Sequence[Consideration], planned: Sequence[Consideration]
) -> int:
    """Return the minutes that were stated last or estimated, without those used since; else those still planned."""
    whole, since = programme.session.minutes_of(instalment), None
    for actual in programme.actuals:
        if actual.instalment == instalment.key and actual.remaining is not None:
            whole, since = actual.remaining, actual.moment
    used = [row for row in done if since is None or (row.opens or programme.meeting(row.meeting).opens) >= since]
    needed = whole - sum(_minutes(row, whole, len(done) + len(planned)) for row in used)
    return needed if needed > 0 else sum(_minutes(row, 0, 1) for row in planned)


def _minutes(row: Consideration, whole: int, rows: int) -> int:
    """Return how long a row lasts; where its hours are not known, its share of the whole."""
    return row.window.minutes if row.window else whole // rows


def _cut(meeting: Meeting, moment: DateTime) -> Meeting:
    """Return what is left of a meeting that goes on; others as they are."""
    return replace(meeting, opens=moment) if meeting.opens < moment < meeting.usable.closes else meeting


def _session(
    session: Session, minutes: dict[str, int], begun: set[str], over: frozenset[str], moment: DateTime
) -> Session:
    agenda = Agenda(tuple(_item(session, item, minutes, begun) for item in session.agenda))
    return replace(
        session,
        agenda=agenda,
        meetings=tuple(_cut(meeting, moment) for meeting in session.meetings),
        organization=tuple(_typed(session, agenda, over)),
        rules=tuple(rule for rule in session.rules if not rule.settled(session, begun)),
        wishes=tuple(wish for wish in session.wishes if not (isinstance(wish, Wish) and wish.settled(session, begun))),
    )


def _item(session: Session, item: AgendaItem, minutes: dict[str, int], begun: set[str]) -> AgendaItem:
    own = [each for each in session.agenda.instalments_of(item) if each.items[0] == item.key]
    takes = tuple(_takes(session, each, minutes[each.key], begun) for each in own)
    if not own:
        return item
    if any(each.key in begun for each in own):
        item = replace(item, priority=None)  # what has begun is not left out any more
    return replace(item, parts=takes) if item.parts else replace(item, takes=takes[0])


def _takes(session: Session, instalment: Instalment, left: int, begun: set[str]) -> Takes:
    if not left:
        return NOTHING
    takes, meeting = instalment.takes, session.meeting_length(session.forums_of(instalment)[0])
    held = session.minutes_of(instalment) - left if instalment.key in begun else 0
    least = takes.least and Duration(min(left, max(1, takes.least.in_minutes(meeting) - held)))
    most = takes.most and Duration(max(left, takes.most.in_minutes(meeting) - held))
    return Takes(Duration(left), least, most, takes.estimate)


def _typed(session: Session, agenda: Agenda, over: frozenset[str]) -> Iterator[Rows]:
    """Yield the rows typed by hand that still ask for something."""
    planned = {each.key for each in agenda.instalments}
    for rows in session.organization:
        keys, placed = (_keys(session, names, planned) for names in (rows.instalments, rows.placed))
        if rows.meeting not in over and (keys or not rows.instalments):
            hours = tuple(each for each in rows.hours if each.instalment in keys)
            yield replace(rows, instalments=keys, open_ended=rows.admits, placed=placed, hours=hours)


def _keys(session: Session, names: Iterable[str], planned: Container[str]) -> tuple[str, ...]:
    """Return the keys of the instalments of these names that are still planned."""
    agenda = session.agenda
    named = ([each.key for each in agenda.instalments_of(agenda[name])] if name in agenda else [name] for name in names)
    return tuple(key for keys in named for key in keys if key in planned)
