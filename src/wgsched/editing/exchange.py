"""Two meetings exchange all that they take up."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from wgsched.editing.edits import Edit, RefusedEdit
from wgsched.editing.hours import put_in
from wgsched.editing.meetings import with_meeting
from wgsched.editing.pins import with_typed_rows
from wgsched.editing.standing import open_meeting, row_named
from wgsched.model import Consideration, Meeting, Programme, Sentence
from wgsched.rules import with_openings


def swap_meetings(programme: Programme, meeting: str, other: str) -> Edit:
    """Let two meetings exchange all their rows, in their order. Each row keeps its minutes, and a pin goes with it.

    Raises:
        BadInput: there is no such meeting, it is the same, it is cancelled or over, or a row of it was held.
    """
    one, two = open_meeting(programme, meeting), open_meeting(programme, other)
    if one.key == two.key:
        raise RefusedEdit(f"{meeting!r} and {other!r} are the same meeting", "same-meeting")
    for row in (*programme.rows(one), *programme.rows(two)):
        row_named(programme, row.instalment, row.meeting)  # refuses what was held
    new = {one.key: _laid(programme, two, one), two.key: _laid(programme, one, two)}
    rows = chain.from_iterable(new.get(each.key, programme.rows(each)) for each in programme.meetings)
    changed = replace(programme, considerations=tuple(rows))
    for each in (one, two):
        if new[each.key] and not each.held:
            changed = with_meeting(changed, replace(each, held=True))
    sentence = Sentence("items-exchanged", item=one, other=two)
    return Edit(programme, with_openings(with_typed_rows(programme, changed)), sentence)


def _laid(programme: Programme, source: Meeting, target: Meeting) -> tuple[Consideration, ...]:
    """Return the rows of one meeting as they follow each other in another."""
    laid: tuple[Consideration, ...] = ()
    for row in programme.rows(source):
        laid = put_in(programme, target, laid, len(laid), row, row.window.minutes if row.window else 0)
    return laid
