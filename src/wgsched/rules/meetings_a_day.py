"""A team of interpreters serves a limited number of meetings a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from pendulum import Date

from wgsched.model import ConferenceServices, Desk, Ease, InterpretationTeam, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_session
from wgsched.model.services import judged, open_to, served_by
from wgsched.rules import _found
from wgsched.rules._interpreted import one_more_team, without_interpretation


@dataclass(frozen=True)
class MeetingsADay(Rule):
    """A team serves no more meetings a day than conference services grant: two by default (AIIC)."""

    code: ClassVar[str] = "meetings-a-day"
    never_a_wish: ClassVar[bool] = True
    customary: ClassVar[bool] = True
    source: ClassVar[str] = (
        "working conditions of interpreters, as the International Association of Conference Interpreters states "
        "them: two meetings a day; CAC/COSP/WG.2/2009/1 grants as many."
    )

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

    def deviation(self, programme: Programme, team: InterpretationTeam, date: Date, limit: int) -> Sentence | None:
        """Say which it serves."""
        return _found.held(each for each in served_by(programme, team) if each.date == date)

    def eases(self, session: Session, team: InterpretationTeam, date: Date, limit: int) -> Iterator[Sequence[Ease]]:
        """Yield one more team, and meetings of that day without interpretation."""
        yield from one_more_team(session, team)
        yield from without_interpretation(session, (each for each in open_to(session, team) if each.date == date))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield one meeting on a day, which is allowed, and two."""
        session = a_session(services=ConferenceServices(meetings_a_day=1))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "1", "pm": "2"})
