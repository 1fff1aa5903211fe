"""The decoder: one value of a known type after the other, and all that is below it."""

from __future__ import annotations

from functools import cache
from typing import Any

from wgsched.files.coding.decoding import Decoding
from wgsched.files.coding.readers import reader_of
from wgsched.files.nodes import Node, Path

_reader_of = cache(reader_of)


class Decoder(Decoding):
    """Reads values by their types."""

    def value(self, node: Node, hint: Any, path: Path) -> Any:
        """Return the value of a node for a type, or WRONG."""
        return _reader_of(hint).read(node, path, self)
