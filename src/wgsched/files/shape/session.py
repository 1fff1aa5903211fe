"""The shape of the whole session file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, TypeAlias

from wgsched.files.coding import WRONG, Decoding, Reader
from wgsched.files.coding.records import Coded, DataclassReader, reader_of
from wgsched.files.coding.schemas import Schema, any_of
from wgsched.files.coding.shape import Shape
from wgsched.files.faults import suggestion
from wgsched.files.grammar import Wrong
from wgsched.files.grammar.parts import PARTS, SessionCalled, read_kind, read_part
from wgsched.files.nodes import Leaf, ListNode, MappingNode, Node, Path
from wgsched.files.shape.agenda import EntryShape, ItemShape
from wgsched.files.shape.base import (
    LANGUAGES,
    NO_TEXT,
    LanguagesIn,
    LinesIn,
    MinutesIn,
    Said,
    Texts,
    WordsIn,
    empty,
    language_named,
    word_of,
)
from wgsched.files.shape.conference import ForumShape, HoursIn, MeetingShape, PlaceShape, ServicesShape
from wgsched.files.shape.papers import DocumentShape, EventShape, MandateShape, ParticipantShape, RecommendationShape
from wgsched.languages import codes
from wgsched.model import (
    Advance,
    Distribution,
    EarlyEnd,
    Language,
    Preference,
    Rule,
    SessionPart,
    SessionType,
    TableStyle,
    Text,
)


def _language(word: str) -> Language:
    code = language_named(word)
    if code not in LANGUAGES:
        raise Wrong(f"unknown language {word!r}", suggestion(word, codes()))
    return code


@dataclass(frozen=True, eq=False)
class Unless(Reader):
    """A value, or one word that stands for none of it.

    ``unsaid`` is the hint where nothing stands there, and either could be meant.
    """

    word: str
    none: Any
    inner: Reader
    unsaid: str = ""

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        if isinstance(node, Leaf) and node.text == self.word:
            return self.none
        if self.unsaid and isinstance(node, Leaf) and node.empty:
            return decoder.wrong(node, path, "nothing stands behind it", self.unsaid)
        return self.inner.read(node, path, decoder)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        return any_of((self.inner.schema(parts), {"const": self.word}))


@dataclass(frozen=True)
class Days(Reader):
    """Holidays: by day, with their titles, or with a word for what else becomes of the day; or the days alone."""

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        if not isinstance(node, MappingNode):
            days = Texts(commas=False).read(node, path, decoder)
            return days if days is WRONG else dict.fromkeys(days, NO_TEXT)
        titles = {key: self._title(value, (*path, key), decoder) for key, value in node}
        return {key: title for key, title in titles.items() if title is not WRONG}

    def _title(self, node: Node, path: Path, decoder: Decoding) -> Any:
        word = isinstance(node, Leaf) and node.text in ("none", "avoid")
        return node.text if isinstance(node, Leaf) and word else decoder.text(node, path)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        titles = any_of((reader_of(Text).schema(parts), {"type": "null"}))
        return any_of((Texts(commas=False).schema(parts), {"type": "object", "additionalProperties": titles}))


@dataclass(frozen=True)
class NamedRules(Reader):
    """Rules or wishes, by name, each with its place: they are read when all that they may speak of is known.

    Of a mapping, one may have several sets of values.
    """

    kind: type[Any]

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        if isinstance(node, ListNode):
            return tuple(((*path, place), each) for place, each in enumerate(node.nodes))
        if isinstance(node, MappingNode):
            return tuple(_by_name(node, path))
        message = "expected a list of rules, each with its name: - precedes: {earlier: 1, later: 2}"
        return decoder.wrong(node, path, message)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        one = Coded(self.kind).schema(parts)
        return {"anyOf": [{"type": "array", "items": one}, {"type": "object"}]}


def _by_name(table: MappingNode, path: Path) -> Iterator[tuple[Path, Node]]:
    for key, value in table.entries:
        several = isinstance(value, ListNode)
        for place, each in enumerate(value.nodes if isinstance(value, ListNode) else (value,)):
            yield (*path, key.text, place) if several else path, MappingNode(((key, each),), key.mark)


_UNSAID = "Write none if the meeting is not held, or leave the line out if it is held as usual."
OriginalIn: TypeAlias = Annotated[Language, Said(_language)]
KindIn: TypeAlias = Annotated[SessionCalled, Said(read_kind)]
PartIn: TypeAlias = Annotated[SessionPart, Said(read_part)]
MeetingIn: TypeAlias = Annotated[MeetingShape | None, Unless("none", None, DataclassReader(MeetingShape), _UNSAID)]
ClockFaceIn: TypeAlias = Annotated[str, word_of(("12", "24"))]
RowsIn: TypeAlias = Annotated[tuple[str, ...], Texts(nothing="none")]
HolidaysIn: TypeAlias = Annotated[Mapping[str, str | Text], Unless("none", {}, Days())]
NamedRulesIn: TypeAlias = tuple[tuple[Path, Node], ...]


@dataclass(frozen=True)
class BodyShape(Shape):
    """A body, and the one it reports to."""

    title: Annotated[Text, "Its name."] = NO_TEXT
    short: Annotated[Text, "Its name for feeds and page headers."] = NO_TEXT
    masthead: Annotated[Text, "Its name as the masthead breaks it into lines."] = NO_TEXT
    parent: Annotated[BodyShape | None, "The body it reports to."] = None
    bare: ClassVar[str] = "title"


@dataclass(frozen=True)
class SessionShape(Shape):
    """The session file: everything that wgsched needs to draft a programme."""

    key: Annotated[str | None, "The identity of the session, given once; by default its symbol."] = None
    symbol: Annotated[str, "The symbol of the document: CAC/COSP/WG.2/2009/1."] = ""
    body: Annotated[BodyShape | None, "The body that meets."] = None
    parent: Annotated[BodyShape | None, "The body it reports to."] = None
    short: Annotated[Text, "The name of the body for feeds and page headers."] = NO_TEXT
    kind: Annotated[KindIn | None, "What the body calls it: session, meeting or conference; or resumed session."] = None
    type: Annotated[SessionType | None, "regular, special, emergency special, organizational."] = None
    part: Annotated[PartIn | None, f"Where it meets in several parts: {PARTS}."] = None
    ordinal: Annotated[int | None, "Its number in the series: 3 for a third meeting."] = None
    place: Annotated[PlaceShape | None, "Where it is held. A known duty station brings zone, hours and holidays."] = (
        None
    )
    zone: Annotated[str | None, "The time zone, if not that of the place."] = None
    days: Annotated[LinesIn, "Its days: Thu 14 - Fri 15 May 2009. Weekdays are checked."] = ()
    hours: Annotated[HoursIn, "The hours of its meetings: 10-13, 15-18; or per period and per day."] = empty()
    holidays: Annotated[
        HolidaysIn | None,
        "Holidays beyond those of the place, by day. none removes one; avoid only advises against it.",
    ] = None
    issued: Annotated[str | None, "The date of the document: 20 March 2009."] = None
    original: Annotated[OriginalIn, "The language of the original, and of every bare text here."] = "en"
    languages: Annotated[LanguagesIn | None, "The languages of the papers: six, or a list."] = None
    style: Annotated[TableStyle | None, "The tables of its papers: ruled, as in UN documents, or grid."] = None
    distribution: Annotated[Distribution | None, "general, limited or restricted."] = None
    services: Annotated[ServicesShape | None, "Interpretation, teams, rooms."] = None
    release_notice: Annotated[
        MinutesIn | None, "How long before it opens a meeting that is not needed must be released: 24 h."
    ] = None
    forums: Annotated[Mapping[str, ForumShape], "Where items are taken up; by default one plenary."] = empty()
    meetings: Annotated[
        Mapping[str, MeetingIn], "Meetings that differ from the others, are added, or are not held."
    ] = empty()
    agenda: Annotated[
        Mapping[str, ItemShape] | None, "The items; their numbers give the nesting: 1, 1 (a), 3 (c) (i)."
    ] = None
    sequence: Annotated[
        WordsIn, "Items in the order that the officers agreed on, where that is not the agenda's: [4, 2, 3]."
    ] = ()
    entries: Annotated[Mapping[str, EntryShape], "What is planned without a number: panels, general debate."] = empty()
    documents: Annotated[Mapping[str, DocumentShape], "The documents, by symbol."] = empty()
    mandates: Annotated[Mapping[str, MandateShape], "The resolutions that order the work, by symbol."] = empty()
    recommendations: Annotated[Mapping[str, RecommendationShape], "What earlier meetings recommended."] = empty()
    events: Annotated[Mapping[str, EventShape], "What is shown but never planned."] = empty()
    participants: Annotated[Mapping[str, ParticipantShape], "The people whom items need."] = empty()
    organization: Annotated[
        Mapping[str, RowsIn],
        "Rows typed by hand: the items of a meeting, in order; '...' is planned, '~2 (b)' stands there now and may "
        "move, '2 (b) for 90 min' states its minutes, '2 (b) at 16:00 for 90 min' also its hour.",
    ] = empty()
    rules: Annotated[NamedRulesIn, NamedRules(Rule), "What must hold, by the name of the rule."] = ()
    wishes: Annotated[NamedRulesIn, NamedRules(Preference), "What would be better, by name."] = ()
    waives: Annotated[WordsIn, "Standing rules that this session sets aside, by name."] = ()
    early_end: Annotated[EarlyEnd | None, "When a meeting's business ends early: take the next item, or adjourn."] = (
        None
    )
    advance: Annotated[
        Advance | None,
        "What becomes of time that a change frees: ask, take up the next item in it, or no, leave it free.",
    ] = None
    notice: Annotated[
        MinutesIn | None, "At less notice than this, such as 24 h, no item is taken up earlier unless it is asked."
    ] = None
    weights: Annotated[Mapping[str, int], "What one unit of a preference costs, if not the usual."] = empty()
    agency: Annotated[
        str | None,
        "The agency whose wordings are printed: fao, human-rights-council, unep, unesco, who; or a file "
        "of your own beside this one, with phrases: as below, and 'every language' for all six.",
    ] = None
    clock: Annotated[
        ClockFaceIn, "12 or 24: how hours are printed in English and Chinese. The other languages always count to 24."
    ] = ""
    continued: Annotated[
        Text, "Whether an item is marked as continued: yes, no, or the mark to print, also per language."
    ] = NO_TEXT
    phrases: Annotated[
        Mapping[str, Mapping[str, str]],
        "Other wordings, by language and phrase. They replace those of the agency.",
    ] = empty()

    @property
    def items(self) -> Mapping[str, ItemShape]:
        """The items of the agenda as they are written; none where there is no agenda."""
        return self.agenda or {}

    def blocks(self) -> Iterator[tuple[Path, str, ItemShape]]:
        """Yield every item and entry as it is written, with its place."""
        for block, items in (("agenda", self.items), ("entries", self.entries)):
            for written, given in items.items():
                yield (block, written), written, given
