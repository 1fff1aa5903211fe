"""What a file holds before it means anything: texts, lists and mappings, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a value: keys of mappings, and places in lists counted from 0."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1, and are 0 where no place is known.

    ``start`` is the first character of a value in the text, and ``end`` the one after its last. ``style`` is how it is
    written: ``"``, ``'``, ``|`` or ``>`` before a text, ``{`` or ``[`` before what stands in braces, or nothing.
    """

    line: int = 0
    column: int = 0
    start: int = 0
    end: int = 0
    style: str = ""


@dataclass(frozen=True)
class Leaf:
    """A text, exactly as it stands: 16.10 is not 16.1, and ``no`` is a word. ``empty`` when nothing was written."""

    text: str
    mark: Mark = Mark()
    empty: bool = False


@dataclass(frozen=True)
class ListNode:
    """A list."""

    nodes: tuple[Node, ...]
    mark: Mark = Mark()


@dataclass(frozen=True)
class MappingNode:
    """A mapping, in the order in which it was written."""

    entries: tuple[tuple[Leaf, Node], ...]
    mark: Mark = Mark()

    def __iter__(self) -> Iterator[tuple[str, Node]]:
        return ((key.text, node) for key, node in self.entries)

    def get(self, key: str) -> Node | None:
        """Return the value under a key, or None."""
        return self.by_key[key][1] if key in self.by_key else None

    @cached_property
    def by_key(self) -> dict[str, tuple[Leaf, Node]]:
        """Each key, and the value under it, by the text of the key."""
        return {key.text: (key, node) for key, node in self.entries}


Node: TypeAlias = Leaf | ListNode | MappingNode


def leaves(root: Node) -> Iterator[Leaf]:
    """Yield every text of a file, keys too, in no order."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Leaf):
            yield node
        elif isinstance(node, ListNode):
            waiting += node.nodes
        else:
            waiting += (each for entry in node.entries for each in entry)


def kind(node: Node) -> str:
    """Return what a node is, for a message."""
    if isinstance(node, Leaf):
        return "nothing" if node.empty else "text"
    return "a list" if isinstance(node, ListNode) else "a mapping"


def plain(node: Node) -> object:
    """Return a node as ordinary texts, lists and dictionaries; None where nothing was written."""
    if isinstance(node, Leaf):
        return None if node.empty else node.text
    if isinstance(node, ListNode):
        return [plain(each) for each in node.nodes]
    return {key: plain(value) for key, value in node}


def plain_text(node: Node | None) -> str:
    """Return a text, or nothing where something else stands."""
    return node.text if isinstance(node, Leaf) else ""


def node_at(root: Node, path: Sequence[str | int]) -> Node | None:
    """Return what stands at a path, or None."""
    node: Node | None = root
    for step in path:
        if isinstance(node, ListNode) and isinstance(step, int) and 0 <= step < len(node.nodes):
            node = node.nodes[step]
        else:
            node = node.get(str(step)) if isinstance(node, MappingNode) else None
    return node


def locate(root: Node, path: Sequence[str | int], *, key: bool = False) -> tuple[Mark, Path]:
    """Return the place of a path, and the steps of it that the file has; with ``key``, the place of its last key.

    A short form, such as a bare text for a mapping with a title, leaves out steps; they are passed over.
    """
    node, mark, known = root, root.mark, list[str | int]()
    for step in path:
        if isinstance(node, MappingNode) and (entry := node.by_key.get(str(step))):
            name, node = entry
            mark = name.mark if key else node.mark
        elif isinstance(node, ListNode) and isinstance(step, int) and 0 <= step < len(node.nodes):
            node = node.nodes[step]
            mark = node.mark
        elif isinstance(node, Leaf):
            break
        else:
            continue
        known.append(step)
    return mark, tuple(known)


def dotted(path: Sequence[str | int]) -> str:
    """Return a path as people read it: ``agenda.1 (a).takes``; places in lists count from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
