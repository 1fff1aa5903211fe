"""The JSON Schema of the session file, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from wgsched.files.coding.fields import first_line
from wgsched.files.coding.records import fields_schema
from wgsched.files.coding.schemas import NUMBER
from wgsched.files.shape import SessionShape
from wgsched.preferences import KINDS as PREFERENCES
from wgsched.preferences import USUAL


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the session file, with the rules and preferences by name."""
    parts: dict[str, Any] = {}
    whole = fields_schema(SessionShape, parts)
    whole["properties"]["weights"]["properties"] = {
        code: {**NUMBER, "description": f"{first_line(PREFERENCES[code])} Usually {weight}."}
        for code, weight in sorted(USUAL.items())
        if code in PREFERENCES
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A session file of wgsched",
        "$defs": dict(sorted(parts.items())),
        **whole,
    }
