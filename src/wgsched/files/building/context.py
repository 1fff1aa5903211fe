"""What every part of a session file is built with: the faults found so far, and the days."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pendulum import Date

from wgsched.files.faults import Faults
from wgsched.files.grammar import Calendar, Stretch, Wrong
from wgsched.files.nodes import Path

T = TypeVar("T")
R = TypeVar("R")


class Context:
    """Reads what depends on the days. What is wrong is told with its place, and reading goes on."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.calendar = Calendar("UTC", ())

    def attempt(self, path: Path, read: Callable[..., T], *arguments: object, default: R) -> T | R:
        """Return what is read, or tell what is wrong with it and return the default."""
        try:
            return read(*arguments)
        except Wrong as wrong:
            self.faults.at(path, wrong.message, wrong.hint)
            return default

    def stretch(self, path: Path, text: str) -> Stretch | None:
        """Read a moment, a period, a range of hours or a day; None where it is wrong or no day is known."""
        if not self.calendar.days:
            return None
        return self.attempt(path, self.calendar.read, text, default=None)

    def date(self, path: Path, text: str | None) -> Date | None:
        """Read one day, in the session or not."""
        return self.attempt(path, self.calendar.day, text, default=None) if text else None
