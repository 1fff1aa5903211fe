"""What is taken up in the meetings of a programme, what became of it, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from pendulum import DateTime

from wgsched.model.gate import with_moments
from wgsched.model.keys import InstalmentKey, ItemKey, MeetingKey
from wgsched.model.time import Window


@dataclass(frozen=True)
class Consideration:
    """An instalment taken up in a meeting: one row of the annex.

    ``opens`` and ``closes`` are estimates inside the meeting and may be unknown, as in most published papers.
    """

    instalment: InstalmentKey
    meeting: MeetingKey
    opens: DateTime | None = None
    closes: DateTime | None = None

    def __post_init__(self) -> None:
        with_moments(self, "opens", "closes")

    @property
    def window(self) -> Window | None:
        """Its hours, when known."""
        return Window(self.opens, self.closes) if self.opens and self.closes else None


class Outcome(StrEnum):
    """What became of an item in a meeting that was held."""

    CONCLUDED = "concluded"
    CONTINUES = "continues"
    NOT_REACHED = "not-reached"
    ADJOURNED = "adjourned"


@dataclass(frozen=True)
class Actual:
    """What was held: an instalment in a meeting, what became of it, and when.

    ``opened`` is known only if it was recorded; ``moment`` is the time of the outcome. ``spared`` are later rows that
    are not needed any more, because the instalment was concluded. ``remaining`` are the minutes that it still needs, if
    they were stated.
    """

    instalment: InstalmentKey
    meeting: MeetingKey
    outcome: Outcome
    moment: DateTime
    opened: DateTime | None = None
    spared: tuple[Consideration, ...] = field(default=(), compare=False)
    remaining: int | None = None

    def __post_init__(self) -> None:
        with_moments(self, "moment", "opened")


class Leaving(StrEnum):
    """Why an item is left out: not everything fits, or no meeting can take it up as it is asked for."""

    NO_TIME = "no-time"
    NO_MEETING = "no-meeting"


@dataclass(frozen=True)
class LeftOut:
    """An item that is left out, by key, and why."""

    item: ItemKey
    reason: Leaving = field(default=Leaving.NO_TIME, metadata={"always written": True})
