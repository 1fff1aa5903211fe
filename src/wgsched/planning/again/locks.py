"""What must stay as it was published: an item, a meeting, a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.errors import BadInput
from wgsched.files.spoken import meetings_named
from wgsched.model import Programme, Rule
from wgsched.rules import item_stays, meeting_stays


def locks(published: Programme, keep: Iterable[str]) -> tuple[Rule, ...]:
    """Return what keeps items (by number or key), meetings (by key or ``Thu am``) and days as they were published.

    What has a row in a meeting that is kept stays wholly as it was, also its rows in other meetings.

    Raises:
        BadInput: a name is that of no item, meeting or day; all such names at once.
    """
    rules: dict[Rule, None] = {}
    faults: list[str] = []
    for name in keep:
        try:
            rules.update(dict.fromkeys(_lock(published, name)))
        except BadInput as error:
            faults += [str(fault) for fault in error.faults]
    if faults:
        raise BadInput(*faults)
    return tuple(rules)


def _lock(published: Programme, name: str) -> Iterator[Rule]:
    session = published.session
    if name in session.agenda:
        for instalment in session.agenda.instalments_of(session.agenda[name]):
            yield from item_stays(published, instalment.key)
        return
    for meeting in meetings_named(session, session.meetings, name):
        yield from meeting_stays(published, meeting)
