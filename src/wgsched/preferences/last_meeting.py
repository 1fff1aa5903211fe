"""Better in the last meeting: the report and the closure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self, TypeAlias

from wgsched.model import (
    AgendaItem,
    Desk,
    Instalment,
    Meeting,
    Preference,
    Programme,
    Quantity,
    Role,
    Sentence,
    Session,
)
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.ranks import Rank, of_rank, time_said
from wgsched.model.reading import subject
from wgsched.preferences._windows import never_inside, outside

Items: TypeAlias = tuple[AgendaItem, ...]


@dataclass(frozen=True)
class LastMeeting(Preference):
    """The report and the closure are better in the last meeting booked for their forum, so that there is time to draft.

    If they do not fit it together, in as many of the last meetings as they need. Not where the session says when they
    are taken up, in a row or by a rule or wish about them, nor where it waives that they come last.
    """

    code: ClassVar[str] = "last-meeting"
    unit: ClassVar[tuple[str, str]] = ("item before the last meeting", "items before the last meeting")
    source: ClassVar[str] = "every published programme whose last meeting is printed, among them A/AC.291/11."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, Items, tuple[Meeting, ...]]]:
        """Yield the report and the closure with their items, and the last meetings."""
        ending = [
            (each, items)
            for rank in (Rank.CLOSURE, Rank.REPORT)
            if rank.rule not in session.waives
            for each, items, _ in of_rank(session, rank, first=False)
            if len(session.forums_of(each)) == 1 and not time_said(session, each)
        ]
        minutes: dict[str, int] = {}
        for each, items in ending:
            (forum,) = session.forums_of(each)
            minutes[forum] = minutes.get(forum, 0) + session.minutes_of(each)
            if meetings := _last(session, forum, minutes[forum]):
                yield each, items, meetings

    def amount(
        self, programme: Programme, instalment: Instalment, items: Items, last: tuple[Meeting, ...]
    ) -> int | None:
        """Return 1 when it is taken up before."""
        return outside(programme, instalment, (meeting.window for meeting in last))

    def least(self, session: Session, instalment: Instalment, items: Items, last: tuple[Meeting, ...]) -> int:
        """Return 1 when all meetings are too short for it."""
        return never_inside(session, instalment, (meeting.window for meeting in last))

    def express(self, desk: Desk, instalment: Instalment, items: Items, last: tuple[Meeting, ...]) -> Quantity:
        """Ask the desk whether it is."""
        return desk.outside(instalment, [meeting.window for meeting in last])

    def words(self, instalment: Instalment, items: Items, last: tuple[Meeting, ...]) -> Sentence:
        """Say what is taken up before the last meeting."""
        return Sentence(self.code, item=subject(items), meeting=last[0])

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a report in the last meeting, and in the one before."""
        session = a_session(an_item("1"), an_item("2", role=Role.REPORT))
        yield Example(session, cls(), kept={"am": "1", "pm": "2"}, broken={"am": "1 2"})


def _last(session: Session, forum: str, minutes: int) -> tuple[Meeting, ...]:
    """Return the fewest last meetings booked for a forum that offer so many minutes, in order of time."""
    booked = [each for each in session.meetings_of(forum) if not (each.optional or each.cancelled)]
    count, offered = 0, 0
    while offered < minutes and count < len(booked):
        count += 1
        offered += booked[-count].usable.minutes
    return tuple(booked[len(booked) - count :])
