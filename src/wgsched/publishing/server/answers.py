"""What a request gets: status, headers and bytes, from one snapshot."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus

from wgsched.publishing.server.conditions import FAILED, NOT_MODIFIED, SENT, http_date, verdict, wants_gzip
from wgsched.publishing.server.request import Request
from wgsched.publishing.server.selection import selection
from wgsched.publishing.server.snapshot import Snapshot

STATUS_LINES = {status.value: f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode() for status in HTTPStatus}
STAY, CLOSE, LAST = b"Connection: keep-alive\r\n\r\n", b"Connection: close\r\n\r\n", b"\r\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer but for its date; ``body`` is empty for HEAD and 304."""

    status: int
    headers: bytes = field(repr=False)
    body: bytes = field(default=b"", repr=False)

    def head(self, now: int, ending: bytes) -> bytes:
        """Return the bytes up to the body."""
        return b"%bDate: %b\r\n%b%b" % (STATUS_LINES[self.status], http_date(now).encode(), self.headers, ending)


def answer(request: Request, snapshot: Snapshot) -> Answer:
    """Answer a GET or HEAD; nothing but the path and the conditions matters, least of all Accept."""
    resource = snapshot.resources.get(request.path) or selection(snapshot.resources, request.path)
    if resource is None:
        return problem(404, with_body=request.wants_body)
    headers = request.headers
    packed = resource.packable and wants_gzip(headers.get("accept-encoding", ""))
    variant = resource.packed if packed else resource.plain
    decided = verdict(headers, variant.tag, resource.modified)
    if decided == NOT_MODIFIED:
        return Answer(NOT_MODIFIED, variant.named)
    if decided == FAILED:
        return problem(FAILED, with_body=request.wants_body)
    return Answer(SENT, variant.described, variant.body if request.wants_body else b"")


def problem(status: int, *, with_body: bool = True) -> Answer:
    """Answer with a status and its name in plain text."""
    text = f"{HTTPStatus(status).phrase}\n".encode()
    allow = b"Allow: GET, HEAD\r\n" if status == HTTPStatus.METHOD_NOT_ALLOWED else b""
    headers = (
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\nCache-Control: no-store\r\n"
        b"X-Content-Type-Options: nosniff\r\n%b"
    )
    return Answer(status, headers % (len(text), allow), text if with_body else b"")
