"""Rows typed by hand stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Instalment, Meeting, Programme, Rule, Sentence, Session

_Row = tuple[Instalment, AgendaItem]


@dataclass(frozen=True)
class TypedRows(Rule):
    """A meeting whose rows were typed by hand takes up exactly these, in this order; open-ended, others after them."""

    code: ClassVar[str] = "typed-rows"

    def cases(self, session: Session) -> Iterator[tuple[Meeting, tuple[_Row, ...], bool]]:
        """Yield each such meeting, its rows, and whether others may follow; a bare ``...`` says nothing."""
        parts = {instalment.key: instalment for instalment in session.agenda.instalments}
        for typed in session.organization:
            if typed.open_ended and not typed.instalments:
                continue
            rows = (
                parts.get(key) or session.agenda.instalments_of(session.agenda[key])[0] for key in typed.instalments
            )
            named = tuple((row, session.agenda[row.items[0]]) for row in rows)
            yield session.meeting(typed.meeting), named, typed.open_ended

    def post(self, desk: Desk, meeting: Meeting, rows: tuple[_Row, ...], open_ended: bool) -> None:  # noqa: FBT001
        """Pin the rows."""
        desk.rows(meeting, [row for row, _ in rows], open_ended=open_ended)

    def holds(self, programme: Programme, meeting: Meeting, rows: tuple[_Row, ...], open_ended: bool) -> bool:  # noqa: FBT001
        """Return whether the meeting has these rows in this order."""
        typed = [row.key for row, _ in rows]
        found = [row.instalment for row in programme.rows(meeting)]
        return found[: len(typed)] == typed if open_ended else found == typed

    def words(self, meeting: Meeting, rows: tuple[_Row, ...], open_ended: bool) -> Sentence:  # noqa: FBT001
        """Say which rows were typed."""
        if not rows:
            return Sentence("typed-empty", meeting=meeting)
        code = "typed-rows-open" if open_ended else self.code
        return Sentence(code, meeting=meeting, items=tuple(item for _, item in rows))
