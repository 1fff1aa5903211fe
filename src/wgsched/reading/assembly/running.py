"""A page whose lines ran together: its head and its numbered items are parted again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from wgsched.reading.assembly.header import SYMBOL
from wgsched.reading.blocks import ParagraphBlock
from wgsched.reading.grammar.words import WordLists

LONGEST = 500
"""Characters; a paragraph of an agenda is shorter."""

FEWEST = 3
"""Numbers that follow each other in a list that ran together."""

_NUMBERED = re.compile(r"(?<![\w.,/-])(\d{1,2})\s?[.)]\s+(?=[^\W\d_])")
_LETTER = re.compile(r"(?<!\w)\([a-z]\)\s*")
_ENDS = re.compile(r"\s(?:\*\s|[IVX]{1,4}\.\s|[A-Z]{2}\.\d\d-)")
"""What ends the last item: a footnote, a part with a Roman number, the number of the job."""

_HEAD = re.compile(rf"Distr\. ?:? ?\w+|{SYMBOL.pattern}|\d{{1,2}} \w+ (?:19|20)\d\d|Original ?: ?\w+")


def parted(block: ParagraphBlock, words: WordLists) -> Iterator[ParagraphBlock]:
    """Yield a paragraph, or the lines that ran together in it."""
    starts = _list(block.text) if len(block.text) > LONGEST else []
    if not starts:
        yield block
        return
    cuts = [*starts, len(block.text)]
    if ended := _ENDS.search(block.text, starts[-1]):
        cuts[-1] = ended.start()
    pieces = [*_head(block.text[: starts[0]], words)]
    for start, end in itertools.pairwise(cuts):
        pieces += _letters(block.text[start:end])
    pieces.append(block.text[cuts[-1] :])
    shown = [piece.strip() for piece in pieces if piece.strip()]
    yield from (replace(block, text=piece, place=f"{block.place}, part {n}") for n, piece in enumerate(shown, start=1))


def _list(text: str) -> list[int]:
    """Return where the first list 1, 2, 3... begins each of its items."""
    starts: list[int] = []
    for match in _NUMBERED.finditer(text):
        if int(match[1]) == len(starts) + 1:
            starts.append(match.start())
    return starts if len(starts) >= FEWEST else []


def _letters(item: str) -> list[str]:
    """Return an item and its letters, each on a line of its own."""
    first, *rest = _LETTER.split(item)
    letters = _LETTER.findall(item)
    return [first, *(f"{letter.strip()} {words.strip()}" for letter, words in zip(letters, rest, strict=True))]


def _head(text: str, words: WordLists) -> Iterator[str]:
    """Yield the lines of the head: symbol, distribution, dates, and the heading of the agenda."""
    place = 0
    for match in _HEAD.finditer(text):
        if re.match(r".{0,20}?[-–—]\s?$", text[max(0, match.start() - 4) : match.start()]):
            continue  # the end of a stretch of days
        yield text[place : match.start()]
        yield match.group()
        place = match.end()
    rest = text[place:]
    agendas = (str(name).lower() for name in words.data["sections"]["agenda"])
    heading = next((name for name in agendas if rest.rstrip().lower().endswith(name)), "")
    cut = len(rest.rstrip()) - len(heading)
    yield rest[:cut]
    yield rest[cut:]
