"""Footnotes, numbered in the order in which the words call them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from wgsched.annexes.pages import Footnote, Pages


@dataclass
class Footnotes:
    """The footnotes of one document, as far as it has been written; `name` tells it from others in the same file."""

    name: str = ""
    texts: list[str] = field(default_factory=list)

    def number(self, note: Footnote) -> int:
        """Take a footnote in and return its number, from 1."""
        self.texts.append(note.text)
        return len(self.texts)

    def key(self, number: int) -> str:
        """A name for a footnote that no other document in the same file uses."""
        return f"{self.name}-{number}"

    def __iter__(self) -> enumerate[str]:
        return enumerate(self.texts, start=1)


def notebooks(documents: Iterable[Pages]) -> list[Footnotes]:
    """Footnotes for every document of a file, named after its language: "en", and "en2" for a second one."""
    names: list[str] = []
    for document in documents:
        count = sum(1 for name in names if name.rstrip("0123456789") == document.language)
        names.append(f"{document.language}{count + 1 if count else ''}")
    return [Footnotes(name) for name in names]
