"""How much one client, and all of them, may ask of a server."""

from __future__ import annotations

import resource
from dataclasses import dataclass

OTHER_FILES = 64


@dataclass(frozen=True)
class Limits:
    """Counts, bytes and seconds; the defaults suit a small machine and thousands of readers.

    When there are more than ``connections``, the one that has waited longest without a whole request is closed.
    """

    connections: int = 2_000
    methods: frozenset[str] = frozenset({"GET", "HEAD"})
    head_bytes: int = 8_192
    body_bytes: int = 0
    """Of a request; it must state them beforehand."""
    head_seconds: float = 10.0
    """From the first byte of a request, or the connection, to the request's end."""
    idle_seconds: float = 20.0
    """Between two requests on one connection."""
    stalled_seconds: float = 20.0
    """Without the client taking another 48 kB of an answer."""
    parting_seconds: float = 2.0
    """For the client to read a refusal before the connection ends."""
    grace_seconds: float = 1.0
    """For answers under way when the server is told to stop."""

    def possible(self) -> int:
        """Return how many connections the system lets this process have, and ask it for as many as are wished."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wished = self.connections + OTHER_FILES
        if soft < wished:
            soft = min(wished, hard) if hard != resource.RLIM_INFINITY else wished
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        return max(1, min(self.connections, soft - OTHER_FILES))
