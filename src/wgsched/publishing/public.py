"""What delegates may read of a programme; what was asked of it, and of whom, stays with the secretariat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wgsched.model import Finding, Participant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wgsched.model import Meeting, Programme


def for_delegates(programme: Programme) -> Programme:
    """Return a programme without what is not meant for delegates.

    It has no rules with their reasons, no wishes and weights, no people but the names that are printed, no
    interpretation teams, and no events that are shown nowhere.
    """
    session = programme.session
    public = replace(
        session,
        meetings=_without_teams(session.meetings),
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
