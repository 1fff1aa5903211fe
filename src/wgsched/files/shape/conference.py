"""The shape of place, hours, forums, meetings and services."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema

from wgsched.files.shape.base import NOTHING, TEXT, Also, NumberIn, ScalarIn, Shape, TextIn, WordsIn, YesIn, titled

_HOURS_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}},
        {"type": "object", "additionalProperties": {"type": ["string", "array"]}},
    ]
}


def _hours(value: Any) -> Any:
    if isinstance(value, str | list):
        return {"": [value] if isinstance(value, str) else value}
    if isinstance(value, dict):
        return {key: [each] if isinstance(each, str) else each for key, each in value.items()}
    return value


HoursIn: TypeAlias = Annotated[dict[str, list[str]], BeforeValidator(_hours), WithJsonSchema(_HOURS_SCHEMA)]
LinesIn: TypeAlias = Annotated[
    list[str],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
_HOURS = "10-13, 15-18; or per period (am, pm, night) and per day; none for a free one."


class PlaceShape(Shape):
    """Where the session is held. The name of a known duty station is enough."""

    key: ScalarIn | None = Field(None, description="The name of a known duty station to start from.")
    title: TextIn = Field({}, description="The name of the place.")
    zone: ScalarIn | None = Field(None, description="The time zone, such as Europe/Vienna.")
    geo: ScalarIn | None = Field(None, description="Its latitude and longitude in degrees: 48.2347, 16.4168.")


class ForumShape(Shape):
    """Where items are taken up: plenary, committee, working group."""

    title: TextIn = Field({}, description="Its name.")
    short: TextIn = Field({}, description="Its name in a column.")
    kind: ScalarIn | None = Field(
        None, description="plenary, committee, working-group, drafting-committee, contact-group, informal."
    )
    joins: WordsIn = Field([], description="The forums that a joint meeting takes.")
    days: LinesIn = Field([], description="The days on which it meets, where not all.")
    hours: HoursIn = Field({}, description=_HOURS)
    room: ScalarIn | None = Field(None, description="Its usual room.")
    languages: WordsIn | None = Field(
        None, description="Its languages of interpretation, where not those of the services."
    )
    interpretation: ScalarIn | None = Field(None, description="with, without, as available.")
    team: ScalarIn | None = Field(None, description="The team that serves it.")
    seats: NumberIn | None = Field(None, description="The seats that its room needs.")
    reserve: ScalarIn | None = Field(None, description="Minutes at the end of each meeting left free.")
    optional: YesIn = Field(False, description="Its meetings need not be held.")
    channels: dict[str, ScalarIn] = Field({}, description="By language, the address at which it is heard.")


class MeetingShape(Shape):
    """One meeting that differs; the key above it says which: Thu am, committee Fri 15 May 10-12."""

    key: ScalarIn | None = Field(None, description="Its identity, given once.")
    hours: ScalarIn | None = Field(None, description="Its hours, where they differ or where it is an extra meeting.")
    room: ScalarIn | None = Field(None, description="Its room.")
    languages: WordsIn | None = Field(None, description="Its languages of interpretation.")
    interpretation: ScalarIn | None = Field(None, description="with, without, as available.")
    team: ScalarIn | None = Field(None, description="The team that serves it.")
    reserve: ScalarIn | None = Field(None, description="Minutes at its end left free.")
    optional: YesIn | None = Field(None, description="It need not be held.")
    number: NumberIn | None = Field(None, description="Its number, where an earlier part of the session fixes it.")


class RoomShape(Shape):
    """A room."""

    title: TextIn = Field({}, description="Its name.")
    seats: NumberIn | None = Field(None, description="Seats.")
    booths: NumberIn | None = Field(None, description="Interpretation booths.")


def _teams(value: Any) -> Any:
    return {"": value} if isinstance(value, str) else value


RoomIn: TypeAlias = Annotated[RoomShape, BeforeValidator(titled), Also(TEXT, NOTHING)]


class ServicesShape(Shape):
    """What the conference services grant."""

    interpretation: WordsIn | None = Field(None, description="The languages: six, none, or a list.")
    teams: Annotated[
        dict[str, WordsIn], BeforeValidator(_teams), WithJsonSchema({"type": ["string", "integer", "object"]})
    ] = Field({}, description="How many teams, or their languages by name.")
    longest_meeting: ScalarIn | None = Field(None, description="How long a team serves at a time: 3 h.")
    meetings_a_day: NumberIn | None = Field(None, description="How many meetings a team serves a day.")
    pause: ScalarIn | None = Field(None, description="The least time between two meetings of a team: 90 min.")
    weekly: NumberIn | None = Field(None, description="How many meetings a team serves in a calendar week.")
    rooms: dict[str, RoomIn] = Field({}, description="The rooms, by name.")


PlaceIn: TypeAlias = Annotated[
    PlaceShape,
    BeforeValidator(lambda value: {"key": value} if isinstance(value, str) else value),
    Also({"type": "string"}),
]
ForumIn: TypeAlias = Annotated[ForumShape, BeforeValidator(titled), Also(TEXT, NOTHING)]
MeetingIn: TypeAlias = Annotated[
    MeetingShape | None,
    BeforeValidator(lambda value: None if value == "none" else {} if value is None else value),
    Also({"const": "none"}),
]
