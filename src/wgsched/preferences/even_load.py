"""Better days of equal load than full and empty ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Meeting, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session
from wgsched.model.reading import minutes_of


@dataclass(frozen=True)
class EvenLoad(Preference):
    """The days of a forum are better loaded alike; the minutes between its fullest and its emptiest day count."""

    code: ClassVar[str] = "even-load"
    source: ClassVar[str] = "a choice of ours, off unless a session weighs it."

    def cases(self, session: Session) -> Iterator[tuple[Forum, tuple[tuple[Meeting, ...], ...]]]:
        """Yield each forum that meets on several days, with its meetings day by day."""
        for forum in session.forums:
            meetings = session.meetings_of(forum.key)
            dates = dict.fromkeys(meeting.date for meeting in meetings)
            if len(dates) > 1:
                yield forum, tuple(tuple(each for each in meetings if each.date == date) for date in dates)

    def amount(self, programme: Programme, forum: Forum, days: tuple[tuple[Meeting, ...], ...]) -> int | None:
        """Return the minutes between the fullest and the emptiest day."""
        loads: list[int] = []
        for meetings in days:
            load = minutes_of(row for meeting in meetings for row in programme.rows(meeting))
            if load is None:
                return None
            loads.append(load)
        return max(loads) - min(loads)

    def express(self, desk: Desk, forum: Forum, days: tuple[tuple[Meeting, ...], ...]) -> Quantity:
        """Ask the desk for the fullest day less the emptiest."""
        loads = [desk.total(desk.minutes_in(meeting) for meeting in meetings) for meetings in days]
        return desk.most(loads) + desk.least(loads) * -1

    def words(self, forum: Forum, days: tuple[tuple[Meeting, ...], ...]) -> Sentence:
        """Say which forum had better be loaded evenly."""
        return Sentence(self.code, forum=forum)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item on each of two days, and both on one."""
        session = a_session(meetings=(a_meeting("am"), a_meeting("next", day=15)))
        yield Example(session, cls(), kept={"am": "1", "next": "2"}, broken={"am": "1 2"})
