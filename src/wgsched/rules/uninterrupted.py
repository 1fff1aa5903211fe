"""An item is not left for another before it is concluded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Forum, Instalment, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item, lasting
from wgsched.model.keys import ItemKey
from wgsched.model.reading import every, goes_on, planned, subject
from wgsched.rules import _found
from wgsched.rules._promised import PromisedHours, promised
from wgsched.rules.opens_at import OpensAt


@dataclass(frozen=True)
class Uninterrupted(Rule):
    """Once an item is taken up, its forum takes up nothing else, and leaves no time free, until it is concluded.

    Its own entries at a promised hour, such as a panel, do not interrupt it. An item that is to be left and resumed has
    several instalments, and the rule holds for each of them. With an ``item``, named by number or key, the rule holds
    only for it and all below it, in a session that waives it for all.
    """

    item: ItemKey | None = None
    why: Text | str | None = None
    code: ClassVar[str] = "uninterrupted"
    shorthand: ClassVar[str] = "uninterrupted"
    ground: ClassVar[bool] = True
    customary: ClassVar[bool] = True
    source: ClassVar[str] = (
        "usual practice; a session that leaves an item and resumes it says so by giving it several parts."
    )

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], PromisedHours]]:
        """Yield each instalment with its items, and with the entries that it is taken up around, at their hours."""
        named = None if self.item is None else {*session.agenda.instalments_of(session.agenda[self.item])}
        for instalment, items in planned(session):
            if named is None or instalment in named:
                yield instalment, items, promised(session, instalment)

    def post(self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...], around: PromisedHours) -> None:
        """Keep its rows together."""
        desk.unbroken(instalment, around)

    def holds(
        self,
        programme: Programme,
        instalment: Instalment,
        items: tuple[AgendaItem, ...],
        around: PromisedHours,
    ) -> bool | None:
        """Return whether each of its rows goes on where the one before it stopped."""
        hours = {each.key: window for each, window in around.items()}
        return every(goes_on(programme, *rows, around=hours) for rows in pairwise(programme.of(instalment)))

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...], around: PromisedHours) -> Sentence:
        """Say that it is not interrupted."""
        return Sentence(self.code, item=subject(items), why=self.why)

    def deviation(
        self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...], around: PromisedHours
    ) -> Sentence | None:
        """Say what is taken up in between."""
        return _found.between(programme, programme.of(instalment))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item of an hour before another, and interrupted by it; then around a panel, and a joint meeting."""
        session = a_session(an_item("1", 60), an_item("2"))
        yield Example(session, cls(), kept={"am": "1 1", "pm": "2"}, broken={"am": "1 2", "pm": "1"})
        panel = AgendaItem("panel", parent="1", takes=lasting(30))
        items, meetings = (an_item("1", 60), panel, an_item("2")), (a_meeting("am", minutes=120), a_meeting("pm", 15))
        session = a_session(*items, meetings=meetings, rules=(OpensAt("panel", "2009-05-14 10:30"),))
        yield Example(session, cls(), kept={"am": "1 panel 1 2"}, broken={"am": "1 panel 2 -", "pm": "1"})
        forums = (Forum("plenary"), Forum("joint", joins=("plenary",)))
        hours = {"am": 10, "noon": 12, "pm": 15}
        plenary = (a_meeting(key, hour) for key, hour in hours.items())
        joint = (a_meeting(key, hour, forum="joint") for key, hour in (("joint", 12), ("late", 18)))
        long, other = an_item("1", 90), an_item("2", forums=("joint",))
        session = a_session(long, other, meetings=(*plenary, *joint), forums=forums)
        kept = {"am": "1 1", "joint": "2 -", "pm": "1 -"}
        broken = {"am": "1 1", "pm": "1 -", "late": "2 -"}
        yield Example(session, cls(), kept, broken, beside=("joint-meetings",))
