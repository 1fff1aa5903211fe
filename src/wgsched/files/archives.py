"""Unpacks the ZIP archives that Word and Excel files are, within limits: a small one may hold gigabytes."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from wgsched.errors import BadInput, Fault

MOST_PARTS = 2_000
LARGEST = 64_000_000
"""Bytes of an archive, and of all its parts together; letterheads with pictures stay under a tenth of it."""

MOST_RATIO = 100
"""How many times larger than the archive the parts may be, from `ALWAYS_FIT` bytes on; text is packed to a tenth."""

ALWAYS_FIT = 4_000_000
MOST_XML = 32_000_000
"""Bytes of XML in a workbook."""

EARLIEST = (1980, 1, 1, 0, 0, 0)

_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_HEADER = b"PK\x01\x02"


def parts_of(content: bytes, file: str, *, most_xml: int) -> dict[str, bytes]:
    """Return the parts of an archive by their names, in its order; ``most_xml`` bytes of them may be XML.

    XML has a limit of its own, because a tree of it takes thirty times the room.

    Raises:
        BadInput: it has too many parts, or is too large when unpacked.
        zipfile.BadZipFile: it is no archive, or a damaged one.
    """
    if len(content) > LARGEST:
        raise _refused(f"is larger than {LARGEST // 1_000_000} megabytes", file)
    if content.count(_HEADER) > MOST_PARTS:  # counted before anything is made of them
        raise _refused(f"has more than {MOST_PARTS} parts", file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive.infolist(), len(content), file, most_xml)
            return {part.filename: _read(archive, part) for part in archive.infolist()}
    except BadInput:
        raise
    except (zlib.error, EOFError, RuntimeError, ValueError, struct.error) as error:
        raise zipfile.BadZipFile(str(error) or type(error).__name__) from None


def packed(parts: Mapping[str, bytes] | Mapping[str, str]) -> bytes:
    """Return an archive whose parts bear no clock time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            archive.writestr(member, content)
    return out.getvalue()


def opened_workbook(content: bytes, file: str, *, formulas: bool = False) -> Any:
    """Return a workbook with its values, or with its formulas in their place.

    Raises:
        BadInput: it is no workbook, damaged or too large.
    """
    import openpyxl  # slow to load, and only workbooks need it

    try:
        parts = parts_of(content, file, most_xml=MOST_XML)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl cannot keep of a workbook is nothing that is read here
            return openpyxl.load_workbook(io.BytesIO(packed(parts)), data_only=not formulas)
    except BadInput:
        raise
    except Exception as error:  # a damaged workbook breaks openpyxl in many ways
        raise damaged(error, file) from None


def damaged(error: Exception, file: str) -> BadInput:
    """Return the error that says why a workbook cannot be read."""
    return BadInput(Fault(f"is not a workbook: {error or type(error).__name__}", file))


def is_xml(name: str) -> bool:
    """Return whether a part is read as XML, by its name."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _check(parts: list[zipfile.ZipInfo], size: int, file: str, most_xml: int) -> None:
    whole = sum(part.file_size for part in parts)
    if whole > LARGEST:
        raise _refused(f"is larger than {LARGEST // 1_000_000} megabytes when unpacked", file)
    if whole > max(ALWAYS_FIT, MOST_RATIO * size):
        raise _refused(f"is more than {MOST_RATIO} times larger when unpacked", file)
    if sum(part.file_size for part in parts if is_xml(part.filename)) > most_xml:
        raise _refused(f"has more than {most_xml // 1_000_000} megabytes of XML when unpacked", file)
    if strange := next((part.filename for part in parts if part.compress_type not in _PACKINGS), None):
        raise _refused(f"is packed in an unusual way: {strange}", file)


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Return a part, never more of it than it says to have; `ZipFile.read` unpacks all before it compares."""
    with archive.open(part) as stream:
        return stream.read(part.file_size)


def _refused(message: str, file: str) -> BadInput:
    return BadInput(Fault(message, file, hint="Save it again, without the parts that you do not need."))
