"""Rooms: what they have, and when they can be used."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from wgsched.errors import Fault
from wgsched.model.gate import at_least, moment_of, put, refuse, strangers
from wgsched.model.text import Text
from wgsched.model.time import Window


@dataclass(frozen=True)
class Room:
    """A room with its seats, its interpretation booths, and its features by name, such as ``screen``.

    ``available`` are the hours in which it can be used; none means always. ``changeover`` are the minutes that it stays
    empty between two uses.
    """

    key: str
    title: Text = Text()
    seats: int | None = None
    booths: int | None = None
    features: tuple[str, ...] = ()
    available: tuple[Window, ...] = ()
    changeover: int = 0

    def __post_init__(self) -> None:
        refuse(strangers("window", self.available, Window, "available"))
        put(self, available=tuple(Window(moment_of(each.opens), moment_of(each.closes)) for each in self.available))
        refuse(self._faults())

    def _faults(self) -> Iterator[Fault]:
        yield from at_least(0, {"seats": self.seats, "booths": self.booths, "changeover": self.changeover})
        for place, window in enumerate(self.available):
            if window.closes <= window.opens:
                yield Fault("these hours close before they open", path=f"available.{place}")

    def has(self, seats: int = 0, features: Collection[str] = ()) -> bool:
        """Return whether it has so many seats, if its seats are known, and all these features."""
        return (self.seats is None or self.seats >= seats) and set(features) <= set(self.features)

    def free_in(self, window: Window) -> bool:
        """Return whether it can be used in all of these hours."""
        return not self.available or any(each.holds(window) for each in self.available)
