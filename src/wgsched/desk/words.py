"""The desk's own words, in the working languages; sentences, dates and titles come from the lexicons."""

from __future__ import annotations

import errno
import json
from functools import cache
from importlib.resources import files

from wgsched.editing.edits import RefusedEdit
from wgsched.errors import BadInput, FolderBusy, FolderError, NotUnderstood, UnknownName
from wgsched.languages import Lexicon
from wgsched.model import Language, Sentence

_DISK = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "disk-full"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "disk-locked"),
}
"""What the disk says most often when it refuses, by the system's number."""

SPOKEN: tuple[Language, ...] = ("en", "fr")


@cache
def catalogue(name: str) -> dict[str, str]:
    """Return the words of a language by name; of ``library.fr``, what the library says most often, by its code."""
    text = (files(__package__) / "words" / f"{name}.json").read_text(encoding="utf-8")
    words: dict[str, str] = json.loads(text)
    return words


def library_words(language: Language) -> dict[str, str]:
    """Return what the library says most often by its code; in English the library says it itself."""
    return {} if language == "en" else catalogue(f"library.{language}")


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
    code, facts = _reason(error)
    told = library_words(words.code).get(code)
    return told.format(**facts) if told else say("refused-otherwise", text=error)


def _reason(error: Exception) -> tuple[str, dict[str, str]]:
    """Return what the library says as a code and facts, where it says it often; else an empty code."""
    if isinstance(error, NotUnderstood):
        return f"not-understood-{error.kind}", {"text": error.text}
    if isinstance(error, UnknownName):
        return "unknown-name", {"name": error.name, "known": ", ".join(error.known)}
    if isinstance(error, FolderBusy):
        return "folder-busy", {"folder": error.folder}
    cause = error.__cause__
    code = _DISK.get(cause.errno or 0, "") if isinstance(cause, OSError) else ""
    file = error.folder if isinstance(error, FolderError) else ""
    return code, {"file": error.faults[0].file if isinstance(error, BadInput) else file}
