"""The numbers of items and of sessions, as each language prints them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wgsched.errors import UnknownName
from wgsched.model import AgendaItem, ItemNumber

if TYPE_CHECKING:
    from wgsched.languages.lexicon import Lexicon
    from wgsched.languages.vocabulary import Vocabulary

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def label(lexicon: Lexicon, item: AgendaItem | ItemNumber | None) -> str:
    """Return an item's number; nothing for an entry without one."""
    number = item.number if isinstance(item, AgendaItem) else item
    if number is None:
        return ""
    if number.dotted:
        return lexicon.number(str(number))
    first, *below = number.levels
    written = lexicon.number(first)
    for depth, level in enumerate(below):
        own = lexicon.vocabulary.numerals if depth else lexicon.vocabulary.letters
        name = "label-third" if depth else "label-second"
        written = lexicon.phrase(name, above=written, level=lexicon.number(_level(level, own, roman=bool(depth))))
    return written


def own_level(lexicon: Lexicon, number: ItemNumber) -> str:
    """Return the last level of a number as it heads a paragraph below its parent: ``(a)``, ``a)``, ``(أ)``."""
    if number.parent is None or number.dotted:
        return label(lexicon, number)
    return label(lexicon, number).removeprefix(label(lexicon, number.parent)).strip()


def point(lexicon: Lexicon, place: int) -> str:
    """Return the label of a point in a list, from 0: ``(a)``, ``a)``, ``(أ)``."""
    number = ItemNumber(("0", chr(ord("a") + place % 26) * (place // 26 + 1)))
    return own_level(lexicon, number)


def labels(lexicon: Lexicon, items: Iterable[AgendaItem], *, noun: bool) -> str:
    """Return the numbers of several items, joined."""
    printed = [each for each in (label(lexicon, item) for item in items) if each]
    joined = lexicon.enumerate(printed)
    return lexicon.phrase("items", labels=joined, n=len(printed)) if noun and printed else joined


def ordinal(vocabulary: Vocabulary, name: str, number: int, figures: str, nth: str) -> str:
    """Return a noun with its place in an order."""
    try:
        noun = vocabulary.nouns[name]
    except KeyError:
        raise UnknownName("counted noun", name, vocabulary.nouns) from None
    known = 1 <= number <= len(noun.ordinals)
    return noun.pattern.format(ordinal=noun.ordinals[number - 1] if known else noun.beyond.format(n=figures, nth=nth))


def _level(level: str, own: tuple[str, ...], *, roman: bool) -> str:
    place = _ROMAN.index(level) if roman and level in _ROMAN else -1 if roman else _letter(level)
    return own[place] if 0 <= place < len(own) else level


def _letter(level: str) -> int:
    return ord(level) - ord("a") if len(level) == 1 and "a" <= level <= "z" else -1
