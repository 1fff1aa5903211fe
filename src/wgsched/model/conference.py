"""Forums, meetings, rooms, and the conference services they need."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import inf

from pendulum import Date, DateTime

from wgsched.errors import BadInput
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
    """On what footing a meeting has interpretation (A/65/32)."""

    WITH = "with-interpretation"
    WITHOUT = "without-interpretation"
    AS_AVAILABLE = "as-available"


@dataclass(frozen=True)
class Forum:
    """Where an item is taken up: plenary, a committee, a working group...

    ``joins`` names the forums that a joint meeting takes: they cannot sit at the same time. ``seats`` are what its room
    needs, where that matters. ``channels`` are the addresses at which the languages of its meetings are heard.
    """

    key: str = "plenary"
    title: Text = Text()
    kind: ForumKind = ForumKind.PLENARY
    short: Text = Text()
    joins: tuple[str, ...] = ()
    seats: int = 0
    channels: tuple[tuple[Language, str], ...] = ()


@dataclass(frozen=True)
class Meeting:
    """One sitting of a forum, with its interpretation.

    ``key`` is given once and never follows the hour or the number. ``reserve`` minutes at the end are left free of
    items. ``optional`` meetings need not be held; ``held`` says in a programme whether it is. A ``cancelled`` meeting
    stays in the programme, so that those who subscribed hear of it. ``number`` is set when an earlier part of the
    session fixes it; otherwise meetings are counted as held.
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
        """Its whole length, the reserve included."""
        return self.window.minutes

    @cached_property
    def usable(self) -> Window:
        """The time in which items may be taken up: all but the reserve."""
        return Window(self.opens, self.closes.subtract(minutes=self.reserve))

    @property
    def sits(self) -> bool:
        """Whether people will meet: held, and not cancelled."""
        return self.held and not self.cancelled


@dataclass(frozen=True)
class Room:
    """A room with its seats and its interpretation booths."""

    key: str
    title: Text = Text()
    seats: int | None = None
    booths: int | None = None


@dataclass(frozen=True)
class InterpretationTeam:
    """A team of interpreters that serves one meeting at a time, in these languages."""

    key: str
    languages: tuple[Language, ...] = SIX


@dataclass(frozen=True)
class ConferenceServices:
    """What the conference services grant a body: teams, and how long and how often each may work.

    Minutes throughout. The defaults are the usual ones at the United Nations: meetings of three hours, two a day for
    a team, 90 minutes apart (AIIC). ``weekly`` is the number of meetings a team may serve in a calendar week.
    """

    languages: tuple[Language, ...] = SIX
    teams: tuple[InterpretationTeam, ...] = (InterpretationTeam("1"),)
    longest_meeting: int = 180
    meetings_a_day: int = 2
    pause: int = 90
    weekly: int | None = None
    rooms: tuple[Room, ...] = ()


@dataclass(frozen=True)
class Holiday:
    """A day on which the duty station is closed, or, when ``firm`` is false, one to avoid."""

    date: Date
    title: Text = Text()
    firm: bool = True


@dataclass(frozen=True)
class Place:
    """Where a session is held: its zone, its usual periods, its holidays.

    ``geo`` is its latitude and longitude in degrees, north and east: ``48.2347, 16.4168``.
    """

    key: str
    title: Text
    zone: str
    periods: tuple[Period, ...] = (MORNING, AFTERNOON)
    holidays: tuple[Holiday, ...] = ()
    geo: str = ""

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
        raise BadInput(f"{self.geo!r} is no latitude and longitude in degrees, such as 48.2347, 16.4168")
