"""What a session says of the house forms in a word: how hours are counted, and whether "(continued)" is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wgsched.languages import codes

if TYPE_CHECKING:
    from wgsched.files.shape import SessionShape

_MARKS = ("continued", "feed-continued")
_HALVES = {"time-morning": "{time}", "time-afternoon": "{time}", "time-noon": "", "time-midnight": ""}
_DAY = {
    "en": {**_HALVES, "time-hour": "{hour}:00", "time-hour-minute": "{hour}:{minute}"},
    "zh": _HALVES,
}
"""Hours from 0 to 24 in the languages that usually count twice to 12."""


def house_phrases(shape: SessionShape, theirs: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return the wordings per language that stand between those of the agency, ``theirs``, and the session's own."""
    phrases = {language: dict(words) for language, words in theirs.items()}
    marked = dict(shape.continued)
    said = next(iter(marked.values())) if len(marked) == 1 else ""
    if said == "yes":
        phrases = {language: _without_marks(words) for language, words in phrases.items()}
    elif said == "no":
        marked = dict.fromkeys(codes(), "")
    for language, mark in marked.items() if said != "yes" else ():
        own = {"continued": mark, "feed-continued": f"{{item}} {mark}".rstrip()}
        phrases[language] = {**_without_marks(phrases.get(language, {})), **own}
    for language, words in _DAY.items() if shape.clock else ():
        usual = {name: text for name, text in phrases.get(language, {}).items() if name not in _DAY["en"]}
        phrases[language] = {**usual, **(words if shape.clock == "24" else {})}
    return phrases


def _without_marks(words: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in words.items() if name not in _MARKS}
