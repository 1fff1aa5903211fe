"""The head of a request, read strictly: what is not plainly HTTP/1 is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from wgsched.publishing.restricted import RESTRICTED
from wgsched.publishing.server.media import is_restricted

REQUEST_LINE = re.compile(r"([A-Za-z]{1,16}) ([\x21-\x7e]+) HTTP/1\.([01])")
HEADER = re.compile(r"([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)")
SERVED = ("GET", "HEAD")


class Refused(Exception):
    """A request that is answered with a status and the end of the connection."""

    def __init__(self, status: int, line: str = "-") -> None:
        self.status = status
        self.line = line
        super().__init__(status)


@dataclass(frozen=True, slots=True)
class Request:
    """A GET or HEAD. ``path`` begins with a slash, its escapes undone; header names are in small letters."""

    line: str
    method: str
    path: str
    headers: dict[str, str]
    closing: bool
    modern: bool

    @property
    def logged(self) -> str:
        """The request line as a log may keep it: without the path of a restricted file."""
        if is_restricted(self.path.lstrip("/")):
            return f"{self.method} /{RESTRICTED}/... {self.line.rpartition(' ')[2]}"
        return self.line

    @property
    def wants_body(self) -> bool:
        """Whether it is a GET."""
        return self.method == "GET"


def parse(head: bytes) -> Request:
    """Read a head, without the empty line that ends it.

    Raises:
        Refused: with 400, 405 or 505.
    """
    first, *lines = head.decode("latin-1").split("\r\n")
    read = REQUEST_LINE.fullmatch(first)
    if read is None:
        raise Refused(505 if re.fullmatch(r"[A-Z]+ [\x21-\x7e]+ HTTP/\d\.\d", first) else 400)
    method, target, minor = read.groups()
    headers = _headers(lines, first)
    modern = minor == "1"
    if (modern and "host" not in headers) or ", " in headers.get("host", ""):
        raise Refused(400, first)
    if method not in SERVED:
        raise Refused(405, first)
    if headers.get("content-length", "0") != "0" or "transfer-encoding" in headers:
        raise Refused(400, first)
    wishes = headers.get("connection", "").lower()
    closing = "close" in wishes if modern else "keep-alive" not in wishes
    return Request(first, method, _path(target, first), headers, closing, modern)


def _headers(lines: list[str], first: str) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        read = HEADER.fullmatch(line)
        if read is None:
            raise Refused(400, first)
        name, value = read[1].lower(), read[2].rstrip(" \t")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _path(target: str, first: str) -> str:
    if not target.startswith("/"):
        scheme, found, rest = target.partition("://")
        if not found or scheme.lower() not in ("http", "https"):
            raise Refused(400, first)
        target = "/" + rest.partition("/")[2]
    path = target.partition("?")[0]
    if "%" not in path:
        return path
    try:
        return unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        raise Refused(400, first) from None
