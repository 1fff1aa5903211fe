"""Footnotes, numbered in the order in which the words call them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgsched.annexes.document import Footnote


@dataclass
class Notes:
    """The footnotes of one document, as far as it has been written."""

    language: str = ""
    title: str = ""
    texts: list[str] = field(default_factory=list)

    def number(self, note: Footnote) -> int:
        """Take a footnote in and return its number, from 1."""
        self.texts.append(note.text)
        return len(self.texts)

    def key(self, number: int) -> str:
        """A name for a footnote that no other language in the same file uses."""
        return f"{self.language}-{number}" if self.language else str(number)

    def __iter__(self) -> enumerate[str]:
        return enumerate(self.texts, start=1)
