"""Styles of a Word file: which are headings, and which bring a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from wgsched.reading.carriers.xml import attribute, child, children

_HEADING = re.compile(r"heading (\d)|title", re.IGNORECASE)
DEEPEST = 20
"""How many styles may be based on each other."""


@dataclass(frozen=True)
class WordStyle:
    """A style: its name, what it is based on, and its list and level."""

    name: str = ""
    based_on: str = ""
    list_id: str = ""
    depth: str = ""


@dataclass
class WordStyles:
    """The styles of a Word file by their identifiers."""

    known: dict[str, WordStyle] = field(default_factory=dict)

    def heading(self, style: str) -> int:
        """Return the level of a heading, or 0."""
        match = _HEADING.fullmatch(self.known.get(style, WordStyle()).name)
        return int(match[1] or 1) if match else 0

    def list_of(self, style: str) -> tuple[str, str]:
        """Return the list and the level that a style brings, itself or by what it is based on."""
        for _ in range(DEEPEST):
            one = self.known.get(style)
            if one is None or one.list_id:
                return (one.list_id, one.depth) if one else ("", "")
            style = one.based_on
        return "", ""


def styles_of(root: etree._Element | None) -> WordStyles:
    """Return the styles that a part ``styles.xml`` defines."""
    styles = WordStyles()
    for each in children(root, "style"):
        numbered = child(each, "pPr", "numPr")
        styles.known[attribute(each, "styleId")] = WordStyle(
            attribute(child(each, "name"), "val"),
            attribute(child(each, "basedOn"), "val"),
            attribute(child(numbered, "numId"), "val"),
            attribute(child(numbered, "ilvl"), "val"),
        )
    return styles
