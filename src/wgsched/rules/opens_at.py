"""An item is opened at a promised hour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pendulum import DateTime

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session, Text, Window
from wgsched.model.reading import every


@dataclass(frozen=True)
class OpensAt(Rule):
    """An item, named by number or key, is opened at exactly this moment; of several instalments, the first.

    For entries whose hour is a promise: a panel, a minister.
    """

    item: str
    moment: str | DateTime
    why: Text | str | None = None
    code: ClassVar[str] = "opens-at"

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, Instalment, DateTime]]:
        """Yield the item, its first instalment and the moment."""
        item = session.agenda[self.item]
        for instalment in session.agenda.instalments_of(item)[:1]:
            yield item, instalment, session.moment(self.moment)

    def post(self, desk: Desk, item: AgendaItem, instalment: Instalment, moment: DateTime) -> None:
        """Leave it just the time that it fills when it is opened then."""
        session = desk.session
        forums = session.forums_of(instalment)
        desk.within(instalment, [window for forum in forums for window in _filled(session, forum, instalment, moment)])

    def holds(self, programme: Programme, item: AgendaItem, instalment: Instalment, moment: DateTime) -> bool | None:
        """Return whether it was opened then."""
        opened = programme.opened(instalment)
        return every((opened >= moment, opened <= moment))

    def words(self, item: AgendaItem, instalment: Instalment, moment: DateTime) -> Sentence:
        """Say when it is opened."""
        return Sentence(self.code, item=item, moment=moment, why=self.why)


def _filled(session: Session, forum: str, instalment: Instalment, moment: DateTime) -> Iterator[Window]:
    """Yield the windows, meeting by meeting, that an instalment fills when it is opened at a moment."""
    whole = left = session.minutes_of(instalment)
    for meeting in session.meetings_of(forum):
        closes = meeting.usable.closes
        if left == whole and not meeting.opens <= moment < closes:
            continue
        opens = max(moment, meeting.opens)
        taken = min(left, Window(opens, closes).minutes)
        yield Window(opens, opens.add(minutes=taken))
        left -= taken
        if not left:
            return
