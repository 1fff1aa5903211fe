"""Items that are opened as soon as others are concluded, and how long a meeting waits for that."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import DateTime

from wgsched.model.conference import Meeting
from wgsched.model.considerations import Consideration
from wgsched.model.items import AgendaItem
from wgsched.model.programme import Programme
from wgsched.model.session import Session
from wgsched.model.when import latest


def upon_conclusion(session: Session) -> Iterator[tuple[AgendaItem, AgendaItem]]:
    """Yield each item that the session takes up upon conclusion of another, with that other.

    Where all is in one forum no meeting waits: what follows there goes on at once.
    """
    agenda = session.agenda
    for rule in session.rules:
        if rule.code == "upon-conclusion":
            names = [getattr(rule, side, None) for side in ("item", "after")]
            known = [agenda[name] for name in names if isinstance(name, str) and name in agenda]
            if len(known) == len(names) and _in_several_forums(session, known[0], known[1]):
                yield known[0], known[1]


def _in_several_forums(session: Session, item: AgendaItem, after: AgendaItem) -> bool:
    """Return whether another forum may have what an item waits for."""
    concerned = (*session.agenda.instalments_of(item)[:1], *session.agenda.instalments_of(after))
    return len({forum for each in concerned for forum in session.forums_of(each)}) > 1


def first_upon(programme: Programme, meeting: Meeting) -> Iterator[tuple[AgendaItem, tuple[Consideration, ...]]]:
    """Yield each item upon whose conclusion the first row of a meeting opens its own item, with its rows."""
    session, rows = programme.session, programme.rows(meeting)
    for item, after in upon_conclusion(session) if rows else ():
        first = session.agenda.instalments_of(item)[:1]
        opens_item = any(each.key == rows[0].instalment and programme.of(each)[0] == rows[0] for each in first)
        if opens_item and (followed := programme.of(after)):
            yield after, followed


def waits_until(programme: Programme, meeting: Meeting) -> DateTime | None:
    """Return when a meeting without an opening in words can take up its first row; None where hours are not known."""
    closes = (row.closes for _, rows in first_upon(programme, meeting) for row in rows)
    return latest([meeting.opens, *closes])
