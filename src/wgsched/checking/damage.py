"""What no rule can judge: rows and meetings that were typed wrongly or damaged on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pendulum import DateTime

from wgsched.model import Consideration, Meeting, Programme, Sentence
from wgsched.model.reading import subject


def damage(programme: Programme) -> Iterator[Sentence]:
    """Yield a sentence for each meeting or row that cannot be what it should be."""
    yield from _damaged_meetings(programme)
    sound = {meeting.key: meeting for meeting in programme.meetings if _sound(meeting)}
    known = {instalment.key for instalment in programme.session.agenda.instalments}
    for row in programme.considerations:
        if row.instalment not in known:
            yield Sentence("row-of-unknown-item", name=row.instalment)
        elif row.meeting not in sound:
            yield Sentence("row-in-unknown-meeting", item=_item(programme, row), name=row.meeting)
        elif not _hours_sound(row):
            yield Sentence("row-backwards", item=_item(programme, row), meeting=sound[row.meeting])
    legible = readable(programme)
    for meeting in legible.meetings:
        windows = [row.window for row in legible.rows(meeting) if row.window]
        if any(later.opens < earlier.opens for earlier, later in pairwise(windows)):
            yield Sentence("rows-out-of-order", meeting=meeting)


def readable(programme: Programme) -> Programme:
    """Return the same programme without what is damaged: the rest can be judged."""
    meetings = {meeting.key: meeting for meeting in reversed(programme.meetings) if _sound(meeting)}
    known = {instalment.key for instalment in programme.session.agenda.instalments}
    rows = (
        row if _hours_sound(row) else replace(row, opens=None, closes=None)
        for row in programme.considerations
        if row.instalment in known and row.meeting in meetings
    )
    ordered = tuple(sorted(meetings.values(), key=lambda meeting: (meeting.opens, meeting.key)))
    return replace(programme, meetings=ordered, considerations=tuple(rows))


def _damaged_meetings(programme: Programme) -> Iterator[Sentence]:
    seen: set[str] = set()
    for meeting in programme.meetings:
        if meeting.key in seen:
            yield Sentence("meeting-twice", name=meeting.key)
        elif not _sound(meeting):
            yield Sentence("meeting-backwards", name=meeting.key)
        seen.add(meeting.key)


def _item(programme: Programme, row: Consideration) -> object:
    agenda = programme.session.agenda
    parts = {each.key: each for each in agenda.instalments}
    return subject(agenda.items_of(parts[row.instalment]))


def _aware(*moments: DateTime | None) -> bool:
    return all(moment is None or moment.tzinfo is not None for moment in moments)


def _sound(meeting: Meeting) -> bool:
    return _aware(meeting.opens, meeting.closes) and meeting.opens < meeting.usable.closes <= meeting.closes


def _hours_sound(row: Consideration) -> bool:
    if not _aware(row.opens, row.closes):
        return False
    return row.opens is None or row.closes is None or row.opens < row.closes
