"""The body whose session it is, and the words in which its session is spoken of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wgsched.model.text import Text


class SessionKind(StrEnum):
    """What a body calls its multi-day event; it chooses the wording ("Opening of the session", "of the meeting")."""

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

    ``masthead`` is the title as the masthead breaks it into lines; where it is empty, ``title`` stands there.
    """

    title: Text
    short: Text = Text()
    parent: Body | None = None
    masthead: Text = Text()
