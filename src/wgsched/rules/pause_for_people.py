"""People have a pause between two of their items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Instalment, Minutes, Participant, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import every
from wgsched.rules import _at_once


@dataclass(frozen=True)
class PauseForPeople(Rule):
    """Between two items that a participant presents or chairs, in either order, they have a pause.

    Inside a track that they chair they need none.
    """

    code: ClassVar[str] = "pause-for-people"
    speaks_of: ClassVar[str] = "participants.pause"
    source: ClassVar[str] = "a speaker walks from one room to another, and a connection is tried before a talk."

    def cases(self, session: Session) -> Iterator[tuple[Participant, Instalment, Instalment]]:
        """Yield each participant who needs a pause, with each two instalments of their items."""
        for participant in session.participants:
            if participant.pause:
                parts = _at_once.parts_of(session, session.needed_by(participant))
                yield from (
                    (participant, *pair) for pair in combinations(parts, 2) if not _in_track(session, participant, pair)
                )

    def post(self, desk: Desk, participant: Participant, first: Instalment, second: Instalment) -> None:
        """Leave the pause between them."""
        desk.pause((first, second), participant.pause)

    def holds(
        self, programme: Programme, participant: Participant, first: Instalment, second: Instalment
    ) -> bool | None:
        """Return whether the one was concluded, and the pause over, before the other was opened."""
        if not (programme.of(first) and programme.of(second)):
            return True
        pauses = [_minutes(programme, *pair) for pair in ((first, second), (second, first))]
        if any(minutes is not None and minutes >= participant.pause for minutes in pauses):
            return True
        return every(None if minutes is None else False for minutes in pauses)

    def words(self, participant: Participant, first: Instalment, second: Instalment) -> Sentence:
        """Say who needs a pause between what."""
        minutes = Minutes(participant.pause)
        return Sentence(self.code, who=participant.name, items=(first, second), minutes=minutes)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a speaker who has half an hour from one room to another, and none."""
        forums = (Forum("plenary"), Forum("committee"))
        meetings = (a_meeting("plenary", minutes=90), a_meeting("committee", minutes=90, forum="committee"))
        items = (an_item("1"), an_item("2", forums=("committee",)))
        speaker = Participant("speaker", Text(en="the speaker"), ("1", "2"), pause=30)
        session = a_session(*items, meetings=meetings, forums=forums, participants=(speaker,))
        broken = {"plenary": "1", "committee": "- 2"}
        yield Example(session, cls(), kept={"plenary": "- - 1", "committee": "2"}, broken=broken)


def _minutes(programme: Programme, earlier: Instalment, later: Instalment) -> int | None:
    """Return how many minutes lie between the end of one and the beginning of another; None where that is unknown."""
    return programme.concluded(earlier).minutes_until(programme.opened(later))


def _in_track(session: Session, participant: Participant, pair: tuple[Instalment, Instalment]) -> bool:
    """Return whether both are of one track that a participant chairs."""
    first, second = map(session.forums_of, pair)
    return first == second and len(first) == 1 and first[0] in participant.tracks
