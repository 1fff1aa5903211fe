"""The desk's own words, in the working languages; sentences, dates and titles come from the lexicons."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from wgsched.errors import BadInput
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


class DeskRefusal(BadInput):
    """The desk itself refuses something. It is said in English here, and in the language of the page there."""

    def __init__(self, name: str, **places: object) -> None:
        self.name, self.places = name, places
        super().__init__(DeskWords("en")(name, **places))


def said_in(language: Language, error: Exception) -> str:
    """Return an error in a language, where it is one of the desk's own, or else in English."""
    if isinstance(error, DeskRefusal):
        return DeskWords(language)(error.name, **error.places)
    return str(error)
