"""The changes between two programmes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from wgsched.checking.english import in_english
from wgsched.model import Language, Sentence, Session

if TYPE_CHECKING:
    from wgsched.languages import Lexicon

SubjectKey: TypeAlias = tuple[str, str]
"""What a change is about: ``item``, ``meeting``, ``event`` or ``session``, and its key."""


class ChangeKind(StrEnum):
    """What happened to an item, a meeting, an event or the session."""

    MOVED = "moved"
    ADVANCED = "advanced"
    RETIMED = "retimed"
    ROOM = "room"
    ADDED = "added"
    DROPPED = "dropped"
    SHORTENED = "shortened"
    EXTENDED = "extended"
    NOT_PLACED = "not placed"
    LEFT_OUT = "left out"
    TAKEN_IN = "taken in again"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"
    REORDERED = "reordered"
    RENUMBERED = "renumbered"
    RENAMED = "renamed"
    SERVICES = "services"
    DOCUMENTS = "documents"


@dataclass(frozen=True)
class Change:
    """One change: its kind, what it is about, and the sentence.

    ``touches`` are also those that learn of it: the meetings that an item leaves and comes to. A change of texts is
    seen in some languages only, ``seen_in``; None means all.
    """

    kind: ChangeKind
    about: SubjectKey
    sentence: Sentence
    touches: frozenset[SubjectKey] = frozenset()
    seen_in: frozenset[Language] | None = None
    session: Session | None = field(default=None, repr=False, compare=False)

    @property
    def key(self) -> str:
        """The key of the instalment, the meeting or the event that it is about."""
        return self.about[1]

    def __str__(self) -> str:
        return in_english(self.sentence, self.session)


@dataclass(frozen=True)
class Comparison:
    """The changes from one programme to another, each said once; false when there are none.

    Iterating gives those of items, in agenda order, then those of meetings, in order of time, then those of events and
    of the session. ``estimates`` are hours inside a meeting that changed without being a promise: nobody is told.
    """

    items: tuple[Change, ...] = ()
    meetings: tuple[Change, ...] = ()
    others: tuple[Change, ...] = ()
    estimates: tuple[Change, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        return iter((*self.items, *self.meetings, *self.others))

    def __len__(self) -> int:
        return len(self.items) + len(self.meetings) + len(self.others)

    def __str__(self) -> str:
        return "\n".join(str(change) for change in self)


def sentences(changes: Iterable[Change], words: Lexicon) -> Iterator[tuple[Change, str]]:
    """Yield the changes that are seen in a language, each with its sentence: the same wherever it is told."""
    for change in changes:
        if change.seen_in is None or words.code in change.seen_in:
            yield change, words.say(change.sentence, change.session)
