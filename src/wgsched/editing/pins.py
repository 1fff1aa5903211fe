"""Which rows stay where they are when a programme is planned again: pinned, or merely placed (``~``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wgsched.editing.edits import Edit, RefusedEdit
from wgsched.editing.standing import row_named
from wgsched.files.spoken import typed_name
from wgsched.files.typedrows import pins_of, typed_again
from wgsched.model import Consideration, Meeting, Programme, Rows, Sentence
from wgsched.model.reading import subject

Pin = tuple[str, str]
"""A meeting and an instalment that stays in it, by their keys."""


def pin(programme: Programme, item: str, *, meeting: str | None = None) -> Edit:
    """Pin a row: when the programme is planned again, the item stays in this meeting.

    ``meeting`` says which row is meant, if the item has several.

    Raises:
        BadInput: there is no such row, it is pinned already, or it was held.
    """
    row, pins = row_named(programme, item, meeting), pins_of(programme)
    if _pin(row) in pins:
        pinned = f"{item!r} is pinned in {typed_name(programme, row.meeting)} already"
        raise RefusedEdit(pinned, "pinned-already", item=subject(programme.items(row)))
    return _edit(programme, row, pins | {_pin(row)}, "row-pinned")


def unpin(programme: Programme, item: str, *, meeting: str | None = None) -> Edit:
    """Unpin a row: it stands there now, and may move when the programme is planned again.

    ``meeting`` says which row is meant, if the item has several.

    Raises:
        BadInput: there is no such row, it is not pinned, or it was held.
    """
    row, pins = row_named(programme, item, meeting), pins_of(programme)
    if _pin(row) not in pins:
        loose = f"{item!r} is not pinned in {typed_name(programme, row.meeting)}"
        raise RefusedEdit(loose, "not-pinned", item=subject(programme.items(row)))
    return _edit(programme, row, pins - {_pin(row)}, "row-unpinned")


def with_typed_rows(before: Programme, after: Programme) -> Programme:
    """Return an edited programme with typed rows that are those which it has; a pinned row is pinned where it went."""
    if not before.session.organization:
        return after
    pins = set(pins_of(before))
    for each in after.session.agenda.instalments:
        was, now = ({row.meeting for row in programme.of(each)} for programme in (before, after))
        if any((meeting, each.key) in pins for meeting in was - now):
            pins.update((meeting, each.key) for meeting in now - was)
    changed = [each for each in after.meetings if _keys(before, each) != _keys(after, each)]
    return _pinned(after, frozenset(pins), {each.key for each in changed})


def _edit(programme: Programme, row: Consideration, pins: frozenset[Pin], code: str) -> Edit:
    meeting = programme.meeting(row.meeting)
    sentence = Sentence(code, item=subject(programme.items(row)), meeting=meeting)
    return Edit(programme, _pinned(programme, pins, {meeting.key}), sentence)


def _pinned(programme: Programme, pins: frozenset[Pin], meetings: set[str]) -> Programme:
    """Return the programme with the typed rows of some meetings, by key, made from its own rows."""
    typed = tuple(_typed(programme, pins, meetings))
    return replace(programme, session=replace(programme.session, organization=typed))


def _typed(programme: Programme, pins: frozenset[Pin], meetings: set[str]) -> Iterator[Rows]:
    typed = {each.meeting: each for each in programme.session.organization}
    for meeting in programme.meetings:
        old, keys = typed.get(meeting.key), _keys(programme, meeting)
        if meeting.key not in meetings:
            yield from (old,) if old else ()
        elif old or any((meeting.key, key) in pins for key in keys):
            yield typed_again(programme, meeting, pins)


def _keys(programme: Programme, meeting: Meeting) -> tuple[str, ...]:
    return tuple(row.instalment for row in programme.rows(meeting))


def _pin(row: Consideration) -> Pin:
    return row.meeting, row.instalment
