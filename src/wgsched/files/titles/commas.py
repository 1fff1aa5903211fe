"""The sheet as comma-separated values, in which nothing is taken for a formula, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from wgsched.errors import BadInput, Fault

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


def commas(lines: Iterable[list[str]]) -> bytes:
    """Return a sheet as UTF-8 with a byte order mark and CRLF, so that Excel opens every script."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_harmless(value) for value in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def read_commas(content: bytes, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet, each with the line on which it begins.

    Raises:
        BadInput: it is not UTF-8 or not comma-separated.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(Fault("is not UTF-8", file, hint="Save it as CSV UTF-8.")) from None
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    line = 1
    try:
        for row in reader:
            yield line, [_bare(value) for value in row]
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(Fault(f"is not CSV: {error}", file, line)) from None


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value


def _bare(value: str) -> str:
    return value[1:] if value[:1] == "'" and value[1:].startswith(_FORMULA) else value
