"""The desk's own words, in the working languages; sentences, dates and titles come from the lexicons."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from wgsched.model import Language

SPOKEN: tuple[Language, ...] = ("en", "fr")


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Return the words of a language by name."""
    text = (files(__package__) / "words" / f"{language}.json").read_text(encoding="utf-8")
    words: dict[str, str] = json.loads(text)
    return words


class DeskWords:
    """Says the desk's own words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._words = catalogue(language)

    def __call__(self, name: str, **places: object) -> str:
        """Return a text, its places filled."""
        return self._words[name].format(**places)
