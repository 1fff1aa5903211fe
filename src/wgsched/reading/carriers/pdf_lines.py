"""Runs in a process of its own, with limits: reads a PDF and writes the lines of its pages as JSON."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys
from typing import TYPE_CHECKING

from wgsched.reading.carriers.pdf_tags import tagged_blocks

if TYPE_CHECKING:
    import pypdf

MOST_PAGES = 200
MOST_SIGNS = 2_000_000
MOST_SECONDS = 20
MOST_MEMORY = 1_500_000_000


def main() -> None:
    """Read a PDF from the standard input and write its lines and tags, or what is wrong, to the standard output."""
    _limit()
    logging.disable()
    try:
        answer = _read(sys.stdin.buffer.read())
    except Exception as error:
        answer = {"wrong": str(error) or type(error).__name__}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _limit() -> None:
    """Let the system end this process when it takes too much time or memory."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system has limits
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _read(content: bytes) -> dict[str, object]:
    """Return the lines of each page, and the blocks that tags tell."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = _pages(reader)
    try:
        tagged = [[block.page, block.text, block.rows] for block in tagged_blocks(reader)]
    except Exception:
        tagged = []
    return {"pages": pages, "tagged": tagged}


def _pages(reader: pypdf.PdfReader) -> list[list[str]]:
    if reader.is_encrypted:
        raise ValueError("it is encrypted")
    if len(reader.pages) > MOST_PAGES:
        raise ValueError(f"it has more than {MOST_PAGES} pages")
    pages: list[list[str]] = []
    left = MOST_SIGNS
    for page in reader.pages:
        text = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True)
        left -= len(text)
        if left < 0:
            raise ValueError(f"it has more than {MOST_SIGNS} characters")
        pages.append([line.rstrip() for line in text.split("\n")])
    if not any(line for page in pages for line in page) and any(page.extract_text().strip() for page in reader.pages):
        raise ValueError("its words are placed so that they make no lines")
    return pages


if __name__ == "__main__":
    main()
