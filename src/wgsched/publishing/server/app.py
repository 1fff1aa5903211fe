"""The application that answers for a published folder: what a request gets, from one snapshot."""

from __future__ import annotations

import asyncio
import time
from http import HTTPStatus
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from wgsched.errors import WgschedError
from wgsched.publishing.layout import FolderLayout
from wgsched.publishing.server.conditions import is_unchanged, wants_gzip
from wgsched.publishing.server.limits import RawHeaders, moved, problem
from wgsched.publishing.server.log import AccessLog
from wgsched.publishing.server.selection import selection
from wgsched.publishing.server.snapshot import Snapshot, load

PIECE = 64 * 1024


class Answer(Response):
    """Bytes that are made already, sent no faster than the client takes them."""

    def __init__(self, status: int, headers: RawHeaders, body: bytes) -> None:
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


def answer(snapshot: Snapshot, path: str, headers: Headers) -> Answer:
    """Answer a GET; nothing but the path and the conditions matters, least of all Accept.

    The address of a folder with a page, without its last stroke, leads to the page as on any web server.
    """
    resource = snapshot.resources.get(path) or selection(snapshot.resources, path)
    if resource is None and f"{path}/" in snapshot.resources:
        return Answer(HTTPStatus.MOVED_PERMANENTLY, *moved(f"{path.rpartition('/')[2]}/"))
    if resource is None:
        return Answer(HTTPStatus.NOT_FOUND, *problem(HTTPStatus.NOT_FOUND))
    packed = resource.packable and wants_gzip(headers.get("accept-encoding", ""))
    variant = resource.packed if packed else resource.plain
    if is_unchanged(headers, variant.tag, resource.modified):
        return Answer(HTTPStatus.NOT_MODIFIED, variant.named, b"")
    return Answer(HTTPStatus.OK, variant.described, variant.body)


class PublishedSite:
    """The application: the revision that a published folder shows, kept in memory and up to date."""

    def __init__(self, folder: Path, log: AccessLog) -> None:
        self._folder = folder
        self._snapshot = load(folder, int(time.time()))
        self._log = log
        self._complaint = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET or HEAD."""
        reply = answer(self._snapshot, scope["path"], Headers(scope=scope))
        if scope["method"] == "HEAD":
            reply.body = b""
        query = b"?" + scope["query_string"] if scope["query_string"] else b""
        target = (scope["raw_path"] + query).decode("latin-1")
        line = f"{scope['method']} {target} HTTP/{scope['http_version']}"
        self._log.request(scope["client"], line, reply.status_code, len(reply.body))
        await reply(scope, receive, send)

    async def renew(self) -> None:
        """Serve a new revision as soon as all of it is in memory; the old one is served until then."""
        try:
            if FolderLayout(self._folder).shown() != self._snapshot.revision:
                self._snapshot = await asyncio.to_thread(load, self._folder, int(time.time()), self._snapshot)
                self._complaint = ""
        except (OSError, WgschedError) as trouble:
            if str(trouble) != self._complaint:
                self._complaint = str(trouble)
                self._log.say(f"{trouble} The revision before it is served on.")
        self._log.flush()
