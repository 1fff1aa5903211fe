"""Events that are shown but never planned, and the participants whom items need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pendulum import DateTime

from wgsched.errors import Fault
from wgsched.model.gate import at_least, moment_of, put, refuse, strangers, with_moments, zone_faults
from wgsched.model.grades import Strength
from wgsched.model.text import Text
from wgsched.model.time import Period, Window


@dataclass(frozen=True)
class Event:
    """Something shown in annex, grid, journal or feed but never planned: a reception, a side event, a bureau.

    Raises:
        BadInput: its hours have no zone, or it does not close after it opens.
    """

    key: str
    title: Text
    opens: DateTime
    closes: DateTime
    room: str | None = None
    forum: str | None = None
    shown: frozenset[str] = frozenset({"grid", "feed"})

    def __post_init__(self) -> None:
        with_moments(self, "opens", "closes")
        if self.opens == self.closes:
            refuse([Fault("the event closes when it opens", path="closes")])
        elif self.closes < self.opens:
            refuse([Fault("the event closes before it opens", path="closes")])


@dataclass(frozen=True)
class Participant:
    """A minister, speaker or delegation whom some items, named by key, need.

    They present the ``items``, chair those in ``chairs`` and all that the forums in ``tracks`` take up, and would like
    to attend those in ``attends``. ``pause`` are the minutes between two that they present or chair; with ``few_days``
    these are better on as few days as can be, and with ``not_first_hour`` they are not in the first hour of a day.
    ``strength`` and ``weight`` are those of all that is asked for them, by default a must; of what they attend, by
    default only nice; of few days, never a must. If ``printed``, papers name them.

    ``windows`` are the hours in which they can come, in any zone; none means always. ``office`` are the local office
    hours, in ``zone``, of a remote participant: a usual preference, unless there is a ``strength``. ``seats`` and
    ``features`` are what the room of their items needs.

    Raises:
        BadInput: the zone is not the name of a time zone, or hours close before they open.
    """

    key: str
    name: Text
    items: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()
    zone: str | None = None
    office: Period | None = None
    chairs: tuple[str, ...] = ()
    attends: tuple[str, ...] = ()
    pause: int = 0
    few_days: bool = False
    not_first_hour: bool = False
    strength: Strength | None = None
    weight: int | None = None
    printed: bool = False
    seats: int = 0
    features: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()

    @property
    def grade(self) -> tuple[Strength | None, int]:
        """How strongly their hours and their conflicts count; without a strength, by weight alone."""
        strength = Strength.MUST if self.strength is None and self.weight is None else self.strength
        return strength, self.weight or 1

    def office_windows(self, span: Window, zone: str) -> Iterator[Window]:
        """Yield the office hours of each local day that a span touches; hours past midnight end the next day.

        They are in the zone of the participant, or else in the one given.
        """
        if self.office is None:
            return
        zone = self.zone or zone
        day = span.opens.in_timezone(zone).start_of("day").subtract(days=1)
        while day <= span.closes.in_timezone(zone):
            opens, closes = (day.at(time.hour, time.minute) for time in (self.office.opens, self.office.closes))
            yield Window(opens, closes if closes > opens else closes.add(days=1))
            day = day.add(days=1)

    def __post_init__(self) -> None:
        refuse(strangers("window", self.windows, Window, "windows"))
        put(self, windows=tuple(Window(moment_of(each.opens), moment_of(each.closes)) for each in self.windows))
        refuse(self._faults())

    def _faults(self) -> Iterator[Fault]:
        yield from at_least(0, {"pause": self.pause})
        yield from at_least(1, {"weight": self.weight})
        yield from at_least(0, {"seats": self.seats})
        if self.zone is not None:
            yield from zone_faults(self.zone, "zone")
        for place, window in enumerate(self.windows):
            if window.closes <= window.opens:
                yield Fault("these hours close before they open", path=f"windows.{place}")
