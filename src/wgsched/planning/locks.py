"""What must stay as it was published: an item, a meeting, a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.errors import BadInput
from wgsched.model import AgendaItem, Desk, Instalment, Meeting, Programme, Rule, Sentence, Session, Window
from wgsched.model.reading import every, inside, meetings_of, subject


@dataclass(frozen=True)
class Stays(Rule):
    """An instalment, by key, keeps its meetings, by key, and where they are known its hours."""

    instalment: str
    meetings: tuple[str, ...]
    hours: tuple[Window, ...] = ()
    code: ClassVar[str] = "stays"

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Meeting, ...]]]:
        """Yield the instalment, its items, and its meetings; the parts of one that has been divided since."""
        meetings = tuple(session.meeting(key) for key in self.meetings)
        for instalment in _now(session, self.instalment):
            yield instalment, session.agenda.items_of(instalment), meetings

    def post(
        self, desk: Desk, instalment: Instalment, _: tuple[AgendaItem, ...], meetings: tuple[Meeting, ...]
    ) -> None:
        """Leave it no other place."""
        desk.only_in(instalment, meetings)
        if self.hours:
            desk.within(instalment, self.hours)

    def holds(
        self, programme: Programme, instalment: Instalment, _: tuple[AgendaItem, ...], meetings: tuple[Meeting, ...]
    ) -> bool | None:
        """Return whether its rows are where they were."""
        if [each.key for each in meetings_of(programme, instalment)] != [each.key for each in meetings]:
            return False
        rows = programme.of(instalment)
        return every(inside(programme, row, self.hours) for row in rows) if self.hours else True

    def words(self, _: Instalment, items: tuple[AgendaItem, ...], meetings: tuple[Meeting, ...]) -> Sentence:
        """Say that it stays."""
        return Sentence(self.code, item=subject(items), meetings=meetings)


@dataclass(frozen=True)
class MeetingStays(Rule):
    """A meeting, by key, takes up these instalments, by key, and nothing else."""

    meeting: str
    instalments: tuple[str, ...]
    code: ClassVar[str] = "meeting-stays"

    def cases(self, session: Session) -> Iterator[tuple[Meeting, tuple[Instalment, ...]]]:
        """Yield the meeting and the instalments."""
        yield session.meeting(self.meeting), tuple(part for key in self.instalments for part in _now(session, key))

    def post(self, desk: Desk, meeting: Meeting, instalments: tuple[Instalment, ...]) -> None:
        """Pin its rows."""
        desk.rows(meeting, instalments, open_ended=False)

    def holds(self, programme: Programme, meeting: Meeting, instalments: tuple[Instalment, ...]) -> bool:
        """Return whether it takes up just these."""
        return [row.instalment for row in programme.rows(meeting)] == [each.key for each in instalments]

    def words(self, meeting: Meeting, _: tuple[Instalment, ...]) -> Sentence:
        """Say that it stays."""
        return Sentence(self.code, meeting=meeting)


def _now(session: Session, key: str) -> tuple[Instalment, ...]:
    """Return the instalment of this key, or the parts into which it was divided."""
    return tuple(each for each in session.agenda.instalments if each.key == key or each.key.startswith(f"{key}."))


def locks(session: Session, published: Programme, keep: Iterable[str]) -> tuple[Rule, ...]:
    """Return what keeps items (by number or key), meetings (by key or ``Thu am``) and days as they were published.

    What has a row in a meeting that is kept stays wholly as it was, also its rows in other meetings.

    Raises:
        BadInput: a name is that of no item, meeting or day; all such names at once.
    """
    found: dict[Rule, None] = {}
    faults: list[str] = []
    for name in keep:
        try:
            found.update(dict.fromkeys(_lock(session, published, name)))
        except BadInput as error:
            faults += [str(fault) for fault in error.faults]
    if faults:
        raise BadInput(*faults)
    return tuple(found)


def _lock(session: Session, published: Programme, name: str) -> Iterator[Rule]:
    from wgsched.files.spoken import meetings_named

    if name in session.agenda:
        for instalment in session.agenda.instalments_of(session.agenda[name]):
            yield from _stays(published, instalment.key)
        return
    for meeting in meetings_named(session, session.meetings, name):
        rows = published.rows(meeting)
        keys = tuple(dict.fromkeys(row.instalment for row in rows))
        for key in keys:
            yield from _stays(published, key)
        yield MeetingStays(meeting.key, keys)


def _stays(published: Programme, key: str) -> Iterator[Rule]:
    rows = published.of(published.session.agenda.instalment(key))
    if rows:
        meetings = tuple(dict.fromkeys(row.meeting for row in rows))
        windows = tuple(row.window for row in rows if row.window)
        yield Stays(key, meetings, windows if len(windows) == len(rows) else ())
