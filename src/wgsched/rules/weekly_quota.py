"""A team of interpreters serves a limited number of meetings a week."""

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
class WeeklyQuota(Rule):
    """A team serves no more meetings in a calendar week than conference services grant, if they set a number."""

    code: ClassVar[str] = "weekly-quota"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = (
        "staff interpreters' assignments in a week; no primary source was found, so no number is built in."
    )

    def cases(self, session: Session) -> Iterator[tuple[InterpretationTeam, Date, int]]:
        """Yield each team, the Monday of each week and the limit."""
        limit = session.services.weekly
        if limit is None:
            return
        for team in session.services.teams:
            for monday in sorted({_monday(meeting.date) for meeting in session.meetings}):
                yield team, monday, limit

    def post(self, desk: Desk, team: InterpretationTeam, monday: Date, limit: int) -> None:
        """Ask for no more of that week's meetings than the limit."""
        meetings = [meeting for meeting in open_to(desk.session, team) if _monday(meeting.date) == monday]
        if len(meetings) > limit:
            desk.serves_at_most(team, limit, meetings)

    def holds(self, programme: Programme, team: InterpretationTeam, monday: Date, limit: int) -> bool | None:
        """Return whether the team serves no more that week."""
        served = [meeting for meeting in served_by(programme, team) if _monday(meeting.date) == monday]
        return judged(programme, kept=len(served) <= limit)

    def words(self, team: InterpretationTeam, monday: Date, limit: int) -> Sentence:
        """Say how many meetings the team serves that week."""
        return Sentence(self.code, team=team.key, date=monday, n=limit)

    def deviation(self, programme: Programme, team: InterpretationTeam, monday: Date, limit: int) -> Sentence | None:
        """Say which it serves."""
        return _found.held(each for each in served_by(programme, team) if _monday(each.date) == monday)

    def eases(self, session: Session, team: InterpretationTeam, monday: Date, limit: int) -> Iterator[Sequence[Ease]]:
        """Yield one more team, and meetings of that week without interpretation."""
        yield from one_more_team(session, team)
        week = (each for each in open_to(session, team) if _monday(each.date) == monday)
        yield from without_interpretation(session, week)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield one meeting in a week, which is allowed, and two."""
        session = a_session(services=ConferenceServices(weekly=1))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "1", "pm": "2"})


def _monday(date: Date) -> Date:
    return date.subtract(days=date.weekday())
