"""The session: everything that is given before a programme is drafted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

import pendulum
from pendulum import Date, DateTime

from wgsched.errors import BadInput, UnknownName
from wgsched.model.agenda import Agenda, AgendaItem, Instalment
from wgsched.model.conference import ConferenceServices, Forum, Meeting, Place
from wgsched.model.papers import Document, Issue, Mandate, Recommendation
from wgsched.model.text import SIX, Language, Text
from wgsched.model.time import Period, Window

if TYPE_CHECKING:
    from wgsched.model.rule import Preference, Rule


class SessionKind(StrEnum):
    """What a body calls its multi-day event; it chooses the wording ("Opening of the session", "of the meeting")."""

    SESSION = "session"
    MEETING = "meeting"
    CONFERENCE = "conference"


class EarlyEnd(StrEnum):
    """What happens when the business of a meeting ends early: other items are taken up, or the meeting is adjourned."""

    NEXT_ITEM = "take the next item"
    ADJOURN = "adjourn"


class Distribution(StrEnum):
    """The distribution category of a document."""

    GENERAL = "general"
    LIMITED = "limited"
    RESTRICTED = "restricted"


@dataclass(frozen=True)
class Body:
    """An intergovernmental body, and the one it reports to. ``short`` is the name for feeds and page headers.

    ``masthead`` is the title as the masthead breaks it into lines; where it is empty, ``title`` stands there.
    """

    title: Text
    short: Text = Text()
    parent: Body | None = None
    masthead: Text = Text()


@dataclass(frozen=True)
class Event:
    """Something carried in annex, grid, journal or feed but never planned: a reception, a side event, a bureau."""

    key: str
    title: Text
    opens: DateTime
    closes: DateTime
    room: str | None = None
    forum: str | None = None
    shown: frozenset[str] = frozenset({"grid", "feed"})


@dataclass(frozen=True)
class Participant:
    """A minister, speaker or delegation without whom some items, by key, are not taken up.

    ``windows`` are the hours in which they can come, in whatever zone; none means always. ``office`` are the local
    office hours, in ``zone``, of one who takes part from afar: a wish, not a demand.
    """

    key: str
    name: Text
    items: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()
    zone: str | None = None
    office: Period | None = None


@dataclass(frozen=True)
class Rows:
    """The rows of one meeting typed by hand: instalments in order; ``open_ended`` (``...``) lets planning add more."""

    meeting: str
    instalments: tuple[str, ...] = ()
    open_ended: bool = False


@dataclass(frozen=True)
class Session:
    """The multi-day event of a body: its days and meetings, its agenda, its services, its papers, its rules.

    ``meetings`` are all that can be held, in order of time. ``rules`` are what this session demands beyond the
    standing ones, and ``waives`` names, by code, the standing rules that it sets aside. ``wishes`` are its preferences
    beyond the usual ones; ``weights`` override the usual weights, by code. ``phrases`` override the wording of a
    lexicon, per language and phrase. ``issues`` are the issues of its own document after the first, oldest first.
    """

    key: str
    body: Body
    place: Place
    days: tuple[Date, ...]
    meetings: tuple[Meeting, ...]
    agenda: Agenda
    symbol: str = ""
    kind: SessionKind = SessionKind.SESSION
    ordinal: int | None = None
    distribution: Distribution = Distribution.GENERAL
    issued: Date | None = None
    original: Language = "en"
    languages: tuple[Language, ...] = SIX
    forums: tuple[Forum, ...] = (Forum(),)
    services: ConferenceServices = ConferenceServices()
    documents: tuple[Document, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    events: tuple[Event, ...] = ()
    participants: tuple[Participant, ...] = ()
    organization: tuple[Rows, ...] = ()
    rules: tuple[Rule, ...] = ()
    waives: frozenset[str] = frozenset()
    wishes: tuple[Preference, ...] = ()
    weights: Mapping[str, int] = field(default_factory=dict)
    phrases: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    early_end: EarlyEnd = EarlyEnd.NEXT_ITEM

    @property
    def zone(self) -> str:
        """The IANA name of the time zone of the place."""
        return self.place.zone

    def with_rules(self, *rules: Rule) -> Session:
        """Return the same session with these rules added."""
        return replace(self, rules=(*self.rules, *rules))

    def with_wishes(self, *wishes: Preference) -> Session:
        """Return the same session with these preferences added."""
        return replace(self, wishes=(*self.wishes, *wishes))

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        return {meeting.key: meeting for meeting in self.meetings}

    def meeting(self, key: str) -> Meeting:
        """Return the meeting of this key.

        Raises:
            UnknownName: there is none.
        """
        try:
            return self._meetings[key]
        except KeyError:
            raise UnknownName("meeting", key, self._meetings) from None

    def forum(self, key: str) -> Forum:
        """Return the forum of this key.

        Raises:
            UnknownName: there is none.
        """
        for forum in self.forums:
            if forum.key == key:
                return forum
        raise UnknownName("forum", key, (forum.key for forum in self.forums))

    def meetings_of(self, forum: str) -> tuple[Meeting, ...]:
        """Return the meetings that this forum can hold, in order of time."""
        return tuple(meeting for meeting in self.meetings if meeting.forum == forum)

    def forums_of(self, instalment: Instalment) -> tuple[str, ...]:
        """Return the forums in which an instalment may be taken up: those its item names, else the first forum."""
        return self.agenda[instalment.items[0]].forums or (self.forums[0].key,)

    def minutes_of(self, instalment: Instalment) -> int:
        """Return the expected minutes of an instalment; one stated in meetings counts the longest of its forum."""
        return instalment.takes.expected.in_minutes(self.meeting_length(self.forums_of(instalment)[0]))

    def range_of(self, instalment: Instalment) -> tuple[int, int]:
        """Return the least and the most minutes of an instalment: the expected ones where no others are stated."""
        meeting, expected = self.meeting_length(self.forums_of(instalment)[0]), self.minutes_of(instalment)
        least, most = instalment.takes.least, instalment.takes.most
        return (
            min(expected, least.in_minutes(meeting)) if least else expected,
            max(expected, most.in_minutes(meeting)) if most else expected,
        )

    def meeting_length(self, forum: str) -> int:
        """Return the usual length of a meeting of a forum in minutes: the most common, the longer when tied."""
        return self._lengths.get(forum, 180)

    @cached_property
    def _lengths(self) -> dict[str, int]:
        found: dict[str, list[int]] = {}
        for meeting in self.meetings:
            found.setdefault(meeting.forum, []).append(meeting.minutes)
        return {forum: max(all_, key=lambda one: (all_.count(one), one)) for forum, all_ in found.items()}

    def moment(self, text: str | DateTime) -> DateTime:
        """Return an ISO moment in the place of the session: ``2009-05-14 18:00``.

        Raises:
            BadInput: the text is not such a moment.
        """
        if isinstance(text, DateTime):
            return text
        try:
            found = pendulum.parse(text, tz=self.zone)
        except ValueError:
            found = None
        if not isinstance(found, DateTime):
            raise BadInput(f"{text!r} is not a moment; expected for example 2009-05-14 18:00")
        return found.in_timezone(self.zone)

    @cached_property
    def span(self) -> Window:
        """From the start of the first day to the end of the last."""
        first, last = min(self.days), max(self.days)
        return Window(
            pendulum.datetime(first.year, first.month, first.day, tz=self.zone),
            pendulum.datetime(last.year, last.month, last.day, tz=self.zone).add(days=1),
        )

    def documents_of(self, item: AgendaItem) -> tuple[Document, ...]:
        """Return the documents under an item."""
        return tuple(document for document in self.documents if item.key in document.items)
