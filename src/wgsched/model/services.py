"""Which meetings have interpretation, in which languages, and which team serves them."""

from __future__ import annotations

from collections.abc import Iterable

from wgsched.model.conference import InterpretationTeam, Meeting, ServiceBasis
from wgsched.model.programme import Programme
from wgsched.model.reading import with_rows
from wgsched.model.session import Session
from wgsched.model.text import Language


def spoken(meeting: Meeting) -> frozenset[Language]:
    """Return the languages in which people can surely follow a meeting.

    Without interpretation, or only as available, a meeting has its floor language if it names just one.
    """
    sure = meeting.basis is ServiceBasis.WITH or len(meeting.languages) == 1
    return frozenset(meeting.languages) if sure else frozenset()


def interpreted(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return the meetings that must have interpretation."""
    return tuple(meeting for meeting in meetings if meeting.basis is ServiceBasis.WITH)


def able(session: Session, meeting: Meeting) -> tuple[InterpretationTeam, ...]:
    """Return the teams that can serve a meeting: the team that it names, else those that have its languages."""
    return tuple(
        team
        for team in session.services.teams
        if meeting.team in (None, team.key) and set(meeting.languages) <= set(team.languages)
    )


def open_to(session: Session, team: InterpretationTeam) -> tuple[Meeting, ...]:
    """Return the meetings that a team could serve, in order of time."""
    return tuple(meeting for meeting in interpreted(session.meetings) if team in able(session, meeting))


def serves(session: Session, team: str, meeting: Meeting) -> bool:
    """Return whether the team of this key serves a meeting. A session with only one team need not name it."""
    alone = [each.key for each in session.services.teams] == [team]
    return meeting.team == team or (alone and meeting.team is None and meeting.basis is ServiceBasis.WITH)


def served_by(programme: Programme, team: InterpretationTeam) -> tuple[Meeting, ...]:
    """Return the meetings that take up items and that this team serves, in order of time."""
    served = (each for each in with_rows(programme, programme.meetings) if serves(programme.session, team.key, each))
    return tuple(sorted(served, key=lambda meeting: (meeting.opens, meeting.key)))


def all_assigned(programme: Programme) -> bool:
    """Return whether the team of every meeting with interpretation is known."""
    if len(programme.session.services.teams) == 1:
        return True
    return all(meeting.team for meeting in interpreted(with_rows(programme, programme.meetings)))


def judged(programme: Programme, *, kept: bool) -> bool | None:
    """Return whether a rule on one team is kept; None if so far, but some meetings name no team."""
    if not kept:
        return False
    return True if all_assigned(programme) else None
