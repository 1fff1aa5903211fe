"""A team of interpreters serves so many meetings a day, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pendulum import Date

from wgsched.model import Desk, InterpretationTeam, Programme, Rule, Sentence, Session
from wgsched.model.services import judged, open_to, served_by


@dataclass(frozen=True)
class MeetingsADay(Rule):
    """A team serves no more meetings a day than conference services grant: two by default (AIIC)."""

    code: ClassVar[str] = "meetings-a-day"

    def cases(self, session: Session) -> Iterator[tuple[InterpretationTeam, Date, int]]:
        """Yield each team, each day and the limit."""
        for team in session.services.teams:
            for date in sorted({meeting.date for meeting in session.meetings}):
                yield team, date, session.services.meetings_a_day

    def post(self, desk: Desk, team: InterpretationTeam, date: Date, limit: int) -> None:
        """Ask for no more of that day's meetings than the limit."""
        meetings = [meeting for meeting in open_to(desk.session, team) if meeting.date == date]
        if len(meetings) > limit:
            desk.serves_at_most(team, limit, meetings)

    def holds(self, programme: Programme, team: InterpretationTeam, date: Date, limit: int) -> bool | None:
        """Return whether the team serves no more that day."""
        served = [meeting for meeting in served_by(programme, team) if meeting.date == date]
        return judged(programme, kept=len(served) <= limit)

    def words(self, team: InterpretationTeam, date: Date, limit: int) -> Sentence:
        """Say how many meetings the team serves that day."""
        return Sentence(self.code, team=team.key, date=date, n=limit)
