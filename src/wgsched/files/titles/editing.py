"""Puts versions of texts into a session file by the smallest edits: its comments, order and layout stay."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import TypeAlias

from wgsched.errors import BadInput, Fault
from wgsched.files.coding.shape import versions_only
from wgsched.files.nodes import Leaf, Node, Path, Row, Table, dotted
from wgsched.files.source import is_json, read_nodes
from wgsched.model import Language

Versions: TypeAlias = Mapping[Language, tuple[str, bool]]
"""By language, a text, and whether it is to be reviewed."""

_SHORT = ("title", "text")
"""Steps that a short form leaves out."""

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~.\\][^\n]*(?<![\s:])")
_UNSAFE = re.compile(": |\\s#|[\x85\u2028\u2029\ufeff\t]")
_WORDS = frozenset({"null", "yes", "no", "true", "false", "on", "off", "y", "n"})
_FLOW = re.compile(r"[,\[\]{}]|:(?=\S)")
_ESCAPED = re.compile("[\x85\u2028\u2029\ufeff]")


def edited(content: bytes, name: str, original: Language, changes: Mapping[Path, Versions]) -> bytes:
    """Return the content of a session file, read before without a fault, with new versions at these paths.

    Raises:
        BadInput: the file has no place for one of them.
    """
    raw = content.decode("utf-8-sig")
    editor = _Editor(raw.replace("\r\n", "\n").replace("\r", "\n"), name, original)
    missing = [path for path, versions in changes.items() if not editor.put(path, versions)]
    if missing:
        hint = "Write it into the session file by hand."
        raise BadInput(*(Fault("has no place in the file", name, path=dotted(path), hint=hint) for path in missing))
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    return mark + _applied(raw, editor.edits).encode()


def _applied(raw: str, edits: list[tuple[int, int, str]]) -> str:
    """Return the text with the edits, whose places count a line end as one character."""
    pairs = [pair.start() - number for number, pair in enumerate(re.finditer("\r\n", raw))]
    line_end = "\r\n" if 2 * len(pairs) > raw.count("\n") else "\n"
    for start, end, new in sorted(edits, reverse=True):
        first, last = (place + bisect_right(pairs, place - 1) for place in (start, end))
        raw = raw[:first] + new.replace("\n", line_end) + raw[last:]
    return raw


class _Editor:
    """Notes the edits of one text, each with the place of what it replaces."""

    def __init__(self, text: str, name: str, original: Language) -> None:
        self.text, self.original, self.is_json = text, original, is_json(text, name)
        self.root = read_nodes(text, name)
        self.edits: list[tuple[int, int, str]] = []

    def put(self, path: Path, versions: Versions) -> bool:
        """Note the edits that put versions of the text at a path; return whether the file has a place for it."""
        node, flow = self.root, self.is_json
        for place, step in enumerate(path):
            flow = flow or _in_braces(node)
            if isinstance(node, Table) and (below := node.get(str(step))):
                node = below
            elif isinstance(node, Row) and isinstance(step, int) and step < len(node.nodes):
                node = node.nodes[step]
            elif (step == 0 and not isinstance(node, Row)) or (step in _SHORT and _is_text(node)):
                continue
            elif step == "title" and place == len(path) - 1:
                return self._title(node, versions, flow=flow)
            else:
                return False
        if isinstance(node, Table):
            self._versions(node, versions, flow=flow or _in_braces(node))
        elif isinstance(node, Leaf):
            whole = {} if node.empty else {self.original: (node.text, False)}
            self._replace(node, self._mapping({**whole, **versions}))
        return not isinstance(node, Row)

    def _versions(self, node: Table, versions: Versions, *, flow: bool) -> None:
        """Change the versions that a text has, and add the others behind the last one."""
        new: list[str] = []
        for language, (said, review) in versions.items():
            key, value = node.by_key.get(language) or node.by_key.get(f"{language}~") or (None, None)
            if key is None or not isinstance(value, Leaf):
                new.append(self._entry(language, (said, review), flow=flow))
                continue
            if key.text != (f"{language}~" if review else language):
                self.edits.append((key.mark.start, key.mark.end, self._key(language, review, bool(key.mark.style))))
            if value.text != said or value.empty:
                self._replace(value, self._scalar(said, flow=flow, quoted=bool(value.mark.style)))
        if new and not node.entries:
            self._insert(node.mark.start + 1, ", ".join(new))
        elif new:
            (first, _), (last_key, last) = node.entries[0], node.entries[-1]
            if _in_braces(node):
                lead = self._line_before(last_key.mark.start)
                self._insert(last.mark.end, "".join(f",{lead or ' '}{each}" for each in new))
            else:
                end = self.text.find("\n", self._end(last))
                lead = self._indent(first.mark.start)
                self._insert(len(self.text) if end < 0 else end, "".join(f"{lead}{each}" for each in new))

    def _title(self, node: Node, versions: Versions, *, flow: bool) -> bool:
        """Give a title to a mapping that has none; return whether it is a mapping, or nothing yet."""
        if isinstance(node, Leaf) and node.empty:
            self._replace(node, self._mapping(versions))
        if not isinstance(node, Table):
            return isinstance(node, Leaf) and node.empty
        entry = ('"title": ' if self.is_json else "title: ") + self._mapping(versions)
        if not node.entries:
            self._insert(node.mark.start + 1, entry)
            return True
        start = node.entries[0][0].mark.start
        between = f",{self._line_before(start) or ' '}" if flow or _in_braces(node) else self._indent(start)
        self._insert(start, f"{entry}{between}")
        return True

    def _insert(self, place: int, new: str) -> None:
        self.edits.append((place, place, new))

    def _replace(self, node: Leaf, new: str) -> None:
        """Note that something stands where a value is; a value that is not there follows its colon."""
        there = node.mark.start < node.mark.end
        self.edits.append((node.mark.start, self._end(node), new if there else f" {new}"))

    def _end(self, node: Node) -> int:
        """Return where a value ends, without the empty lines behind it."""
        return node.mark.start + len(self.text[node.mark.start : node.mark.end].rstrip())

    def _indent(self, place: int) -> str:
        """Return a line end, and as many spaces as there are characters before a place on its line."""
        return "\n" + " " * (place - (self.text.rfind("\n", 0, place) + 1))

    def _line_before(self, place: int) -> str:
        """Return the line end and the spaces before a key that stands first on its line; otherwise nothing."""
        begin = self.text.rfind("\n", 0, place)
        return self.text[begin:place] if begin >= 0 and not self.text[begin:place].strip() else ""

    def _mapping(self, versions: Versions) -> str:
        return "{" + ", ".join(self._entry(*each, flow=True) for each in versions.items()) + "}"

    def _entry(self, language: Language, version: tuple[str, bool], *, flow: bool) -> str:
        text, review = version
        return f"{self._key(language, review)}: {self._scalar(text, flow=flow)}"

    def _key(self, language: Language, review: bool, quoted: bool = False) -> str:  # noqa: FBT001, FBT002
        """Return a language, marked where its version is to be reviewed."""
        name = f"{language}~" if review else language
        # To other readers of YAML a bare no is false.
        return f'"{name}"' if self.is_json or quoted or name in _WORDS else name

    def _scalar(self, text: str, *, flow: bool, quoted: bool = False) -> str:
        """Return a text, bare where nobody can misread it; with ``flow``, as it stands in braces."""
        bare = _PLAIN.fullmatch(text) and not _UNSAFE.search(text) and text.lower() not in _WORDS
        if bare and not (self.is_json or quoted or (flow and _FLOW.search(text))):
            return text
        return _ESCAPED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", json.dumps(text, ensure_ascii=False))


def _in_braces(node: Node) -> bool:
    return not isinstance(node, Leaf) and bool(node.mark.style)


def _is_text(node: Node) -> bool:
    """Return whether a node is a text, bare or by its versions."""
    if isinstance(node, Table):
        return versions_only(key for key, _ in node)
    return isinstance(node, Leaf) and not node.empty
