"""Lines in a script that is written leftward, as a PDF may hold them: sign by sign from the left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wgsched.reading.carriers.pdf_tags import LEFTWARD, RIGHTWARD
from wgsched.reading.grammar.words import words_of

_TWO_SIGNS = re.compile("\u0627([\u0622\u0623\u0625\u0627])\u0644(?=[\u0621-\u064a])")
"""Alef, alef and lam: one sign for lam and alef was turned round, since no word has two alefs in a row."""


def in_order(page: Sequence[str]) -> list[str]:
    """Return the lines of a page in reading order, as wide as they were; most pages come back as they are."""
    text = "\n".join(page)
    if len(LEFTWARD.findall(text)) * 2 < len(re.findall(r"[^\W\d_]", text)) or not LEFTWARD.search(text):
        return list(page)
    width = max(map(len, page))
    turned = [_turned(line.ljust(width)) for line in page]
    arabic = words_of("ar")
    return turned if arabic.fits("\n".join(turned)) > arabic.fits(text) else list(page)


def _turned(line: str) -> str:
    """Return a line from right to left; numbers and Latin words in it stay as they are."""
    back = RIGHTWARD.sub(lambda match: match.group()[::-1], line[::-1])
    return _TWO_SIGNS.sub("\u0627\u0644\\1", back).rstrip()
