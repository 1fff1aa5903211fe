"""The Python interface: tables of what there is, and what autodoc is asked for below each."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

import wgsched
from generated.markdown import code, parameters, prose, table
from wgsched import errors as error_tree
from wgsched import model

_RESULTS = {
    "annexes": ("Annex",),
    "feeds": ("Feed",),
    "checking": ("Report", "Violation", "Comparison", "Change", "Score"),
    "planning": ("Explanation",),
    "publishing": ("Publication", "Amendment"),
}


def verbs() -> str:
    """Return every verb that ``import wgsched`` loads for itself, room by room, with its parameters."""
    named = [(name, getattr(wgsched, name)) for room in wgsched._VERBS.values() for name in room]
    rows = [(f"{name}{'' if isinstance(each, type) else parameters(each)}", each) for name, each in named]
    return f"{_table('verb', rows)}\n{_autodoc(f'wgsched.{name}' for name, _ in named)}"


def results() -> str:
    """Return the classes of what the verbs return."""
    named = [(f"wgsched.{room}.{name}", name, room) for room, names in _RESULTS.items() for name in names]
    rows = [(name, getattr(import_module(f"wgsched.{room}"), name)) for _, name, room in named]
    return f"{_table('class', rows)}\n{_autodoc(path for path, _, _ in named)}"


def nouns() -> str:
    """Return the classes of the model."""
    named = [(name, getattr(model, name)) for name in model.__all__]
    return _table("class", (each for each in named if getattr(each[1], "__module__", "").startswith("wgsched.")))


def errors() -> str:
    """Return the classes of errors."""
    return _table("error", ((name, getattr(error_tree, name)) for name in error_tree.__all__))


def _table(head: str, rows: Iterable[tuple[str, object]]) -> str:
    return table(
        (head, "what it is or does"), [(code(name), prose(each.__doc__).split("\n\n")[0]) for name, each in rows]
    )


def _autodoc(paths: Iterable[str]) -> str:
    """Return what Sphinx puts in the place of each name: functions, and classes with their members."""
    lines = ["```{eval-rst}"]
    for path in paths:
        room, _, name = path.rpartition(".")
        if isinstance(getattr(import_module(room), name), type):
            lines += [f".. autoclass:: {path}", "   :members:", "   :undoc-members:"]
        else:
            lines.append(f".. autofunction:: {path}")
    return "\n".join((*lines, "```"))
