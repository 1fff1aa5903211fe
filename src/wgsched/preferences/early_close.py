"""Better to close early than late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.gate import instant


@dataclass(frozen=True)
class EarlyClose(Preference):
    """A forum should conclude its last item early; each minute of meetings before that counts 1."""

    code: ClassVar[str] = "early-close"
    free_time: ClassVar[bool] = True
    source: ClassVar[str] = "meetings that are not needed are given back to conference services."

    def cases(self, session: Session) -> Iterator[tuple[Forum]]:
        """Yield each forum that can meet."""
        yield from ((forum,) for forum in session.forums if session.meetings_of(forum.key))

    def amount(self, programme: Programme, forum: Forum) -> int | None:
        """Return the usable minutes of meetings, held or not, before the last item is concluded."""
        meetings = [meeting for meeting in programme.meetings if meeting.forum == forum.key]
        rows = [row for meeting in meetings for row in programme.rows(meeting)]
        ends = [instant(row.closes) for row in rows if row.closes is not None]
        if len(ends) < len(rows):
            return None
        if not ends:
            return 0
        last = max(ends)
        return sum(
            int(min(instant(meeting.usable.closes), last) - instant(meeting.opens)) // 60
            for meeting in meetings
            if instant(meeting.opens) < last
        )

    def express(self, desk: Desk, forum: Forum) -> Quantity:
        """Ask the desk when the forum closes."""
        return desk.closing(forum)

    def words(self, forum: Forum) -> Sentence:
        """Say which forum had better close early."""
        return Sentence(self.code, forum=forum)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in the morning, and in the afternoon."""
        yield Example(a_session(an_item("1")), cls(), kept={"am": "1"}, broken={"pm": "1"})
