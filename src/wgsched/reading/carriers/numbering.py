"""Automatic numbers of a Word file, as Word shows them, and the styles that bring them or make headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from wgsched.reading.carriers.xml import attribute, child, children

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_HEADING = re.compile(r"heading (\d)|title", re.IGNORECASE)
MOST_BASED = 20
"""How many styles may be based on each other."""

MOST = 100_000
DEEPEST = 9


@dataclass
class Level:
    """One level of a list: its first number, the form of its numbers, and the text around them (``%1.%2``)."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."


@dataclass
class Numbering:
    """The lists of a Word file, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def label(self, list_id: str, depth: int) -> str:
        """Count a paragraph at a level of a list, and return its number as shown; of a bullet, nothing."""
        if list_id not in self.lists or not 0 <= depth < DEEPEST:
            return ""
        abstract, overrides = self.lists[list_id]
        levels = self.levels.get(abstract, {})
        counts = self._counts.setdefault(abstract, [None] * DEEPEST)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for level, start in overrides.items():
                counts[level] = start - 1
        own = levels.get(depth, Level())
        before = counts[depth]
        counts[depth] = own.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (DEEPEST - depth - 1)
        return self._shown(own, levels, counts)

    def _shown(self, own: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
        if own.form in ("bullet", "none"):
            return ""
        shown = own.text
        for depth in range(DEEPEST):
            if f"%{depth + 1}" in shown:
                level = levels.get(depth, Level())
                count = counts[depth]
                shown = shown.replace(f"%{depth + 1}", numeral(level.start if count is None else count, level.form))
        return shown.strip()


def numbering_of(root: etree._Element | None) -> Numbering:
    """Return the lists that a part ``numbering.xml`` defines."""
    numbering = Numbering()
    for each in children(root, "abstractNum"):
        levels = {_number(attribute(level, "ilvl")): _level(level) for level in children(each, "lvl")}
        numbering.levels[attribute(each, "abstractNumId")] = levels
    for each in children(root, "num"):
        overrides = {
            _number(attribute(one, "ilvl")): _number(attribute(start, "val"))
            for one in children(each, "lvlOverride")
            if (start := child(one, "startOverride")) is not None and _number(attribute(one, "ilvl")) < DEEPEST
        }
        numbering.lists[attribute(each, "numId")] = (attribute(child(each, "abstractNumId"), "val"), overrides)
    return numbering


def _level(level: etree._Element) -> Level:
    text = child(level, "lvlText")
    return Level(
        _number(attribute(child(level, "start"), "val") or "1"),
        attribute(child(level, "numFmt"), "val") or "decimal",
        "" if text is None else attribute(text, "val"),
    )


def _number(text: str) -> int:
    return min(MOST, int(text)) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def numeral(number: int, form: str) -> str:
    """Return a number in one of Word's forms; a form that is not known is written with digits."""
    spelled = _FORMS.get(form)
    return spelled(number) if spelled and number > 0 else str(number)


def _letters(number: int) -> str:
    """Return ``a`` to ``z``, then ``aa``, ``bb``, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * min(20, (number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * min(50, number // value)
        number %= value
    return written


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}


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
        for _ in range(MOST_BASED):
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
