"""What delegates may read of a programme; what was asked of it, and of whom, stays with the secretariat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wgsched.model import Finding, Participant

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from wgsched.model import Agenda, Meeting, Programme


def for_delegates(programme: Programme) -> Programme:
    """Return a programme without what is not meant for delegates.

    It has no rules with their reasons, no wishes and weights, no priorities but those for which an item is left out, no
    people but the names that are printed, no interpretation teams, and no events that are shown nowhere.
    """
    session = programme.session
    public = replace(
        session,
        meetings=_without_teams(session.meetings),
        agenda=_without_priorities(session.agenda, {each.item for each in programme.left_out}),
        services=replace(session.services, teams=()),
        events=tuple(event for event in session.events if event.shown),
        participants=tuple(
            Participant(each.key, each.name, each.items, chairs=each.chairs, printed=True)
            for each in session.participants
            if each.printed
        ),
        organization=(),
        rules=(),
        waives=frozenset(),
        wishes=(),
        weights={},
    )
    return replace(
        programme, session=public, meetings=_without_teams(programme.meetings), finding=Finding(), set_aside=()
    )


def _without_teams(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    return tuple(replace(meeting, team=None) if meeting.team else meeting for meeting in meetings)


def _without_priorities(agenda: Agenda, left_out: Container[str]) -> Agenda:
    items = (item if item.key in left_out else replace(item, priority=None) for item in agenda)
    return replace(agenda, items=tuple(items))
