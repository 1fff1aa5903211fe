"""What feeds ask of the publications before, and what they are told where there were none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pendulum import DateTime

from wgsched.feeds.entries import Entry
from wgsched.feeds.identity import Mark, as_of
from wgsched.model import Language, Programme


class History(Protocol):
    """What a ledger remembers of the publications before."""

    @property
    def parts(self) -> Mapping[tuple[str, str], int]:
        """Which part of its instalment each row is, by instalment and meeting; a row that moves stays the same part."""

    def mark(self, uid: str, language: Language) -> Mark:
        """Return what is remembered of an entry."""

    def completed(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return the entries together with those that were published once and are gone: cancelled, not forgotten."""


@dataclass(frozen=True)
class NoHistory:
    """A programme that was never published: nothing changed, and everything is stamped as of the programme."""

    modified: DateTime
    parts: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, programme: Programme) -> NoHistory:
        """Return the history of a programme without a ledger."""
        return cls(as_of(programme))

    def mark(self, uid: str, language: Language) -> Mark:  # noqa: ARG002 -- as the protocol has it
        """Return the mark that all entries share."""
        return Mark(0, self.modified)

    def completed(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return the entries: nothing is gone."""
        return tuple(entries)
