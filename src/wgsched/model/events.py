"""Events that are shown but never planned, and the participants whom items need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pendulum import DateTime

from wgsched.errors import Fault
from wgsched.model.gate import at_least, moment_of, put, refuse, strangers, with_moments, zone_faults
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

    ``windows`` are the hours in which they can come, in any zone; none means always. ``office`` are the local office
    hours, in ``zone``, of a remote participant: a wish, not a demand. ``seats`` and ``features`` are what the room of
    their items needs.

    Raises:
        BadInput: the zone is not the name of a time zone, or hours close before they open.
    """

    key: str
    name: Text
    items: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()
    zone: str | None = None
    office: Period | None = None
    seats: int = 0
    features: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        refuse(strangers("window", self.windows, Window, "windows"))
        put(self, windows=tuple(Window(moment_of(each.opens), moment_of(each.closes)) for each in self.windows))
        refuse(self._faults())

    def _faults(self) -> Iterator[Fault]:
        yield from at_least(0, {"seats": self.seats})
        if self.zone is not None:
            yield from zone_faults(self.zone, "zone")
        for place, window in enumerate(self.windows):
            if window.closes <= window.opens:
                yield Fault("these hours close before they open", path=f"windows.{place}")
