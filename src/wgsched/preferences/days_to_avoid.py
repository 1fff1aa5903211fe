"""Better not on a day that many observe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Holiday, Meeting, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item


@dataclass(frozen=True)
class DaysToAvoid(Preference):
    """Each meeting that takes up items on a day to avoid counts 1. Firm holidays are a rule."""

    code: ClassVar[str] = "days-to-avoid"
    speaks_of: ClassVar[str] = "place.holidays"
    unit: ClassVar[tuple[str, str]] = ("meeting on a day to avoid", "meetings on days to avoid")
    source: ClassVar[str] = "days on which the United Nations avoids meetings, although they are not official holidays."

    def cases(self, session: Session) -> Iterator[tuple[Holiday, Meeting]]:
        """Yield each such day with each of its meetings."""
        for holiday in session.place.holidays:
            if not holiday.firm:
                yield from ((holiday, each) for each in session.meetings if each.date == holiday.date)

    def amount(self, programme: Programme, holiday: Holiday, meeting: Meeting) -> int:
        """Return 1 when items are taken up in it."""
        return int(bool(programme.rows(meeting)))

    def express(self, desk: Desk, holiday: Holiday, meeting: Meeting) -> Quantity:
        """Ask the desk whether it is used."""
        return desk.used(meeting)

    def words(self, holiday: Holiday, meeting: Meeting) -> Sentence:
        """Say which meeting falls on such a day, and why."""
        return Sentence(self.code, meeting=meeting, why=holiday.title or None)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item on the day before one to avoid, and on it."""
        meetings = (a_meeting("am"), a_meeting("next", day=15))
        avoided = Holiday(meetings[1].date, firm=False)
        session = a_session(an_item("1"), meetings=meetings, holidays=(avoided,))
        yield Example(session, cls(), kept={"am": "1"}, broken={"next": "1"})
