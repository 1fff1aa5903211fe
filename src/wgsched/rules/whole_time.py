"""Every item gets its whole time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Minutes, Outcome, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.reading import meetings_of, minutes_of, planned, subject


@dataclass(frozen=True)
class WholeTime(Rule):
    """Every item that is planned is taken up for its whole time.

    Planning gives the expected minutes. If there is no programme otherwise, it takes away as few minutes as it can.
    Then it gives free minutes of a meeting to its items. The checker accepts any time between the least and the most
    minutes that the session states, and any time of an item that was really concluded.
    """

    code: ClassVar[str] = "whole-time"
    ground: ClassVar[bool] = True
    source: ClassVar[str] = (
        "CAC/COSP/WG.2/2009/1: all items are to be considered within the time and services available."
    )

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], Minutes]]:
        """Yield each instalment with its items and its expected minutes."""
        for instalment, items in planned(session):
            yield instalment, items, Minutes(session.minutes_of(instalment))

    def post(self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...], minutes: Minutes) -> None:
        """Give it its minutes."""
        desk.takes(instalment, minutes)

    def holds(
        self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...], minutes: Minutes
    ) -> bool | None:
        """Return whether its rows last long enough; without hours, only say no if meetings cannot hold it."""
        if any(_concluded(programme, instalment)):
            return True
        rows = programme.of(instalment)
        least, most = programme.session.range_of(instalment)
        total = minutes_of(rows)
        if total is not None:
            return bool(rows) and least <= total <= most
        room = sum(meeting.usable.minutes for meeting in meetings_of(programme, instalment))
        return False if room < least else None

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...], minutes: Minutes) -> Sentence:
        """Say how long it takes; of an item with several instalments, which of them."""
        if instalment.key in instalment.items:
            return Sentence(self.code, item=subject(items), minutes=minutes)
        return Sentence("whole-time-part", item=subject(items), part=instalment.part, minutes=minutes)

    def deviation(
        self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...], minutes: Minutes
    ) -> Sentence | None:
        """Say how many minutes it has, or that it has no row."""
        rows = programme.of(instalment)
        if not rows:
            return Sentence("found-nowhere", item=subject(items))
        total = minutes_of(rows)
        if total is None:
            total = sum(meeting.usable.minutes for meeting in meetings_of(programme, instalment))
        meetings = meetings_of(programme, instalment)
        return Sentence("found-minutes", item=subject(items), minutes=Minutes(total), meetings=meetings)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item of an hour that has an hour, and half of it."""
        yield Example(a_session(an_item("1", 60)), cls(), kept={"am": "1 1"}, broken={"am": "1"})


def _concluded(programme: Programme, instalment: Instalment) -> Iterator[bool]:
    for actual in programme.actuals:
        yield actual.instalment == instalment.key and actual.outcome is Outcome.CONCLUDED
