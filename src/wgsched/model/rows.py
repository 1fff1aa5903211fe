"""The rows that a session has before it is planned: typed by hand, or written by a tool."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pendulum import DateTime

from wgsched.model.gate import at_least, refuse, with_moments
from wgsched.model.keys import InstalmentKey, MeetingKey


@dataclass(frozen=True)
class RowHours:
    """The minutes that a row typed by hand states, and when it opens, if it does not follow the row before it."""

    instalment: InstalmentKey
    minutes: int
    opens: DateTime | None = None

    def __post_init__(self) -> None:
        refuse(at_least(1, {"minutes": self.minutes}))
        with_moments(self, "opens")


@dataclass(frozen=True)
class Rows:
    """The rows of one meeting typed by hand: instalments in order; ``open_ended`` (``...``) lets planning add more.

    Those that are ``placed`` (``~``) stand there now and may move; the others are pinned. ``hours`` are the minutes
    that rows state.
    """

    meeting: MeetingKey
    instalments: tuple[InstalmentKey, ...] = ()
    open_ended: bool = False
    placed: tuple[InstalmentKey, ...] = ()
    hours: tuple[RowHours, ...] = ()

    @property
    def pinned(self) -> tuple[str, ...]:
        """The instalments that stay in the meeting."""
        return tuple(each for each in self.instalments if each not in self.placed)

    @cached_property
    def leading(self) -> tuple[str, ...]:
        """The pinned instalments with which the meeting begins."""
        first = next((place for place, each in enumerate(self.instalments) if each in self.placed), None)
        return self.instalments[:first]

    @property
    def admits(self) -> bool:
        """Whether the meeting may also take up others: it is open-ended, or not all of its rows are pinned."""
        return self.open_ended or bool(self.placed)
