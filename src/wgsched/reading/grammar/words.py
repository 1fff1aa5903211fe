"""The words of a language, from its data file; a new language is a new file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import ModuleType
from typing import Any

import yaml

from wgsched.errors import BadInput, Fault
from wgsched.model import SIX
from wgsched.model.extensions import Registry
from wgsched.reading.grammar.texts import bare, low

COLUMNS = ("when", "until", "forum", "item", "title", "room", "minutes")


@dataclass(frozen=True)
class WordLists:
    """The word lists of one language, and the patterns that are made of them."""

    code: str
    data: Mapping[str, Any]

    @property
    def spaced(self) -> bool:
        """Whether words stand between spaces."""
        return str(self.data["spaced"]) == "yes"

    def list(self, name: str) -> tuple[str, ...]:
        """Return a list of words, made alike, the longest first."""
        return _longest(self.data.get(name) or ())

    def part(self, name: str) -> str:
        """Return a pattern of any word of a list, also inside other words."""
        return _any(self.list(name))

    def pattern(self, words: Iterable[str]) -> str:
        """Return a pattern of any of these words, whole where the language parts its words."""
        return rf"(?<!\w)(?:{_any(words)})(?!\w)" if self.spaced else f"(?:{_any(words)})"

    def any_of(self, name: str) -> str:
        """Return a pattern of any word of a list."""
        return self.pattern(self.list(name))

    @cached_property
    def months(self) -> dict[str, int]:
        """The number of the month that each word names."""
        return {low(word): number for number, words in enumerate(self.data["months"], 1) for word in words}

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """The number of the weekday that each word names, from 0 for Monday."""
        return {low(word): number for number, words in enumerate(self.data["weekdays"]) for word in words}

    @cached_property
    def heads(self) -> dict[str, str]:
        """What each head of a column means."""
        return {bare(word): column for column in COLUMNS for word in reversed(self.data["columns"][column])}

    @cached_property
    def sections(self) -> dict[str, str]:
        """What part of a paper each heading opens."""
        return {bare(word): part for part, words in self.data["sections"].items() for word in words}

    def section(self, text: str) -> str:
        """Return the part of a paper that a heading opens, or nothing."""
        return self.sections.get(bare(text), "") if len(text) < 100 else ""

    def has(self, name: str, text: str) -> bool:
        """Return whether a text holds a word of a list."""
        return re.search(self.any_of(name), low(text)) is not None

    @cached_property
    def _signs(self) -> re.Pattern[str]:
        """Everything that shows that a text is in this language."""
        lists = ("common", "continued", "am", "pm", "until", "and", "item", "event", "holiday")
        words = {*self.months, *self.weekdays, *self.heads, *self.sections}
        words.update(word for name in lists for word in self.list(name))
        return re.compile(self.pattern(_longest(word for word in words if not word.isascii() or len(word) > 1)))

    def fits(self, text: str) -> int:
        """Return how many characters of a text are words of this language."""
        return sum(len(word) for word in self._signs.findall(low(text)))


WORDS: Registry[ModuleType] = Registry(
    "language of papers", "wgsched.reading", dict.fromkeys(SIX, "wgsched.reading.grammar.lists")
)
"""Every language that is read, with the package that holds its file; others bring theirs by entry points."""

OPTIONAL = frozenset({"letters", "months-twice", "form"})
"""What the file of a language need not have."""


@cache
def words_of(code: str) -> WordLists:
    """Return the words of a language.

    Raises:
        UnknownName: there is no such language.
        ExtensionError: the package that brings it cannot be used.
        BadInput: its file lacks something.
    """
    name = f"{code}.words.yaml"
    content = (WORDS.folder(code, name) / name).read_bytes()
    data = yaml.load(content, yaml.BaseLoader)  # noqa: S506 - texts alone: "no" is a word here
    if not isinstance(data, dict):
        raise BadInput(Fault("is no list of words", name))
    lacking = [key for key in words_of("en").data if key not in data and key not in OPTIONAL] if code != "en" else []
    if lacking:
        raise BadInput(*(Fault(f"lacks {key}", name) for key in lacking))
    return WordLists(code, data)


def languages() -> tuple[str, ...]:
    """Return the languages that are read."""
    return tuple(sorted(WORDS.names()))


def recognized(text: str) -> str:
    """Return the language of a text: the one most of whose words it holds; English when it holds none."""
    sample = text[:20_000]
    script = _script(sample)
    able = [code for code in languages() if words_of(code).data["script"] == script]
    return max(able, key=lambda code: (words_of(code).fits(sample), code == "en"), default="en")


def _script(text: str) -> str:
    """Return the script of most letters; one Chinese character says as much as three letters."""
    names = (unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha())
    counts = Counter(names)
    counts["CJK"] *= 3
    return max(counts, key=lambda name: counts[name])


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


def _longest(words: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted({low(str(word)) for word in words}, key=lambda word: (-len(word), word)))
