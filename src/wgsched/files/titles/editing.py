"""Puts versions of texts into a session file by the smallest edits: its comments, order and layout stay."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from wgsched.errors import BadInput, Fault
from wgsched.files.coding.shape import versions_only
from wgsched.files.nodes import Path, dotted
from wgsched.files.source import DEEPEST, MOST
from wgsched.files.titles.spans import Span, json_spans, yaml_spans
from wgsched.files.titles.writing import Versions, Writing
from wgsched.model import Language

_SHORT = ("title", "text")
"""Steps that a short form leaves out."""


def edited(content: bytes, name: str, original: Language, changes: Mapping[Path, Versions]) -> bytes:
    """Return the content of a session file, read before without a fault, with new versions at these paths.

    Raises:
        BadInput: the file has no place for one of them.
    """
    raw = content.decode("utf-8-sig")
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    is_json = text.lstrip().startswith("{") and (name.endswith(".json") or text.lstrip()[1:].lstrip()[:1] == '"')
    root = json_spans(text, name, deepest=DEEPEST, most=MOST) if is_json else yaml_spans(text)
    editor = _Editor(text, root, original, is_json=is_json)
    missing = [path for path, versions in changes.items() if not editor.put(path, versions)]
    if missing:
        hint = "Write it into the session file by hand."
        raise BadInput(*(Fault("has no place in the file", name, path=dotted(path), hint=hint) for path in missing))
    made = _applied(raw, editor.edits)
    return (b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b"") + made.encode()


def _applied(raw: str, edits: list[tuple[int, int, str]]) -> str:
    """Return the text with the edits, whose places count a line end as one character."""
    pairs = [found.start() - number for number, found in enumerate(re.finditer("\r\n", raw))]
    line_end = "\r\n" if 2 * len(pairs) > raw.count("\n") else "\n"
    for start, end, new in sorted(edits, reverse=True):
        first, last = (place + bisect_right(pairs, place - 1) for place in (start, end))
        raw = raw[:first] + new.replace("\n", line_end) + raw[last:]
    return raw


class _Editor:
    def __init__(self, text: str, root: Span, original: Language, *, is_json: bool) -> None:
        self.text, self.root, self.original, self.is_json = text, root, original, is_json
        self.write = Writing(is_json=is_json)
        self.edits: list[tuple[int, int, str]] = []

    def put(self, path: Path, versions: Versions) -> bool:
        """Note the edits that put versions of the text at a path; return whether the file has a place for it."""
        node, flow = self.root, self.is_json
        for place, step in enumerate(path):
            flow = flow or node.flow
            if node.entries is not None and (found := node.entry(str(step))):
                node = found[1]
            elif isinstance(step, int) and node.parts is not None and step < len(node.parts):
                node = node.parts[step]
            elif (step == 0 and node.parts is None) or (step in _SHORT and self._is_text(node)):
                continue
            elif step == "title" and place == len(path) - 1:
                return self._title(node, versions, flow=flow)
            else:
                return False
        return self._text(node, versions, flow=flow)

    def _is_text(self, node: Span) -> bool:
        if node.entries is None:
            return node.parts is None and not node.empty
        return versions_only(key.text for key, _ in node.entries)

    def _text(self, node: Span, versions: Versions, *, flow: bool) -> bool:
        if node.parts is not None:
            return False
        if node.entries is None:
            whole = {} if node.empty else {self.original: (node.text, False)}
            self._replace(node, self.write.mapping({**whole, **versions}))
            return True
        new = {}
        for language, (said, review) in versions.items():
            found = node.entry(language) or node.entry(f"{language}~")
            if found:
                self._version(*found, language, said, review=review, flow=flow or node.flow)
            else:
                new[language] = (said, review)
        if new:
            self._append(node, new)
        return True

    def _version(self, key: Span, value: Span, language: Language, said: str, *, review: bool, flow: bool) -> None:
        if key.text != (f"{language}~" if review else language):
            name = self.write.key(language, review=review, quoted=bool(key.style))
            self.edits.append((key.start, key.end, name))
        if value.text != said or value.empty:
            self._replace(value, self.write.scalar(said, flow=flow, quoted=bool(value.style)))

    def _replace(self, node: Span, new: str) -> None:
        """Note that something stands where a value is; a value that is not there follows its colon."""
        end = node.end
        if node.style in ("|", ">"):
            end = node.start + len(self.text[node.start : node.end].rstrip())
        self.edits.append((node.start, end, f" {new}" if node.start == node.end else new))

    def _append(self, node: Span, new: Versions) -> None:
        flow = node.flow or self.is_json
        said = [self.write.entry(language, version, flow=flow) for language, version in new.items()]
        if not node.entries:
            self.edits.append((node.start + 1, node.start + 1, ", ".join(said)))
            return
        last_key, last = node.entries[-1]
        lead = self._before(last_key.start)
        if flow:
            between = f",{lead}" if "\n" in lead else ", "
            self.edits.append((last.end, last.end, "".join(f"{between}{each}" for each in said)))
            return
        first = node.entries[0][0]
        indent = " " * (first.start - (self.text.rfind("\n", 0, first.start) + 1))
        end = last.start + len(self.text[last.start : last.end].rstrip())
        end = _line_end(self.text, end)
        self.edits.append((end, end, "".join(f"\n{indent}{each}" for each in said)))

    def _before(self, start: int) -> str:
        """Return the line end and the spaces before a key that stands first on its line; otherwise nothing."""
        begin = self.text.rfind("\n", 0, start)
        return self.text[begin:start] if begin >= 0 and not self.text[begin:start].strip() else ""

    def _title(self, node: Span, versions: Versions, *, flow: bool) -> bool:
        """Give a title to a mapping that has none."""
        if node.parts is not None or (node.entries is None and not node.empty):
            return False
        if node.entries is None:
            self._replace(node, self.write.mapping(versions))
            return True
        entry = ('"title": ' if self.is_json else "title: ") + self.write.mapping(versions)
        if not node.entries:
            self.edits.append((node.start + 1, node.start + 1, entry))
            return True
        start = node.entries[0][0].start
        if node.flow or flow:
            between = f",{self._before(start)}" if self._before(start) else ", "
        else:
            between = "\n" + " " * (start - (self.text.rfind("\n", 0, start) + 1))
        self.edits.append((start, start, f"{entry}{between}"))
        return True


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found
