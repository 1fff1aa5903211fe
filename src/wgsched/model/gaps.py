"""Time that a change frees in a published programme, and what may become of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pendulum import DateTime

from wgsched.model.gate import with_moments
from wgsched.model.keys import InstalmentKey, MeetingKey


class Advance(StrEnum):
    """What planning does with time that a change frees: ask, take up the next item, or leave it free."""

    ASK = "ask"
    NEXT = "next"
    NO = "no"


class ProofLevel(StrEnum):
    """What counts when a published programme is planned again, in this order.

    Dead meetings count only where the next item is taken up.
    """

    DEAD = "dead meetings"
    LATER = "items put later"
    REVERSED = "reversed pairs"
    MOVED = "items moved"
    WEIGHT = "weight of the changes"
    AIM = "aim"
    TIE = "choice among equals"


class GapChoice(StrEnum):
    """What may become of a gap: the item after it is taken up in it, the time is cancelled, or kept free."""

    ADVANCE = "advance"
    CANCEL = "cancel"
    KEEP = "keep"


class Hindrance(StrEnum):
    """Why the item after a gap is not taken up in it unasked, or cannot be."""

    NOTHING = "nothing follows"
    FIRM = "its hour was promised"
    ROLE = "elections, report and closure stay"
    DECISION = "it is for decision"
    DOCUMENTS = "its documents are not out"
    DAY = "it was announced for another day or a later meeting"
    NOTICE = "the notice is too short"
    GAIN = "another time would be free instead"
    RULES = "the rules do not allow it"

    @property
    def asks(self) -> bool:
        """Whether the officers may decide otherwise."""
        return self in (Hindrance.DAY, Hindrance.NOTICE, Hindrance.GAIN)


@dataclass(frozen=True)
class Price:
    """What a choice changes, beside the programme as it is: ``free`` are the minutes free before the business ends.

    ``moved`` are the instalments that change meetings, ``earlier`` those that are opened earlier than was published,
    and ``later`` those that are put into a later meeting.
    """

    moved: tuple[InstalmentKey, ...] = ()
    earlier: tuple[InstalmentKey, ...] = ()
    later: tuple[InstalmentKey, ...] = ()
    free: int = 0
    cost: int = 0


@dataclass(frozen=True)
class Offer:
    """A choice with its price. To advance takes up ``instalment``; a ``hindrance`` says why this is not done unasked.

    ``price`` is None if the choice is impossible, or if its price was not found within the limits.
    """

    choice: GapChoice
    price: Price | None = None
    instalment: InstalmentKey | None = None
    hindrance: Hindrance | None = None


@dataclass(frozen=True)
class Gap:
    """Time of a meeting that had business when it was published, and has none now.

    ``dead`` says that the whole meeting is empty.
    """

    meeting: MeetingKey
    opens: DateTime
    closes: DateTime
    dead: bool = False
    offers: tuple[Offer, ...] = ()

    def __post_init__(self) -> None:
        with_moments(self, "opens", "closes")

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.closes - self.opens).total_seconds()) // 60
