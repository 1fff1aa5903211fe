"""Formats: twins that turn format-free pages into bytes.

A format is a module with `SUFFIX`, `MEDIA_TYPE` and `write(documents, **options) -> bytes`. A package of one's own adds
one under the entry-point group `wgsched.formats`; the name of the entry point is the name of the format.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from wgsched.annexes.pages import Pages
from wgsched.errors import UnknownName
from wgsched.model.extensions import Registry

__all__ = ["FORMATS", "Format", "find", "names", "write"]


class Format(Protocol):
    """What a format has."""

    SUFFIX: str
    MEDIA_TYPE: str

    def write(self, documents: Sequence[Pages], **options: Any) -> bytes:
        """The bytes of a file that holds the documents, one after the other."""
        ...


FORMATS: Registry[Format] = Registry(
    "format",
    "wgsched.formats",
    {name: f"{__name__}.{name}" for name in ("docx", "pdf", "html", "xlsx", "csv", "markdown", "text", "json")},
    parts=("SUFFIX", "MEDIA_TYPE", "write"),
)

names = FORMATS.names


def find(name: str) -> Format:
    """Return the format of a name, such as "docx"; its suffix will do as well.

    Raises:
        UnknownName: there is none, with the nearest name.
        ExtensionError: a format of another package cannot be used.
    """
    name = name.lower().removeprefix(".")
    try:
        return FORMATS.find(name)
    except UnknownName:
        for known in map(FORMATS.find, names()):
            if f".{name}" == known.SUFFIX:
                return known
        raise


def write(documents: Sequence[Pages], name: str, **options: Any) -> bytes:
    """Write documents in the format of a name."""
    return find(name).write(documents, **options)
