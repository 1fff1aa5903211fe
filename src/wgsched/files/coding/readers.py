"""How the node of a file is read as a plain value of a type, and the JSON Schema of that: both from the type alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from types import NoneType
from typing import Any

from wgsched.files.coding.decoding import WRONG, Decoding, Reader
from wgsched.files.coding.schemas import (
    ANSWER,
    NOTHING,
    NUMBER,
    SCALAR,
    VERSIONS,
    Schema,
    any_of,
    one_or_several,
    or_nothing,
    words_schema,
)
from wgsched.files.grammar.written import LEAVES
from wgsched.files.nodes import Leaf, MappingNode, Node, Path
from wgsched.model import Text

TEXT = "text"
"""The key under which a text stands that could be read as a moment, and is none."""

_SCHEMAS: dict[Any, Schema] = {
    Text: {"anyOf": [{"type": "string"}, VERSIONS, NOTHING]},
    bool: ANSWER,
    int: NUMBER,
    object: {},
}


@dataclass(frozen=True)
class Small(Reader):
    """A value that is one text, or a text in its languages."""

    kind: Any

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        return decoder.text(node, path) if self.kind is Text else decoder.leaf(node, self.kind, path)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        if isinstance(self.kind, type) and issubclass(self.kind, Enum):
            return words_schema(str(each.value) for each in self.kind)
        return _SCHEMAS.get(self.kind, SCALAR)


@dataclass(frozen=True)
class Meant(Reader):
    """A value whose meaning is declared beside its type, such as the key of an item."""

    what: str
    inner: Reader

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        return decoder.meant(self.what, self.inner, node, path)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        return SCALAR


@dataclass(frozen=True)
class Either(Reader):
    """The first of several types that the node can be."""

    options: tuple[tuple[Any, Reader], ...]

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        hints = [hint for hint, _ in self.options]
        if NoneType in hints and isinstance(node, Leaf) and node.empty:
            return None
        rich = [option for option in self.options if option[0] not in (NoneType, str)]
        if len(rich) == 1 and str not in hints:
            return rich[0][1].read(node, path, decoder)
        leaves = [option for option in rich if option[0] in LEAVES]
        if str in hints and leaves and isinstance(node, MappingNode) and [key for key, _ in node] == [TEXT]:
            return decoder.leaf(node.entries[0][1], str, path)
        for _, reader in rich:
            trial = decoder.aside()
            if (value := reader.read(node, path, trial)) is not WRONG and not trial.faults:
                return value
        if str in hints and isinstance(node, Leaf) and (decoder.lenient or not leaves):
            return decoder.leaf(node, str, path)
        return (leaves or rich or [(str, Small(str))])[0][1].read(node, path, decoder)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        options = any_of(reader.schema(parts) for hint, reader in self.options if hint is not NoneType)
        return or_nothing(options) if any(hint is NoneType for hint, _ in self.options) else options


@dataclass(frozen=True)
class Several(Reader):
    """A tuple or a set; a single value may stand for a list of one."""

    make: Callable[[list[Any]], Any]
    each: tuple[Reader, ...]
    fixed: bool = False

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        first = self.each[0]
        parts = decoder.parts(node, path, first.what if isinstance(first, Meant) else "")
        if parts is None:
            return decoder.expected("a list", node, path)
        if self.fixed and len(parts) != len(self.each):
            return decoder.wrong(node, path, f"expected {len(self.each)} values, found {len(parts)}")
        readers = self.each if self.fixed else self.each * len(parts)
        values = [reader.read(one, where, decoder) for (one, where), reader in zip(parts, readers, strict=True)]
        if decoder.partial:
            values = [value for value in values if value is not WRONG]
        return WRONG if any(value is WRONG for value in values) else self.make(values)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        return one_or_several(self.each[0].schema(parts))


@dataclass(frozen=True)
class ByName(Reader):
    """A mapping whose keys are names."""

    each: Reader

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        if not isinstance(node, MappingNode):
            return decoder.expected("a mapping", node, path)
        values = {key: self.each.read(value, (*path, key), decoder) for key, value in node}
        if decoder.partial:
            return {key: value for key, value in values.items() if value is not WRONG}
        return WRONG if any(value is WRONG for value in values.values()) else values

    def schema(self, parts: dict[str, Schema]) -> Schema:
        return {"type": "object", "additionalProperties": self.each.schema(parts)}
