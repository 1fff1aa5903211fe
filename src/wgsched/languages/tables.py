"""The compiled table of a language, as a file, and of which sources it was made."""

from __future__ import annotations

import json
import zlib

from wgsched.languages.vocabulary import CompiledTable

_FORM = b"1"
"""The form of the table; another number makes every table stale."""


def sources(wordings: bytes, data: bytes) -> str:
    """Return the checksum of the two files of a language; how lines end is no matter."""
    # It is taken in every run, where a hash of OpenSSL would cost more to load than the language.
    content = b"\0".join((_FORM, wordings, data)).replace(b"\r\n", b"\n")
    return f"{zlib.crc32(content):08x}"


def written(made: CompiledTable) -> bytes:
    """Return a table as the bytes of its file."""
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
