"""Texts that exist in several languages."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import TypeAlias

Language: TypeAlias = str
"""A language by its ISO 639-1 code, such as ``zh``."""

SIX: tuple[Language, ...] = ("ar", "zh", "en", "fr", "ru", "es")
"""The official languages of the United Nations, in the order of their English names."""


class Text(Mapping[Language, str]):
    """A text in one or more languages: ``Text(zh="组织事项", en="Organizational matters")``.

    ``to_review`` names the languages whose version is to be reviewed. Immutable and hashable.
    """

    __slots__ = ("_versions", "to_review")

    def __init__(
        self, versions: Mapping[Language, str] | None = None, /, *, to_review: Iterable[Language] = (), **more: str
    ) -> None:
        self._versions: dict[Language, str] = {**(versions or {}), **more}
        self.to_review = frozenset(to_review)

    def __getitem__(self, language: Language) -> str:
        return self._versions[language]

    def __iter__(self) -> Iterator[Language]:
        return iter(self._versions)

    def items(self) -> ItemsView[Language, str]:
        """Return the languages with their versions."""
        return self._versions.items()

    def __len__(self) -> int:
        return len(self._versions)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Text):
            return NotImplemented
        return self._versions == other._versions and self.to_review == other.to_review

    def __hash__(self) -> int:
        return hash((frozenset(self._versions.items()), self.to_review))

    def __repr__(self) -> str:
        return f"Text({self._versions!r})"

    def best(self, *languages: Language) -> str:
        """Return the first version that exists in these languages, else any, else an empty text."""
        for language in (*languages, *self._versions):
            if language in self._versions:
                return self._versions[language]
        return ""
