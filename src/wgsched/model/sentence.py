"""What a rule, a conflict or a change says, before a lexicon says it in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Fact: TypeAlias = object
"""What fills a place in a sentence: an item, a meeting, a moment, a date, `Minutes`, a number, a `Text`, a symbol,
or a tuple of these."""

MANY = 8
"""A sentence names up to this many items, and counts more."""


class Minutes(int):
    """A number of minutes, so that a sentence says ``90 minutes`` and not ``90``."""


@dataclass(frozen=True, init=False)
class Sentence:
    """A statement as a code and its nouns, which a lexicon says: ``Sentence("precedes", item=a)``.

    ``phrases`` is the wording in each language, for a rule that the lexicons do not know.
    """

    code: str
    facts: tuple[tuple[str, Fact], ...]
    phrases: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def __init__(self, code: str, /, *, phrases: Mapping[str, str] | None = None, **facts: Fact) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "facts", tuple(sorted(facts.items(), key=lambda fact: fact[0])))
        object.__setattr__(self, "phrases", tuple(sorted((phrases or {}).items())))

    def __getitem__(self, name: str) -> Fact:
        return dict(self.facts)[name]


@dataclass(frozen=True)
class Repair:
    """A concrete change that would make a programme possible, and its cost."""

    sentence: Sentence
    cost: int
