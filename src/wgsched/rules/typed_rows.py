"""Rows typed by hand stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.errors import UnknownName
from wgsched.model import AgendaItem, Desk, Instalment, Meeting, Programme, Rows, Rule, Sentence, Session
from wgsched.model.example import Example, a_session
from wgsched.rules import _found

ItemRow = tuple[Instalment, AgendaItem]


@dataclass(frozen=True)
class TypedRows(Rule):
    """A meeting takes up exactly the rows typed by hand, in this order; if they end in ``...``, others may follow."""

    code: ClassVar[str] = "typed-rows"
    speaks_of: ClassVar[str] = "organization"
    source: ClassVar[str] = "what the officers have settled stays as they typed it."

    def cases(self, session: Session) -> Iterator[tuple[Meeting, tuple[ItemRow, ...], bool]]:
        """Yield each such meeting, its rows, and whether others may follow; a bare ``...`` demands nothing.

        If some rows may move (``~``), those before them are yielded; see `PinnedRows` for the others.
        """
        for typed in session.organization:
            if typed.leading or not typed.admits:
                rows = tuple(row for key in typed.leading for row in rows_named(session, key))
                yield session.meeting(typed.meeting), rows, typed.admits

    def post(self, desk: Desk, meeting: Meeting, rows: tuple[ItemRow, ...], open_ended: bool) -> None:  # noqa: FBT001
        """Pin the rows."""
        desk.rows(meeting, [row for row, _ in rows], open_ended=open_ended)

    def holds(self, programme: Programme, meeting: Meeting, rows: tuple[ItemRow, ...], open_ended: bool) -> bool:  # noqa: FBT001
        """Return whether the meeting has these rows in this order."""
        typed = [row.key for row, _ in rows]
        taken_up = [row.instalment for row in programme.rows(meeting)]
        return taken_up[: len(typed)] == typed if open_ended else taken_up == typed

    def words(self, meeting: Meeting, rows: tuple[ItemRow, ...], open_ended: bool) -> Sentence:  # noqa: FBT001
        """Say which rows were typed."""
        if not rows:
            return Sentence("typed-empty", meeting=meeting)
        code = "typed-rows-open" if open_ended else self.code
        return Sentence(code, meeting=meeting, items=tuple(item for _, item in rows))

    def deviation(
        self,
        programme: Programme,
        meeting: Meeting,
        rows: tuple[ItemRow, ...],
        open_ended: bool,  # noqa: FBT001
    ) -> Sentence | None:
        """Say what it takes up."""
        return _found.business(programme, (meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield typed rows as they were typed, and in another order; closed, and open to others."""
        for typed in (Rows("am", ("2", "1")), Rows("am", ("2",), open_ended=True)):
            yield Example(a_session(organization=(typed,)), cls(), kept={"am": "2 1"}, broken={"am": "1 2"})


def rows_named(session: Session, name: str) -> Iterator[ItemRow]:
    """Yield the instalment of this key; of an item, by number or key, all that is planned of it and below it."""
    parts = {instalment.key: instalment for instalment in session.agenda.instalments}
    named = (parts[name],) if name in parts else session.agenda.instalments_of(session.agenda[name])
    if not named:
        raise UnknownName("planned item", name, parts)
    for instalment in named:
        yield instalment, session.agenda[instalment.items[0]]
