"""The shape of the agenda: items, entries, annotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from wgsched.files.coding.shape import Shape
from wgsched.files.coding.shorthands import brought_keys
from wgsched.files.grammar import whole_number
from wgsched.files.nodes import MappingNode, Node
from wgsched.files.shape.base import NO_TEXT, LanguagesIn, LengthsIn, LinesIn, Said, WordsIn
from wgsched.model import Role, Strength, Text
from wgsched.model.keys import ItemKey

_PRIORITIES = {"low": 1, "medium": 10, "high": 100}


def _priority(text: str) -> int:
    return _PRIORITIES.get(text.strip().lower()) or whole_number(text)


@dataclass(frozen=True)
class AnnotationShape(Shape):
    """One paragraph of the annotations, and the lettered points below it."""

    text: Annotated[Text, "The paragraph."] = NO_TEXT
    points: Annotated[tuple[Text, ...], "Points below it, lettered (a), (b)..."] = ()
    mandate: Annotated[str | None, "Prints the functions of this mandate below it instead."] = None
    recommendation: Annotated[str | None, "Prints the points of this recommendation instead."] = None
    bare: ClassVar[str] = "text"

    @classmethod
    def may_be_bare(cls, node: Node) -> bool:
        """Return whether a node is the paragraph alone: a mapping without any key of this one is its versions."""
        if isinstance(node, MappingNode):
            return not node.by_key.keys() & {"text", "points", "mandate", "recommendation"}
        return super().may_be_bare(node)


@dataclass(frozen=True)
class ReportShape(Shape):
    """What a report covers, if not everything."""

    of: Annotated[WordsIn, "The items that it covers: it is adopted after these, and other items may come later."] = ()


@dataclass(frozen=True)
class ItemShape(Shape):
    """One item of the agenda; its number is the key above it."""

    key: Annotated[str | None, "Its identity, given once; by default made from the number."] = None
    is_: Annotated[Role | None, "Its role, which brings titles in six languages and its place."] = None
    title: Annotated[Text, "Its title in the agenda."] = NO_TEXT
    annex: Annotated[Text, "Its title in the annex, if that differs."] = NO_TEXT
    heading: Annotated[Text, "Its heading in the annotations, if that differs."] = NO_TEXT
    takes: Annotated[
        LengthsIn | None,
        "How long: 90 min, 2 h, 1.5 meetings, ~15 min (an estimate), 60 min (45-120); a list when it is "
        "taken up in several parts; none for a heading.",
    ] = None
    times: Annotated[int | None, "How many times it is held: 2. Each time is as long, and not a continuation."] = None
    forum: Annotated[WordsIn, "The forum, or the forums to choose from."] = ()
    room: Annotated[LinesIn, "The room in which it is taken up, or several of which one is."] = ()
    same_room_as: Annotated[ItemKey | None, "The item in whose room it is taken up."] = None
    seats: Annotated[int | None, "The seats that its room needs."] = None
    features: Annotated[WordsIn, "What its room needs besides, such as a screen."] = ()
    languages: Annotated[LanguagesIn | None, "The languages it needs, if not those of the session."] = None
    decision: Annotated[bool, "A decision is taken: its documents must be out in all languages."] = False
    firm: Annotated[bool, "Its hour is a promise."] = False
    jointly_with: Annotated[ItemKey | None, "The item it is considered with."] = None
    annotations: Annotated[tuple[AnnotationShape, ...], "The paragraphs of its annotations, in order."] = ()
    after: Annotated[WordsIn, "The items that are concluded before it is taken up."] = ()
    before: Annotated[
        WordsIn, "The items that are not taken up before it is concluded. An entry stands before them."
    ] = ()
    upon_conclusion_of: Annotated[ItemKey | None, "The item on whose conclusion it is opened."] = None
    at: Annotated[WordsIn, "The meeting it is taken up in, or the hours: Fri am, 15 May 10:00-11:30."] = ()
    within: Annotated[WordsIn, "The only hours in which it is taken up: Thu am, 15 May 10-12."] = ()
    fills: Annotated[
        WordsIn, "A phase: it takes all time of its forum in these days that nothing else is asked to take: 7 - 16 Oct."
    ] = ()
    not_before: Annotated[str | None, "The moment before which it is not taken up."] = None
    concluded_by: Annotated[str | None, "The moment by which it is concluded."] = None
    report: Annotated[
        ReportShape | None,
        "It is a report on some items alone: {of: [4, 5]}. Of one in several parts, the first is that on these items.",
    ] = None
    whole: Annotated[bool, "It is taken up in one meeting."] = False
    uninterrupted: Annotated[bool, "Nothing else is taken up in between, even if the session waives that."] = False
    consecutive: Annotated[bool, "Each of its parts is taken up in the meeting after that of the one before."] = False
    spread: Annotated[bool, "No two of its parts are taken up on one day."] = False
    prefers: Annotated[WordsIn, "The preferred meeting or day."] = ()
    priority: Annotated[
        int | None,
        Said(_priority),
        "It and what is below it may be left out if not everything fits: low, medium, high, or a number. A greater one "
        "is left out later.",
    ] = None
    left_out: Annotated[Text, "The reason why it is left out: it is listed as such, and not planned."] = NO_TEXT
    strength: Annotated[
        Strength | None, "How strongly these demands are asked for: must, should or nice. By default they must hold."
    ] = None
    weight: Annotated[
        int | None, "What each of these demands and wishes weighs: beside those of its strength, or without strength."
    ] = None
    why: Annotated[Text, "The reason for these demands. It is printed with every sentence."] = NO_TEXT
    bare: ClassVar[str] = "title"

    @classmethod
    def read_elsewhere(cls) -> frozenset[str]:
        """Return the keys that rules of other packages bring, which are left to the reader of rules."""
        return brought_keys()


@dataclass(frozen=True)
class EntryShape(ItemShape):
    """Something planned without a number: a panel, a general debate."""

    item: Annotated[ItemKey | None, "The item it belongs to."] = None
    follows: Annotated[ItemKey | None, "The item that it follows, if it belongs to none."] = None
