"""Formats: twins that turn format-free pages into bytes.

A format is a module with `SUFFIX`, `MEDIA_TYPE` and `write(documents, **options) -> bytes`. A package of one's own adds
one under the entry-point group `wgsched.formats`; the name of the entry point is the name of the format.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Protocol, cast

from wgsched.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import PurePath

    from wgsched.annexes.document import Document

__all__ = ["FORMATS", "GROUP", "Format", "find", "names", "of_file", "write"]

GROUP = "wgsched.formats"

# The suffix says the format, and the format its module: imported only when it is asked for.
FORMATS: Mapping[str, str] = {
    "docx": "wgsched.annexes.formats.docx",
    "pdf": "wgsched.annexes.formats.pdf",
    "html": "wgsched.annexes.formats.html",
    "xlsx": "wgsched.annexes.formats.xlsx",
    "csv": "wgsched.annexes.formats.csv",
    "markdown": "wgsched.annexes.formats.markdown",
    "text": "wgsched.annexes.formats.text",
    "json": "wgsched.annexes.formats.json",
}


class Format(Protocol):
    """What a format has."""

    SUFFIX: str
    MEDIA_TYPE: str

    def write(self, documents: Sequence[Document], **options: Any) -> bytes:
        """The bytes of a file that holds the documents, one after the other."""
        ...


def names() -> tuple[str, ...]:
    """The names of all formats: ours in their order, then those of other packages by name."""
    return (*FORMATS, *sorted(set(_added()) - set(FORMATS)))


@cache
def find(name: str) -> Format:
    """The format of a name, such as "docx"; its suffix will do as well.

    Raises UnknownName with the nearest name.
    """
    name = name.lower().removeprefix(".")
    if name in FORMATS:
        return cast(Format, import_module(FORMATS[name]))
    if name in _added():
        return cast(Format, _added()[name].load())
    for other in names():
        if f".{name}" == find(other).SUFFIX:
            return find(other)
    raise UnknownName("format", name, names())


def of_file(path: PurePath) -> Format:
    """The format that a file's suffix asks for."""
    return find(path.suffix)


def write(documents: Sequence[Document], name: str, **options: Any) -> bytes:
    """Write documents in the format of a name."""
    return find(name).write(documents, **options)


@cache
def _added() -> dict[str, Any]:
    return {
        point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    }
