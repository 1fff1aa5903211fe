"""Why a request is refused before any application sees it, and what the client is told."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from wgsched.publishing.server.limits import Limits

Headers = list[tuple[bytes, bytes]]
TARGETS = (b"/", b"http://", b"https://")


def refusal(method: str, target: bytes, version: str, headers: Headers, limits: Limits) -> int:
    """Return the status with which a head is refused, or 0. Names of headers are in small letters."""
    hosts = sum(name == b"host" for name, _ in headers)
    if version not in ("1.0", "1.1"):
        return HTTPStatus.HTTP_VERSION_NOT_SUPPORTED
    if len(target) + sum(len(name) + len(value) + len(": \r\n") for name, value in headers) > limits.head_bytes:
        return too_long(target, limits)
    if hosts > 1 or (version == "1.1" and not hosts):
        return HTTPStatus.BAD_REQUEST
    if method not in limits.methods:
        return HTTPStatus.METHOD_NOT_ALLOWED
    if not target.lower().startswith(TARGETS):
        return HTTPStatus.BAD_REQUEST
    return _refusal_of_body(headers, limits)


def too_long(target: bytes, limits: Limits) -> int:
    """Return the status for a head over the limit: the target alone, or all headers."""
    if len(target) > limits.head_bytes:
        return HTTPStatus.REQUEST_URI_TOO_LONG
    return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE


def _refusal_of_body(headers: Headers, limits: Limits) -> int:
    for name, value in headers:
        if name == b"transfer-encoding":
            return HTTPStatus.LENGTH_REQUIRED
        if name == b"content-length" and int(value) > limits.body_bytes:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return 0


def problem(status: int, methods: Iterable[str] = ()) -> tuple[Headers, bytes]:
    """Return headers and body of an answer that names a status in plain text."""
    text = f"{HTTPStatus(status).phrase}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(text)),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
    ]
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append((b"allow", ", ".join(sorted(methods)).encode()))
    return headers, text
