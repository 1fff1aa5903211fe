"""The shape of the agenda: items, entries, annotations."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from wgsched.files.building.shorthands import brought_keys
from wgsched.files.shape.base import NOTHING, TEXT, Also, ScalarIn, Shape, TextIn, TextsIn, WordsIn, YesIn, titled
from wgsched.model import Role

_SCALAR: Any = ["string", "number"]
_ROLES: list[Any] = [role.value for role in Role]


def _annotation(value: Any) -> Any:
    if isinstance(value, dict) and set(value) & {"text", "points", "mandate", "recommendation"}:
        return value
    return {"text": value}


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


LengthsIn: TypeAlias = Annotated[
    list[str],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class AnnotationShape(Shape):
    """One paragraph of the annotations, and the lettered points below it."""

    text: TextIn = Field({}, description="The paragraph.")
    points: TextsIn = Field([], description="Points below it, lettered (a), (b)...")
    mandate: ScalarIn | None = Field(None, description="Prints the functions of this mandate below it instead.")
    recommendation: ScalarIn | None = Field(None, description="Prints the points of this recommendation instead.")


AnnotationsIn: TypeAlias = Annotated[
    list[Annotated[AnnotationShape, BeforeValidator(_annotation), Also(TEXT)]], BeforeValidator(_listed)
]


class ItemShape(Shape):
    """One item of the agenda; its number is the key above it."""

    @model_validator(mode="before")
    @classmethod
    def _without_brought(cls, data: Any) -> Any:
        """Leave the keys that rules of other packages bring to the reader of rules."""
        brought = brought_keys() - {field.alias for field in cls.model_fields.values()}
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if key not in brought}

    key: ScalarIn | None = Field(None, description="Its identity, given once; by default made from the number.")
    is_: ScalarIn | None = Field(None, description="Its role, which brings titles in six languages and its place.",
                                json_schema_extra={"enum": _ROLES})  # fmt: skip
    title: TextIn = Field({}, description="Its title in the agenda.")
    annex: TextIn = Field({}, description="Its title in the annex, where that differs.")
    heading: TextIn = Field({}, description="Its heading in the annotations, where that differs.")
    takes: LengthsIn = Field(
        [],
        description="How long: 90 min, 2 h, 1.5 meetings, ~15 min (an estimate), 60 min (45-120); a list when it is "
        "taken up in several parts; none for a heading.",
    )
    forum: WordsIn = Field([], description="The forum, or the forums to choose from.")
    languages: WordsIn | None = Field(None, description="The languages it needs, where not those of the session.")
    decision: YesIn = Field(False, description="A decision is taken: its documents must be out in all languages.")
    firm: YesIn = Field(False, description="Its hour is a promise.")
    jointly_with: ScalarIn | None = Field(None, description="The item it is considered with.")
    annotations: AnnotationsIn = Field([], description="The paragraphs of its annotations, in order.")
    after: WordsIn = Field([], description="The items that are concluded before it is taken up.")
    before: WordsIn = Field([], description="The items that are not taken up before it is concluded.")
    upon_conclusion_of: ScalarIn | None = Field(None, description="The item on whose conclusion it is opened.")
    at: WordsIn = Field([], description="The meeting it is taken up in, or the hours: Fri am, 15 May 10:00-11:30.")
    within: WordsIn = Field([], description="The only hours in which it is taken up: Thu am, 15 May 10-12.")
    not_before: ScalarIn | None = Field(None, description="The moment before which it is not taken up.")
    concluded_by: ScalarIn | None = Field(None, description="The moment by which it is concluded.")
    whole: YesIn = Field(False, description="It is taken up in one meeting.")
    uninterrupted: YesIn = Field(
        False, description="Nothing else is taken up in between, also where the session waives that."
    )
    prefers: WordsIn = Field([], description="The meeting or the day it would rather have.")
    why: TextIn = Field({}, description="The reason for what is demanded here; it is said with every sentence.")


class EntryShape(ItemShape):
    """Something planned that has no number of its own: a panel, a general debate."""

    item: ScalarIn | None = Field(None, description="The item it belongs to.")
    follows: ScalarIn | None = Field(None, description="The item it stands after, where it belongs to none.")


ItemIn: TypeAlias = Annotated[ItemShape, BeforeValidator(titled), Also(TEXT, NOTHING)]
EntryIn: TypeAlias = Annotated[EntryShape, BeforeValidator(titled), Also(TEXT, NOTHING)]

RowsIn: TypeAlias = Annotated[
    list[str],
    BeforeValidator(
        lambda value: [] if value in (None, "none") else value.split(",") if isinstance(value, str) else value
    ),
    WithJsonSchema({"anyOf": [{"type": _SCALAR}, {"type": "array", "items": {"type": _SCALAR}}]}),
]
