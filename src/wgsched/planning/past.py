"""What planning cannot change: meetings that are over or cancelled, those that have begun, those that are adjourned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from wgsched.model import AgendaItem, Desk, EarlyEnd, Instalment, Meeting, Programme, Rule, Sentence, Session
from wgsched.model.reading import subject
from wgsched.rules import NotBefore

if TYPE_CHECKING:
    from wgsched.planning import desk as concrete


@dataclass(frozen=True)
class Over(Rule):
    """Nothing more is taken up in these meetings, by key; those of ``begun`` count as held all the same."""

    over: tuple[str, ...]
    begun: tuple[Meeting, ...] = ()
    code: ClassVar[str] = "meeting-over"

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Meeting | None]]:
        """Yield each of the meetings, with itself as it was held."""
        begun = {meeting.key: meeting for meeting in self.begun}
        for key in dict.fromkeys((*self.over, *begun)):
            yield session.meeting(key), begun.get(key)

    def post(self, desk: Desk, meeting: Meeting, held: Meeting | None) -> None:
        """Do without it, or with what is left of it."""
        if meeting.key in self.over:
            desk.not_held(meeting)
        if held is not None and hasattr(desk, "was_held"):
            cast("concrete.Desk", desk).was_held(held)

    def holds(self, programme: Programme, meeting: Meeting, _: Meeting | None) -> bool:
        """Return whether nothing is taken up in it."""
        return meeting.key not in self.over or not programme.rows(meeting)

    def words(self, meeting: Meeting, _: Meeting | None) -> Sentence:
        """Say that it is over."""
        return Sentence("meeting-cancelled" if meeting.cancelled else self.code, meeting=meeting)


@dataclass(frozen=True)
class Adjourns(Rule):
    """A meeting that has begun, by key, takes up none of these instalments, by key: it is adjourned when it ends early.

    For sessions that say so; in others what was planned for later may be taken up in the time that is left.
    """

    meeting: str
    others: tuple[str, ...]
    code: ClassVar[str] = "early-end"

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Instalment, tuple[AgendaItem, ...]]]:
        """Yield the meeting with each instalment that is not brought forward, and its items."""
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


def running(left: Programme, begun: Iterable[str]) -> Iterator[Rule]:
    """Yield what holds for meetings, by key, that have begun: whether time left over is used, and what is promised."""
    agenda = left.session.agenda
    for key in begun:
        here = {row.instalment for row in left.rows(left.meeting(key))}
        if left.session.early_end is EarlyEnd.ADJOURN:
            yield Adjourns(key, tuple(each.key for each in agenda.instalments if each.key not in here))
        for row in left.rows(left.meeting(key)):
            items = agenda.items_of(agenda.instalment(row.instalment))
            if row.opens is not None and any(item.firm for item in items):
                yield NotBefore(items[0].key, row.opens)
