"""Lengths of time that a paper prints: ``35 min``, ``(15m)``, ``1.5 hr``, ``(40 минут)``."""

from __future__ import annotations

import re
from functools import cache

from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists, words_of

LONGEST = 24 * 60


def read_minutes(text: str, words: WordLists, *, alone: bool = False) -> int | None:
    """Return the length of time that a text prints; ``alone`` says that a number alone means minutes."""
    line = low(text)
    if alone and line.isascii() and line.isdecimal() and len(line) < 4:
        return int(line) or None
    minutes, hours = _patterns(words.code)
    if match := minutes.search(line):
        length = int(match[1])
    elif match := hours.search(line):
        length = round(float(match[1].replace(",", ".")) * 60)
    else:
        return None
    return length if 0 < length <= LONGEST else None


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = words_of(code)
    edge = r"(?!\w)" if words.spaced else ""
    minutes, hours = words.part("minutes"), words.part("hour")
    return (
        re.compile(rf"(?<![\d.,:])(\d{{1,3}})\s*(?:{minutes}){edge}"),
        re.compile(rf"(?<![\d.,:])(\d{{1,2}}(?:[.,]\d)?)\s*(?:{hours}){edge}"),
    )
