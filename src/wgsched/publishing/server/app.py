"""The application that answers for a published folder: what a request gets, from one snapshot."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from wgsched.errors import WgschedError
from wgsched.publishing.place import Place
from wgsched.publishing.server.conditions import verdict, wants_gzip
from wgsched.publishing.server.log import AccessLog
from wgsched.publishing.server.refusals import Headers, problem
from wgsched.publishing.server.selection import selection
from wgsched.publishing.server.snapshot import Snapshot, load

PIECE = 64 * 1024


class Answer(Response):
    """Bytes that are made already, sent no faster than the client takes them."""

    def __init__(self, status: int, headers: Headers, body: bytes) -> None:
        self.status_code, self.raw_headers, self.body, self.background = status, headers, body, None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Send the head, then the body piece by piece."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for start in range(0, len(self.body) or 1, PIECE):
            end = start + PIECE
            more = end < len(self.body)
            await send({"type": "http.response.body", "body": self.body[start:end], "more_body": more})
            if more:
                await asyncio.sleep(0)  # for the others, and to learn that the client is gone


def answer(snapshot: Snapshot, path: str, headers: Mapping[str, str]) -> Answer:
    """Answer a GET; the names of its headers are in small letters."""
    resource = snapshot.resources.get(path) or selection(snapshot.resources, path)
    if resource is None:
        return Answer(HTTPStatus.NOT_FOUND, *problem(HTTPStatus.NOT_FOUND))
    packed = resource.packable and wants_gzip(headers.get("accept-encoding", ""))
    variant = resource.packed if packed else resource.plain
    status = verdict(headers, variant.tag, resource.modified)
    if status == HTTPStatus.NOT_MODIFIED:
        return Answer(status, variant.named, b"")
    if status == HTTPStatus.PRECONDITION_FAILED:
        return Answer(status, *problem(status))
    return Answer(status, variant.described, variant.body)


class PublishedSite:
    """The revision that a published folder shows, kept in memory and up to date."""

    def __init__(self, folder: Path, log: AccessLog) -> None:
        self._folder = folder
        self._snapshot = load(folder, int(time.time()))
        self._log = log
        self._complaint = ""

    def application(self) -> Starlette:
        """Return what answers for every path; nothing is redirected."""
        # A path with a line break fits no route: it is answered as one that is not found.
        app = Starlette(routes=[Route("/{path:path}", self.respond)], exception_handlers={404: self.respond})
        app.router.redirect_slashes = False
        return app

    async def respond(self, request: Request, _: Exception | None = None) -> Answer:
        """Answer a GET or HEAD; nothing but the path and the conditions matters, least of all Accept."""
        scope = request.scope
        reply = answer(self._snapshot, scope["path"], joined(scope["headers"]))
        if scope["method"] == "HEAD":
            reply.body = b""
        peer = scope["client"][0] if scope["client"] else "-"
        self._log.request(peer, _line(scope), reply.status_code, len(reply.body))
        return reply

    async def renew(self) -> None:
        """Serve a new revision as soon as all of it is in memory; the old one is served until then."""
        try:
            if Place(self._folder).shown() != self._snapshot.revision:
                self._snapshot = await asyncio.to_thread(load, self._folder, int(time.time()), self._snapshot)
                self._complaint = ""
        except (OSError, WgschedError) as trouble:
            if str(trouble) != self._complaint:
                self._complaint = str(trouble)
                self._log.say(f"{trouble} The revision before it is served on.")
        self._log.flush()


def joined(raw: Headers) -> dict[str, str]:
    """Return headers by their names in small letters; the values of one that stands several times are one list."""
    headers: dict[str, str] = {}
    for name, value in raw:
        key, text = name.decode("latin-1"), value.decode("latin-1").strip(" \t")
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


def _line(scope: Scope) -> str:
    query = b"?" + scope["query_string"] if scope["query_string"] else b""
    return f"{scope['method']} {(scope['raw_path'] + query).decode('latin-1')} HTTP/{scope['http_version']}"
