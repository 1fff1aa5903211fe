"""Edits the text of a file in place: what is not edited stays as it stands, its comments, order and layout too."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Sequence

from wgsched.files.nodes import Leaf, ListNode, MappingNode, Node
from wgsched.files.source import is_json, read_nodes

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~.\\][^\n]*(?<![\s:])")
_UNSAFE = re.compile(": |\\s#|[\x85\u2028\u2029\ufeff\t]")
WORDS = frozenset({"null", "yes", "no", "true", "false", "on", "off", "y", "n"})
_FLOW = re.compile(r"[,\[\]{}]|:(?=\S)")
_ESCAPED = re.compile("[\x85\u2028\u2029\ufeff]")


class TextEditor:
    """Notes the edits of one text, each with the place of what it replaces."""

    def __init__(self, content: bytes, name: str) -> None:
        self.raw = content.decode("utf-8-sig")
        self.mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
        self.text = self.raw.replace("\r\n", "\n").replace("\r", "\n")
        self.is_json = is_json(self.text, name)
        self.root = read_nodes(self.text, name)
        self.edits: list[tuple[int, int, str]] = []

    def applied(self) -> bytes:
        """Return the content of the file with the edits."""
        return self.mark + _applied(self.raw, self.edits).encode()

    def insert(self, place: int, new: str) -> None:
        """Note that something is put in at a place."""
        self.edits.append((place, place, new))

    def add_entries(self, table: MappingNode, entries: Sequence[str]) -> None:
        """Note entries, as they are written, behind the last one of a mapping."""
        if not entries:
            return
        if not table.entries:
            self.insert(table.mark.start + 1, ", ".join(entries))
            return
        (first, _), (last_key, last) = table.entries[0], table.entries[-1]
        if in_braces(table):
            lead = self.line_before(last_key.mark.start)
            self.insert(last.mark.end, "".join(f",{lead or ' '}{each}" for each in entries))
        else:
            lead = self.indent_at(first.mark.start)
            self.insert(self.line_end(last), "".join(f"{lead}{each}" for each in entries))

    def line_end(self, node: Node) -> int:
        """Return the end of the line on which the last text of a node ends, with the comment behind it."""
        while not isinstance(node, Leaf) and not in_braces(node):
            children = node.nodes if isinstance(node, ListNode) else [value for _, value in node.entries]
            if not children:
                break
            node = children[-1]
        end = self.text.find("\n", self.end_of(node))
        return len(self.text) if end < 0 else end

    def put_in_place(self, node: Node, new: str) -> None:
        """Note that something stands where a value is; a value that is not there follows its colon."""
        there = node.mark.start < node.mark.end
        self.edits.append((node.mark.start, self.end_of(node), new if there else f" {new}"))

    def end_of(self, node: Node) -> int:
        """Return where a value ends, without the empty lines behind it."""
        return node.mark.start + len(self.text[node.mark.start : node.mark.end].rstrip())

    def indent_at(self, place: int) -> str:
        """Return a line end, and as many spaces as there are characters before a place on its line."""
        return "\n" + " " * (place - (self.text.rfind("\n", 0, place) + 1))

    def line_before(self, place: int) -> str:
        """Return the line end and the spaces before a key that stands first on its line; otherwise nothing."""
        begin = self.text.rfind("\n", 0, place)
        return self.text[begin:place] if begin >= 0 and not self.text[begin:place].strip() else ""

    def scalar(self, text: str, *, flow: bool, quoted: bool = False) -> str:
        """Return a text, bare where nobody can misread it; with ``flow``, as it stands in braces."""
        bare = _PLAIN.fullmatch(text) and not _UNSAFE.search(text) and text.lower() not in WORDS
        if bare and not (self.is_json or quoted or (flow and _FLOW.search(text))):
            return text
        return _ESCAPED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", json.dumps(text, ensure_ascii=False))


def _applied(raw: str, edits: list[tuple[int, int, str]]) -> str:
    """Return the text with the edits, whose places count a line end as one character."""
    pairs = [pair.start() - number for number, pair in enumerate(re.finditer("\r\n", raw))]
    line_end = "\r\n" if 2 * len(pairs) > raw.count("\n") else "\n"
    for start, end, new in sorted(edits, reverse=True):
        first, last = (place + bisect_right(pairs, place - 1) for place in (start, end))
        raw = raw[:first] + new.replace("\n", line_end) + raw[last:]
    return raw


def in_braces(node: Node) -> bool:
    """Return whether a list or a mapping is written in braces or brackets."""
    return not isinstance(node, Leaf) and bool(node.mark.style)
