"""What a page may ask for: the verbs of the library, each with the names of what it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from wgsched import editing
from wgsched.desk.words import DeskRefusal
from wgsched.editing import Edit
from wgsched.errors import BadInput
from wgsched.model import Programme, Sentence

AskedEdit: TypeAlias = Mapping[str, str]
"""A verb and what it takes, by name, as a form sends it and the draft keeps it."""

_VERBS: Mapping[str, tuple[Callable[..., Edit], tuple[str, ...], tuple[str, ...]]] = {
    "move": (editing.move, ("item", "to"), ("meeting", "before")),
    "swap": (editing.swap, ("item", "other"), ("meeting", "other_meeting")),
    "split": (editing.split, ("item", "to", "minutes"), ("meeting", "before")),
    "place": (editing.place, ("item", "to", "minutes"), ("before",)),
    "take_out": (editing.take_out, ("item",), ("meeting",)),
    "pin": (editing.pin, ("item",), ("meeting",)),
    "unpin": (editing.unpin, ("item",), ("meeting",)),
    "swap_meetings": (editing.swap_meetings, ("meeting", "other"), ()),
    "cancel": (editing.cancel, ("meeting",), ()),
    "hold": (editing.hold, ("meeting",), ()),
    "retime": (editing.retime, ("meeting", "opens", "closes"), ()),
    "room": (editing.room, ("meeting", "room"), ()),
}
"""Each with what it takes in order, and what it takes by name."""

_MAY_LACK = frozenset({"minutes", "opens", "closes", "room"})


def edit_of(step: AskedEdit) -> Callable[[Programme], Edit]:
    """Return the change that a step asks for.

    Raises:
        BadInput: there is no such verb, or something that it needs is missing.
    """
    verb = step.get("verb", "")
    if verb not in _VERBS:
        raise BadInput(f"the desk has no verb {verb!r}")
    function, in_order, by_name = _VERBS[verb]
    given: list[str | int | None] = [step.get(name) or None for name in in_order]
    if "minutes" in in_order and step.get("minutes", "").isdecimal():
        given[in_order.index("minutes")] = int(step["minutes"])
    for name, value in zip(in_order, given, strict=True):
        if value is None and name not in _MAY_LACK:
            raise BadInput(f"{verb}: say which {name}")
    named = {name: step[name] for name in by_name if step.get(name)}
    return lambda programme: function(programme, *given, **named)


def together(programme: Programme, steps: Iterable[AskedEdit]) -> Edit:
    """Return all that the steps ask for as one edit.

    Raises:
        BadInput: there are none, or one is refused; nothing is changed then.
    """
    verbs = [edit_of(step) for step in steps]
    if not verbs:
        raise DeskRefusal("refused-no-row")
    return editing.together(programme, verbs)


def steps_of(form: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    """Return the steps of a form: one, or one for each ``row``, which is an item, a tab and its meeting if it has one.

    ``other_row`` is such a row, with which another changes places.
    """
    fields = {name: value for name, value in form if name not in ("row", "version")}
    if "other_row" in fields:
        fields["other"], _, fields["other_meeting"] = fields.pop("other_row").partition("\t")
    rows = [value for name, value in form if name == "row"]
    return [_for_row(fields, *row.split("\t", 1)) for row in rows] or [fields]


def _for_row(fields: Mapping[str, str], item: str, meeting: str = "") -> dict[str, str]:
    """Return what is asked of one row; an item without a meeting is placed rather than moved."""
    placed = {"verb": "place"} if fields.get("verb") == "move" and not meeting else {}
    return {**fields, **placed, "item": item, **({"meeting": meeting} if meeting else {})}


def _taken_over(programme: Programme, other: Programme, code: str) -> Edit:
    return Edit(programme, other, Sentence(code))


planned = partial(_taken_over, code="rest-planned")
restored = partial(_taken_over, code="programme-restored")
