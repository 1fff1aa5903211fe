"""An item is taken up within certain hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Programme, Rule, Sentence, Session, Text, Window
from wgsched.model.example import Example, a_session
from wgsched.model.keys import Hours, ItemKey
from wgsched.model.reading import every, inside
from wgsched.rules import _found


@dataclass(frozen=True)
class WithinWindows(Rule):
    """An item, named by number or key, is taken up only within these windows of time."""

    item: ItemKey
    windows: tuple[Hours, ...]
    why: Text | str | None = None
    code: ClassVar[str] = "within-windows"
    shorthand: ClassVar[str] = "within"
    source: ClassVar[str] = "papers that print an item by windows of time, such as A/C.1/79/CRP.1."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, tuple[Window, ...]]]:
        """Yield the item and the windows."""
        windows = tuple(Window(session.moment(opens), session.moment(closes)) for opens, closes in self.windows)
        yield session.agenda[self.item], windows

    def post(self, desk: Desk, item: AgendaItem, windows: tuple[Window, ...]) -> None:
        """Keep it within them."""
        desk.within(item, windows)

    def holds(self, programme: Programme, item: AgendaItem, windows: tuple[Window, ...]) -> bool | None:
        """Return whether every row lies within one of them."""
        return every(inside(programme, row, windows) for row in programme.of(item))

    def words(self, item: AgendaItem, windows: tuple[Window, ...]) -> Sentence:
        """Say when it may be taken up."""
        return Sentence(self.code, item=item, windows=windows, why=self.why)

    def deviation(self, programme: Programme, item: AgendaItem, windows: tuple[Window, ...]) -> Sentence | None:
        """Say when it is taken up."""
        return _found.times(programme, programme.of(item))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item inside its window, and before it."""
        windows = (("2009-05-14 10:30", "2009-05-14 11:00"),)
        yield Example(a_session(), cls("1", windows), kept={"am": "2 1"}, broken={"am": "1 2"})
