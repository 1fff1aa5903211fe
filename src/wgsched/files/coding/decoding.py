"""From the nodes of a file to nouns: what a value of each kind looks like; what is wrong is told with its place."""

from __future__ import annotations

from abc import ABC, abstractmethod
from copy import copy
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from wgsched.errors import BadInput
from wgsched.files.coding.fields import file_name
from wgsched.files.coding.schemas import Schema
from wgsched.files.faults import Faults, curly
from wgsched.files.grammar import Wrong, one_of, whole_number
from wgsched.files.grammar.written import read
from wgsched.files.nodes import Leaf, ListNode, MappingNode, Node, Path, kind
from wgsched.model import Agenda, Session, Text
from wgsched.model.gate import unchecked

D = TypeVar("D", bound="Decoding")

PlacedNode: TypeAlias = tuple[Node, Path]
"""One node of a list, and its place."""

WRONG: Any = object()
"""What a value is that could not be read; it was told."""

_YES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_NAMES = {bool: "yes or no", int: "a whole number"}


class Reader(ABC):
    """Reads the values of one type; beside a type, in ``Annotated``, it reads that in a way of its own."""

    @abstractmethod
    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        """Return the value of a node, or WRONG after telling why."""

    @abstractmethod
    def schema(self, parts: dict[str, Schema]) -> Schema:
        """Return what may stand there; records go into the parts, by name."""


class Decoding:
    """How values are written in a programme file; a subclass may have another grammar.

    A ``lenient`` one lets a text stay a text where a moment or a day could stand. A ``partial`` one leaves out what is
    wrong or empty, and returns the rest.
    """

    lenient = True
    partial = False

    def __init__(self, faults: Faults, zone: str) -> None:
        self.faults, self.zone = faults, zone

    def wrong(self, node: Node, path: Path, message: str, hint: str = "") -> Any:
        """Tell what is wrong with a node; with very many faults, that is all.

        Raises:
            BadInput: there are very many.
        """
        self.faults.on(node.mark, message, curly(node.text if isinstance(node, Leaf) else "", hint), path=path)
        if self.faults.enough:
            self.faults.done()
        return WRONG

    def expected(self, what: str, node: Node, path: Path) -> Any:
        """Tell that something else stands where a list, a mapping or a text belongs."""
        return self.wrong(node, path, f"expected {what}, found {kind(node)}")

    def meant(self, what: str, inner: Reader, node: Node, path: Path) -> Any:  # noqa: ARG002
        """Return a value whose meaning is declared; in a programme file it is written as it is."""
        return inner.read(node, path, self)

    def parts(self, node: Node, path: Path, what: str) -> tuple[PlacedNode, ...] | None:  # noqa: ARG002
        """Return the nodes of a list, or of a text that stands for a list of one; None for anything else.

        ``what`` is the declared meaning of each, if any.
        """
        if isinstance(node, ListNode):
            return tuple((one, (*path, place)) for place, one in enumerate(node.nodes))
        return ((node, path),) if isinstance(node, Leaf) and not node.empty else None

    def leaf(self, node: Node, hint: Any, path: Path) -> Any:
        """Return a small value."""
        if hint is object or hint is Any:
            return self.wrong(node, path, "cannot be read from a file")
        if not isinstance(node, Leaf) or node.empty:
            return self.expected(_NAMES.get(hint, "text"), node, path)
        if hint is str:
            return node.text
        if hint is bool:
            answer = _YES.get(node.text.lower(), WRONG)
            return self.wrong(node, path, "expected yes or no") if answer is WRONG else answer
        try:
            return self.small(hint, node.text)
        except BadInput as bad:
            return self.wrong(node, path, bad.faults[0].message, bad.faults[0].hint)
        except Wrong as wrong:
            return self.wrong(node, path, wrong.message, wrong.hint)

    def small(self, hint: Any, text: str) -> Any:
        """Return what a text means for a type.

        Raises:
            Wrong: it is not such a value.
            BadInput: it is one that the model refuses.
        """
        if issubclass(hint, Enum):
            return one_of({str(each.value): each for each in hint}, text)
        if issubclass(hint, int):
            return hint(whole_number(text))
        return read(hint, text, self.zone)

    def text(self, node: Node, path: Path) -> Any:
        """Return a text in its languages."""
        if not isinstance(node, MappingNode):
            return self.expected("a text per language", node, path)
        versions: dict[str, str] = {}
        review = []
        for key, value in node:
            if not isinstance(value, Leaf) or value.empty:
                return self.expected("text", value, (*path, key))
            language = key.removesuffix("~")
            if language in versions:
                return self.wrong(value, (*path, key), f"{language} is here a second time")
            versions[language] = value.text
            review += [language] if key.endswith("~") else []
        return Text(versions, to_review=review)

    def aside(self: D) -> D:
        """Return the same decoder, with faults of its own."""
        trial = copy(self)
        trial.faults = Faults(self.faults.file, self.faults.root)
        return trial

    def made(self, noun: type[Any], values: dict[str, Any], path: Path) -> Any:
        """Return a noun of these values; what it refuses is told at its place.

        An agenda or a session is then returned all the same, unchecked, so that more of what is wrong can be told.
        """
        try:
            return noun(**values)
        except BadInput as error:
            for fault in error.faults:
                below = (int(step) if step.isdecimal() else file_name(step) for step in fault.path.split(".") if step)
                self.faults.at((*path, *below), fault.message, fault.hint)
            return unchecked(noun, values) if noun in (Agenda, Session) else WRONG
