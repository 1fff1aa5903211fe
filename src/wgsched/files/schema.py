"""The JSON Schema of the session file, for editors that complete and check while one types."""

from __future__ import annotations

from dataclasses import MISSING
from typing import Any

from wgsched.files.coding.fields import default_of, fields_of
from wgsched.files.shape import SessionShape
from wgsched.preferences import KINDS as PREFERENCES
from wgsched.preferences import USUAL
from wgsched.rules import BOOK


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the session file, with the rules and preferences by name."""
    found = SessionShape.model_json_schema(by_alias=True)
    properties = found["properties"]
    properties["rules"] = _book("What must hold, by the name of the rule.", dict(BOOK.every()))
    properties["wishes"] = _book("What would be better, by name.", dict(PREFERENCES))
    properties["weights"]["properties"] = {
        code: {"type": "integer", "minimum": 0, "description": f"{_line(PREFERENCES[code])} Usually {weight}."}
        for code, weight in sorted(USUAL.items())
        if code in PREFERENCES
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A session file of wgsched",
        **{key: value for key, value in found.items() if key != "title"},
    }


def _book(description: str, kinds: dict[str, type[Any]]) -> dict[str, Any]:
    """Return the schema of a list of rules; other packages may bring more."""
    one = {
        "anyOf": [
            {"type": "string"},
            {"type": "object", "maxProperties": 1, "properties": {code: _kind(kinds[code]) for code in sorted(kinds)}},
        ]
    }
    return {"description": description, "anyOf": [{"type": "array", "items": one}, {"type": "object"}]}


def _kind(kind: type[Any]) -> dict[str, Any]:
    fields = fields_of(kind)
    needed = [name for name, (field, _) in fields.items() if default_of(field) is MISSING]
    return {
        "type": ["object", "null"],
        "description": _line(kind),
        "properties": {name: {} for name in fields},
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def _line(kind: type[Any]) -> str:
    return (kind.__doc__ or "").strip().split("\n")[0].replace("``", "")
