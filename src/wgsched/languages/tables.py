"""The compiled table of a language: read where it is fresh, compiled again where its sources have changed."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from wgsched.languages.vocabulary import Table

_FORM = b"1"
"""The form of the table; another number makes every table stale."""


def table(folder: Path | Traversable, code: str) -> Table:
    """Return the table of the language whose ``.po`` and ``.yaml`` are in a folder.

    Raises:
        BadInput: its files lack something, or something in them cannot be used.
    """
    wordings, data = ((folder / f"{code}.{suffix}").read_bytes() for suffix in ("po", "yaml"))
    cached = folder / f"{code}.json"
    if cached.is_file():
        known = cast("dict[str, Any]", json.loads(cached.read_bytes()))
        if known["sources"] == sources(wordings, data):
            return known
    # Babel and YAML cost more than all languages together, and a normal run does not need them.
    from wgsched.languages.compiling import compiled

    return compiled(code, wordings, data)


def sources(wordings: bytes, data: bytes) -> str:
    """Return the checksum of the two files of a language; how lines end is no matter."""
    # It is taken in every run, where a hash of OpenSSL would cost more to load than the language.
    content = b"\0".join((_FORM, wordings, data)).replace(b"\r\n", b"\n")
    return f"{zlib.crc32(content):08x}"


def written(made: Table) -> bytes:
    """Return a table as the bytes of its file."""
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
