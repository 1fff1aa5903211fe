"""A limited number of meetings sit at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Meeting, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import with_rows
from wgsched.rules import _found


@dataclass(frozen=True)
class MeetingsAtOnce(Rule):
    """At most ``limit`` meetings take up items at once: of these forums, by key, or of all."""

    limit: int
    forums: tuple[str, ...] = ()
    why: Text | str | None = None
    code: ClassVar[str] = "meetings-at-once"
    source: ClassVar[str] = "delegations too small for parallel meetings; too few rooms or teams."

    def cases(self, session: Session) -> Iterator[tuple[tuple[Forum, ...]]]:
        """Yield the forums."""
        yield (tuple(session.forum(key) for key in self.forums),)

    def post(self, desk: Desk, forums: tuple[Forum, ...]) -> None:
        """Ask, whenever a meeting opens, for no more of those that sit than the limit."""
        for sitting in _at_once(desk.session.meetings, forums):
            if len(sitting) > self.limit:
                desk.at_most(self.limit, sitting)

    def holds(self, programme: Programme, forums: tuple[Forum, ...]) -> bool:
        """Return whether at no time more meetings that take up items sit."""
        held = with_rows(programme, programme.meetings)
        return all(len(sitting) <= self.limit for sitting in _at_once(held, forums))

    def words(self, forums: tuple[Forum, ...]) -> Sentence:
        """Say how many sit at once."""
        if not forums:
            return Sentence(self.code, n=self.limit, why=self.why)
        return Sentence("meetings-at-once-of", n=self.limit, forums=forums, why=self.why)

    def deviation(self, programme: Programme, forums: tuple[Forum, ...]) -> Sentence | None:
        """Say which meetings sit at one time."""
        sat = with_rows(programme, programme.meetings)
        too_many = (sitting for sitting in _at_once(sat, forums) if len(sitting) > self.limit)
        return _found.held(next(too_many, ()))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two forums one after the other, and at once."""
        forums = (Forum("plenary"), Forum("committee"))
        committee = [a_meeting(key, hour, forum="committee") for key, hour in (("also", 10), ("later", 11))]
        items = (an_item("1"), an_item("2", forums=("committee",)))
        session = a_session(*items, meetings=(a_meeting("am"), *committee), forums=forums)
        yield Example(session, cls(1), kept={"am": "1", "later": "2"}, broken={"am": "1", "also": "2"})
        yield Example(
            session, cls(1, ("plenary", "committee")), kept={"am": "1", "later": "2"}, broken={"am": "1", "also": "2"}
        )


def _at_once(meetings: Iterable[Meeting], forums: tuple[Forum, ...]) -> Iterator[tuple[Meeting, ...]]:
    keys = {forum.key for forum in forums}
    counted = [meeting for meeting in meetings if not keys or meeting.forum in keys]
    together = (tuple(each for each in counted if each.opens <= one.opens < each.closes) for one in counted)
    yield from dict.fromkeys(together)
