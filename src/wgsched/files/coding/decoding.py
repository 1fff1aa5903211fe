"""From the nodes of a file to nouns, by the types of their fields; what is wrong is told with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import MISSING, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

from wgsched.errors import BadInput, UnknownName
from wgsched.files.coding.fields import default_of, fields_of, file_name
from wgsched.files.coding.leaves import LEAVES, read
from wgsched.files.faults import Faults, suggestion
from wgsched.files.nodes import Leaf, Node, Path, Row, Table, kind
from wgsched.model import Agenda, Preference, Rule, Session, Text
from wgsched.model.gate import unchecked
from wgsched.preferences import kind as preference_kind
from wgsched.rules import kind as rule_kind

WRONG: Any = object()
"""What a value is that could not be read; it was told."""

TEXT = "text"
"""The key under which a text stands that could be read as a moment, and is none."""

_YES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Decoder:
    """Reads values of known types; a subclass may read the small ones by another grammar.

    ``lenient`` lets a text stay a text where a moment or a day could stand.
    """

    lenient = True

    def __init__(self, faults: Faults, zone: str) -> None:
        self.faults, self.zone = faults, zone

    def value(self, node: Node, hint: Any, path: Path) -> Any:
        """Return the value of a node for a type, or WRONG."""
        origin = get_origin(hint)
        if hint is Any or hint is object:
            return self.wrong(node, path, "cannot be read from a file")
        if origin in (Union, UnionType):
            return self.either(node, get_args(hint), path)
        if origin is tuple or origin is frozenset:
            return self.several(node, hint, path)
        if origin is not None and issubclass(origin, Mapping):
            return self.mapping(node, get_args(hint), path)
        if hint is Text:
            return self.text(node, path)
        if isinstance(hint, type) and issubclass(hint, Rule | Preference):
            return self.coded(node, hint, path)
        if is_dataclass(hint) and hint not in LEAVES:
            return self.noun(node, cast(type[Any], hint), path)
        return self.leaf(node, hint, path)

    def wrong(self, node: Node, path: Path, message: str, hint: str = "") -> Any:
        """Tell what is wrong with a node."""
        self.faults.on(node.mark, message, hint, path=path)
        return WRONG

    def leaf(self, node: Node, hint: Any, path: Path) -> Any:
        """Return a small value."""
        if not isinstance(node, Leaf) or node.empty:
            return self.wrong(node, path, f"expected {_name(hint)}, found {kind(node)}")
        if hint is str:
            return node.text
        if hint is bool:
            found = _YES.get(node.text.lower(), WRONG)
            return self.wrong(node, path, "expected yes or no") if found is WRONG else found
        try:
            return self.small(hint, node.text)
        except BadInput as error:
            return self.wrong(node, path, error.faults[0].message, error.faults[0].hint)
        except (ValueError, OverflowError, ZeroDivisionError) as error:
            return self.wrong(node, path, f"{node.text!r}: {error}", getattr(error, "hint", ""))

    def small(self, hint: Any, text: str) -> Any:
        """Return what a text means for a type.

        Raises:
            ValueError: it is not such a value.
        """
        if issubclass(hint, Enum):
            return _member(hint, text)
        if issubclass(hint, int):
            return hint(_whole(text))
        return read(hint, text, self.zone)

    def either(self, node: Node, hints: tuple[Any, ...], path: Path) -> Any:
        """Return the first of several types that the node can be."""
        if NoneType in hints and isinstance(node, Leaf) and node.empty:
            return None
        rich = [hint for hint in hints if hint not in (NoneType, str)]
        leaves = [hint for hint in rich if hint in LEAVES]
        if str in hints and leaves and isinstance(node, Table) and [key for key, _ in node] == [TEXT]:
            return self.leaf(node.entries[0][1], str, path)
        for hint in rich:
            trial = self.aside()
            if (found := trial.value(node, hint, path)) is not WRONG and not trial.faults:
                return found
        if str in hints and isinstance(node, Leaf) and (self.lenient or not leaves):
            return self.value(node, str, path)
        return self.value(node, (leaves or rich or [str])[0], path)

    def aside(self) -> Decoder:
        """Return the same decoder, with faults of its own."""
        trial = copy(self)
        trial.faults = Faults(self.faults.file, self.faults.root)
        return trial

    def several(self, node: Node, hint: Any, path: Path) -> Any:
        """Return a tuple or a set; a single value may stand for a list of one."""
        arguments = [each for each in get_args(hint) if each is not Ellipsis]
        nodes = node.nodes if isinstance(node, Row) else (node,) if isinstance(node, Leaf) and not node.empty else None
        if nodes is None:
            return self.wrong(node, path, f"expected a list, found {kind(node)}")
        fixed = get_origin(hint) is tuple and Ellipsis not in get_args(hint)
        if fixed and len(nodes) != len(arguments):
            return self.wrong(node, path, f"expected {len(arguments)} values, found {len(nodes)}")
        hints = arguments if fixed else arguments * len(nodes)
        found = [
            self.value(each, its, (*path, place)) for place, (each, its) in enumerate(zip(nodes, hints, strict=True))
        ]
        if any(each is WRONG for each in found):
            return WRONG
        return frozenset(found) if get_origin(hint) is frozenset else tuple(found)

    def mapping(self, node: Node, hints: tuple[Any, ...], path: Path) -> Any:
        """Return a dictionary."""
        if not isinstance(node, Table):
            return self.wrong(node, path, f"expected a mapping, found {kind(node)}")
        found = {key: self.value(value, hints[1], (*path, key)) for key, value in node}
        return WRONG if any(value is WRONG for value in found.values()) else found

    def text(self, node: Node, path: Path) -> Any:
        """Return a text in its languages."""
        if not isinstance(node, Table):
            return self.wrong(node, path, f"expected a text per language, found {kind(node)}")
        versions: dict[str, str] = {}
        review = []
        for key, value in node:
            if not isinstance(value, Leaf) or value.empty:
                return self.wrong(value, (*path, key), f"expected text, found {kind(value)}")
            language = key.removesuffix("~")
            if language in versions:
                return self.wrong(value, (*path, key), f"{language} is here a second time")
            versions[language] = value.text
            review += [language] if key.endswith("~") else []
        return Text(versions, to_review=review)

    def coded(self, node: Node, hint: type[Any], path: Path) -> Any:
        """Return a rule or a preference: its code, with its fields below."""
        if isinstance(node, Leaf) and not node.empty:
            node = Table(((node, Table((), node.mark)),), node.mark)
        if not isinstance(node, Table) or len(node.entries) != 1:
            return self.wrong(node, path, f"expected the name of a {_name(hint)} with its values below")
        key, below = node.entries[0]
        find: Callable[[str], type[Any]] = rule_kind if issubclass(hint, Rule) else preference_kind
        try:
            noun = find(key.text.strip().lower().replace(" ", "-"))
        except UnknownName as error:
            return self.wrong(key, path, f"no {error.kind} is called {key.text!r}", suggestion(key.text, error.known))
        return self.noun(below, noun, (*path, key.text))

    def noun(self, node: Node, noun: type[Any], path: Path) -> Any:
        """Return a dataclass from a mapping of its fields."""
        if isinstance(node, Leaf) and node.empty:
            node = Table((), node.mark)
        if not isinstance(node, Table):
            return self.wrong(node, path, f"expected a mapping, found {kind(node)}")
        known = fields_of(noun)
        values: dict[str, Any] = {}
        for key, value in node.entries:
            name = file_name(key.text)
            if name not in known:
                self.wrong(key, (*path, key.text), f"unknown key {key.text!r}", suggestion(name, known))
                continue
            field, hint = known[name]
            values[field.name] = self.field(value, hint, (*path, key.text), field.name)
        for name, (field, _) in known.items():
            if field.name not in values and default_of(field) is MISSING:
                values[field.name] = self.wrong(node, path, f"the key {name!r} is missing")
        if any(value is WRONG for value in values.values()):
            return WRONG
        return self.made(noun, values, path)

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

    def field(self, node: Node, hint: Any, path: Path, _name: str) -> Any:
        """Return the value of one field; a subclass may know more of it by its name."""
        return self.value(node, hint, path)


def _member(hint: type[Enum], text: str) -> Enum:
    wanted = text.strip().lower()
    for member in hint:
        if wanted in (str(member.value).lower(), str(member.value).lower().replace("-", " ")):
            return member
    raise ValueError(f"unknown word. {suggestion(wanted, [str(member.value) for member in hint])}".strip())


def _whole(text: str) -> int:
    if not text.strip().lstrip("-").isascii() or not text.strip().lstrip("-").isdigit() or len(text) > 18:
        raise ValueError("expected a whole number")
    return int(text)


def _name(hint: Any) -> str:
    names = {"str": "text", "bool": "yes or no", "int": "a whole number", "Rule": "rule", "Preference": "preference"}
    return names.get(getattr(hint, "__name__", ""), "a value")
