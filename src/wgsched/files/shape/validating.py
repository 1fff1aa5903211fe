"""Tells everything that is wrong with a shape, in our own words, and goes on with what is right."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from wgsched.files.faults import Faults, suggestion
from wgsched.files.nodes import Node, Path, Row, Table, kind, locate, plain
from wgsched.files.shape.base import Shape

S = TypeVar("S", bound=Shape)

_EXPECTED = {
    "string_type": "text",
    "dict_type": "a mapping",
    "list_type": "a list",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
_ROUNDS = 6


def validated(shape: type[S], root: Node, faults: Faults) -> S:
    """Return the shape of a file; what is wrong is told, left out, and the rest read on.

    Raises:
        BadInput: nothing can be made of the rest.
    """
    data = plain(root)
    for _ in range(_ROUNDS):
        known: list[tuple[str, list[str]]] = []
        try:
            return shape.model_validate(data, context=known)
        except ValidationError as error:
            words = dict(known)
            for each in error.errors(include_url=False, include_input=False):
                _, path = locate(root, each["loc"])
                _tell(faults, root, path, each, words)
                data = _without(data, path)
                if faults.enough:
                    faults.done()
    faults.at((), "cannot be read as a session")
    faults.done()
    raise AssertionError("unreachable")  # pragma: no cover


def _tell(faults: Faults, root: Node, path: Path, error: Any, known: dict[str, list[str]]) -> None:
    if error["type"] == "extra_forbidden":
        word = str(path[-1])
        faults.at(path, f"unknown key {word!r}", suggestion(word, known.get(word, ())), key=True)
        return
    if error["type"] in _EXPECTED:
        found = kind(_node(root, path))
        faults.at(path, f"expected {_EXPECTED[error['type']]}, found {found}")
        return
    faults.at(path, error["msg"])


def _node(root: Node, path: Path) -> Node:
    node = root
    for step in path:
        if isinstance(node, Table):
            node = node.get(str(step)) or node
        elif isinstance(node, Row) and isinstance(step, int):
            node = node.nodes[step]
    return node


def _without(data: Any, path: Path) -> Any:
    """Take what is at the path out of the data, and return them; in a list an empty text stands in its place."""
    if not path:
        return {}
    found, last = data, path[-1]
    for step in path[:-1]:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):  # it was left out already
            return data
    if isinstance(found, dict):
        found.pop(last, None)
    elif isinstance(found, list) and isinstance(last, int) and last < len(found):
        found[last] = ""
    return data
