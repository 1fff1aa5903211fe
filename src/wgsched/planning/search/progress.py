"""What a watcher is told while planning goes on: what is being done, and what is known so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from threading import RLock
from time import monotonic
from typing import TypeAlias

BEAT = 1.0
"""Seconds after which a watcher is told where planning stands, also when nothing new was found."""


class Stage(Enum):
    """What planning is doing."""

    FIRST = "looking for a first programme"
    CHANGES = "looking for the fewest changes"
    PROVING = "proving"
    EQUALS = "choosing among equals"
    EXPLAINING = "finding out why there is no programme"


@dataclass(frozen=True)
class Progress:
    """Where planning stands: the cost of the best programme yet (None without one), the proved bound, the seconds.

    ``moved`` is how many items that programme moves to other meetings than were published; None where none were. In
    the stage of the fewest changes, objective and bound count these, weighted.
    """

    objective: int | None
    bound: int
    seconds: float
    moved: int | None = None
    stage: Stage = Stage.PROVING


Watcher: TypeAlias = Callable[[Progress], None]


class Reporter:
    """Tells a watcher of each stage, each better programme, each better bound, and every second.

    The solver reports from its own threads, and the seconds pass in another.
    """

    def __init__(self, watcher: Watcher | None = None) -> None:
        self._watcher = watcher
        self._lock = RLock()
        self._began = self._told = monotonic()
        self._stage, self._bound = Stage.FIRST, 0
        self._objective: int | None = None
        self._moved: int | None = None
        self._each: int | None = None

    @property
    def silent(self) -> bool:
        """Whether nobody watches."""
        return self._watcher is None

    def enter(self, stage: Stage, *, each: int | None = None, moved: int | None = None) -> None:
        """Tell that a stage begins; all but the last measure anew.

        ``each`` is what an item that changes meetings counts while changes are minimized; ``moved`` is how many do
        when that is settled.
        """
        with self._lock:
            self._stage = stage
            if stage is not Stage.EQUALS:
                self._objective, self._bound = None, 0
                self._each, self._moved = each, moved
            self._tell()

    def better(self, objective: int, bound: float = 0) -> None:
        """Tell of a better programme, and of what every programme costs at least."""
        with self._lock:
            self._objective = objective
            self.at_least(bound)

    def at_least(self, bound: float) -> None:
        """Tell what every programme costs at least; what was known before is not forgotten."""
        with self._lock:
            self._bound = max(self._bound, round(bound))
            self._tell()

    def beat(self) -> None:
        """Tell where planning stands, if nothing was told for a while."""
        if monotonic() - self._told >= BEAT:
            with self._lock:
                self._tell()

    def _tell(self) -> None:
        if self._watcher is None:
            return
        self._told = monotonic()
        moved = self._moved
        if self._each and self._objective is not None:
            moved = self._objective // self._each
        self._watcher(Progress(self._objective, self._bound, self._told - self._began, moved, self._stage))
