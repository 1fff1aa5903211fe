"""Nothing is taken up on a holiday of the duty station."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Holiday, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.rules import _found


@dataclass(frozen=True)
class HolidaysFree(Rule):
    """Nothing is taken up on a firm holiday of the place. To avoid other days is a preference."""

    code: ClassVar[str] = "holidays-free"
    speaks_of: ClassVar[str] = "place.holidays"
    source: ClassVar[str] = "official holidays of the duty station; A/AC.291/11 prints one as a row."

    def cases(self, session: Session) -> Iterator[tuple[Holiday]]:
        """Yield each firm holiday on a day of the session."""
        days = {*session.days, *(meeting.date for meeting in session.meetings)}
        for holiday in session.place.holidays:
            if holiday.firm and holiday.date in days:
                yield (holiday,)

    def post(self, desk: Desk, holiday: Holiday) -> None:
        """Leave out the meetings of that day."""
        for meeting in desk.session.meetings:
            if meeting.date == holiday.date:
                desk.not_held(meeting)

    def holds(self, programme: Programme, holiday: Holiday) -> bool:
        """Return whether nothing is taken up that day."""
        return not any(programme.rows(meeting) for meeting in programme.meetings if meeting.date == holiday.date)

    def words(self, holiday: Holiday) -> Sentence:
        """Say which day is a holiday, and why."""
        return Sentence(self.code, date=holiday.date, why=holiday.title or None)

    def deviation(self, programme: Programme, holiday: Holiday) -> Sentence | None:
        """Say what is taken up that day, or which meetings are held."""
        return _found.business(programme, (each for each in programme.meetings if each.date == holiday.date))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item on the day before a holiday, and on it."""
        meetings = (a_meeting("am"), a_meeting("next", day=15))
        session = a_session(an_item("1"), meetings=meetings, holidays=(Holiday(meetings[1].date),))
        yield Example(session, cls(), kept={"am": "1"}, broken={"next": "1"})
