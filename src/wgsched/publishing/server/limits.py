"""How much one client, and all of them, may ask of a server, and what is refused before any application sees it."""

from __future__ import annotations

import resource
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

OTHER_FILES = 64
TARGETS = (b"/", b"http://", b"https://")

RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class ServerLimits:
    """Counts, bytes and seconds; the defaults suit a small machine and thousands of readers.

    When there are more than ``connections``, the one whose time runs out first is closed.
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

    def refusal(self, method: str, target: bytes, version: str, headers: RawHeaders) -> int:
        """Return the status with which a head is refused, or 0. Names of headers are in small letters."""
        given = [name for name, _ in headers]
        size = len(target) + sum(len(name) + len(value) + len(": \r\n") for name, value in headers)
        if version not in ("1.0", "1.1"):
            return HTTPStatus.HTTP_VERSION_NOT_SUPPORTED
        if size > self.head_bytes:
            return self.too_long(target)
        if given.count(b"host") > 1 or (version == "1.1" and b"host" not in given):
            return HTTPStatus.BAD_REQUEST
        if method not in self.methods:
            return HTTPStatus.METHOD_NOT_ALLOWED
        if not target.lower().startswith(TARGETS):
            return HTTPStatus.BAD_REQUEST
        if b"transfer-encoding" in given:
            return HTTPStatus.LENGTH_REQUIRED
        too_large = int(dict(headers).get(b"content-length", 0)) > self.body_bytes
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_large else 0

    def too_long(self, target: bytes) -> int:
        """Return the status for a head over the limit: the target alone, or all headers."""
        is_target = len(target) > self.head_bytes
        return HTTPStatus.REQUEST_URI_TOO_LONG if is_target else HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE


def problem(status: int) -> tuple[RawHeaders, bytes]:
    """Return headers and body of an answer that names a status in plain text."""
    text = f"{HTTPStatus(status).phrase}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(text)),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
    ]
    return headers, text


def moved(target: str) -> tuple[RawHeaders, bytes]:
    """Return headers and body of an answer that leads to another address, relative to the one that was asked for."""
    headers, text = problem(HTTPStatus.MOVED_PERMANENTLY)
    return [*headers, (b"location", f"./{quote(target)}".encode("ascii"))], text
