"""The shape of the whole session file."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema

from wgsched.files.shape.agenda import EntryIn, ItemIn, RowsIn
from wgsched.files.shape.base import TEXT, Also, NumberIn, ScalarIn, Shape, TextIn, WordsIn, versions_only, wrong
from wgsched.files.shape.conference import ForumIn, HoursIn, LinesIn, MeetingIn, PlaceIn, ServicesShape
from wgsched.files.shape.papers import DocumentIn, EventIn, MandateIn, ParticipantShape, RecommendationShape


class BodyShape(Shape):
    """A body, and the one it reports to."""

    title: TextIn = Field({}, description="Its name.")
    short: TextIn = Field({}, description="Its name for feeds and page headers.")
    masthead: TextIn = Field({}, description="Its name as the masthead breaks it into lines.")
    parent: BodyIn | None = Field(None, description="The body it reports to.")


def _body(value: Any) -> Any:
    if isinstance(value, str) or (isinstance(value, dict) and versions_only(value)):
        return {"title": value}
    return value


BodyIn: TypeAlias = Annotated[BodyShape, BeforeValidator(_body), Also(TEXT)]
BodyShape.model_rebuild()


def _holidays(value: Any) -> Any:
    if isinstance(value, str):
        return {} if value == "none" else {value: None}
    return dict.fromkeys(value) if isinstance(value, list) and all(isinstance(d, str) for d in value) else value


def _rules(value: Any) -> Any:
    if not isinstance(value, list | dict):
        raise wrong("expected a list of rules, each with its name: - precedes: {earlier: 1, later: 2}")
    return []  # read from the nodes, for any rule may stand there


_ANY_RULE: dict[str, Any] = {
    "anyOf": [
        {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "object", "maxProperties": 1}]}},
        {"type": "object"},
    ]
}
RulesIn: TypeAlias = Annotated[list[Any], BeforeValidator(_rules), WithJsonSchema(_ANY_RULE)]


class SessionShape(Shape):
    """The session file of wgsched: everything that is given before a programme is drafted."""

    key: ScalarIn | None = Field(None, description="The identity of the session, given once; by default its symbol.")
    symbol: ScalarIn = Field("", description="The symbol of the document: CAC/COSP/WG.2/2009/1.")
    body: BodyIn | None = Field(None, description="The body that meets.")
    parent: BodyIn | None = Field(None, description="The body it reports to.")
    short: TextIn = Field({}, description="The name of the body for feeds and page headers.")
    kind: ScalarIn | None = Field(None, description="What the body calls it: session, meeting or conference.")
    ordinal: NumberIn | None = Field(None, description="Its number in the series: 3 for a third meeting.")
    place: PlaceIn | None = Field(None, description="Where; a known duty station brings zone, hours and holidays.")
    zone: ScalarIn | None = Field(None, description="The time zone, where it is not that of the place.")
    days: LinesIn = Field([], description="Its days: Thu 14 - Fri 15 May 2009. Weekdays are checked.")
    hours: HoursIn = Field({}, description="The hours of its meetings: 10-13, 15-18; or per period and per day.")
    holidays: Annotated[
        dict[str, Any], BeforeValidator(_holidays), WithJsonSchema({"type": ["string", "array", "object"]})
    ] = Field(
        {}, description="Holidays beyond those of the place, by day; none removes one, avoid only advises against it."
    )
    issued: ScalarIn | None = Field(None, description="The date of the document: 20 March 2009.")
    original: ScalarIn = Field("en", description="The language of the original, and of every bare text here.")
    languages: WordsIn | None = Field(None, description="The languages of the papers: six, or a list.")
    distribution: ScalarIn | None = Field(None, description="general, limited or restricted.")
    services: ServicesShape | None = Field(None, description="Interpretation, teams, rooms.")
    forums: dict[str, ForumIn] = Field({}, description="Where items are taken up; by default one plenary.")
    meetings: dict[str, MeetingIn] = Field(
        {}, description="Meetings that differ from the rest, are extra, or fall away."
    )
    agenda: dict[str, ItemIn] = Field({}, description="The items; their numbers give the nesting: 1, 1 (a), 3 (c) (i).")
    entries: dict[str, EntryIn] = Field({}, description="What is planned without a number: panels, general debate.")
    documents: dict[str, DocumentIn] = Field({}, description="The documents, by symbol.")
    mandates: dict[str, MandateIn] = Field({}, description="The resolutions that order the work, by symbol.")
    recommendations: dict[str, RecommendationShape] = Field({}, description="What earlier meetings recommended.")
    events: dict[str, EventIn] = Field({}, description="What is carried but never planned.")
    participants: dict[str, ParticipantShape] = Field({}, description="Those without whom items are not taken up.")
    organization: dict[str, RowsIn] = Field(
        {}, description="Rows typed by hand: the items of a meeting, in order; '...' is planned."
    )
    rules: RulesIn = Field([], description="What must hold, by the name of the rule.")
    wishes: RulesIn = Field([], description="What would be better, by name.")
    waives: WordsIn = Field([], description="Standing rules that this session sets aside, by name.")
    early_end: ScalarIn | None = Field(
        None, description="When a meeting's business ends early: take the next item, or adjourn."
    )
    weights: dict[str, NumberIn] = Field({}, description="What one unit of a preference costs, where not the usual.")
    agency: ScalarIn | None = Field(
        None,
        description="Whose house forms are printed: fao, human-rights-council, unep, unesco, who; or a file "
        "of your own beside this one, with phrases: as below, and 'every language' for all six.",
    )
    phrases: dict[str, dict[str, str]] = Field(
        {}, description="Wordings that differ, per language and phrase; they go before those of the agency."
    )
