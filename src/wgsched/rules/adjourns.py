"""A meeting whose items end early is adjourned: nothing is brought forward into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Meeting, MeetingKey, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_session
from wgsched.model.reading import subject


@dataclass(frozen=True)
class Adjourns(Rule):
    """A meeting that has begun takes up none of these instalments: it is adjourned when its items end early.

    Meeting and instalments are named by key. Only for sessions that say so: in others, items planned for later may be
    taken up in the time that is left.
    """

    meeting: MeetingKey
    others: tuple[str, ...]
    code: ClassVar[str] = "early-end"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = (
        "orders of the day say whether the next item is taken up when business ends early (A/HRC/30/OD/2)."
    )

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Instalment, tuple[AgendaItem, ...]]]:
        """Yield the meeting, and each instalment that is not brought forward with its items."""
        for each in session.agenda.instalments:
            if each.key in self.others:
                yield session.meeting(self.meeting), each, session.agenda.items_of(each)

    def post(self, desk: Desk, meeting: Meeting, instalment: Instalment, _: tuple[AgendaItem, ...]) -> None:
        """Leave it the other meetings."""
        desk.only_in(instalment, [each for each in desk.session.meetings if each.key != meeting.key])

    def holds(self, programme: Programme, meeting: Meeting, instalment: Instalment, _: tuple[AgendaItem, ...]) -> bool:
        """Return whether it has no row there."""
        return all(row.instalment != instalment.key for row in programme.rows(meeting))

    def words(self, meeting: Meeting, _: Instalment, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say that it is not brought forward."""
        return Sentence(self.code, item=subject(items), meeting=meeting)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item that waits for the afternoon, and one that is brought forward."""
        yield Example(a_session(), cls("am", ("2",)), kept={"am": "1", "pm": "2"}, broken={"am": "1 2"})
