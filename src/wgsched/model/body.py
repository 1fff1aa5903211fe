"""The body that holds the session, and what it calls the session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wgsched.model.gate import at_least, refuse
from wgsched.model.text import Text


class SessionKind(StrEnum):
    """What a body calls its event of several days. It chooses wordings such as "Opening of the session"."""

    SESSION = "session"
    MEETING = "meeting"
    CONFERENCE = "conference"


class SessionType(StrEnum):
    """What sort of session it is in the life of its body."""

    REGULAR = "regular"
    SPECIAL = "special"
    EMERGENCY_SPECIAL = "emergency special"
    ORGANIZATIONAL = "organizational"


class Reopening(StrEnum):
    """How a body calls it when an adjourned session goes on."""

    RESUMED = "resumed"
    RECONVENED = "reconvened"


@dataclass(frozen=True)
class SessionPart:
    """One part of a session that meets more than once: "first", "resumed", "2nd resumed", "reconvened".

    ``number`` counts the parts or, of a session that is reopened, how often it has been.

    Raises:
        BadInput: the number is less than 1.
    """

    number: int = 1
    reopening: Reopening | None = None

    def __post_init__(self) -> None:
        refuse(at_least(1, {"number": self.number}))


class EarlyEnd(StrEnum):
    """What happens when the business of a meeting ends early: other items are taken up, or the meeting is adjourned."""

    NEXT_ITEM = "take the next item"
    ADJOURN = "adjourn"


class Distribution(StrEnum):
    """The distribution category of a document."""

    GENERAL = "general"
    LIMITED = "limited"
    RESTRICTED = "restricted"


class TableStyle(StrEnum):
    """How tables are printed: with rules as the United Nations do, or with a line around every cell."""

    RULED = "ruled"
    GRID = "grid"


@dataclass(frozen=True)
class Body:
    """An intergovernmental body, and the one it reports to. ``short`` is the name for feeds and page headers.

    ``masthead`` is the title in lines, for the masthead; if it is empty, ``title`` is used.
    """

    title: Text
    short: Text = Text()
    parent: Body | None = None
    masthead: Text = Text()
