"""The access log: one line for each request, in the common log format.

A log that cannot be written, on a full disk or to a reader that is gone, loses lines; serving goes on.
"""

from __future__ import annotations

import time
from contextlib import suppress
from functools import lru_cache
from typing import TextIO

HELD_LINES = 500


class AccessLog:
    """Holds lines for a moment and writes them together."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._lines: list[str] = []

    def request(self, peer: str, now: int, line: str, status: int, size: int) -> None:
        """Add a request: address, moment, request line, status, bytes of the body."""
        if self._stream is None:
            return
        line = line.replace('"', "%22")
        self._lines.append(f'{peer} - - [{_moment(now)}] "{line}" {status} {size}\n')
        if len(self._lines) >= HELD_LINES:
            self.flush()

    def say(self, text: str) -> None:
        """Add a line about the server itself."""
        if self._stream is not None:
            self._lines.append(f"{text}\n")
            self.flush()

    def flush(self) -> None:
        """Write what is held."""
        if self._stream is not None and self._lines:
            lines = "".join(self._lines)
            self._lines.clear()
            with suppress(OSError):
                self._stream.write(lines)
                self._stream.flush()


@lru_cache(maxsize=4)
def _moment(now: int) -> str:
    return time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime(now))
