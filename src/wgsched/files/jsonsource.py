"""JSON with the place of every value, and every scalar as the text that was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]

from wgsched.errors import BadInput, Fault
from wgsched.files.nodes import Leaf, ListNode, MappingNode, Mark, Node

_SPACE = re.compile(r"[ \t\n\r]*")
_BARE = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)")


def json_nodes(text: str, file: str, *, deepest: int, most: int) -> Node:
    """Read JSON.

    Raises:
        BadInput: it is not JSON, too deep, too large, or repeats a key.
    """
    reader = _JsonReader(text, file, deepest, most)
    root, end = reader.value(reader.skip(0), 0)
    if end < len(text):
        raise reader.fault(end, "is not JSON: something follows the end")
    if reader.repeated:
        raise BadInput(*reader.repeated)
    return root


class _JsonReader:
    def __init__(self, text: str, file: str, deepest: int, most: int) -> None:
        self.text, self.file, self.deepest, self.most = text, file, deepest, most
        self.values = 0
        self.lines = [0, *(line.end() for line in re.finditer("\n", text))]
        self.repeated: list[Fault] = []

    def mark(self, place: int, end: int = 0, style: str = "") -> Mark:
        line = bisect_right(self.lines, place)
        return Mark(line, place - self.lines[line - 1] + 1, place, end, style)

    def fault(self, place: int, message: str, hint: str = "") -> BadInput:
        mark = self.mark(min(place, len(self.text)))
        return BadInput(Fault(message, self.file, mark.line, mark.column, hint=hint))

    def skip(self, place: int) -> int:
        space = _SPACE.match(self.text, place)
        return space.end() if space else place

    def value(self, place: int, depth: int) -> tuple[Node, int]:
        """Read the value that begins here; return it and where the next thing begins."""
        if depth > self.deepest:
            raise self.fault(place, f"is nested more than {self.deepest} levels deep")
        self.values += 1
        if self.values > self.most:
            raise self.fault(place, f"holds more than {self.most:,} values")
        char = self.text[place : place + 1]
        if char == '"':
            leaf, end = self.string(place)
            return leaf, self.skip(end)
        if char == "{":
            return self.table(place, depth)
        if char == "[":
            return self.row(place, depth)
        if bare := _BARE.match(self.text, place):
            word = bare.group()
            leaf = Leaf("" if word == "null" else word, self.mark(place, bare.end()), word == "null")
            return leaf, self.skip(bare.end())
        raise self.fault(place, "is not JSON: a value is expected here")

    def string(self, place: int) -> tuple[Leaf, int]:
        try:
            text, end = scanstring(self.text, place + 1, True)
        except JSONDecodeError as error:
            raise self.fault(error.pos, f"is not JSON: {error.msg}") from None
        if any("\ud800" <= char < "\ue000" for char in text):
            raise self.fault(place, "holds half of a character", "A \\ud800 to \\udfff stands alone.")
        return Leaf(text, self.mark(place, end, '"')), end

    def row(self, place: int, depth: int) -> tuple[Node, int]:
        nodes: list[Node] = []
        at = self.skip(place + 1)
        while self.text[at : at + 1] != "]":
            node, at = self.value(self.comma(at, "]") if nodes else at, depth + 1)
            nodes.append(node)
        return ListNode(tuple(nodes), self.mark(place, at + 1, "[")), self.skip(at + 1)

    def table(self, place: int, depth: int) -> tuple[Node, int]:
        entries: dict[str, tuple[Leaf, Node]] = {}
        at = self.skip(place + 1)
        while self.text[at : at + 1] != "}":
            key, node, at = self.entry(self.comma(at, "}") if entries else at, depth)
            if entries.setdefault(key.text, (key, node))[0] is not key:
                self.repeated.append(again(key, entries[key.text][0], self.file))
        return MappingNode(tuple(entries.values()), self.mark(place, at + 1, "{")), self.skip(at + 1)

    def entry(self, at: int, depth: int) -> tuple[Leaf, Node, int]:
        if self.text[at : at + 1] != '"':
            raise self.fault(at, "is not JSON: a key in double quotes is expected here")
        key, at = self.string(at)
        at = self.skip(at)
        if self.text[at : at + 1] != ":":
            raise self.fault(at, f"is not JSON: a colon is expected after the key {key.text!r}")
        node, at = self.value(self.skip(at + 1), depth + 1)
        return key, node, at

    def comma(self, at: int, end: str) -> int:
        if self.text[at : at + 1] != ",":
            raise self.fault(at, f"is not JSON: a comma or {end} is expected here")
        return self.skip(at + 1)


def again(key: Leaf, first: Leaf, file: str) -> Fault:
    """Return the fault of a key that is there twice."""
    message, hint = f"the key {key.text!r} is here a second time", f"First on line {first.mark.line}."
    return Fault(message, file, key.mark.line, key.mark.column, hint=hint)
