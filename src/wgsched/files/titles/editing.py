"""Puts versions of texts into a session file by the smallest edits: its comments, order and layout stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from wgsched.errors import BadInput, Fault
from wgsched.files.coding.shape import versions_only
from wgsched.files.inplace import WORDS, TextEditor, in_braces
from wgsched.files.nodes import Leaf, ListNode, MappingNode, Node, Path, dotted
from wgsched.model import Language

Versions: TypeAlias = Mapping[Language, tuple[str, bool]]
"""By language, a text, and whether it is to be reviewed."""

_SHORT = ("title", "text")
"""Steps that a short form leaves out."""


def edited(content: bytes, name: str, original: Language, changes: Mapping[Path, Versions]) -> bytes:
    """Return the content of a session file, read before without a fault, with new versions at these paths.

    Raises:
        BadInput: the file has no place for one of them.
    """
    editor = _Editor(content, name, original)
    missing = [path for path, versions in changes.items() if not editor.put(path, versions)]
    if missing:
        hint = "Write it into the session file by hand."
        raise BadInput(*(Fault("has no place in the file", name, path=dotted(path), hint=hint) for path in missing))
    return editor.applied()


class _Editor(TextEditor):
    """Puts versions of texts into a session file."""

    def __init__(self, content: bytes, name: str, original: Language) -> None:
        super().__init__(content, name)
        self.original = original

    def put(self, path: Path, versions: Versions) -> bool:
        """Note the edits that put versions of the text at a path; return whether the file has a place for it."""
        node, flow = self.root, self.is_json
        for place, step in enumerate(path):
            flow = flow or in_braces(node)
            if isinstance(node, MappingNode) and (below := node.get(str(step))):
                node = below
            elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.nodes):
                node = node.nodes[step]
            elif (step == 0 and not isinstance(node, ListNode)) or (step in _SHORT and _is_text(node)):
                continue
            elif step == "title" and place == len(path) - 1:
                return self._title(node, versions, flow=flow)
            else:
                return False
        if isinstance(node, MappingNode):
            self._versions(node, versions, flow=flow or in_braces(node))
        elif isinstance(node, Leaf):
            whole = {} if node.empty else {self.original: (node.text, False)}
            self.put_in_place(node, self._mapping({**whole, **versions}))
        return not isinstance(node, ListNode)

    def _versions(self, node: MappingNode, versions: Versions, *, flow: bool) -> None:
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
                self.put_in_place(value, self.scalar(said, flow=flow, quoted=bool(value.mark.style)))
        if new:
            self.add_entries(node, new)

    def _title(self, node: Node, versions: Versions, *, flow: bool) -> bool:
        """Give a title to a mapping that has none; return whether it is a mapping, or nothing yet."""
        if isinstance(node, Leaf) and node.empty:
            self.put_in_place(node, self._mapping(versions))
        if not isinstance(node, MappingNode):
            return isinstance(node, Leaf) and node.empty
        entry = ('"title": ' if self.is_json else "title: ") + self._mapping(versions)
        if not node.entries:
            self.insert(node.mark.start + 1, entry)
            return True
        start = node.entries[0][0].mark.start
        between = f",{self.line_before(start) or ' '}" if flow or in_braces(node) else self.indent_at(start)
        self.insert(start, f"{entry}{between}")
        return True

    def _mapping(self, versions: Versions) -> str:
        return "{" + ", ".join(self._entry(*each, flow=True) for each in versions.items()) + "}"

    def _entry(self, language: Language, version: tuple[str, bool], *, flow: bool) -> str:
        text, review = version
        return f"{self._key(language, review)}: {self.scalar(text, flow=flow)}"

    def _key(self, language: Language, review: bool, quoted: bool = False) -> str:  # noqa: FBT001, FBT002
        """Return a language, marked where its version is to be reviewed."""
        name = f"{language}~" if review else language
        # To other readers of YAML a bare no is false.
        return f'"{name}"' if self.is_json or quoted or name in WORDS else name


def _is_text(node: Node) -> bool:
    """Return whether a node is a text, bare or by its versions."""
    if isinstance(node, MappingNode):
        return versions_only(key for key, _ in node)
    return isinstance(node, Leaf) and not node.empty
