"""The desk's own words, in the working languages; sentences, dates and titles come from the lexicons."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from wgsched.editing.refused import RefusedEdit
from wgsched.errors import BadInput
from wgsched.languages import Lexicon
from wgsched.model import Language, Sentence

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


def said_in(words: Lexicon, error: Exception) -> str:
    """Return an error in the language of the page, where the desk knows it, else what the library says in English."""
    say = DeskWords(words.code)
    if isinstance(error, DeskRefusal):
        return say(error.name, **error.places)
    if isinstance(error, RefusedEdit):
        name = f"refused-edit-{error.code}"
        phrases = {each: catalogue(each)[name] for each in SPOKEN}
        return words.say(Sentence(name, phrases=phrases, **error.facts))
    return say("refused-otherwise", text=error)
