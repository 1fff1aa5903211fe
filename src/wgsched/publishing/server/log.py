"""The access log: one line for each request, in the common log format.

A log that cannot be written, on a full disk or to a reader that is gone, loses lines; serving goes on.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from typing import TextIO
from urllib.parse import unquote

from wgsched.publishing.restricted import RESTRICTED, is_restricted

HELD_LINES = 500


class AccessLog:
    """Holds lines for a moment and writes them together."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._lines: list[str] = []

    def request(self, client: tuple[str, int] | None, line: str, status: int, size: int) -> None:
        """Add a request: address, request line, status, bytes of the body. Restricted paths are not written."""
        if self._stream is None:
            return
        peer, when = client[0] if client else "-", time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime())
        shown = without_restricted(line).replace('"', "%22")
        self._lines.append(f'{peer} - - [{when}] "{shown}" {status} {size}\n')
        if len(self._lines) >= HELD_LINES:
            self.flush()

    def say(self, text: str) -> None:
        """Add a line about the server itself."""
        self._lines.append(f"{text}\n")
        self.flush()

    def flush(self) -> None:
        """Write what is held."""
        lines = "".join(self._lines)
        self._lines.clear()
        if self._stream is not None and lines:
            with suppress(OSError):
                self._stream.write(lines)
                self._stream.flush()


def without_restricted(line: str) -> str:
    """Return a request line without the path of a restricted file."""
    method, _, rest = line.partition(" ")
    target, _, version = rest.rpartition(" ")
    path = re.sub(r"(?i)^https?://[^/]*", "", target)
    return f"{method} /{RESTRICTED}/... {version}" if is_restricted(unquote(path).lstrip("/")) else line
