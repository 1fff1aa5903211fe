"""The body that holds the session, and what it calls the session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wgsched.model.text import Text


class SessionKind(StrEnum):
    """What a body calls its event of several days. It chooses wordings such as "Opening of the session"."""

    SESSION = "session"
    MEETING = "meeting"
    CONFERENCE = "conference"


class EarlyEnd(StrEnum):
    """What happens when the business of a meeting ends early: other items are taken up, or the meeting is adjourned."""

    NEXT_ITEM = "take the next item"
    ADJOURN = "adjourn"


class Distribution(StrEnum):
    """The distribution category of a document."""

    GENERAL = "general"
    LIMITED = "limited"
    RESTRICTED = "restricted"


@dataclass(frozen=True)
class Body:
    """An intergovernmental body, and the one it reports to. ``short`` is the name for feeds and page headers.

    ``masthead`` is the title in lines, for the masthead; if it is empty, ``title`` is used.
    """

    title: Text
    short: Text = Text()
    parent: Body | None = None
    masthead: Text = Text()
