"""An item is concluded by a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Self

from pendulum import DateTime

from wgsched.model import AgendaItem, Desk, Ease, Ladder, Limits, Programme, Rule, Sentence, Session, Text
from wgsched.model.easing import cost_of_moving, moments
from wgsched.model.edits import with_rule
from wgsched.model.example import Example, a_session
from wgsched.model.keys import Deadline, ItemKey
from wgsched.model.sentence import MANY
from wgsched.rules import _found


@dataclass(frozen=True)
class ConcludedBy(Rule):
    """An item, named by number or key, is concluded by a moment: ``ConcludedBy("2 (c)", "2009-05-14 18:00")``."""

    item: ItemKey
    moment: Deadline
    why: Text | str | None = None
    code: ClassVar[str] = "concluded-by"
    shorthand: ClassVar[str] = "concluded by"
    source: ClassVar[str] = "a session asks for it, with its own reason: a speaker's departure, a deadline."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, DateTime]]:
        """Yield the item and the moment."""
        yield session.agenda[self.item], session.moment(self.moment)

    def post(self, desk: Desk, item: AgendaItem, moment: DateTime) -> None:
        """Leave it the time up to the moment."""
        desk.within(item, [Limits(None, moment)])

    def holds(self, programme: Programme, item: AgendaItem, moment: DateTime) -> bool | None:
        """Return whether it was concluded at the moment or before it."""
        return programme.concluded(item) <= moment

    def words(self, item: AgendaItem, moment: DateTime) -> Sentence:
        """Say by when it is concluded."""
        return Sentence(self.code, item=item, moment=moment, why=self.why)

    def deviation(self, programme: Programme, item: AgendaItem, moment: DateTime) -> Sentence | None:
        """Say when it is concluded."""
        return _found.concluded(programme, item)

    def eases(self, session: Session, item: AgendaItem, moment: DateTime) -> Iterator[Sequence[Ease]]:
        """Yield later deadlines."""

        def ease(later: DateTime) -> Ease:
            said = Sentence("repair-later", item=item, moment=later, was=moment)
            return Ease(with_rule(session, self, replace(self, moment=later)), said, cost_of_moving(moment, later))

        yield Ladder(_after(session, moment), ease)

    @classmethod
    def shared_eases(cls, session: Session, cases: Sequence[tuple[AgendaItem, DateTime]]) -> Iterator[Sequence[Ease]]:
        """Yield later deadlines for all items that share a deadline."""
        for was, number in sorted(Counter(moment for _, moment in cases).items()):
            if number > 1:
                own = [each for each in session.rules if isinstance(each, cls) and session.moment(each.moment) == was]
                yield Ladder(_after(session, was), partial(_together, session, own, was))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item concluded in the morning, and too late."""
        yield Example(a_session(), cls("1", "2009-05-14 11:00"), kept={"am": "1 2"}, broken={"am": "2", "pm": "1"})


def _after(session: Session, moment: DateTime) -> list[DateTime]:
    return [each for each in moments(session) if each > moment]


def _together(session: Session, rules: Sequence[ConcludedBy], was: DateTime, moment: DateTime) -> Ease:
    items = tuple(dict.fromkeys(session.agenda[rule.item] for rule in rules))
    code = "repair-later" if len(items) <= MANY else "repair-later-many"
    said = Sentence(code, item=items, n=len(items), moment=moment, was=was)
    eased = session
    for rule in rules:
        eased = with_rule(eased, rule, replace(rule, moment=moment))
    return Ease(eased, said, 2 * cost_of_moving(was, moment))
