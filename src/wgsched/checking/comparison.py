"""The changes between two programmes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from wgsched.checking.english import in_english
from wgsched.model import Sentence, Session


class ChangeKind(StrEnum):
    """What happened to an item or a meeting."""

    MOVED = "moved"
    RETIMED = "retimed"
    ROOM = "room"
    ADDED = "added"
    DROPPED = "dropped"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"
    REORDERED = "reordered"


@dataclass(frozen=True)
class Change:
    """One change: its kind, the key of the instalment or meeting that it is about, and the sentence."""

    kind: ChangeKind
    key: str
    sentence: Sentence
    session: Session | None = field(default=None, repr=False, compare=False)

    def __str__(self) -> str:
        return in_english(self.sentence, self.session)


@dataclass(frozen=True)
class Comparison:
    """The changes from one programme to another, by item and by meeting; false when there are none.

    Iterating gives the items' changes in agenda order, then the meetings' in order of time.
    """

    items: tuple[Change, ...] = ()
    meetings: tuple[Change, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        yield from self.items
        yield from self.meetings

    def __len__(self) -> int:
        return len(self.items) + len(self.meetings)

    def __str__(self) -> str:
        return "\n".join(str(change) for change in self)
