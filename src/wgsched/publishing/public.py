"""What delegates may read of a programme; what was asked of it, and of whom, stays with the secretariat."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from wgsched.model import Agenda, Finding, Meeting, Participant, Programme, Room


def for_delegates(programme: Programme) -> Programme:
    """Return a programme without what is not meant for delegates.

    It has no rules with their reasons, no wishes and weights, no priorities but those for which an item is left out, no
    people but the names that are printed, no interpretation teams, nothing of rooms but their names, and no events that
    are shown nowhere.
    """
    session = programme.session
    public = replace(
        session,
        meetings=_settled(session.meetings),
        agenda=_without_demands(session.agenda, {each.item for each in programme.left_out}),
        forums=tuple(replace(forum, seats=0, audience=0, features=()) for forum in session.forums),
        services=replace(
            session.services, teams=(), rooms=tuple(Room(each.key, each.title) for each in session.services.rooms)
        ),
        events=tuple(event for event in session.events if event.shown),
        participants=tuple(
            Participant(each.key, each.name, each.items, chairs=each.chairs, printed=True, tracks=each.tracks)
            for each in session.participants
            if each.printed
        ),
        organization=(),
        rules=(),
        waives=frozenset(),
        wishes=(),
        weights={},
    )
    return replace(programme, session=public, meetings=_settled(programme.meetings), finding=Finding(), set_aside=())


def _settled(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return meetings without the teams that serve them, and the rooms of which one may be chosen."""
    return tuple(replace(each, team=None, rooms=()) if each.team or each.rooms else each for each in meetings)


def _without_demands(agenda: Agenda, left_out: Container[str]) -> Agenda:
    """Return an agenda without what items ask of their rooms, and priorities but of those that are left out."""
    items = (
        replace(item, seats=0, features=(), priority=item.priority if item.key in left_out else None) for item in agenda
    )
    return replace(agenda, items=tuple(items))
