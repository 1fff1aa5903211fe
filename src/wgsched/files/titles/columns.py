"""The columns of a sheet: what is written into each, and how a returned one is recognized."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgsched.files.titles.sheet import TitleRow, TitleSheet

KEY, KIND, SENT, STATUS, ORIGINAL = "key", "kind", "as sent", " status", " (original)"
LARGEST = 16_000_000
"""Bytes of a returned sheet; one of a whole General Assembly stays under a tenth of it."""

GUIDE = (
    "How to fill this sheet",
    "Each row is a text of the session file, each language has a column for the text and one for its status.",
    "Write the translation where the status says: missing. Where it says: optional, another text stands in for it.",
    "Write: reviewed, into the status when the version is confirmed. Any other new or changed version "
    "stays marked as to be reviewed.",
    "role: the usual title of an item of that kind. It can stay as it is; a text written over it is used instead.",
    "An empty cell changes nothing: nothing is ever removed from the session file by this sheet.",
    "Do not change the columns key and kind, the hidden column, or the versions in the original language. "
    "An original that is itself missing may be written.",
    "Write text, not formulas. Rows may be sorted, hidden or left out.",
)


def header(sheet: TitleSheet) -> list[str]:
    """Return the names of the columns."""
    names = [KEY, KIND]
    for language in sheet.languages:
        names += [f"{language}{ORIGINAL if language == sheet.original else ''}", f"{language}{STATUS}"]
    return [*names, SENT]


def record(sheet: TitleSheet, row: TitleRow) -> list[str]:
    """Return what stands in the columns of a row."""
    values = [row.key, row.printed.kind]
    for language in sheet.languages:
        values += [row.shown(language), str(row.status(language))]
    return [*values, " ".join(f"{language}={row.state(language)}" for language in sheet.languages)]
