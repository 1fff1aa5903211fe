"""What records that stand in files have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from wgsched.files.nodes import Leaf, MappingNode, Node
from wgsched.languages import codes

_CODE = re.compile("[a-z]{2,3}(-([A-Z][A-Za-z]+|[0-9]{3}))*~?")
_KEYS = ("is", "at", "in", "key", "why")
"""Keys of items and events that look like languages."""


class Shape:
    """A mapping with known keys. A bare value may stand for the one named ``bare``; a text also by its versions.

    ``aliases`` are other names of keys.
    """

    bare: ClassVar[str] = ""
    bare_kinds: ClassVar[tuple[type[Node], ...]] = (Leaf, MappingNode)

    aliases: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def may_be_bare(cls, node: Node) -> bool:
        """Return whether a node is such a bare value and not a mapping with keys."""
        if isinstance(node, MappingNode):
            return MappingNode in cls.bare_kinds and versions_only(key for key, _ in node)
        return isinstance(node, cls.bare_kinds) and not (isinstance(node, Leaf) and node.empty)

    @classmethod
    def read_elsewhere(cls) -> frozenset[str]:
        """Return the keys that are left to another reader."""
        return frozenset()


def versions_only(keys: Iterable[str]) -> bool:
    """Return whether these are the keys of nothing but the versions of a text, known languages or not."""
    known = list(keys)
    return bool(known) and all(
        key not in _KEYS and (_CODE.fullmatch(key) or key.removesuffix("~") in codes()) for key in known
    )
