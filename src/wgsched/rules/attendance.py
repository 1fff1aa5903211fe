"""People can attend what they would like to attend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
class Attendance(_at_once.NotInTwoPlaces):
    """What a participant would like to attend is not taken up at once with anything else of theirs.

    Each two items are a case of their own; the items of a track that they chair are one. Unless the participant has a
    strength, this would only be nice.
    """

    code: ClassVar[str] = "attendance"
    speaks_of: ClassVar[str] = "participants.attends"
    source: ClassVar[str] = "people who register for parallel meetings name those that they would like to attend."

    def cases(self, session: Session) -> Iterator[tuple[Participant, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
        """Yield each such participant, with an item to attend and another of theirs, and the instalments of these."""
        for each in session.participants:
            graded = each.strength is not None or each.weight is not None
            participant = each if graded or not each.attends else replace(each, strength=Strength.NICE)
            attended = tuple(dict.fromkeys(session.agenda[key] for key in each.attends))
            duties = session.duties_of(each)
            for place, item in enumerate(attended):
                besides = [duty for duty in duties if item not in duty and (len(duty) > 1 or duty[0] not in attended)]
                for others in (*((other,) for other in attended[place + 1 :]), *besides):
                    items = (item, *others)
                    yield participant, items, _at_once.parts_of(session, items)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a delegation that attends two items in two forums, one after the other and at once."""
        forums = (Forum("plenary"), Forum("committee"))
        meetings = (a_meeting("plenary"), a_meeting("committee", forum="committee"))
        items = (an_item("1"), an_item("2", forums=("committee",)))
        who = Participant("delegation", Text(en="the delegation"), attends=("1", "2"), strength=Strength.MUST)
        session = a_session(*items, meetings=meetings, forums=forums, participants=(who,))
        kept, broken = {"plenary": "1 -", "committee": "- 2"}, {"plenary": "1", "committee": "2"}
        yield Example(session, cls(), kept=kept, broken=broken)
