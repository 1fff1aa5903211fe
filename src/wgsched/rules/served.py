"""A meeting with interpretation is served by a team that has its languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import (
    ConferenceServices,
    Desk,
    Ease,
    InterpretationTeam,
    Meeting,
    Programme,
    Rule,
    Sentence,
    Session,
)
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import with_rows
from wgsched.model.services import able, interpreted
from wgsched.rules import _found
from wgsched.rules._interpreted import without_interpretation


@dataclass(frozen=True)
class Served(Rule):
    """Each meeting with interpretation in which items are taken up is served by a team that has its languages."""

    code: ClassVar[str] = "served"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = "a meeting with interpretation needs a team; which one, the officers may leave open."

    def cases(self, session: Session) -> Iterator[tuple[Meeting]]:
        """Yield each meeting with interpretation."""
        yield from ((meeting,) for meeting in interpreted(session.meetings))

    def post(self, desk: Desk, meeting: Meeting) -> None:
        """Ask for a team."""
        desk.served(meeting, able(desk.session, meeting))

    def holds(self, programme: Programme, meeting: Meeting) -> bool | None:
        """Return whether a team with its languages serves it; None when there are several and none is named."""
        for held in interpreted(with_rows(programme, (meeting,))):
            teams = able(programme.session, held)
            if not teams:
                return False
            if held.team is None and len(programme.session.services.teams) > 1:
                return None
        return True

    def words(self, meeting: Meeting) -> Sentence:
        """Say which meeting needs a team."""
        return Sentence(self.code, meeting=meeting)

    def deviation(self, programme: Programme, meeting: Meeting) -> Sentence | None:
        """Say what it takes up."""
        return _found.business(programme, (meeting,))

    def eases(self, session: Session, meeting: Meeting) -> Iterator[Sequence[Ease]]:
        """Yield the meeting without interpretation."""
        if not able(session, meeting):
            yield from without_interpretation(session, (meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a team for two languages that serves a meeting in two, and none for a meeting in six."""
        meetings = (a_meeting("am"), a_meeting("pm", 15, languages=("en", "fr")))
        services = ConferenceServices(teams=(InterpretationTeam("a", ("en", "fr")),))
        session = a_session(an_item("1"), meetings=meetings, services=services)
        yield Example(session, cls(), kept={"pm": "1"}, broken={"am": "1"})
