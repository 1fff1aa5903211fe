"""Parts of a JSON Schema, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

NOTHING: Schema = {"type": "null"}
SCALAR: Schema = {"type": ["string", "number"]}
ANSWER: Schema = {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "true", "false", "on", "off"]}]}
NUMBER: Schema = {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]{1,9}$"}]}
VERSIONS: Schema = {
    "type": "object",
    "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Z][A-Za-z]+)?~?$"},
    "additionalProperties": {"type": ["string", "null"]},
}


def any_of(schemas: Iterable[Schema]) -> Schema:
    """Return the schema of whatever fits one of several."""
    flat: list[Schema] = []
    for schema in schemas:
        flat += [each for each in schema.get("anyOf", [schema]) if each not in flat]
    return dict(flat[0]) if len(flat) == 1 else {"anyOf": flat}


def or_nothing(schema: Schema) -> Schema:
    """Return the schema of what may also be left empty."""
    if "type" not in schema:
        return any_of((schema, NOTHING))
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return {**schema, "type": list(dict.fromkeys([*types, "null"]))}


def one_or_several(schema: Schema) -> Schema:
    """Return the schema of a value or a list of such values."""
    return any_of((schema, {"type": "array", "items": schema}))


def words_schema(words: Iterable[str]) -> Schema:
    """Return the schema of one of several words; spaces and hyphens are alike."""
    known = list(words)
    spelled = (word.replace(one, other) for one, other in ((" ", "-"), ("-", " ")) for word in known)
    return {"enum": list(dict.fromkeys([*known, *spelled]))}
