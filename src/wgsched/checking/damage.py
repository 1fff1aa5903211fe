"""What no rule can judge: rows that were typed wrongly or damaged on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from wgsched.model import Consideration, Programme, Sentence
from wgsched.model.gate import instant
from wgsched.model.reading import subject


def damage(programme: Programme) -> Iterator[Sentence]:
    """Yield a sentence for each row that cannot be what it should be."""
    meetings = {meeting.key: meeting for meeting in programme.meetings}
    known = {instalment.key for instalment in programme.session.agenda.instalments}
    for row in programme.considerations:
        if row.instalment not in known:
            yield Sentence("row-of-unknown-item", name=row.instalment)
        elif row.meeting not in meetings:
            yield Sentence("row-in-unknown-meeting", item=subject(programme.items(row)), name=row.meeting)
        elif not _hours_sound(row):
            yield Sentence("row-backwards", item=subject(programme.items(row)), meeting=meetings[row.meeting])
    legible = readable(programme)
    for meeting in legible.meetings:
        windows = [row.window for row in legible.rows(meeting) if row.window]
        if any(instant(later.opens) < instant(earlier.opens) for earlier, later in pairwise(windows)):
            yield Sentence("rows-out-of-order", meeting=meeting)


def readable(programme: Programme) -> Programme:
    """Return the same programme without what is damaged: the rest can be judged."""
    meetings = {meeting.key for meeting in programme.meetings}
    known = {instalment.key for instalment in programme.session.agenda.instalments}
    rows = tuple(
        row if _hours_sound(row) else replace(row, opens=None, closes=None)
        for row in programme.considerations
        if row.instalment in known and row.meeting in meetings
    )
    return programme if rows == programme.considerations else replace(programme, considerations=rows)


def _hours_sound(row: Consideration) -> bool:
    return row.opens is None or row.closes is None or instant(row.opens) < instant(row.closes)
