"""While a joint meeting sits, the forums that it joins do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Meeting, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import with_rows
from wgsched.rules import _found


@dataclass(frozen=True)
class JointMeetings(Rule):
    """While a joint meeting takes up items, the forums that it joins take up none."""

    code: ClassVar[str] = "joint-meetings"
    speaks_of: ClassVar[str] = "forums.joins"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = "programmes with joint meetings of committees, such as those of the World Health Assembly."

    def cases(self, session: Session) -> Iterator[tuple[Forum, Forum]]:
        """Yield each joint forum with each forum that it joins."""
        for forum in session.forums:
            for key in forum.joins:
                yield forum, session.forum(key)

    def post(self, desk: Desk, joint: Forum, taken: Forum) -> None:
        """Hold at most one of each two meetings that overlap."""
        for pair in _overlapping(desk.session.meetings, joint, taken):
            desk.at_most(1, pair)

    def holds(self, programme: Programme, joint: Forum, taken: Forum) -> bool:
        """Return whether no two overlapping meetings both take up items."""
        return not any(_overlapping(with_rows(programme, programme.meetings), joint, taken))

    def words(self, joint: Forum, taken: Forum) -> Sentence:
        """Say which forum gives way to which."""
        return Sentence(self.code, forum=taken, joint=joint)

    def deviation(self, programme: Programme, joint: Forum, taken: Forum) -> Sentence | None:
        """Say which meetings are held at once."""
        pairs = _overlapping(with_rows(programme, programme.meetings), joint, taken)
        return _found.held(each for pair in pairs for each in pair)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a plenary before a joint meeting that joins it, and at the same time."""
        forums = (Forum("plenary"), Forum("joint", joins=("plenary",)))
        meetings = (a_meeting("am"), a_meeting("pm", 15), a_meeting("joint", 15, forum="joint"))
        session = a_session(an_item("1"), an_item("2", forums=("joint",)), meetings=meetings, forums=forums)
        yield Example(session, cls(), kept={"am": "1", "joint": "2"}, broken={"pm": "1", "joint": "2"})


def _overlapping(meetings: Iterable[Meeting], joint: Forum, taken: Forum) -> Iterator[tuple[Meeting, Meeting]]:
    all_of_them = tuple(meetings)
    for first in all_of_them:
        for second in all_of_them:
            if (first.forum, second.forum) == (joint.key, taken.key) and first.window.meets(second.window):
                yield first, second
