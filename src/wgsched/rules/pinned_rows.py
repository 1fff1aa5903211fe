"""A pinned row stays in its meeting, also behind rows that may move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Meeting, Programme, Rows, Rule, Sentence, Session
from wgsched.model.example import Example, a_session
from wgsched.rules.typed_rows import rows_named


@dataclass(frozen=True)
class PinnedRows(Rule):
    """A meeting takes up the rows typed by hand behind rows that may move (``~``), in whatever order."""

    code: ClassVar[str] = "pinned-rows"
    speaks_of: ClassVar[str] = "organization"
    source: ClassVar[str] = "what the officers have settled stays as they typed it."

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Instalment, AgendaItem]]:
        """Yield the meeting and what it takes up, row by row; `TypedRows` keeps those with which a meeting begins."""
        for typed in session.organization:
            for key in typed.pinned[len(typed.leading) :]:
                for instalment, item in rows_named(session, key):
                    yield session.meeting(typed.meeting), instalment, item

    def post(self, desk: Desk, meeting: Meeting, instalment: Instalment, item: AgendaItem) -> None:
        """Take it up there."""
        desk.taken_up_in(meeting, (instalment,), 1, 1)

    def holds(self, programme: Programme, meeting: Meeting, instalment: Instalment, item: AgendaItem) -> bool:
        """Return whether it has a row there."""
        return any(row.instalment == instalment.key for row in programme.rows(meeting))

    def words(self, meeting: Meeting, instalment: Instalment, item: AgendaItem) -> Sentence:
        """Say where it was typed."""
        return Sentence(self.code, item=item, meeting=meeting)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a row that stays behind one that moved away, and a row that does not."""
        session = a_session(organization=(Rows("am", ("2", "1"), placed=("2",)),))
        yield Example(session, cls(), kept={"am": "1", "pm": "2"}, broken={"am": "2", "pm": "1"})
