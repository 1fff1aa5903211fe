"""The shape of an evening file: what was held, and what changes for the days to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, TypeAlias

from wgsched.files.coding.shape import Shape
from wgsched.files.shape.base import NO_TEXT, LanguagesIn, empty, word_of
from wgsched.model import Outcome, Takes, Text

_ISSUES = {"none": "none", "rev": "revision", "corr": "corrigendum", "reissue": "reissue", "add": "addendum"}

OutcomeIn: TypeAlias = Annotated[str, word_of(each.value for each in Outcome)]
StateIn: TypeAlias = Annotated[str, word_of(("cancelled", "restored"))]
IssueIn: TypeAlias = Annotated[str, word_of(_ISSUES)]


@dataclass(frozen=True)
class HeldShape(Shape):
    """What became of an item: concluded, continues, not-reached, adjourned."""

    outcome: Annotated[OutcomeIn, "concluded, continues, not-reached or adjourned."] = ""
    continues: Annotated[Takes | None, "It continues; how much longer it takes: ~2 h."] = None
    at: Annotated[str, "When: 12:40. By default when its meeting closes."] = ""
    bare: ClassVar[str] = "outcome"


@dataclass(frozen=True)
class MeetingTonightShape(Shape):
    """What changes about a meeting."""

    is_: Annotated[StateIn, "cancelled or restored."] = ""
    room: Annotated[str, "Its new room; none if it is to be announced."] = ""
    opens: Annotated[str, "Its new opening: 15:30."] = ""
    closes: Annotated[str, "Its new closing. By default the old one."] = ""
    bare: ClassVar[str] = "is"


@dataclass(frozen=True)
class MoveShape(Shape):
    """Where an item goes."""

    to: Annotated[str, "The meeting: Thu pm."] = ""
    from_: Annotated[str, "The meeting that it leaves, if it is taken up in several."] = ""
    before: Annotated[str, "The item before which it stands there; by default it is the last."] = ""
    bare: ClassVar[str] = "to"


@dataclass(frozen=True)
class IssueShape(Shape):
    """The document issued anew, or not."""

    kind: Annotated[IssueIn, "none, rev, corr, add or reissue."] = "none"
    corr: Annotated[LanguagesIn | None, "A corrigendum in these languages."] = None
    of: Annotated[str, "The paper that is issued again: Add.1. By default the document as it stands."] = ""
    bare: ClassVar[str] = "kind"


@dataclass(frozen=True)
class EveningShape(Shape):
    """What an officer knows in the evening."""

    moment: Annotated[str, "The time of publication: Tue 18:00."] = ""
    held: Annotated[Mapping[str, HeldShape], "What became of the items that were taken up, by number or key."] = empty()
    meetings: Annotated[Mapping[str, MeetingTonightShape], "The meetings that change, by name: Wed am."] = empty()
    move: Annotated[Mapping[str, MoveShape], "The items that go to another meeting."] = empty()
    issue: Annotated[IssueShape, "Whether the document is issued anew. During the session, usually not."] = IssueShape()
    reason: Annotated[Text, "Why: a code, or words, also per language."] = NO_TEXT
