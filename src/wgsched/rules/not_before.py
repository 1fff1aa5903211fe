"""An item is not taken up before a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from pendulum import DateTime

from wgsched.model import AgendaItem, Desk, Ease, Ladder, Limits, Programme, Rule, Sentence, Session, Text
from wgsched.model.easing import cost_of_moving, moments
from wgsched.model.edits import with_rule
from wgsched.model.example import Example, a_session
from wgsched.model.keys import ItemKey, Moment
from wgsched.rules import _found


@dataclass(frozen=True)
class NotBefore(Rule):
    """An item, named by number or key, is not taken up before a moment: ``NotBefore("2 (c)", "2009-05-15 10:00")``."""

    item: ItemKey
    moment: Moment
    why: Text | str | None = None
    code: ClassVar[str] = "not-before"
    shorthand: ClassVar[str] = "not before"
    source: ClassVar[str] = "a session asks for it, with its own reason: a speaker's arrival, a document's day."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, DateTime]]:
        """Yield the item and the moment."""
        yield session.agenda[self.item], session.moment(self.moment)

    def post(self, desk: Desk, item: AgendaItem, moment: DateTime) -> None:
        """Leave it the time after the moment."""
        desk.within(item, [Limits(moment, None)])

    def holds(self, programme: Programme, item: AgendaItem, moment: DateTime) -> bool | None:
        """Return whether it was opened at the moment or after it."""
        return programme.opened(item) >= moment

    def words(self, item: AgendaItem, moment: DateTime) -> Sentence:
        """Say when it may be taken up."""
        return Sentence(self.code, item=item, moment=moment, why=self.why)

    def deviation(self, programme: Programme, item: AgendaItem, moment: DateTime) -> Sentence | None:
        """Say when it is opened."""
        return _found.opened(programme, item)

    def eases(self, session: Session, item: AgendaItem, moment: DateTime) -> Iterator[Sequence[Ease]]:
        """Yield earlier moments."""

        def ease(earlier: DateTime) -> Ease:
            said = Sentence("repair-earlier", item=item, moment=earlier, was=moment)
            eased = with_rule(session, self, replace(self, moment=earlier))
            return Ease(eased, said, cost_of_moving(moment, earlier))

        yield Ladder([each for each in reversed(moments(session)) if each < moment], ease)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item taken up in the afternoon, and too early."""
        yield Example(a_session(), cls("1", "2009-05-14 15:00"), kept={"am": "2", "pm": "1"}, broken={"am": "1 2"})
