"""No part of a divided item is too short to be worth opening."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Minutes, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.keys import MinuteCount
from wgsched.model.reading import every, meetings_of, minutes_of, planned, subject


@dataclass(frozen=True)
class NoShortPart(Rule):
    """If an item is divided over meetings, each part lasts at least ``minutes``."""

    minutes: MinuteCount = 30
    code: ClassVar[str] = "no-short-part"
    customary: ClassVar[bool] = True
    source: ClassVar[str] = "a choice of ours: half an hour, so that no item is opened for a few minutes before lunch."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...]]]:
        """Yield each instalment with its items."""
        yield from planned(session)

    def post(self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...]) -> None:
        """Ask for parts that are long enough."""
        desk.no_part_under(instalment, self.minutes)

    def holds(self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...]) -> bool | None:
        """Return whether it is not divided, or divided into parts that are long enough."""
        meetings = meetings_of(programme, instalment)
        if len(meetings) < 2:
            return True
        parts = (
            minutes_of(row for row in programme.of(instalment) if row.meeting == meeting.key) for meeting in meetings
        )
        return every(None if part is None else part >= self.minutes for part in parts)

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say how long a part lasts at least."""
        return Sentence(self.code, item=subject(items), minutes=Minutes(self.minutes))

    def deviation(self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Sentence | None:
        """Say how long the shortest part is, and in which meeting."""
        parts = {
            meeting: minutes_of(row for row in programme.of(instalment) if row.meeting == meeting.key)
            for meeting in meetings_of(programme, instalment)
        }
        minutes, meeting = min(
            ((part, each) for each, part in parts.items() if part is not None), key=lambda one: one[0]
        )
        return Sentence("found-minutes", item=subject(items), minutes=Minutes(minutes), meetings=(meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two hours divided into halves, and into an hour and a half and half an hour."""
        meetings = (a_meeting("am", minutes=90), a_meeting("pm", 15, 90))
        session = a_session(an_item("1", 120), meetings=meetings)
        yield Example(session, cls(60), kept={"am": "- 1 1", "pm": "1 1 -"}, broken={"am": "1 1 1", "pm": "1 - -"})
