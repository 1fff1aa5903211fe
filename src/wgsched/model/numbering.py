"""The numbers of agenda items: 1, 1 (a), 3 (c) (i), 16.1, II."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wgsched.errors import BadInput

_BRACKETED = re.compile(r"\(\s*([^()\s]+)\s*\)")


@dataclass(frozen=True)
class ItemNumber:
    """The number of an agenda item, level by level: ``ItemNumber(("3", "c", "i"))`` is 3 (c) (i).

    Letters below the first level are kept in Latin script; how a language prints them is the lexicon's affair.
    A dotted number (16.1, 5.a), which some agencies use, prints alike in every language.
    """

    levels: tuple[str, ...]
    dotted: bool = False

    @classmethod
    def parse(cls, text: str) -> ItemNumber:
        """Read ``1 (a)``, ``1(a)``, ``3 (c) (i)``, ``16.1``, ``5.a`` or ``II``.

        Raises:
            BadInput: the text is not the number of an item.
        """
        head, *_ = text.split("(", 1)
        letters = _BRACKETED.findall(text)
        rest = _BRACKETED.sub("", text[len(head) :]).strip()
        first = head.strip()
        if not first or rest:
            raise BadInput(f"{text!r} is not the number of an item; expected for example 1, 1 (a), 3 (c) (i) or 16.1")
        if "." in first.strip("."):
            return cls((*first.split("."), *letters), dotted=True)
        return cls((first, *letters))

    @property
    def parent(self) -> ItemNumber | None:
        """The number one level up, or None at the first level."""
        return ItemNumber(self.levels[:-1], self.dotted and len(self.levels) > 2) if len(self.levels) > 1 else None

    def __str__(self) -> str:
        if self.dotted:
            return ".".join(self.levels)
        return " ".join([self.levels[0], *[f"({level})" for level in self.levels[1:]]])
