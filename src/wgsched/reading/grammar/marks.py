"""Marks that an item goes on: ``(continued)``, ``cont'd``, ``(Suite.)``, ``(续)``, or a verb in front."""

from __future__ import annotations

import re
from functools import cache

from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists, words_of


def read_mark(text: str, words: WordLists) -> tuple[str, bool]:
    """Return a title without the mark that it goes on, and whether it has one."""
    behind, alone, before = _patterns(words.code)
    shown = text.rstrip(" \u2026.")
    if match := behind.search(text):
        return text[: match.start()].strip(), True
    if alone.fullmatch(low(shown)):
        return "", True
    if (match := before.match(text)) and len(text) > match.end():
        return text[match.end() :].strip(), True
    return text.strip(), False


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = words_of(code)
    marks = "|".join(re.escape(word).replace("'", "['’‘]") for word in words.list("continued"))
    verbs = words.part("continues")
    behind = rf"\s*[（(\[]\s*(?:{marks})\.?\s*[)）\]][.…\s]*$"
    alone = rf"[(\[]?\s*(?:{marks})\.?\s*[)\]]?"
    before = rf"\s*(?:{verbs})\s+" if words.spaced else rf"\s*(?:{verbs})"
    return re.compile(behind, re.IGNORECASE), re.compile(alone), re.compile(before, re.IGNORECASE)
