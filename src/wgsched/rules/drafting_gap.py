"""The report is drafted before it is adopted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self, TypeAlias

from wgsched.model import (
    AgendaItem,
    Desk,
    Instalment,
    Minutes,
    Programme,
    Role,
    Rule,
    Sentence,
    Session,
    SessionKind,
    Text,
    Unit,
)
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.keys import MinuteCount
from wgsched.model.ranks import Rank, of_rank
from wgsched.model.reading import every, subject, taken_up

_Items: TypeAlias = tuple[AgendaItem, ...]
_Others: TypeAlias = tuple[Instalment, ...]
_Case: TypeAlias = tuple[Instalment, _Items, _Others, Minutes]

USUAL = {SessionKind.MEETING: 16 * 60, SessionKind.SESSION: 16 * 60, SessionKind.CONFERENCE: 24 * 60}
"""How many minutes drafting usually takes: from the evening to the next morning, so that it can be translated."""

SHORT = 2
"""Days. In a session of no more, the draft is written beside the debate."""


def usual_gap(session: Session) -> int:
    """Return how many minutes usually pass before the report of such a session is adopted."""
    return 0 if len(session.days) <= SHORT else USUAL[session.kind]


@dataclass(frozen=True)
class DraftingGap(Rule):
    """At least ``minutes`` of clock time pass between the last substantive item and the adoption of the report.

    Without minutes, the usual time: a night, and at a conference a day; nothing in a session of one or two days.
    """

    minutes: MinuteCount | None = None
    why: Text | str | None = None
    code: ClassVar[str] = "drafting-gap"
    source: ClassVar[str] = "the report is drafted, and translated, before it is adopted."

    def cases(self, session: Session) -> Iterator[_Case]:
        """Yield the report, with its items, what must come before it, and how long."""
        minutes = usual_gap(session) if self.minutes is None else self.minutes
        for report, items, others in of_rank(session, Rank.REPORT, first=False) if minutes else ():
            yield report, items, others, Minutes(minutes)

    def post(self, desk: Desk, instalment: Instalment, items: _Items, others: _Others, minutes: Minutes) -> None:
        """Put the others that long before it."""
        for other in others:
            desk.before(other, instalment, minutes)

    def holds(
        self, programme: Programme, instalment: Instalment, items: _Items, others: _Others, minutes: Minutes
    ) -> bool | None:
        """Return whether every other was concluded that long before it was opened."""
        return every(_passed(programme, other, instalment, minutes) for other in taken_up(programme, others))

    def words(self, instalment: Instalment, items: _Items, others: _Others, minutes: Minutes) -> Sentence:
        """Say how long drafting takes."""
        return Sentence(self.code, item=subject(items), minutes=minutes, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a report four hours after the last item, and at once."""
        session = a_session(an_item("1"), an_item("2", role=Role.REPORT))
        yield Example(session, cls(240), kept={"am": "- 1", "pm": "2"}, broken={"am": "1 2"})


def _passed(programme: Programme, other: Unit, report: Instalment, minutes: int) -> bool | None:
    concluded, opened = programme.concluded(other), programme.opened(report)
    passed = concluded.minutes_until(opened)
    return every((concluded <= opened, None if passed is None else passed >= minutes))
