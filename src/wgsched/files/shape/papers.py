"""The shape of documents, mandates, recommendations, events and participants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, TypeAlias

from wgsched.files.coding.readers import Small
from wgsched.files.coding.shape import Shape
from wgsched.files.nodes import Leaf, ListNode, Node
from wgsched.files.shape.base import NO_TEXT, Alone, MinutesIn, Texts, WordsIn, empty, word_of
from wgsched.model import Period, Strength, Text

ShownIn: TypeAlias = Annotated[tuple[str, ...], Texts(word_of(("annex", "grid", "journal", "feed")))]
DatedIn: TypeAlias = Annotated[Mapping[str, str], Alone(Small(str))]


@dataclass(frozen=True)
class DocumentShape(Shape):
    """A document before the body; its symbol is the key above it."""

    title: Annotated[Text, "Its title."] = NO_TEXT
    item: Annotated[WordsIn, "The items it is submitted under."] = ()
    issued: Annotated[DatedIn, "The day it is out in all languages, or the day per language."] = empty()
    submitted: Annotated[str | None, "The day it was handed in."] = None
    planned: Annotated[bool, "It does not exist yet."] = False
    in_session: Annotated[
        bool | None, "It is written during the session and has no deadline before. Symbols with L., CRP. say so."
    ] = None
    bare: ClassVar[str] = "item"
    bare_kinds: ClassVar[tuple[type[Node], ...]] = (Leaf, ListNode)


@dataclass(frozen=True)
class MandateShape(Shape):
    """The resolution that orders the work; its symbol is the key above it."""

    title: Annotated[Text, "Its title."] = NO_TEXT
    functions: Annotated[tuple[Text, ...], "The functions it gives, lettered (a), (b)..."] = ()
    bare: ClassVar[str] = "title"


@dataclass(frozen=True)
class RecommendationShape(Shape):
    """What an earlier meeting recommended."""

    meeting: Annotated[Text, "Which meeting."] = NO_TEXT
    points: Annotated[tuple[Text, ...], "The recommendations, lettered (a), (b)..."] = ()


@dataclass(frozen=True)
class EventShape(Shape):
    """Something shown in annex, grid, journal or feed but never planned."""

    title: Annotated[Text, "Its title."] = NO_TEXT
    at: Annotated[str, "Its hours: 14 May 13:15-14:45."] = ""
    room: Annotated[str | None, "Its room."] = None
    forum: Annotated[str | None, "The forum it belongs to."] = None
    in_: Annotated[ShownIn, "Where it is shown: annex, grid, journal, feed."] = ("grid", "feed")
    bare: ClassVar[str] = "title"


@dataclass(frozen=True)
class ParticipantShape(Shape):
    """A minister, speaker or delegation whom items need."""

    name: Annotated[Text, "The name."] = NO_TEXT
    items: Annotated[WordsIn, "The items that need them."] = ()
    can_come: Annotated[WordsIn, "When they can come: Thu am, 14 May 15:00-17:00; always, if nothing is said."] = ()
    zone: Annotated[str | None, "The time zone they speak from: America/New_York."] = None
    seats: Annotated[int | None, "The seats that the rooms of their items need."] = None
    features: Annotated[WordsIn, "What these rooms need besides, such as a screen."] = ()
    office_hours: Annotated[Period | None, "Their office hours there, as a wish unless the strength is must: 9-17."] = (
        None
    )
    chairs: Annotated[
        WordsIn, "The items that they chair, or the forums (tracks) of which they chair all; these need them too."
    ] = ()
    attends: Annotated[WordsIn, "The items that they would like to attend."] = ()
    pause: Annotated[MinutesIn | None, "The pause between two items that need them, in either order: 15 min."] = None
    few_days: Annotated[bool, "Their items are better on few days."] = False
    not_first_hour: Annotated[bool, "Their items are not in the first hour of a day."] = False
    strength: Annotated[
        Strength | None,
        "How strongly their hours, days and conflicts count: must, should or nice. By default hours and conflicts must "
        "be kept; what they attend is only nice, few days and office hours are usual preferences.",
    ] = None
    weight: Annotated[
        int | None, "What each of these weighs: beside those of its strength, or without strength, in points."
    ] = None
    printed: Annotated[bool, "Their name is printed beside their items."] = False
