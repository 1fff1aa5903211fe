"""Reads the records of a session file: all that is wrong is told in our own words, and the rest is read on."""

from __future__ import annotations

from typing import Any, TypeVar

from wgsched.files.coding import WRONG, Decoder
from wgsched.files.coding.decoding import PlacedNode
from wgsched.files.faults import Faults, suggestion
from wgsched.files.grammar import Wrong, read_takes
from wgsched.files.grammar.hours import period_of, read_hours
from wgsched.files.nodes import Leaf, ListNode, Node, Path, node_at, plain_text
from wgsched.files.shape.base import LANGUAGES
from wgsched.languages import codes
from wgsched.model import Language, Period, Takes, Text

S = TypeVar("S")

_COMMA = "A text with a comma inside braces stands in quotation marks."


def shape_of(shape: type[S], root: Node, faults: Faults, original: Language = "") -> S:
    """Return the record of a file; what is wrong is told, and left out. Unless the file says, it is in ``original``."""
    original = plain_text(node_at(root, ("original",))) or original
    record = SessionDecoder(faults, original if original in LANGUAGES else "en").value(root, shape, ())
    return shape() if record is WRONG else record


class SessionDecoder(Decoder):
    """Reads values as an officer writes them; bare texts are in the original language."""

    lenient = False
    partial = True

    def __init__(self, faults: Faults, original: Language, zone: str = "UTC") -> None:
        super().__init__(faults, zone)
        self.original = original

    def parts(self, node: Node, path: Path, what: str) -> tuple[PlacedNode, ...]:
        """Return the nodes of a list; anything else stands for a list of one."""
        return super().parts(node, path, what) or (() if isinstance(node, ListNode) else ((node, path),))

    def small(self, hint: Any, text: str) -> Any:
        """Return what a text means for a type, in the grammar of the session file.

        Raises:
            Wrong: it is not such a value.
            BadInput: it is one that the model refuses.
        """
        if hint is Takes:
            return read_takes(text)
        if hint is Period:
            return period_of("hours", *read_hours(text))
        if hint is int and self.partial and (not text.isdecimal() or len(text) > 9):
            raise Wrong(f"{text!r}: expected a whole number", "Write it in digits, such as 17.")
        return super().small(hint, text)

    def text(self, node: Node, path: Path) -> Any:
        """Return a text: bare in the original language, or per language; ``~`` marks a version to be reviewed."""
        if isinstance(node, ListNode):
            return self.expected("a mapping", node, path)
        if isinstance(node, Leaf):
            return Text({self.original: node.text} if node.text.strip() and not node.empty else {})
        versions: dict[str, str] = {}
        review = set()
        for key, version in node.entries:
            language = key.text.removesuffix("~") or self.original
            if self._version(key, language, version, (*path, key.text), versions) and key.text.endswith("~"):
                review.add(language)
        return Text(versions, to_review=review)

    def _version(self, key: Leaf, language: Language, node: Node, path: Path, versions: dict[str, str]) -> bool:
        """Add one version of a text to those before it; return whether it could be."""
        if not isinstance(node, Leaf):
            self.expected("text", node, path)
            return False
        empty = node.empty or not node.text.strip()
        if language not in LANGUAGES:
            hint = _COMMA if empty else suggestion(language, sorted(codes()))
            self.wrong(key, path, f"unknown language {language!r}", hint)
        elif language in versions and not empty:
            self.wrong(key, path, f"{language} is here a second time, once with '~' and once without")
        elif not empty:
            versions[language] = node.text
            return True
        return False
