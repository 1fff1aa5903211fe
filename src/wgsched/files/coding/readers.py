"""How the node of a file is read as a value of a type, and the JSON Schema of that: both from the type alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, is_dataclass, replace
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

from wgsched.errors import UnknownName
from wgsched.files.coding.decoding import WRONG, Decoding, Reader
from wgsched.files.coding.fields import default_of, fields_of, file_name, first_line, marks_of
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
from wgsched.files.coding.shape import Shape
from wgsched.files.faults import suggestion
from wgsched.files.grammar.written import LEAVES
from wgsched.files.nodes import Leaf, MappingNode, Node, Path
from wgsched.model import Preference, Rule, Strength, Text, Wish
from wgsched.model.keys import Means
from wgsched.model.own import OwnPreference, OwnRule
from wgsched.preferences import KINDS as PREFERENCES
from wgsched.preferences import kind as preference_kind
from wgsched.rules import BOOK

TEXT = "text"
"""The key under which a text stands that could be read as a moment, and is none."""

_BASES: dict[Any, type[Any]] = {Rule: Rule, OwnRule: Rule, Preference: Preference, OwnPreference: Preference}

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
        """Return it in the grammar of the decoder."""
        return decoder.text(node, path) if self.kind is Text else decoder.leaf(node, self.kind, path)

    def schema(self, parts: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return a text, a number, an answer, or one of several words."""
        if isinstance(self.kind, type) and issubclass(self.kind, Enum):
            return words_schema(str(each.value) for each in self.kind)
        return _SCHEMAS.get(self.kind, SCALAR)


