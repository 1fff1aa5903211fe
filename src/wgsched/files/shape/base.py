"""What all parts of the shape have in common."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Annotated, Any, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from wgsched.languages import codes
from wgsched.model import SIX

_OTHERS = "pt de it ja ko hi fa tr sw uk pl nl sv no da fi el cs hu ro th vi id ms ur bn"


class _Languages:
    """The six, some in which bodies also meet, and those of other packages, which are looked for only when needed."""

    _usual = frozenset((*SIX, *_OTHERS.split(" ")))

    def __contains__(self, code: object) -> bool:
        return code in self._usual or code in codes()


LANGUAGES: Container[object] = _Languages()
"""Languages in which a text may stand in a session file."""

_CODE = re.compile("[a-z]{2,3}(-[A-Z][A-Za-z]+)?~?")
_KEYS = ("is", "at", "in", "key", "why")
"""Keys of items and events that look like languages."""


def _alias(name: str) -> str:
    return name.rstrip("_").replace("_", " ")


class Shape(BaseModel):
    """A mapping with known keys; a key with nothing behind it is as good as absent."""

    model_config = ConfigDict(extra="forbid", alias_generator=_alias, frozen=True, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _written(cls, data: Any, info: ValidationInfo) -> Any:
        if data is None:
            return {}
        if not isinstance(data, dict):
            return data
        known = [field.alias or name for name, field in cls.model_fields.items()]
        if info.context is not None:
            info.context.extend((key, known) for key in data if key not in known)
        return {key: value for key, value in data.items() if value is not None or key not in known}


def wrong(message: str) -> PydanticCustomError:
    """Return an error that says what is wrong in our own words."""
    return PydanticCustomError("wrong", "{message}", {"message": message})


def _text(value: Any) -> Any:
    if value is None:
        return {}
    return {"": value} if isinstance(value, str) else value


def _texts(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _words(value: Any) -> Any:
    if value is None:
        return []
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


def _yes(value: Any) -> Any:
    words = {"yes": True, "no": False, "true": True, "false": False, "on": True, "off": False}
    if isinstance(value, str) and value.lower() in words:
        return words[value.lower()]
    raise wrong("expected yes or no")


def _digits(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    raise wrong("expected a whole number")


_SCALAR: Any = ["string", "number"]
_TEXT_SCHEMA: dict[str, Any] = {
    "description": "A text: in the original language, or one version per language; a key such as `fr~` marks a "
    "translation to be reviewed.",
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*~?$"},
            "additionalProperties": {"type": ["string", "null"]},
        },
    ],
}


class Also:
    """Says in the JSON Schema that a short form may stand for what follows it."""

    def __init__(self, *short: dict[str, Any]) -> None:
        self.short = short

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the schema of the whole form or of a short one."""
        return {"anyOf": [handler(schema), *self.short]}


TEXT: dict[str, Any] = _TEXT_SCHEMA
NOTHING: dict[str, Any] = {"type": "null"}
_WORDS_SCHEMA = {
    "description": "One, several with commas, or a list.",
    "anyOf": [{"type": _SCALAR}, {"type": "array", "items": {"type": _SCALAR}}],
}

TextIn: TypeAlias = Annotated[dict[str, str | None], BeforeValidator(_text), WithJsonSchema(_TEXT_SCHEMA)]
TextsIn: TypeAlias = Annotated[
    list[TextIn],
    BeforeValidator(_texts),
    WithJsonSchema({"anyOf": [_TEXT_SCHEMA, {"type": "array", "items": _TEXT_SCHEMA}]}),
]
WordsIn: TypeAlias = Annotated[list[str], BeforeValidator(_words), WithJsonSchema(_WORDS_SCHEMA)]
YesIn: TypeAlias = Annotated[
    bool, BeforeValidator(_yes), WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]})
]
NumberIn: TypeAlias = Annotated[
    int, BeforeValidator(_digits), WithJsonSchema({"anyOf": [{"type": "integer"}, {"pattern": "^[0-9]+$"}]})
]
ScalarIn: TypeAlias = Annotated[str, WithJsonSchema({"type": _SCALAR})]


def titled(value: Any) -> Any:
    """Let a bare text, or nothing but versions of one, stand for a mapping with a title."""
    if isinstance(value, str):
        return {"title": value}
    if isinstance(value, dict) and versions_only(value):
        return {"title": value}
    return value


def versions_only(value: dict[str, Any]) -> bool:
    """Return whether a mapping holds nothing but the versions of a text, known languages or not."""
    return bool(value) and all(_CODE.fullmatch(key) and key not in _KEYS for key in value)
