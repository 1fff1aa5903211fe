"""Carriers: each file format becomes the same blocks. A new format is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wgsched.errors import BadInput, Fault
from wgsched.reading.blocks import Paper
from wgsched.reading.carriers.calendar import read_calendar
from wgsched.reading.carriers.html import read_html
from wgsched.reading.carriers.lines import read_text
from wgsched.reading.carriers.markdown import read_markdown
from wgsched.reading.carriers.pdf import read_pdf
from wgsched.reading.carriers.schedule import read_json, read_xml
from wgsched.reading.carriers.word import read_word
from wgsched.reading.carriers.workbook import read_csv, read_workbook

CARRIERS: dict[str, Callable[[bytes, str], Paper]] = {
    ".docx": read_word,
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xlsx": read_workbook,
    ".csv": read_csv,
    ".ics": read_calendar,
    ".pdf": read_pdf,
    ".json": read_json,
    ".xml": read_xml,
}
"""The readers of papers, by the suffix of the file."""


def carried(content: bytes, file: str) -> Paper:
    """Return the blocks of a paper.

    Raises:
        BadInput: its format is not read, or the file is damaged, too large or unsafe.
    """
    suffix = Path(file).suffix.lower()
    if suffix not in CARRIERS:
        kind = f"{suffix} files are" if suffix else "a file without a suffix is"
        known = ", ".join(CARRIERS)
        raise BadInput(Fault(f"{kind} not read", file, hint=f"Papers are read from {known}."))
    return CARRIERS[suffix](content, file)
