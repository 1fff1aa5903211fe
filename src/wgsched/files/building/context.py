"""What every part of a session file is built with: the faults so far, the days, and what items are called."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from pendulum import Date

from wgsched.errors import BadInput
from wgsched.files.faults import Faults, suggestion
from wgsched.files.grammar import Calendar, Stretch, Wrong
from wgsched.files.meetingnames import MeetingNames
from wgsched.files.nodes import Path
from wgsched.model import Agenda, ItemNumber, Meeting

T = TypeVar("T")
R = TypeVar("R")


class Context:
    """Reads what depends on the days. What is wrong is told with its place, and reading goes on."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.calendar = Calendar("UTC", ())
        self.names: MeetingNames | None = None

    def attempt(self, path: Path, read: Callable[..., T], *arguments: object, default: R) -> T | R:
        """Return what is read, or tell what is wrong with it and return the default."""
        try:
            return read(*arguments)
        except Wrong as wrong:
            self.faults.at(path, wrong.message, wrong.hint)
            return default

    def read(self, text: str) -> Stretch:
        """Read a moment, a period, a range of hours, a day, or the hours of a meeting by its name.

        Whole days hold the meetings that open on them, also those that run past midnight.

        Raises:
            Wrong: it is none of these.
        """
        if self.names:
            with suppress(Wrong):
                return self._with_nights(self.names.stretch(text), self.names.meetings)
        return self.calendar.read(text)

    def _with_nights(self, stretch: Stretch, meetings: tuple[Meeting, ...]) -> Stretch:
        """Return whole days to the end of their last meeting, and after the last one of the day before."""
        opens, closes = stretch.opens, stretch.closes
        if stretch.period or stretch.exact or opens != opens.start_of("day") or closes != closes.start_of("day"):
            return stretch
        late, last = (
            [each.closes for each in meetings if each.opens < midnight < each.closes] for midnight in (opens, closes)
        )
        return replace(stretch, opens=max([opens, *late]), closes=max([closes, *last]))

    def stretch(self, path: Path, text: str) -> Stretch | None:
        """Read a moment, a period, a range of hours or a day; None where it is wrong or no day is known."""
        return self.attempt(path, self.read, text, default=None) if self.calendar.days else None

    def quietly(self, text: str) -> Stretch | None:
        """Read the same where a text may also be something else, which another reader tells."""
        try:
            return self.read(text) if self.calendar.days else None
        except Wrong:
            return None

    def date(self, path: Path, text: str | None) -> Date | None:
        """Read one day, in the session or not."""
        return self.attempt(path, self.calendar.day, text, default=None) if text else None

    def item(self, path: Path, name: str, agenda: Agenda) -> str | None:
        """Return the key of the item of this number or key, or tell that there is none."""
        return self.attempt(path, item_named, name, agenda, default=None)


def is_item(name: str, agenda: Agenda) -> bool:
    """Return whether an item has this number or key."""
    try:
        return bool(item_named(name, agenda))
    except Wrong:
        return False


def item_named(name: str, agenda: Agenda) -> str:
    """Return the key of the item of this number or key; ``2(a)``, ``2 (a)`` and ``item 2 (a)`` are alike.

    Raises:
        Wrong: there is none.
    """
    word = name.strip()
    bare = word[5:].strip() if word.lower().startswith("item ") and word not in agenda else word
    try:
        number = str(ItemNumber.parse(bare))
    except BadInput:
        number = bare
    for known_as in (bare, number):
        if known_as in agenda:
            return agenda[known_as].key
    known = [str(item.number or item.key) for item in agenda]
    raise Wrong(f"there is no agenda item {name!r}", suggestion(number, known))
