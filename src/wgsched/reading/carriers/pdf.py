"""PDF: the text of its pages, line by line; tables are put together from the space between words."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from wgsched.errors import BadInput, Fault
from wgsched.files.octets import FORBIDDEN
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock, laid_out
from wgsched.reading.carriers.aligned import AlignedLine, blocks_of
from wgsched.reading.carriers.leftward import in_order

LARGEST = 64_000_000
"""Bytes."""

MOST_SECONDS = 40
"""How long the reading of one file may take; its process has limits of its own."""

WARNING = "the tables of a PDF without tags are put together from the space between words, and need a look"
_WORD = re.compile("[A-Za-z\u00c0-\u04ff]{6,}")


def read_pdf(content: bytes, file: str) -> Paper:
    """Return the lines and tables of a PDF, with a warning.

    Raises:
        BadInput: it is no PDF, damaged, encrypted, too large, a scan, or its text is not what is printed.
    """
    if len(content) > LARGEST:
        raise BadInput(Fault(f"is larger than {LARGEST // 1_000_000} megabytes", file))
    answer = _answer(content, file)
    pages = [in_order([FORBIDDEN.sub(" ", line) for line in page]) for page in answer["pages"]]
    text = "\n".join(line for page in pages for line in page)
    if not text.strip():
        hint = "Save it as text with a program that recognizes letters."
        raise BadInput(Fault("holds no text: it is a picture of a paper", file, hint=hint))
    if _letters_doubled(text):
        hint = "Save the paper as .docx or as text with another program."
        raise BadInput(
            Fault("has a text in which letters are doubled, so that it is not what is printed", file, hint=hint)
        )
    tagged = tuple(_tagged(answer["tagged"]))
    if _letters(*(block.text for block in Paper(file, "pdf", tagged).texts())) * 10 > 7 * _letters(text):
        return Paper(file, "pdf", tagged)
    blocks = (block for number, page in enumerate(pages, start=1) for block in _page(page, f"page {number}"))
    return Paper(file, "pdf", tuple(blocks), warnings=(WARNING,))


def _letters(*texts: str) -> int:
    return sum(sign.isalpha() for text in texts for sign in text)


def _tagged(
    blocks: Sequence[tuple[int, str, list[list[tuple[str, int, int]]]]],
) -> Iterator[ParagraphBlock | TableBlock]:
    """Yield the paragraphs and tables that tags tell; a cell stands where those above and before it leave room."""
    for number, (page, text, rows) in enumerate(blocks, start=1):
        place = f"page {page}, block {number}"
        for line in text.split("\n"):
            if line.strip():
                yield ParagraphBlock(FORBIDDEN.sub(" ", line.strip()), place)
        if rows:
            yield TableBlock(place, tuple(laid_out(place, ((_cell(*each) for each in row) for row in rows))))


def _cell(text: str, across: int, down: int) -> tuple[str, int, int, str]:
    return FORBIDDEN.sub(" ", text).strip(), down, across, ""


def _answer(content: bytes, file: str) -> dict[str, Any]:
    """Return the lines and tags of each page, read in a process that cannot take more than its share."""
    if find_spec("pypdf") is None:
        raise BadInput(Fault("is a PDF, and its reader is not installed", file, hint="pip install 'wgsched[pdf]'"))
    command = [sys.executable, "-m", "wgsched.reading.carriers.pdf_lines"]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=MOST_SECONDS, check=False)  # noqa: S603
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise BadInput(Fault("is not read: it takes too much time or memory", file)) from None
    if "wrong" in answer:
        wrong = " ".join(answer["wrong"].split())[:200]
        raise BadInput(Fault(f"is not a PDF that can be read: {wrong}", file))
    return dict(answer)


def _letters_doubled(text: str) -> bool:
    """Return whether many words have their letters twice, as some programs print bold."""
    words: list[str] = _WORD.findall(text)
    doubled = [word for word in words if sum(a == b for a, b in itertools.pairwise(word)) * 5 > 2 * len(word)]
    return len(doubled) > 2 and len(doubled) * 10 > len(words)


def _page(page: Sequence[str], place: str) -> Iterator[ParagraphBlock | TableBlock]:
    return blocks_of([AlignedLine(f"{place}, line {n}", text) for n, text in enumerate(page, start=1)], place)
