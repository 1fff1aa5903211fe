"""What delegates may read of a programme; what was asked of it, and of whom, stays with the secretariat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wgsched.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wgsched.model import Agenda, Meeting, Programme


def for_delegates(programme: Programme) -> Programme:
    """Return a programme without what is not meant for delegates.

    It has no rules with their reasons, no wishes, weights and priorities, no people with their hours, no interpretation
    teams, and no events that are shown nowhere.
    """
    session = programme.session
    public = replace(
        session,
        meetings=_without_teams(session.meetings),
        agenda=_without_priorities(session.agenda),
        services=replace(session.services, teams=()),
        events=tuple(event for event in session.events if event.shown),
        participants=(),
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


def _without_priorities(agenda: Agenda) -> Agenda:
    return replace(agenda, items=tuple(replace(item, priority=None) for item in agenda.items))
