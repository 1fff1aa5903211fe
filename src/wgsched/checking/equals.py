"""Which of the programmes that cost the same is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from wgsched.model import Programme, Session
from wgsched.model.gate import instant
from wgsched.model.reading import counted, fits_one_meeting, further_meetings, minutes_of
from wgsched.model.sequence import positions

LEAST_WEIGHT = 10**6
"""Weights by hash lie between this and its double: two programmes then practically never weigh the same."""


class AmongEquals(NamedTuple):
    """What is compared when programmes cost the same, in this order; the least is taken.

    ``idle`` are free minutes of the meetings that count, those of a forum's earlier meetings weighing more.
    ``continuations`` are further meetings of items that no meeting could hold. ``agenda`` is least where what comes
    early in the agenda is opened early. ``names`` tells the rest apart by keys, whatever their order.
    """

    idle: int
    continuations: int
    agenda: int
    names: int


def among_equals(programme: Programme) -> AmongEquals:
    """Return what is compared when another programme of the session costs the same; all rows must have hours."""
    session = programme.session
    opened = _openings(programme)
    minutes = {each.key: minutes_of(programme.of(each)) or 0 for each in session.agenda.instalments}
    divided = [each for each in session.agenda.instalments if further_meetings(programme, each)]
    ranked = agenda_weights(session)
    return AmongEquals(
        sum(_idle(programme)),
        sum(further_meetings(programme, each) for each in divided if not fits_one_meeting(programme, each)),
        sum(opening * minutes[key] * ranked[key] for key, opening in opened.items()),
        sum(opening * weight_of_name(key) for key, opening in opened.items()) + sum(_names(programme)),
    )


def weight_of_name(name: str) -> int:
    """Return a number that depends on a name alone, and is another for nearly every name."""
    return LEAST_WEIGHT + int.from_bytes(sha256(name.encode()).digest()[:4], "big") % LEAST_WEIGHT


def agenda_weights(session: Session) -> Mapping[str, int]:
    """Return the weight of each instalment in the agreed order: the first has the most, the last has one."""
    places = positions(session)
    return {key: len(places) - place for key, place in places.items()}


def meeting_weights(session: Session, forum: str) -> Mapping[str, int]:
    """Return the weight of a free minute in each meeting of a forum: in the first the most, in the last one.

    In one that has no hour of its own none, since it opens when what it follows is concluded.
    """
    meetings = session.meetings_of(forum)
    return {each.key: 0 if each.opening else len(meetings) - place for place, each in enumerate(meetings)}


def _openings(programme: Programme) -> Mapping[str, int]:
    """Return when each instalment that has rows is opened, in minutes since the session's first opening."""
    first = min((instant(each.opens) for each in programme.session.meetings), default=0.0)
    rows = ((each.key, programme.of(each)) for each in programme.session.agenda.instalments)
    return {key: int(instant(some[0].opens) - first) // 60 for key, some in rows if some and some[0].opens}


def _idle(programme: Programme) -> Iterator[int]:
    for forum in programme.session.forums:
        weights = meeting_weights(programme.session, forum.key)
        for meeting in counted(programme, forum.key):
            taken = minutes_of(programme.rows(meeting)) or 0
            yield (meeting.usable.minutes - taken) * weights.get(meeting.key, 0)


def _names(programme: Programme) -> Iterator[int]:
    """Yield what forums and teams weigh by their names."""
    session = programme.session
    for each in session.agenda.instalments:
        yield from (
            weight_of_name(f"{each.key}@{programme.meeting(row.meeting).forum}") for row in programme.of(each)[:1]
        )
    if len(session.services.teams) > 1:
        served = (each for each in programme.meetings if each.team and programme.rows(each))
        yield from (weight_of_name(f"{each.team}+{each.key}") for each in served)
