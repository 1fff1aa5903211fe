"""Plain text."""

from __future__ import annotations

from wgsched.files.octets import text_of
from wgsched.reading.blocks import Paper
from wgsched.reading.carriers.lines import blocks_of


def read_text(content: bytes, file: str) -> Paper:
    """Return the blocks of a plain text.

    Raises:
        BadInput: it is not UTF-8, or too large.
    """
    lines = text_of(content, file).replace("\f", "\n").split("\n")
    return Paper(file, "txt", tuple(blocks_of(enumerate(lines, start=1))))
