"""Items are taken up inside the hours of meetings that sit, in one forum that may take them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Consideration, Desk, Forum, Instalment, Programme, Rule, Sentence, Session, Window
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import planned, subject
from wgsched.rules import _found


@dataclass(frozen=True)
class MeetingHours(Rule):
    """An item is taken up inside the usable hours of meetings that sit, and only in one forum that may take it."""

    code: ClassVar[str] = "meeting-hours"
    ground: ClassVar[bool] = True
    source: ClassVar[str] = "meetings of 10 a.m. to 1 p.m. and 3 to 6 p.m., or what the place and the body set."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...]]]:
        """Yield each instalment with its items."""
        yield from planned(session)

    def post(self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...]) -> None:
        """Keep it in the meetings of its forums."""
        forums = desk.session.forums_of(instalment)
        desk.only_in(instalment, [meeting for meeting in desk.session.meetings if meeting.forum in forums])

    def holds(self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...]) -> bool:
        """Return whether every row lies in a meeting that sits, and inside its usable hours where hours are known."""
        forums, rows = programme.session.forums_of(instalment), programme.of(instalment)
        chosen = {programme.meeting(row.meeting).forum for row in rows}
        return len(chosen) < 2 and all(_inside(programme, row, forums) for row in rows)

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say that it stays inside the hours."""
        return Sentence(self.code, item=subject(items))

    def deviation(self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Sentence | None:
        """Say at which hours it is taken up outside those of its meetings."""
        forums = programme.session.forums_of(instalment)
        return _found.times(programme, (row for row in programme.of(instalment) if not _inside(programme, row, forums)))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item of a committee in a meeting of the committee, and in one of the plenary."""
        forums = (Forum("plenary"), Forum("committee"))
        meetings = (a_meeting("plenary"), a_meeting("committee", forum="committee"))
        session = a_session(an_item("1", forums=("committee",)), meetings=meetings, forums=forums)
        yield Example(session, cls(), kept={"committee": "1"}, broken={"plenary": "1"})


def _inside(programme: Programme, row: Consideration, forums: tuple[str, ...]) -> bool:
    meeting = programme.meeting(row.meeting)
    if not meeting.sits or meeting.forum not in forums:
        return False
    known = (moment for moment in (row.opens, row.closes) if moment is not None)
    return all(meeting.usable.holds(Window(moment, moment)) for moment in known)
