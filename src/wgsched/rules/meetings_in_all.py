"""A limited number of meetings are held in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Meeting, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.reading import with_rows
from wgsched.rules import _found


@dataclass(frozen=True)
class MeetingsInAll(Rule):
    """At most ``limit`` meetings take up items in the whole session: of these forums, by key, or of all."""

    limit: int
    forums: tuple[str, ...] = ()
    why: Text | str | None = None
    code: ClassVar[str] = "meetings-in-all"
    source: ClassVar[str] = "the number of meetings to which a body is entitled."

    def cases(self, session: Session) -> Iterator[tuple[tuple[Forum, ...]]]:
        """Yield the forums."""
        yield (tuple(session.forum(key) for key in self.forums),)

    def post(self, desk: Desk, forums: tuple[Forum, ...]) -> None:
        """Ask for no more than the limit."""
        meetings = _of(desk.session.meetings, forums)
        if len(meetings) > self.limit:
            desk.at_most(self.limit, meetings)

    def holds(self, programme: Programme, forums: tuple[Forum, ...]) -> bool:
        """Return whether no more take up items."""
        return len(_of(with_rows(programme, programme.meetings), forums)) <= self.limit

    def words(self, forums: tuple[Forum, ...]) -> Sentence:
        """Say how many are held."""
        if not forums:
            return Sentence(self.code, n=self.limit, why=self.why)
        return Sentence("meetings-in-all-of", n=self.limit, forums=forums, why=self.why)

    def deviation(self, programme: Programme, forums: tuple[Forum, ...]) -> Sentence | None:
        """Say which are held."""
        return _found.held(_of(with_rows(programme, programme.meetings), forums))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield one meeting, which is allowed, and two."""
        yield Example(a_session(), cls(1), kept={"am": "1 2"}, broken={"am": "1", "pm": "2"})
        yield Example(a_session(), cls(1, ("plenary",)), kept={"am": "1 2"}, broken={"am": "1", "pm": "2"})


def _of(meetings: Iterable[Meeting], forums: tuple[Forum, ...]) -> tuple[Meeting, ...]:
    keys = {forum.key for forum in forums}
    return tuple(meeting for meeting in meetings if not keys or meeting.forum in keys)
