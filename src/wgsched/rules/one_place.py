"""Nobody is at two meetings at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Self

from wgsched.model import (
    AgendaItem,
    Forum,
    Instalment,
    Participant,
    Session,
    Strength,
    Text,
)
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.rules import _at_once


@dataclass(frozen=True)
class OnePlace(_at_once.NotInTwoPlaces):
    """A participant whose items may be taken up in different forums is never needed in two at once.

    Where this is only a wish, each two of their items are a case of their own; the items of a track that they chair are
    one, so that another item beside one of its meetings counts once.
    """

    code: ClassVar[str] = "one-place"
    speaks_of: ClassVar[str] = "participants"
    source: ClassVar[str] = "nobody is in two rooms at once; two items in one room may be taken up one after the other."

    def cases(self, session: Session) -> Iterator[tuple[Participant, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
        """Yield each such participant with their items, and the instalments of these."""
        for participant in session.participants:
            duties = session.duties_of(participant)
            whole = participant.grade[0] is Strength.MUST or len(duties) < 2
            for some in (duties,) if whole else combinations(duties, 2):
                items = tuple(dict.fromkeys(item for duty in some for item in duty))
                parts = _at_once.parts_of(session, items)
                if len({forum for part in parts for forum in session.forums_of(part)}) > 1:
                    yield participant, items, parts

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a delegation with an item in each of two forums, one after the other and at once."""
        forums = (Forum("plenary"), Forum("committee"))
        meetings = (a_meeting("plenary"), a_meeting("committee", forum="committee"))
        items = (an_item("1"), an_item("2", forums=("committee",)))
        delegation = Participant("delegation", Text(en="the delegation"), ("1", "2"))
        session = a_session(*items, meetings=meetings, forums=forums, participants=(delegation,))
        yield Example(
            session, cls(), kept={"plenary": "1 -", "committee": "- 2"}, broken={"plenary": "1", "committee": "2"}
        )
