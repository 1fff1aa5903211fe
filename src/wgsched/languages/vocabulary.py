"""What a language must bring: one `Vocabulary` without defaults, so that a missing word is an error in all six."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wgsched.languages.words import Words
from wgsched.model import Role, SessionKind


@dataclass(frozen=True)
class Phrase:
    """A wording, with the symbol or name of the source in which it was seen; without one it is to be reviewed.

    ``{name}`` is a place that the lexicon fills. Where the wording follows a number, ``text`` is the form for most
    numbers and the others are named as in Unicode's plural rules; the number stands in the place ``n``.
    """

    text: str
    seen: str = ""
    zero: str | None = None
    one: str | None = None
    two: str | None = None
    few: str | None = None
    many: str | None = None

    @property
    def to_review(self) -> bool:
        """Whether no source confirms it."""
        return not self.seen

    def form(self, category: str) -> str:
        """Return the wording for a plural category."""
        found: str | None = getattr(self, category, None)
        return self.text if found is None else found


@dataclass(frozen=True)
class Noun:
    """A noun that is counted in order, "third meeting": how the two stand together, and the forms of its numbers.

    ``ordinals`` are the words for first, second, third...; beyond them ``beyond`` is used, with the number ``n``.
    """

    pattern: str
    ordinals: tuple[str, ...]
    beyond: str


@dataclass(frozen=True)
class RoleTitle:
    """The title that a role brings, as a body words it that calls its event a session, a meeting or a conference."""

    session: Phrase
    meeting: Phrase
    conference: Phrase

    @classmethod
    def same(cls, phrase: Phrase) -> RoleTitle:
        """Return a title that does not depend on the kind of session."""
        return cls(phrase, phrase, phrase)

    def of(self, kind: SessionKind) -> Phrase:
        """Return the title for a kind of session."""
        phrase: Phrase = getattr(self, kind.value)
        return phrase


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """Everything that a language says. ``languages`` and ``months`` hold the names that are not CLDR's.

    ``letters`` print the levels (a), (b), (c) of an item's number, ``numerals`` the levels (i), (ii), (iii); empty
    where Latin ones are kept. ``nouns`` are session, meeting, conference, and sitting: one of its meetings.
    ``masthead`` names the language in which a masthead is printed: three languages keep English there. ``twelve_hours``
    says that hours after noon begin again at one.
    """

    code: str
    direction: str
    masthead: str
    twelve_hours: bool
    languages: Mapping[str, str]
    months: tuple[str, ...]
    letters: tuple[str, ...]
    numerals: tuple[str, ...]
    words: Words[Phrase]
    roles: Mapping[Role, RoleTitle]
    nouns: Mapping[str, Noun]

    def __post_init__(self) -> None:
        missing = [*(role.value for role in Role if role not in self.roles), *sorted(NOUNS - set(self.nouns))]
        if missing:
            raise TypeError(f"language {self.code} lacks {', '.join(missing)}")
        object.__setattr__(self, "roles", MappingProxyType(dict(self.roles)))
        object.__setattr__(self, "nouns", MappingProxyType(dict(self.nouns)))


NOUNS = frozenset({"session", "meeting", "conference", "sitting"})
"""The nouns that every language counts in order."""


def listed(words: str) -> tuple[str, ...]:
    """Return words that are written with commas between them, as a reviewer reads them best."""
    return tuple(re.split("[,،] ", words))
