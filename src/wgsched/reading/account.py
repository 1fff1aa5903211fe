"""The account of a reading: what became of every block. Nothing is dropped silently, and nothing is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from wgsched.reading.blocks import WordedBlock


class Fate(StrEnum):
    """What became of a block."""

    UNDERSTOOD = "understood"
    INFERRED = "inferred"
    LEFT_OVER = "left over"
    REFUSED = "refused"


@dataclass(frozen=True)
class AccountEntry:
    """One block or conclusion: where it stands, its words, and what was made of it."""

    fate: Fate
    place: str
    text: str
    meaning: str

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        quoted = f"“{shortened(self.text)}”" if self.text else ""
        return f"{where}{': '.join(part for part in (quoted, self.meaning) if part)}"


@dataclass
class Account:
    """Every block of the papers, in order, with what became of it."""

    entries: list[AccountEntry] = field(default_factory=list)
    _known: set[tuple[str, str]] = field(default_factory=set)

    def understood(self, meaning: str, *blocks: WordedBlock) -> None:
        """Enter blocks that became a fact."""
        for block in blocks:
            self._enter(Fate.UNDERSTOOD, block.place, block.text, meaning)

    def inferred(self, place: str, text: str, meaning: str) -> None:
        """Enter a fact that the paper does not say; ``meaning`` says what it follows from."""
        entry = AccountEntry(Fate.INFERRED, place, text, meaning)
        if entry not in self.entries:
            self.entries.append(entry)

    def refused(self, place: str, text: str, meaning: str) -> None:
        """Enter a block that contradicts itself or another."""
        self._enter(Fate.REFUSED, place, text, meaning)

    def left_over(self, block: WordedBlock, meaning: str = "") -> None:
        """Enter a block of which nothing was made, unless something was."""
        if block.text.strip() and (block.place, block.text) not in self._known:
            self._enter(Fate.LEFT_OVER, block.place, block.text, meaning)

    def of(self, fate: Fate) -> tuple[AccountEntry, ...]:
        """Return all entries of one fate, in order."""
        return tuple(entry for entry in self.entries if entry.fate is fate)

    def _enter(self, fate: Fate, place: str, text: str, meaning: str) -> None:
        self._known.add((place, text))
        self.entries.append(AccountEntry(fate, place, text, meaning))

    def __iter__(self) -> Iterator[AccountEntry]:
        return iter(self.entries)


def shortened(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
