"""Changes to the rows of a programme: moved, exchanged, divided, placed, taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from wgsched.checking.changed_items import change_of_meetings
from wgsched.editing.edits import Edit, RefusedEdit
from wgsched.editing.hours import put_in, taken_out
from wgsched.editing.meetings import with_meeting
from wgsched.editing.pins import with_typed_rows
from wgsched.editing.standing import open_meeting, place_before, row_named
from wgsched.files.spoken import instalments_named, minutes_named, typed_name
from wgsched.model import Consideration, Meeting, Programme, Sentence
from wgsched.model.reading import meetings_of, minutes_of, subject
from wgsched.rules import with_openings


def move(programme: Programme, item: str, to: str, *, meeting: str | None = None, before: str | None = None) -> Edit:
    """Move a row into a meeting, before another item or to the end. It keeps its minutes.

    ``meeting`` says which row is meant, if the item has several. A row that comes to another of the same item is joined
    with it.

    Raises:
        BadInput: there is no such row or meeting, it stands there already, or it was held.
    """
    row = row_named(programme, item, meeting)
    target = open_meeting(programme, to, row.instalment)
    changed = _put(_without(programme, row), row, target, before, _minutes(row))
    if changed.considerations == programme.considerations:
        said = subject(programme.items(row))
        raise RefusedEdit(f"{item!r} stands there already", "stands-there", item=said)
    return _edit(programme, changed, row.instalment, target)


def swap(
    programme: Programme, item: str, other: str, *, meeting: str | None = None, other_meeting: str | None = None
) -> Edit:
    """Let two rows change places. Each keeps its minutes.

    ``meeting`` and ``other_meeting`` say which rows are meant, if an item has several.

    Raises:
        BadInput: there is no such row, it is the same, or it was held.
    """
    one, two = row_named(programme, item, meeting), row_named(programme, other, other_meeting)
    items = [subject(programme.items(row)) for row in (one, two)]
    if one.instalment == two.instalment:
        raise RefusedEdit(f"{item!r} and {other!r} are the same item", "same-item")
    for row, there in ((one, two), (two, one)):
        if _row_in(programme, row.instalment, there.meeting, but=row):
            taken = f"{typed_name(programme, there.meeting)} takes up {item if row is one else other!r} already"
            said, where = subject(programme.items(row)), programme.meeting(there.meeting)
            raise RefusedEdit(taken, "taken-up-already", item=said, meeting=where)
    sentence = Sentence("items-exchanged", item=items[0], other=items[1])
    return Edit(programme, with_openings(with_typed_rows(programme, _exchanged(programme, one, two))), sentence)


def split(
    programme: Programme,
    item: str,
    to: str,
    minutes: int | str | None = None,
    *,
    meeting: str | None = None,
    before: str | None = None,
) -> Edit:
    """Divide a row: its last minutes, such as ``90`` or ``1 h 30 min``, go to another meeting; else half of them.

    ``meeting`` says which row is meant, if the item has several. The minutes of a row without hours are not divided.

    Raises:
        BadInput: there is no such row or meeting, the row has fewer minutes, or it was held.
    """
    row = row_named(programme, item, meeting)
    target = open_meeting(programme, to, row.instalment)
    if target.key == row.meeting:
        stands = f"{item!r} stands in {typed_name(programme, target.key)} already. Divide it between two meetings."
        raise RefusedEdit(stands, "divided-in-one-meeting")
    whole = _minutes(row)
    part = whole // 2 if minutes is None else minutes_named(minutes, target)
    if whole and not 0 < part < whole:
        where = typed_name(programme, row.meeting)
        few = f"{item!r} has {whole} minutes in {where}, so {part} of them cannot go elsewhere"
        raise RefusedEdit(few, "too-few-minutes", item=subject(programme.items(row)), whole=whole, part=part)
    here = programme.meeting(row.meeting)
    number = programme.rows(here).index(row)
    rows = taken_out(programme, programme.rows(here), row)
    kept = _with_rows(programme, {here.key: put_in(programme, here, rows, number, row, max(whole - part, 0))})
    changed = _put(kept if whole else programme, row, target, before, part if whole else 0)
    return _edit(programme, changed, row.instalment, target)


def place(
    programme: Programme, item: str, meeting: str, minutes: int | str | None = None, *, before: str | None = None
) -> Edit:
    """Take up an item in a meeting, before another item or at the end, for the minutes that it still lacks or others.

    A row has hours if the programme has any. Of an item with several parts, the first that has no row is meant.

    Raises:
        BadInput: there is no such item or meeting, or the item has all its minutes.
    """
    named = instalments_named(programme.session, item)
    instalment = next((each for each in named if not programme.of(each)), named[0])
    target = open_meeting(programme, meeting, instalment.key)
    given = None if minutes is None else minutes_named(minutes, target)
    lacks = programme.session.minutes_of(instalment) - (minutes_of(programme.of(instalment)) or 0)
    if given is None and lacks <= 0:
        said = subject(programme.session.agenda.items_of(instalment))
        raise RefusedEdit(f"{item!r} has all its minutes. Say how many more it gets.", "has-all-minutes", item=said)
    timed = not programme.considerations or any(row.window for row in programme.considerations)
    length = (lacks if given is None else given) if timed else 0
    changed = _put(programme, Consideration(instalment.key, target.key), target, before, length)
    return _edit(programme, changed, instalment.key, target)


def take_out(programme: Programme, item: str, *, meeting: str | None = None) -> Edit:
    """Take a row out of the programme. ``meeting`` says which row is meant, if the item has several.

    Raises:
        BadInput: there is no such row, or it was held.
    """
    row = row_named(programme, item, meeting)
    return _edit(programme, _without(programme, row), row.instalment, programme.meeting(row.meeting))


def _minutes(row: Consideration) -> int:
    return row.window.minutes if row.window else 0


def _row_in(
    programme: Programme, instalment: str, meeting: str, but: Consideration | None = None
) -> Consideration | None:
    rows = programme.rows(programme.meeting(meeting))
    return next((each for each in rows if each.instalment == instalment and each is not but), None)


def _with_rows(programme: Programme, changed: Mapping[str, tuple[Consideration, ...]]) -> Programme:
    """Return the programme with other rows in some meetings, all rows in the order of their meetings."""
    rows = (changed.get(each.key, programme.rows(each)) for each in programme.meetings)
    return replace(programme, considerations=tuple(chain.from_iterable(rows)))


def _without(programme: Programme, row: Consideration) -> Programme:
    here = programme.rows(programme.meeting(row.meeting))
    return _with_rows(programme, {row.meeting: taken_out(programme, here, row)})


def _put(programme: Programme, row: Consideration, target: Meeting, before: str | None, minutes: int) -> Programme:
    """Return the programme with a row in a meeting, which is then held; joined with one of the same item there."""
    rows = programme.rows(target)
    there = _row_in(programme, row.instalment, target.key)
    if there is None:
        number, length = place_before(programme, rows, before), minutes
    else:
        number, length = rows.index(there), minutes + _minutes(there)
        rows = taken_out(programme, rows, there)
    changed = _with_rows(programme, {target.key: put_in(programme, target, rows, number, row, length)})
    return changed if target.held else with_meeting(changed, replace(target, held=True))


def _exchanged(programme: Programme, one: Consideration, two: Consideration) -> Programme:
    places = {id(row): programme.rows(programme.meeting(row.meeting)).index(row) for row in (one, two)}
    first, last = sorted((one, two), key=lambda row: places[id(row)])
    changed = _without(_without(programme, last), first)  # the later first: what stands before it stays as it is
    # the earlier place first, so that the later one is still where it was
    for row, to in sorted(((one, two), (two, one)), key=lambda pair: places[id(pair[1])]):
        meeting = programme.meeting(to.meeting)
        rows = put_in(programme, meeting, changed.rows(meeting), places[id(to)], row, _minutes(row))
        changed = _with_rows(changed, {meeting.key: rows})
    return changed


def _edit(before: Programme, after: Programme, instalment: str, meeting: Meeting) -> Edit:
    """Return an edit with the sentence that a comparison says of an item, or else of the order of a meeting."""
    after = with_openings(with_typed_rows(before, after))
    after = replace(after, set_aside=tuple(row for row in after.set_aside if row.instalment != instalment))
    each = before.session.agenda.instalment(instalment)
    item = subject(before.session.agenda.items_of(each))
    change = change_of_meetings(item, meetings_of(before, each), meetings_of(after, each))
    if change is not None:
        return Edit(before, after, change[1])
    items = tuple(after.items(row)[0] for row in after.rows(meeting))
    return Edit(before, after, Sentence("meeting-reordered", meeting=meeting, items=items))
