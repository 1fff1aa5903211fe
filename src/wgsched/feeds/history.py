"""What is remembered of the entries of a feed from publication to publication."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import pendulum
from pendulum import DateTime

from wgsched.feeds.entries import Entry
from wgsched.model import Language, Programme


@dataclass(frozen=True)
class EntryMark:
    """The memory of one entry in one language.

    ``sequence`` counts its changes of time, place and status; ``modified`` is when anything about it last changed in
    this language; ``changes`` are the sentences of what last did; ``new`` says that it is as it was first published.
    """

    sequence: int
    modified: DateTime
    changes: tuple[str, ...] = ()
    new: bool = True


class EntryHistory(Protocol):
    """What a ledger remembers of the publications before."""

    @property
    def parts(self) -> Mapping[tuple[str, str], int]:
        """Which part of its instalment each row is, by instalment and meeting; a row that moves stays the same part."""

    def mark(self, uid: str, language: Language) -> EntryMark:
        """Return what is remembered of an entry."""

    def completed(self, entries: Collection[Entry]) -> tuple[Entry, ...]:
        """Return the entries together with those that were published once and are gone: cancelled, not forgotten."""


@dataclass(frozen=True)
class NoHistory:
    """A programme that was never published: nothing changed, and everything is stamped as of the programme."""

    modified: DateTime
    parts: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def mark(self, uid: str, language: Language) -> EntryMark:  # noqa: ARG002 -- as the protocol has it
        """Return the mark that all entries share."""
        return EntryMark(0, self.modified)

    def completed(self, entries: Collection[Entry]) -> tuple[Entry, ...]:
        """Return the entries: nothing is gone."""
        return tuple(entries)


def as_of(programme: Programme) -> DateTime:
    """Return the moment of a programme: as given; else the document's date; else the first day of the session.

    A day is stamped at noon, so that it is the same day in every zone that a reader may be in.
    """
    if programme.as_of:
        return programme.as_of
    day = programme.session.issued or min(programme.session.days)
    return pendulum.datetime(day.year, day.month, day.day, 12, tz=programme.session.zone)
