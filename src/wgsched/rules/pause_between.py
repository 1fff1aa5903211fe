"""A team of interpreters rests between two meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Self

from wgsched.model import (
    Case,
    ConferenceServices,
    Desk,
    InterpretationTeam,
    Meeting,
    Minutes,
    Programme,
    Rule,
    Sentence,
    Session,
)
from wgsched.model.example import Example, a_session
from wgsched.model.services import judged, open_to, served_by


@dataclass(frozen=True)
class PauseBetween(Rule):
    """A team serves one meeting at a time and pauses between two: 90 minutes by default (AIIC)."""

    code: ClassVar[str] = "pause-between"
    source: ClassVar[str] = (
        "working conditions of interpreters, as the International Association of Conference Interpreters states "
        "them: ninety minutes between two meetings."
    )

    def cases(self, session: Session) -> Iterator[tuple[InterpretationTeam, Minutes]]:
        """Yield each team and the pause."""
        for team in session.services.teams:
            yield team, Minutes(session.services.pause)

    def post(self, desk: Desk, team: InterpretationTeam, pause: Minutes) -> None:
        """Give the team at most one of two meetings that are too close."""
        for pair in _too_close(open_to(desk.session, team), pause):
            desk.serves_at_most(team, 1, pair)

    def holds(self, programme: Programme, team: InterpretationTeam, pause: Minutes) -> bool | None:
        """Return whether no two of its meetings are too close."""
        return judged(programme, kept=not any(_too_close(served_by(programme, team), pause)))

    def words(self, team: InterpretationTeam, pause: Minutes) -> Sentence:
        """Say how long the team pauses."""
        return Sentence(self.code, team=team.key, minutes=pause)

    def remainder(self, team: InterpretationTeam, pause: Minutes) -> Case:
        """Return the team without a pause: it still serves no two meetings at once."""
        return team, Minutes(0)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield one meeting, and two with a pause of four hours where five are needed."""
        session = a_session(services=ConferenceServices(pause=300))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "1", "pm": "2"})


def _too_close(meetings: Sequence[Meeting], pause: int) -> Iterator[tuple[Meeting, Meeting]]:
    """Yield each two of these meetings between which the pause is shorter."""
    rested = {each.key: each.closes.add(minutes=pause) for each in meetings}
    for pair in combinations(meetings, 2):
        earlier, later = sorted(pair, key=lambda meeting: meeting.opens)
        if later.opens < rested[earlier.key]:
            yield pair
