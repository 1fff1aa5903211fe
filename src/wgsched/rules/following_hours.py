"""A meeting that opens upon something else takes up nothing before that is concluded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from wgsched.model import (
    AgendaItem,
    Consideration,
    Desk,
    Forum,
    Meeting,
    Opening,
    Programme,
    Rule,
    Sentence,
    Session,
)
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.gate import instant
from wgsched.model.reading import awaited, every
from wgsched.rules import _found


@dataclass(frozen=True)
class FollowingHours(Rule):
    """A meeting that opens upon conclusion of an item, or after another meeting, takes up nothing before.

    It may open later: the free time after what it follows is left to the preferences.
    """

    code: ClassVar[str] = "following-hours"
    speaks_of: ClassVar[str] = "meetings.opening"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = "wordings such as “immediately after the plenary” in orders of the day (FAO, WHO)."

    def cases(self, session: Session) -> Iterator[tuple[Meeting, AgendaItem | Meeting]]:
        """Yield each such meeting with what it follows."""
        meetings = {each.key: each for each in session.meetings}
        for meeting in session.meetings:
            opening = meeting.opening or Opening()
            if opening.item and opening.item in session.agenda:
                yield meeting, session.agenda[opening.item]
            elif opening.meeting in meetings:
                yield meeting, meetings[opening.meeting]

    def post(self, desk: Desk, meeting: Meeting, followed: AgendaItem | Meeting) -> None:
        """Take up nothing in the meeting before the other is concluded."""
        desk.waits(meeting, followed)

    def holds(self, programme: Programme, meeting: Meeting, followed: AgendaItem | Meeting) -> bool | None:
        """Return whether all that it follows is concluded before any of its rows opens."""
        earlier = awaited(programme, meeting)
        return every(_ordered(programme, one, row) for row in programme.rows(meeting) for one in earlier)

    def words(self, meeting: Meeting, followed: AgendaItem | Meeting) -> Sentence:
        """Say which meeting waits for what."""
        return Sentence(self.code, meeting=replace(meeting, opening=None), after=followed)

    def deviation(self, programme: Programme, meeting: Meeting, followed: AgendaItem | Meeting) -> Sentence | None:
        """Say what the meeting takes up."""
        return _found.business(programme, (meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a committee that opens upon conclusion of item 1, and one that opens after the plenary."""
        forums = (Forum(), Forum("committee"))
        items = (an_item("1"), an_item("2", forums=("committee",)))
        for opening in (Opening(item="1"), Opening(meeting="plenary")):
            committee = a_meeting("committee", forum="committee", opening=opening)
            session = a_session(*items, meetings=(a_meeting("plenary"), committee), forums=forums)
            kept, broken = {"plenary": "1 -", "committee": "- 2"}, {"plenary": "- 1", "committee": "- 2"}
            yield Example(session, cls(), kept=kept, broken=broken)


def _ordered(programme: Programme, earlier: Consideration, later: Consideration) -> bool | None:
    """Return whether one row is concluded before another opens; None when hours are needed to tell."""
    if earlier.closes is not None and later.opens is not None:
        return instant(earlier.closes) <= instant(later.opens)
    was, now = programme.meeting(earlier.meeting), programme.meeting(later.meeting)
    if was.key == now.key:
        rows = programme.rows(was)
        return rows.index(earlier) < rows.index(later)
    if was.closes <= now.opens:
        return True
    return False if now.closes <= was.opens else None
