"""Forums, meetings, rooms, and the conference services they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import inf

from pendulum import Date, DateTime

from wgsched.errors import BadInput, Fault
from wgsched.model.gate import at_least, doubled, refuse, strangers, with_moments, zone_faults
from wgsched.model.keys import ItemKey, MeetingKey
from wgsched.model.rooms import Room
from wgsched.model.text import SIX, Language, Text
from wgsched.model.time import AFTERNOON, MORNING, Period, Window


class ForumKind(StrEnum):
    """What kind of sitting a forum holds."""

    PLENARY = "plenary"
    COMMITTEE = "committee"
    WORKING_GROUP = "working-group"
    DRAFTING_COMMITTEE = "drafting-committee"
    CONTACT_GROUP = "contact-group"
    INFORMAL = "informal"


class ServiceBasis(StrEnum):
    """Whether a meeting has interpretation: with, without, or as available (A/65/32)."""

    WITH = "with-interpretation"
    WITHOUT = "without-interpretation"
    AS_AVAILABLE = "as-available"


@dataclass(frozen=True)
class Forum:
    """Where an item is taken up: plenary, a committee, a working group...

    ``joins`` names the forums of a joint meeting: they cannot sit at the same time. ``seats`` and ``features`` are what
    its room needs; ``audience`` is how many people may come, for whom seats are wished. ``channels`` are the addresses
    at which each language can be heard.
    """

    key: str = "plenary"
    title: Text = Text()
    kind: ForumKind = ForumKind.PLENARY
    short: Text = Text()
    joins: tuple[str, ...] = ()
    seats: int = 0
    channels: tuple[tuple[Language, str], ...] = ()
    features: tuple[str, ...] = ()
    audience: int = 0

    def __post_init__(self) -> None:
        refuse(at_least(0, {"seats": self.seats, "audience": self.audience}))

    @property
    def is_group(self) -> bool:
        """Whether a group meets here as often as its work needs: a contact group, drafting, informal consultations."""
        return self.kind in (ForumKind.DRAFTING_COMMITTEE, ForumKind.CONTACT_GROUP, ForumKind.INFORMAL)


@dataclass(frozen=True)
class Opening:
    """When a meeting opens, in words: upon conclusion of an item, or immediately after another meeting.

    With neither, its time is to be announced. The hours of such a meeting are an estimate, which is never printed.
    """

    item: ItemKey | None = None
    meeting: MeetingKey | None = None


@dataclass(frozen=True)
class Meeting:
    """One sitting of a forum, with its interpretation.

    ``key`` is given once and does not depend on hour or number. The last ``reserve`` minutes are left free of items. An
    ``optional`` meeting need not be held; in a programme, ``held`` says whether it is. A ``cancelled`` meeting stays in
    the programme, so that subscribers learn of it. ``number`` is set if an earlier part of the session fixes it;
    otherwise meetings are counted as held. A ``kept`` meeting takes place though it is not known yet what it takes up;
    any other without business does not. With an ``opening`` it opens upon something else, and its hours are an
    estimate. ``rooms`` names the rooms of which planning chooses one, where ``room`` is not fixed.

    Raises:
        BadInput: its hours have no zone, it closes before it opens, or the reserve leaves no time for items.
    """

    key: str
    forum: str
    opens: DateTime
    closes: DateTime
    period: str = ""
    room: str | None = None
    languages: tuple[Language, ...] = SIX
    basis: ServiceBasis = ServiceBasis.WITH
    team: str | None = None
    reserve: int = 0
    optional: bool = False
    held: bool = True
    cancelled: bool = False
    number: int | None = None
    kept: bool = False
    opening: Opening | None = None
    rooms: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        with_moments(self, "opens", "closes")
        if self.reserve or not self.opens < self.closes:  # lengths are looked at only where they may be wrong: slow
            refuse(self._faults())

    def _faults(self) -> Iterator[Fault]:
        if self.minutes <= 0:
            yield Fault("the meeting closes before it opens", path="closes")
        elif self.reserve >= self.minutes:
            yield Fault("the reserve leaves no time for items", path="reserve")
        yield from at_least(0, {"reserve": self.reserve})

    @property
    def date(self) -> Date:
        """The day on which it opens, in the place of the session."""
        return self.opens.date()

    @property
    def window(self) -> Window:
        """From opening to closing."""
        return Window(self.opens, self.closes)

    @property
    def minutes(self) -> int:
        """Its whole length, with the reserve."""
        return self.window.minutes

    @cached_property
    def usable(self) -> Window:
        """The time in which items may be taken up: all but the reserve."""
        return Window(self.opens, self.closes.subtract(minutes=self.reserve))

    @property
    def room_choice(self) -> tuple[str, ...]:
        """The rooms that it may have: its own, or those to choose from; none if it is to be announced."""
        return (self.room,) if self.room else self.rooms

    @property
    def sits(self) -> bool:
        """Whether people will meet: held, and not cancelled."""
        return self.held and not self.cancelled


def numbers_of(meetings: Iterable[Meeting]) -> dict[str, int]:
    """Return the number of each meeting that sits, counted in its forum, by key.

    A number fixed by an earlier part of the session is kept, and counting continues from it.
    """
    last: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for meeting in sorted(meetings, key=lambda each: (each.opens, each.key)):
        if meeting.sits:
            numbers[meeting.key] = last[meeting.forum] = meeting.number or last.get(meeting.forum, 0) + 1
    return numbers


@dataclass(frozen=True)
class InterpretationTeam:
    """A team of interpreters that serves one meeting at a time, in these languages."""

    key: str
    languages: tuple[Language, ...] = SIX


@dataclass(frozen=True)
class ConferenceServices:
    """What the conference services grant a body: teams, and how long and how often each may work.

    All times are in minutes. The defaults are usual at the United Nations: meetings of three hours, two a day for a
    team, 90 minutes apart (AIIC). ``weekly`` is the number of meetings a team may serve in a calendar week.
    """

    languages: tuple[Language, ...] = SIX
    teams: tuple[InterpretationTeam, ...] = (InterpretationTeam("1"),)
    longest_meeting: int = 180
    meetings_a_day: int = 2
    pause: int = 90
    weekly: int | None = None
    rooms: tuple[Room, ...] = ()

    def __post_init__(self) -> None:
        refuse(strangers("team", self.teams, InterpretationTeam, "teams"))
        refuse(strangers("room", self.rooms, Room, "rooms"))
        refuse(
            [
                *doubled("team", self.teams, "teams"),
                *doubled("room", self.rooms, "rooms"),
                *at_least(0, {"pause": self.pause, "weekly": self.weekly}),
                *at_least(1, {"longest_meeting": self.longest_meeting, "meetings_a_day": self.meetings_a_day}),
            ]
        )


@dataclass(frozen=True)
class Holiday:
    """A day on which the duty station is closed or, if ``firm`` is false, a day to avoid."""

    date: Date
    title: Text = Text()
    firm: bool = True


@dataclass(frozen=True)
class Place:
    """Where a session is held: its zone, its usual periods, its holidays.

    ``geo`` is its latitude and longitude in degrees, north and east: ``48.2347, 16.4168``.

    Raises:
        BadInput: the zone is not the name of a time zone, or two periods have the same key.
    """

    key: str
    title: Text
    zone: str
    periods: tuple[Period, ...] = (MORNING, AFTERNOON)
    holidays: tuple[Holiday, ...] = ()
    geo: str = ""

    def __post_init__(self) -> None:
        refuse(strangers("period", self.periods, Period, "periods"))
        refuse([*zone_faults(self.zone, "zone"), *doubled("period", self.periods, "periods")])

    @property
    def position(self) -> tuple[float, float] | None:
        """Its latitude and longitude in degrees, where given.

        Raises:
            BadInput: they are not two numbers of degrees.
        """
        if not self.geo:
            return None
        try:
            north, east = map(float, self.geo.split(","))
        except ValueError:
            north = east = inf
        if abs(north) <= 90 and abs(east) <= 180:
            return north, east
        raise BadInput(f"{self.geo!r} is not a latitude and longitude in degrees, such as 48.2347, 16.4168")
