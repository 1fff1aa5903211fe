"""What a language brings, as a lexicon uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from wgsched.model import Role, SessionKind

CompiledTable = Mapping[str, Any]
"""A language as it is compiled: plain mappings, lists and strings."""

ENGLISH = "en"
"""The language whose codes and places all others have."""

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Unicode's plural categories, in its order."""

NOUNS = (
    "session",
    "meeting",
    "conference",
    "sitting",
    "special-session",
    "emergency-special-session",
    "organizational-session",
    "part",
    "resumption",
)
"""The nouns that every language counts in order."""


@dataclass(frozen=True)
class Phrase:
    """A wording, with the symbol or name of the source in which it was seen; without one it is to be reviewed.

    ``{name}`` is a place that the lexicon fills. Where the wording follows a number, ``text`` is the form for most
    numbers and ``forms`` has the others by the names of Unicode's plural rules; the number stands in the place ``n``.
    ``seen`` is empty where a reader confirmed the wording and named no source.
    """

    text: str
    seen: str | None = None
    forms: Mapping[str, str] = field(default_factory=dict)

    @property
    def to_review(self) -> bool:
        """Whether no source and no reader confirms it."""
        return self.seen is None

    @property
    def wordings(self) -> tuple[str, ...]:
        """The text and all its other forms."""
        return self.text, *self.forms.values()

    def form(self, category: str) -> str:
        """Return the wording for a plural category."""
        return self.forms.get(category, self.text)

    @classmethod
    def of(cls, written: str | Mapping[str, str]) -> Phrase:
        """Return the phrase that a table has: a text, or its forms and source."""
        if isinstance(written, str):
            return cls(written)
        forms = {name: text for name, text in written.items() if name not in ("other", "seen")}
        return cls(written["other"], written.get("seen"), forms)


@dataclass(frozen=True)
class Noun:
    """A noun that is counted in order, "third meeting": how the two stand together, and the forms of its numbers.

    ``alone`` is the noun without a number. ``ordinals`` are the words for first, second, third...; beyond them
    ``beyond`` is used, with the number ``n``.
    """

    pattern: str
    alone: str
    ordinals: tuple[str, ...]
    beyond: str


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """Everything that a language says. ``languages`` and ``months`` hold the names that are not CLDR's.

    ``letters`` print the levels (a), (b), (c) of an item's number, ``numerals`` the levels (i), (ii), (iii); empty
    where Latin ones are kept. ``nouns`` are those of `NOUNS`; a sitting is one meeting of the session.
    ``masthead`` names the language in which a masthead is printed: three languages keep English there. ``twelve_hours``
    says that hours after noon begin again at one. ``phrases`` are the fixed wordings of papers and feeds, which a
    session may override; ``sentences`` are what rules, preferences, conflicts and changes say. ``roles`` have a title
    for each kind of session.
    """

    code: str
    direction: str
    masthead: str
    twelve_hours: bool
    languages: Mapping[str, str]
    months: tuple[str, ...]
    letters: tuple[str, ...]
    numerals: tuple[str, ...]
    phrases: Mapping[str, Phrase]
    sentences: Mapping[str, Phrase]
    roles: Mapping[Role, Mapping[SessionKind, Phrase]]
    nouns: Mapping[str, Noun]

    @cached_property
    def asked_for(self) -> dict[tuple[str, str], str]:
        """The wordings that lexicons have asked for, by name and plural category, in the digits of the house."""
        return {}

    @classmethod
    def of(cls, table: CompiledTable) -> Vocabulary:
        """Return the vocabulary of a compiled table."""
        lists = {name: tuple(table[name]) for name in ("months", "letters", "numerals")}
        roles = {
            Role(name): dict(zip(SessionKind, map(Phrase.of, titles), strict=True))
            for name, titles in table["roles"].items()
        }
        nouns = {
            name: Noun(noun["pattern"], noun["alone"], tuple(noun["ordinals"]), noun["beyond"])
            for name, noun in table["nouns"].items()
        }
        return cls(
            code=table["code"],
            direction=table["direction"],
            masthead=table["masthead"],
            twelve_hours=table["twelve-hours"],
            languages=MappingProxyType(table["languages"]),
            phrases=_phrases(table["phrases"]),
            sentences=_phrases(table["sentences"]),
            roles=MappingProxyType(roles),
            nouns=MappingProxyType(nouns),
            **lists,
        )


def _phrases(written: Mapping[str, str | Mapping[str, str]]) -> Mapping[str, Phrase]:
    return MappingProxyType({name: Phrase.of(each) for name, each in written.items()})
