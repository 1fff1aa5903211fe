"""The session: everything that is given before a programme is drafted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

import pendulum
from pendulum import Date, DateTime, Timezone

from wgsched.errors import BadInput, Fault
from wgsched.model.agenda import Agenda
from wgsched.model.body import Body, Distribution, EarlyEnd, SessionKind, SessionPart, SessionType, TableStyle
from wgsched.model.conference import ConferenceServices, Forum, Meeting, Place
from wgsched.model.events import Event, Participant
from wgsched.model.gaps import Advance
from wgsched.model.gate import (
    all_in_zone,
    days_of,
    doubled,
    in_time,
    moment_of,
    on_clock,
    put,
    refuse,
    strangers,
    unknown,
)
from wgsched.model.items import AgendaItem, Instalment, Role
from wgsched.model.lookup import Known, grouped
from wgsched.model.notebook import agenda_table
from wgsched.model.own import Asking, OwnPreference, OwnRule
from wgsched.model.papers import Document, Issue, Mandate, Recommendation
from wgsched.model.rows import Rows
from wgsched.model.text import SIX, Language
from wgsched.model.time import Window


@dataclass(frozen=True)
class Session:
    """The event of a body over several days: its days and meetings, agenda, services, papers and rules.

    ``meetings`` are all that can be held, in order of time. ``rules`` are the rules of this session beyond the standing
    ones; ``waives`` names, by code, the standing rules that it sets aside. ``wishes`` are its preferences beyond the
    usual ones; ``weights`` replace the usual weights, by code. ``phrases`` replace wordings, by language and phrase.
    ``issues`` are the issues of its own document after the first, oldest first. ``sequence`` names items in the order
    of business that the officers agreed on, where that is not the agenda's. ``part`` is set where the session meets in
    several parts; ``style`` is that of the tables of its papers. A meeting that is not needed is released
    ``release_notice`` minutes before it opens. ``advance`` says what becomes of time that changes
    free; at less than ``notice`` minutes, nothing is taken up earlier unasked. Entries whose roles are in
    ``last_in_an_item`` come after the others of their item, by custom of the agency.

    Days, meetings and events are put in order of time, and all moments on the clock of the place.

    Raises:
        BadInput: it has no day or no forum, two of its nouns have the same key, a forum is unknown, or
            a value is of the wrong kind, such as a class in place of a rule.
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
    rules: tuple[OwnRule, ...] = ()
    waives: frozenset[str] = frozenset()
    wishes: tuple[OwnPreference, ...] = ()
    weights: Mapping[str, int] = field(default_factory=dict, hash=False)
    phrases: Mapping[Language, Mapping[str, str]] = field(default_factory=dict, hash=False)
    issues: tuple[Issue, ...] = ()
    early_end: EarlyEnd = EarlyEnd.NEXT_ITEM
    sequence: tuple[str, ...] = ()
    last_in_an_item: tuple[Role, ...] = ()
    type: SessionType = SessionType.REGULAR
    part: SessionPart | None = None
    style: TableStyle = TableStyle.RULED
    release_notice: int = 0
    advance: Advance = Advance.ASK
    notice: int = 0

    def __post_init__(self) -> None:
        given = {name: tuple(getattr(self, name)) for name in _KINDS}
        put(self, **given)
        refuse(fault for name, (what, kind) in _KINDS.items() for fault in strangers(what, given[name], kind, name))
        refuse(self._faults())
        zone = pendulum.timezone(self.zone)
        put(
            self,
            days=days_of(self.days),
            meetings=in_time(all_in_zone(self.meetings, zone, "opens", "closes")),
            events=in_time(all_in_zone(self.events, zone, "opens", "closes")),
            participants=tuple(_on_clock(each, zone) for each in self.participants),
            organization=tuple(
                replace(rows, hours=all_in_zone(rows.hours, zone, "opens")) if rows.hours else rows
                for rows in self.organization
            ),
        )

    def _faults(self) -> Iterator[Fault]:
        if not self.days:
            yield Fault("a session has at least one day", path="days")
        if not self.forums:
            yield Fault("a session has at least one forum", path="forums")
        for name in ("forums", "meetings", "events", "participants"):
            yield from doubled(name.removesuffix("s"), getattr(self, name), name)
        known = {forum.key: None for forum in self.forums}
        for place, meeting in enumerate(self.meetings):
            yield from unknown("forum", meeting.forum, known, f"meetings.{place}.forum")
        named_forums = [(f"agenda.items.{place}.forums", item.forums) for place, item in enumerate(self.agenda)]
        named_forums += [(f"participants.{place}.tracks", each.tracks) for place, each in enumerate(self.participants)]
        for path, forum in ((path, forum) for path, forums in named_forums for forum in forums):
            yield from unknown("forum", forum, known, path)
        named = {name: None for item in self.agenda for name in (item.key, str(item.number or item.key))}
        if self.type is not SessionType.REGULAR and self.kind is not SessionKind.SESSION:
            yield Fault(f"only a session is {self.type.value}, not a {self.kind.value}", path="type")
        if self.part and self.kind is SessionKind.MEETING:
            yield Fault("only a session has parts, not a meeting", path="part")
        for place, name in enumerate(self.sequence):
            yield from unknown("agenda item", name, named, f"sequence.{place}")

    def _repr_html_(self) -> str:
        days = f"{self.days[0].isoformat()} to {self.days[-1].isoformat()}, {len(self.meetings)} meetings"
        place = self.place.title.best(self.original)
        caption = ", ".join(text for text in (self.body.title.best(self.original) or self.key, place, days) if text)
        minutes = {item.key: 0 for item in self.agenda}
        for part in self.agenda.instalments:
            minutes[part.items[0]] += self.minutes_of(part)
        return agenda_table(caption, self.agenda, self.original, minutes)

    @property
    def zone(self) -> str:
        """The IANA name of the time zone of the place."""
        return self.place.zone

    def with_rules(self, *rules: OwnRule) -> Session:
        """Return the same session with these rules added."""
        return replace(self, rules=(*self.rules, *rules))

    def with_wishes(self, *wishes: OwnPreference) -> Session:
        """Return the same session with these preferences added."""
        return replace(self, wishes=(*self.wishes, *wishes))

    @cached_property
    def _meetings(self) -> Known[Meeting]:
        return Known("meeting", {meeting.key: meeting for meeting in self.meetings})

    def meeting(self, key: str) -> Meeting:
        """Return the meeting of this key.

        Raises:
            UnknownName: there is none.
        """
        return self._meetings[key]

    def forum(self, key: str) -> Forum:
        """Return the forum of this key.

        Raises:
            UnknownName: there is none.
        """
        return self._forums[key]

    @cached_property
    def _forums(self) -> Known[Forum]:
        return Known("forum", {forum.key: forum for forum in self.forums})

    def meetings_of(self, forum: str) -> tuple[Meeting, ...]:
        """Return the meetings that this forum can hold, in order of time."""
        return tuple(meeting for meeting in self.meetings if meeting.forum == forum)

    def forums_of(self, instalment: Instalment) -> tuple[str, ...]:
        """Return the forums that may take up an instalment: those that its item names, else the first forum."""
        return self.forums_for(self.agenda[instalment.items[0]])

    def forums_for(self, item: AgendaItem) -> tuple[str, ...]:
        """Return the forums that an item names, by key, else the first forum."""
        return item.forums or (self.forums[0].key,)

    def duties_of(self, participant: Participant) -> tuple[tuple[AgendaItem, ...], ...]:
        """Return what cannot do without a participant: each item that they present or chair, each track together.

        A track is of the items that its forum alone may take up.
        """
        tracks = [items for forum in participant.tracks if (items := self._items_of_forums.get(forum))]
        inside = {item.key for items in tracks for item in items}
        named = (self.agenda[key] for key in dict.fromkeys((*participant.items, *participant.chairs)))
        return (*((item,) for item in named if item.key not in inside), *tracks)

    def needed_by(self, participant: Participant) -> tuple[AgendaItem, ...]:
        """Return the items that cannot do without a participant: those that they present, and those that they chair."""
        return tuple(dict.fromkeys(item for duty in self.duties_of(participant) for item in duty))

    @cached_property
    def _items_of_forums(self) -> dict[str, tuple[AgendaItem, ...]]:
        """The items with something to plan that one forum alone may take up, by its key."""
        items: dict[str, dict[AgendaItem, None]] = {}
        for instalment in self.agenda.instalments:
            forums = self.forums_of(instalment)
            if len(forums) == 1:
                items.setdefault(forums[0], {}).update(dict.fromkeys(self.agenda.items_of(instalment)))
        return {forum: tuple(every) for forum, every in items.items()}

    def minutes_of(self, instalment: Instalment) -> int:
        """Return the expected minutes of an instalment; a meeting has its usual length in the first forum."""
        return instalment.takes.expected.in_minutes(self.meeting_length(self.forums_of(instalment)[0]))

    def range_of(self, instalment: Instalment) -> tuple[int, int]:
        """Return the least and the most minutes of an instalment; if not stated, the expected minutes."""
        meeting, expected = self.meeting_length(self.forums_of(instalment)[0]), self.minutes_of(instalment)
        least, most = instalment.takes.least, instalment.takes.most
        return (
            min(expected, least.in_minutes(meeting)) if least else expected,
            max(expected, most.in_minutes(meeting)) if most else expected,
        )

    def meeting_length(self, forum: str) -> int:
        """Return the usual length of a meeting of a forum in minutes: the most common length, if tied the longer."""
        return self._lengths.get(forum, 180)

    @cached_property
    def _lengths(self) -> dict[str, int]:
        lengths = grouped((meeting.forum, meeting.minutes) for meeting in self.meetings)
        return {forum: max(all_, key=lambda one: (all_.count(one), one)) for forum, all_ in lengths.items()}

    def moment(self, text: str | datetime) -> DateTime:
        """Return an ISO moment in the place of the session: ``2009-05-14 18:00``.

        Raises:
            BadInput: the text is not a moment, or the moment has no zone.
        """
        if isinstance(text, datetime):
            return on_clock(moment_of(text), pendulum.timezone(self.zone))
        try:
            parsed = pendulum.parse(text, tz=self.zone)
        except ValueError:
            parsed = None
        if not isinstance(parsed, DateTime):
            raise BadInput(f"{text!r} is not a moment; expected for example 2009-05-14 18:00")
        return parsed.in_timezone(self.zone)

    def day_window(self, date: Date) -> Window:
        """Return a day from midnight to midnight; a meeting past midnight belongs to the day on which it opens."""
        midnight = pendulum.datetime(date.year, date.month, date.day, tz=self.zone)
        closings = [midnight, *(each.closes for each in self.meetings if each.opens < midnight)]
        ends = [midnight.add(days=1), *(each.closes for each in self.meetings if each.date == date)]
        return Window(max(closings), max(ends))

    @cached_property
    def day_windows(self) -> tuple[Window, ...]:
        """The days on which it can meet."""
        return tuple(map(self.day_window, sorted({meeting.date for meeting in self.meetings})))

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


def _on_clock(participant: Participant, zone: Timezone) -> Participant:
    """Return a participant with the hours in which they can come on the clock of a zone."""
    windows = all_in_zone(participant.windows, zone, "opens", "closes")
    same = all(one is other for one, other in zip(windows, participant.windows, strict=True))
    return participant if same else replace(participant, windows=windows)


_KINDS: dict[str, tuple[str, type[Any]]] = {
    "meetings": ("meeting", Meeting),
    "forums": ("forum", Forum),
    "documents": ("document", Document),
    "events": ("event", Event),
    "participants": ("participant", Participant),
    "organization": ("meeting with its rows", Rows),
    "rules": ("rule", Asking),
    "wishes": ("preference", Asking),
    "sequence": ("name of an agenda item", str),
}
"""What the values of each field are."""
