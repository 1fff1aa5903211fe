"""From octets to text: UTF-8 of a size that a person could write, without what no text needs."""

from __future__ import annotations

import re

from wgsched.errors import BadInput, Fault
from wgsched.files.nodes import Mark

LARGEST = 8_000_000
"""Bytes; a session of a whole General Assembly stays under a tenth of it."""

FORBIDDEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
"""Characters that no text needs and that printers, terminals and calendars stumble over."""

_UTF_16 = ("is UTF-16, which some editors call Unicode", "Save it as UTF-8.")
_OFFICE = "Session and programme files are plain text. `wgsched new` writes a session file to start from."
_OTHERS = {
    b"PK\x03\x04": ("is a Word, Excel or ZIP file", _OFFICE),
    b"\xd0\xcf\x11\xe0": ("is a Word or Excel file of the old form", _OFFICE),
    b"%PDF-": ("is a PDF file", _OFFICE),
    b"\xff\xfe": _UTF_16,
    b"\xfe\xff": _UTF_16,
}
"""What is handed over in place of a text file, by its first octets."""


def text_of(content: bytes | str, file: str) -> str:
    """Return the text of a file, with one kind of line ends.

    Raises:
        BadInput: it is not UTF-8, too large, or holds a control character.
    """
    for start, (message, hint) in _OTHERS.items() if isinstance(content, bytes) else ():
        if content[: len(start)] == start:
            raise BadInput(Fault(message, file, 1, 1, hint=hint))
    if len(content) > LARGEST:
        raise BadInput(Fault(f"is larger than {LARGEST // 1_000_000} megabytes", file, 1, 1))
    if isinstance(content, bytes):
        content = _decoded(content, file)
    text = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if control := FORBIDDEN.search(text):
        mark = _mark_after(text[: control.start()])
        message = f"holds the control character U+{ord(control.group()):04X}"
        raise BadInput(Fault(message, file, mark.line, mark.column))
    return text


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mark = _mark_after(content[: error.start].decode("utf-8", "replace"))
        raise BadInput(Fault("is not UTF-8", file, mark.line, mark.column, hint="Save it as UTF-8.")) from None


def _mark_after(before: str) -> Mark:
    return Mark(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