@dataclass(frozen=True)
class Meant(Reader):
    """A value whose meaning is declared beside its type, such as the key of an item."""

    what: str
    inner: Reader

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        """Return what the decoder takes it for."""
        return decoder.meant(self.what, self.inner, node, path)

    def schema(self, parts: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return any text: what it means is not for a schema to tell."""
        return SCALAR


@dataclass(frozen=True)
class Either(Reader):
    """The first of several types that the node can be."""

    options: tuple[tuple[Any, Reader], ...]

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        """Return its value for the type that fits."""
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
        """Return that of all of them."""
        options = any_of(reader.schema(parts) for hint, reader in self.options if hint is not NoneType)
        return or_nothing(options) if any(hint is NoneType for hint, _ in self.options) else options


@dataclass(frozen=True)
class Several(Reader):
    """A tuple or a set; a single value may stand for a list of one."""

    make: Callable[[list[Any]], Any]
    each: tuple[Reader, ...]
    fixed: bool = False

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        """Return all values, or WRONG when one of them is."""
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
        """Return a list, or one value."""
        return one_or_several(self.each[0].schema(parts))


@dataclass(frozen=True)
class ByName(Reader):
    """A mapping whose keys are names."""

    each: Reader

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        """Return a dictionary, in the order of the file."""
        if not isinstance(node, MappingNode):
            return decoder.expected("a mapping", node, path)
        values = {key: self.each.read(value, (*path, key), decoder) for key, value in node}
        if decoder.partial:
            return {key: value for key, value in values.items() if value is not WRONG}
        return WRONG if any(value is WRONG for value in values.values()) else values

    def schema(self, parts: dict[str, Schema]) -> Schema:
        """Return a mapping with such values."""
        return {"type": "object", "additionalProperties": self.each.schema(parts)}


@dataclass(frozen=True)
class Coded(Reader):
    """A rule or a preference: its code, with its fields below, and a strength or a weight of its own.

    A rule with less strength than a must is a `Wish`, and stands among the preferences where a programme is written.
    """

    kind: type[Any]

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        """Return the rule or the preference."""
        is_rule = issubclass(self.kind, Rule)
        if isinstance(node, Leaf) and not node.empty:
            node = MappingNode(((node, MappingNode((), node.mark)),), node.mark)
        if not isinstance(node, MappingNode) or len(node.entries) != 1:
            what = "rule" if is_rule else "preference"
            return decoder.wrong(node, path, f"expected the name of a {what} with its values below")
        key, below = node.entries[0]
        below, grade = _graded(below)
        word, where = key.text.strip().lower(), (*path, key.text)
        code = word.removesuffix(RULE).replace(" ", "-")
        only_rule = grade and code in BOOK.every() and (word.endswith(RULE) or code not in PREFERENCES)
        find: Callable[[str], type[Any]] = BOOK.kind if is_rule or only_rule else preference_kind
        try:
            noun = find(code)
        except UnknownName as error:
            hint = suggestion(key.text, error.known)
            return decoder.wrong(key, path, f"no {error.kind} is called {key.text!r}", hint)
        asked = DataclassReader(noun).read(below, where, decoder)
        return as_wished(asked, grade, where, decoder) if grade else asked

    def schema(self, parts: dict[str, Schema]) -> Schema:
        """Return a name, or a name with values; other packages may bring more names."""
        kinds: Mapping[str, type[Any]] = BOOK.every() if issubclass(self.kind, Rule) else PREFERENCES
        known = {code: fields_schema(kinds[code], parts, empty=False) for code in sorted(kinds)}
        for each in known.values():
            each["properties"] |= {name: reader.schema(parts) for name, reader in _GRADE.items()}
        known = {code: schema if "required" in schema else or_nothing(schema) for code, schema in known.items()}
        known |= {code.replace("-", " "): schema for code, schema in known.items()}
        needy = {"type": "object", "minProperties": 1, "maxProperties": 1, "properties": known}
        return {"anyOf": [{"type": "string"}, needy]}


RULE = " (rule)"
"""What stands behind the code of a rule, among wishes, where a preference has the same code."""

_GRADE: Mapping[str, Reader] = {"strength": Small(Strength), "weight": Small(int)}
"""What a rule or a preference can have beside its own fields."""


def _graded(below: Node) -> tuple[Node, Mapping[str, Node]]:
    """Return the values of a rule or a preference without its strength and weight, and these."""
    if not isinstance(below, MappingNode):
        return below, {}
    grade = {key.text: value for key, value in below.entries if key.text in _GRADE}
    rest = tuple(entry for entry in below.entries if entry[0].text not in _GRADE)
    return (MappingNode(rest, below.mark), grade) if grade else (below, {})


def as_wished(asked: Any, grade: Mapping[str, Node], path: Path, decoder: Decoding) -> Any:
    """Return a rule or a preference with a strength or a weight of its own; what must hold stays a rule."""
    values = {name: _GRADE[name].read(node, (*path, name), decoder) for name, node in grade.items()}
    if asked is WRONG or any(value is WRONG for value in values.values()):
        return WRONG
    if values.get("strength") is Strength.MUST and isinstance(asked, Rule):
        return decoder.made(cast(Any, partial(replace, asked)), {"weight": values.get("weight", 1)}, path)
    return decoder.made(Wish, {"asked": asked, **values}, path)


def _meant(word: str, known: Iterable[str], below: Node) -> str:
    """Return what may be meant by an unknown key; one without a value is often the rest of a text with a comma."""
    hint = suggestion(word, known)
    cut = isinstance(below, Leaf) and below.empty and not hint.startswith("Did you")
    return "Text with a comma inside must stand in quotes." if cut else hint


@dataclass(frozen=True)
class DataclassReader(Reader):
    """A dataclass, as a mapping of its fields by their names; nothing stands for one with all defaults."""

    noun: type[Any]

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        """Return the noun, or WRONG; a partial decoder leaves out what is wrong and goes on."""
        if issubclass(self.noun, Shape) and self.noun.bare and self.noun.may_be_bare(node):
            name, reader = readers_of(self.noun)[self.noun.bare]
            value = reader.read(node, path, decoder)
            if value is WRONG:
                return self.noun() if decoder.partial else WRONG
            return self.noun(**{name: value})
        if isinstance(node, Leaf) and node.empty:
            node = MappingNode((), node.mark)
        if not isinstance(node, MappingNode):
            return decoder.expected("a mapping", node, path)
        values = self._values(node, path, decoder)
        for name, (field, _) in fields_of(self.noun).items():
            if field.name not in values and default_of(field) is MISSING:
                values[field.name] = decoder.wrong(node, path, f"the key {name!r} is missing")
        return WRONG if any(value is WRONG for value in values.values()) else decoder.made(self.noun, values, path)

    def _values(self, node: MappingNode, path: Path, decoder: Decoding) -> dict[str, Any]:
        known = readers_of(self.noun)
        shape = self.noun if issubclass(self.noun, Shape) else Shape
        elsewhere = shape.read_elsewhere()
        values: dict[str, Any] = {}
        for key, below in node.entries:
            word = key.text if decoder.partial else file_name(key.text)
            word = shape.aliases.get(word, word)
            if word not in known and word in elsewhere:
                continue
            if word not in known:
                decoder.wrong(key, (*path, key.text), f"unknown key {key.text!r}", _meant(word, known, below))
            elif not (decoder.partial and isinstance(below, Leaf) and below.empty):
                name, reader = known[word]
                value = reader.read(below, (*path, key.text), decoder)
                if not (decoder.partial and value is WRONG):
                    values[name] = value
        return values

    def schema(self, parts: dict[str, Schema]) -> Schema:
        """Return a reference to the part of this name, or a short form."""
        name = self.noun.__name__
        if name not in parts:
            parts[name] = {}
            parts[name].update(fields_schema(self.noun, parts))
        bare = self.noun.bare if issubclass(self.noun, Shape) else ""
        shorts = [readers_of(self.noun)[bare][1].schema(parts)] if bare else []
        return any_of(({"$ref": f"#/$defs/{name}"}, *shorts, NOTHING))


def fields_schema(noun: type[Any], parts: dict[str, Schema], *, empty: bool = True) -> Schema:
    """Return the schema of a mapping with the fields of a noun, which may be left empty or not."""
    properties = {}
    for name, (_, hint) in fields_of(noun).items():
        described = next((mark for mark in marks_of(hint)[1] if isinstance(mark, str)), "")
        schema = readers_of(noun)[name][1].schema(parts)
        properties[name] = or_nothing(schema) if empty else dict(schema)
        if described:
            properties[name]["description"] = described
    needed = [name for name, (field, _) in fields_of(noun).items() if default_of(field) is MISSING]
    return {
        "type": "object",
        "description": first_line(noun),
        "properties": properties,
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def readers_of(noun: type[Any]) -> dict[str, tuple[str, Reader]]:
    """Return the name of each field of a noun, and what reads it, by its name in files."""
    readers: dict[str, tuple[str, Reader]] = _readers_of(cast(Any, noun))
    return readers


@cache
def _readers_of(noun: Any) -> dict[str, tuple[str, Reader]]:
    return {name: (field.name, reader_of(hint)) for name, (field, hint) in fields_of(noun).items()}


def reader_of(hint: Any) -> Reader:
    """Return what reads the values of a type."""
    kind, marks = marks_of(hint)
    for mark in marks:
        if isinstance(mark, Reader):
            return mark
        if isinstance(mark, Means):
            return Meant(mark.what, reader_of(kind))
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return Either(tuple((each, reader_of(each)) for each in get_args(kind)))
    if origin in (tuple, frozenset):
        each = tuple(reader_of(inner) for inner in get_args(kind) if inner is not Ellipsis)
        return Several(origin, each, origin is tuple and Ellipsis not in get_args(kind))
    if origin is not None and issubclass(origin, Mapping):
        return ByName(reader_of(get_args(kind)[1]))
    if kind in _BASES:
        return Coded(_BASES[kind])
    if is_dataclass(kind) and kind not in LEAVES:
        return DataclassReader(cast(type[Any], kind))
    return Small(kind)
