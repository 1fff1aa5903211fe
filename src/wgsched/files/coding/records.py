"""How rules, preferences and dataclasses are read, by their fields; and what reads the values of any type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, is_dataclass, replace
from functools import partial
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin

from wgsched.errors import UnknownName
from wgsched.files.coding.decoding import WRONG, Decoding, Reader
from wgsched.files.coding.fields import cached, default_of, fields_of, file_name, first_line, marks_of
from wgsched.files.coding.readers import ByName, Either, Meant, Several, Small
from wgsched.files.coding.schemas import NOTHING, Schema, any_of, or_nothing
from wgsched.files.coding.shape import Shape
from wgsched.files.faults import suggestion
from wgsched.files.grammar.written import LEAVES
from wgsched.files.nodes import Leaf, MappingNode, Node, Path
from wgsched.model import Preference, Rule, Strength, Wish
from wgsched.model.keys import Means
from wgsched.model.own import OwnPreference, OwnRule
from wgsched.preferences import KINDS as PREFERENCES
from wgsched.preferences import kind as preference_kind
from wgsched.rules import BOOK

_BASES: dict[Any, type[Any]] = {Rule: Rule, OwnRule: Rule, Preference: Preference, OwnPreference: Preference}


@dataclass(frozen=True)
class Coded(Reader):
    """A rule or a preference: its code, with its fields below, and a strength or a weight of its own.

    A rule with less strength than a must is a `Wish`, and stands among the preferences where a programme is written.
    """

    kind: type[Any]

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
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
        # Any other text may be a name too, since other packages may bring more.
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
    """A dataclass, as a mapping of its fields by their names; nothing stands for one with all defaults.

    A partial decoder leaves out what is wrong and goes on.
    """

    noun: type[Any]

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
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


@cached
def readers_of(noun: Any) -> dict[str, tuple[str, Reader]]:
    """Return the name of each field of a noun, and what reads it, by its name in files."""
    return {name: (field.name, reader_of(hint)) for name, (field, hint) in fields_of(noun).items()}


@cached
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


class Decoder(Decoding):
    """Reads values by their types: one after the other, and all that is below each."""

    def value(self, node: Node, hint: Any, path: Path) -> Any:
        """Return the value of a node for a type, or WRONG."""
        return reader_of(hint).read(node, path, self)
