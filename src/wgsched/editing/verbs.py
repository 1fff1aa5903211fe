"""The verbs by name, so that an edit can be asked for as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from inspect import Parameter, signature
from typing import Any, TypeAlias

from wgsched.editing.edits import Edit, together
from wgsched.editing.exchange import swap_meetings
from wgsched.editing.meetings import cancel, hold, retime, room
from wgsched.editing.pins import pin, unpin
from wgsched.editing.rows import move, place, split, swap, take_out
from wgsched.errors import BadInput, Fault, nearest
from wgsched.model import Programme

AskedEdit: TypeAlias = Mapping[str, Mapping[str, str | int | None]]
"""A verb with what it takes, by name: ``{"move": {"item": "3", "to": "Fri am"}}``."""

VERBS: Mapping[str, Callable[..., Edit]] = {
    verb.__name__: verb
    for verb in (move, swap, split, place, take_out, pin, unpin, swap_meetings, cancel, hold, retime, room)
}
"""The verbs of this package by name. What each takes is what its signature says."""

_EXAMPLE = 'For example {"pin": {"item": "3"}}; several edits are a list.'


def edit(programme: Programme, asked: AskedEdit | Sequence[AskedEdit]) -> Edit:
    """Make an edit that is asked for as JSON says it: ``{"move": {"item": "3", "to": "Fri am"}}``, or a list of such.

    A list is made in its order, as one edit. What may be lacking may also be ``null``.

    Raises:
        BadInput: a verb or a key is unknown, something is missing, or the edit is refused; nothing is changed then.
    """
    steps: list[Any] = list(asked) if isinstance(asked, list | tuple) else [asked]
    if not steps:
        raise BadInput(Fault("expected an edit or a list of edits", hint=_EXAMPLE))
    places = [f"{place}." for place in range(len(steps))] if len(steps) > 1 else [""]
    faults = [fault for place, step in zip(places, steps, strict=True) for fault in _faults(step, place)]
    if faults:
        raise BadInput(*faults)
    return together(programme, [partial(VERBS[verb], **given) for step in steps for verb, given in step.items()])


def _faults(step: object, place: str) -> Iterator[Fault]:
    """Yield all that is wrong with one step, before anything is changed."""
    if not isinstance(step, Mapping) or len(step) != 1:
        yield Fault("expected one verb with what it takes", path=place.rstrip("."), hint=_EXAMPLE)
        return
    verb, given = next(iter(step.items()))
    path = f"{place}{verb}"
    if verb not in VERBS:
        hint = nearest(str(verb), VERBS).strip() or f"Known: {', '.join(VERBS)}."
        yield Fault(f"unknown verb {verb!r}", path=place.rstrip("."), hint=hint)
    elif not isinstance(given, Mapping):
        hint = f'Write {{"{verb}": {{"{next(iter(_taken(verb)))}": ...}}}}.'
        yield Fault("expected what the verb takes, by name", path=path, hint=hint)
    else:
        yield from _wrong_keys(_taken(verb), given, path)


def _wrong_keys(taken: Mapping[str, Parameter], given: Mapping[object, object], path: str) -> Iterator[Fault]:
    for name, value in given.items():
        if name not in taken:
            hint = nearest(str(name), taken).strip() or f"Known: {', '.join(taken)}."
            yield Fault(f"unknown key {name!r}", path=path, hint=hint)
        elif value is not None and (wanted := _wanted(taken[str(name)], value)):
            yield Fault(f"expected {wanted}, not {value!r}", path=f"{path}.{name}")
    for name, parameter in taken.items():
        null = name in given and "None" in str(parameter.annotation)
        if parameter.default is Parameter.empty and given.get(name) is None and not null:
            yield Fault(f"say which {name}", path=path)


def _taken(verb: str) -> dict[str, Parameter]:
    """Return what a verb takes besides the programme."""
    return {name: each for name, each in signature(VERBS[verb]).parameters.items() if name != "programme"}


def _wanted(parameter: Parameter, value: object) -> str:
    """Return what a key wants, if the value is something else."""
    number = "int" in str(parameter.annotation)
    if isinstance(value, str) or (number and isinstance(value, int) and not isinstance(value, bool)):
        return ""
    return "a text or a whole number" if number else "a text"
