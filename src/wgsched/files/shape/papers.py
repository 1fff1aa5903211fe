"""The shape of documents, mandates, recommendations and events."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema

from wgsched.files.shape.base import NOTHING, TEXT, Also, ScalarIn, Shape, TextIn, TextsIn, WordsIn, YesIn, titled

_DATED: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
DatedIn: TypeAlias = Annotated[
    dict[str, str],
    BeforeValidator(lambda value: {"": value} if isinstance(value, str) else value),
    WithJsonSchema(_DATED),
]


class DocumentShape(Shape):
    """A document before the body; its symbol is the key above it."""

    title: TextIn = Field({}, description="Its title.")
    item: WordsIn = Field([], description="The items it is submitted under.")
    issued: DatedIn = Field({}, description="The day it is out in all languages, or the day per language.")
    submitted: ScalarIn | None = Field(None, description="The day it was handed in.")
    planned: YesIn = Field(False, description="It does not exist yet.")


class MandateShape(Shape):
    """The resolution that orders the work; its symbol is the key above it."""

    title: TextIn = Field({}, description="Its title.")
    functions: TextsIn = Field([], description="The functions it gives, lettered (a), (b)...")


class RecommendationShape(Shape):
    """What an earlier meeting recommended."""

    meeting: TextIn = Field({}, description="Which meeting.")
    points: TextsIn = Field([], description="The recommendations, lettered (a), (b)...")


class EventShape(Shape):
    """Something carried in annex, grid, journal or feed but never planned."""

    title: TextIn = Field({}, description="Its title.")
    at: ScalarIn = Field("", description="Its hours: 14 May 13:15-14:45.")
    room: ScalarIn | None = Field(None, description="Its room.")
    forum: ScalarIn | None = Field(None, description="The forum it belongs to.")
    in_: WordsIn = Field(["grid", "feed"], description="Where it is shown: annex, grid, journal, feed.")


DocumentIn: TypeAlias = Annotated[
    DocumentShape,
    BeforeValidator(lambda value: {"item": value} if isinstance(value, str | list) else value),
    Also({"type": ["string", "number", "array", "null"]}),
]
MandateIn: TypeAlias = Annotated[MandateShape, BeforeValidator(titled), Also(TEXT, NOTHING)]
EventIn: TypeAlias = Annotated[EventShape, BeforeValidator(titled)]


class ParticipantShape(Shape):
    """A minister, speaker or delegation without whom some items are not taken up."""

    name: TextIn = Field({}, description="The name.")
    items: WordsIn = Field([], description="The items that need them.")
    can_come: WordsIn = Field(
        [], description="When they can come: Thu am, 14 May 15:00-17:00; always, if nothing is said."
    )
    zone: ScalarIn | None = Field(None, description="The time zone they speak from: America/New_York.")
    office_hours: ScalarIn | None = Field(None, description="Their office hours there, as a wish: 9-17.")
