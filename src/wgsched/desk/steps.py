"""What a page asks for, as the library asks for it: a form gives one edit, or one for each chosen row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from wgsched.editing import AskedEdit, Edit
from wgsched.model import Programme, Sentence


def steps_of(form: Sequence[tuple[str, str]]) -> list[AskedEdit]:
    """Return the edits that a form asks for: one, or one for each ``row``: an item, a tab, and its meeting if any.

    ``other_row`` is such a row, with which another changes places.
    """
    fields = {name: value for name, value in form if name not in ("row", "version", "verb")}
    verb = dict(form).get("verb", "")
    if "other_row" in fields:
        fields["other"], _, fields["other_meeting"] = fields.pop("other_row").partition("\t")
    rows = [value for name, value in form if name == "row"]
    return [_of_row(verb, fields, *row.split("\t", 1)) for row in rows] or [_step(verb, fields)]


def _of_row(verb: str, fields: Mapping[str, str], item: str, meeting: str = "") -> AskedEdit:
    """Return what is asked of one row; an item without a meeting is placed rather than moved."""
    placed = verb == "move" and not meeting
    return _step("place" if placed else verb, {**fields, "item": item, **({"meeting": meeting} if meeting else {})})


def _step(verb: str, fields: Mapping[str, str]) -> AskedEdit:
    """Return a step of a form, where a field that is left empty says nothing."""
    given: dict[str, str | int | None] = {name: value or None for name, value in fields.items()}
    if verb == "place":
        given["meeting"] = given.pop("to", None)  # the page says of both where to
    if (minutes := fields.get("minutes", "")).isdecimal():
        given["minutes"] = int(minutes)
    return {verb: given}


def _taken_over(programme: Programme, other: Programme, code: str) -> Edit:
    return Edit(programme, other, Sentence(code))


planned = partial(_taken_over, code="rest-planned")
restored = partial(_taken_over, code="programme-restored")
