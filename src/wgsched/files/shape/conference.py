"""The shape of place, hours, forums, meetings and services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, TypeAlias

from wgsched.files.coding.readers import ByName
from wgsched.files.coding.shape import Shape
from wgsched.files.grammar import Wrong, read_hours, read_minutes
from wgsched.files.nodes import Leaf, Node
from wgsched.files.shape.base import (
    NO_TEXT,
    Alone,
    LanguagesIn,
    LinesIn,
    MinutesIn,
    OrText,
    Said,
    Spoken,
    Texts,
    WordsIn,
    empty,
    word_of,
)
from wgsched.model import ForumKind, ServiceBasis, Text

_BASES = {
    "with": ServiceBasis.WITH, "without": ServiceBasis.WITHOUT, "none": ServiceBasis.WITHOUT,
    **{basis.value: basis for basis in ServiceBasis},
}  # fmt: skip
BasisIn: TypeAlias = Annotated[ServiceBasis, word_of(_BASES)]
HoursIn: TypeAlias = Annotated[Mapping[str, tuple[str, ...]], Alone(Texts(commas=False))]
ClockIn: TypeAlias = Annotated[tuple[tuple[int, int], tuple[int, int]], Said(read_hours)]
RoomsIn: TypeAlias = LinesIn
_ROOMS = "Its room; several, or any, to have one of them chosen; none, if it is to be announced."
_HOURS = "10-13, 15-18; or per period (am, pm, night) and per day; none for a free one."


def _teams(text: str) -> int:
    if not text.isdecimal() or int(text) > 99:
        raise Wrong(f"{text!r} is not a number of teams")
    return int(text)


def _pause(text: str) -> int:
    return 0 if text.strip() in ("0", "none") else read_minutes(text)


TO_BE_ANNOUNCED = "to be announced"


def _announced(text: str) -> bool:
    if text == "none":
        return False
    if " ".join(text.lower().split()) not in (TO_BE_ANNOUNCED, "tba"):
        hint = "Its hours are written as hours: 10-13; what it opens upon as follows: 9."
        raise Wrong(f"{text!r} is not {TO_BE_ANNOUNCED!r}", hint)
    return True


AnnouncedIn: TypeAlias = Annotated[bool, Said(_announced)]
TeamsIn: TypeAlias = Annotated[int | Mapping[str, tuple[str, ...]], OrText(Said(_teams), ByName(Spoken()))]
PauseIn: TypeAlias = Annotated[int, Said(_pause)]


@dataclass(frozen=True)
class PlaceShape(Shape):
    """Where the session is held. The name of a known duty station is enough."""

    key: Annotated[str | None, "The name of a known duty station to start from."] = None
    title: Annotated[Text, "The name of the place."] = NO_TEXT
    zone: Annotated[str | None, "The time zone, such as Europe/Vienna."] = None
    geo: Annotated[str | None, "Its latitude and longitude in degrees: 48.2347, 16.4168."] = None
    bare: ClassVar[str] = "key"
    bare_kinds: ClassVar[tuple[type[Node], ...]] = (Leaf,)


@dataclass(frozen=True)
class ForumShape(Shape):
    """Where items are taken up: plenary, committee, working group."""

    title: Annotated[Text, "Its name."] = NO_TEXT
    short: Annotated[Text, "Its name in a column."] = NO_TEXT
    kind: Annotated[
        ForumKind | None, "plenary, committee, working-group, drafting-committee, contact-group, informal."
    ] = None
    joins: Annotated[WordsIn, "The forums of a joint meeting."] = ()
    days: Annotated[LinesIn, "The days on which it meets, if not all."] = ()
    hours: Annotated[HoursIn, _HOURS] = empty()
    room: Annotated[RoomsIn, _ROOMS] = ()
    languages: Annotated[LanguagesIn | None, "Its languages of interpretation, if not those of the services."] = None
    interpretation: Annotated[BasisIn | None, "with, without, as available."] = None
    team: Annotated[str | None, "The team that serves it."] = None
    seats: Annotated[int | None, "The seats that its room needs."] = None
    features: Annotated[WordsIn, "What its room needs besides, such as a screen."] = ()
    audience: Annotated[int | None, "How many people may come, for whom seats are wished."] = None
    reserve: Annotated[MinutesIn | None, "Minutes at the end of each meeting left free."] = None
    optional: Annotated[bool, "Its meetings need not be held."] = False
    channels: Annotated[Mapping[str, str], "By language, the address at which it can be heard."] = empty()
    bare: ClassVar[str] = "title"


@dataclass(frozen=True)
class MeetingShape(Shape):
    """One meeting that differs; the key above it says which: Thu am, committee Fri 15 May 10-12."""

    key: Annotated[str | None, "Its identity, given once."] = None
    hours: Annotated[ClockIn | None, "Its hours, if they differ or the meeting is added."] = None
    room: Annotated[RoomsIn, _ROOMS] = ()
    cancelled: Annotated[bool | None, "It is cancelled, and subscribers learn of it."] = None
    languages: Annotated[LanguagesIn | None, "Its languages of interpretation."] = None
    interpretation: Annotated[BasisIn | None, "with, without, as available."] = None
    team: Annotated[str | None, "The team that serves it."] = None
    reserve: Annotated[MinutesIn | None, "Minutes at its end left free."] = None
    optional: Annotated[bool | None, "It need not be held."] = None
    kept: Annotated[bool | None, "It takes place though it is not known yet what it takes up."] = None
    number: Annotated[int | None, "Its number, if an earlier part of the session fixes it."] = None
    follows: Annotated[
        str | None,
        "The item upon whose conclusion it opens, or the forum or meeting after which it does: 9, plenary. It is "
        "printed in words; its hours are those between which it is planned.",
    ] = None
    opens: Annotated[AnnouncedIn | None, "to be announced: printed in words; its hours are an estimate."] = None


@dataclass(frozen=True)
class RoomShape(Shape):
    """A room."""

    title: Annotated[Text, "Its name."] = NO_TEXT
    seats: Annotated[int | None, "Seats."] = None
    booths: Annotated[int | None, "Interpretation booths."] = None
    features: Annotated[WordsIn, "What else it has, such as a screen."] = ()
    hours: Annotated[WordsIn, "The hours in which it can be used: Mon, Tue 9-13; always, if nothing is said."] = ()
    changeover: Annotated[MinutesIn | None, "How long it stays empty between two uses: 15 min."] = None
    bare: ClassVar[str] = "title"


@dataclass(frozen=True)
class ServicesShape(Shape):
    """What the conference services grant."""

    interpretation: Annotated[LanguagesIn | None, "The languages: six, none, or a list."] = None
    teams: Annotated[TeamsIn, "How many teams, or their languages by name."] = 1
    longest_meeting: Annotated[PauseIn | None, "How long a team serves at a time: 3 h."] = None
    meetings_a_day: Annotated[int | None, "How many meetings a team serves a day."] = None
    pause: Annotated[PauseIn | None, "The least time between two meetings of a team: 90 min."] = None
    weekly: Annotated[int | None, "How many meetings a team serves in a calendar week."] = None
    rooms: Annotated[Mapping[str, RoomShape], "The rooms, by name."] = empty()
