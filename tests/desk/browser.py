"""A browser of tests: it asks the application itself, without a network, as the page's own script does."""

import asyncio
import re
import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode

from wgsched.desk.app import DeskApp
from wgsched.desk.board import Board


@dataclass
class Reply:
    status: int
    headers: dict
    text: str

    @property
    def said(self):
        return re.search(r'id="said" role="status">(.*?)</p>', self.text, re.DOTALL)[1]

    @property
    def refused(self):
        return re.search(r'id="refused" role="alert">(.*?)</p>', self.text, re.DOTALL)[1]


@dataclass
class Browser:
    app: DeskApp
    sending: Callable[[], None] = lambda: None
    """Called before each part of an answer is sent."""

    @property
    def board(self):
        return self.app.board

    def ask(self, method, path, body=b"", headers=None):
        """Send a request with these headers alone, and return the answer."""
        sent = []
        path, _, query = path.partition("?")
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in (headers or {}).items()],
        }

        asked = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive():
            return next(asked, None) or await asyncio.Future()  # the browser stays

        async def send(message):
            self.sending()
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))
        head = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Reply(sent[0]["status"], head, b"".join(each.get("body", b"") for each in sent[1:]).decode())

    def get(self, name, *, shown="", **fields):
        query = f"?{urlencode(fields)}" if fields else ""
        guard = self.app.guard
        headers = {"host": f"{guard.host}:{guard.port}", "shown": shown}
        return self.ask("GET", f"{guard.root}{name}{query}", headers=headers)

    def post(self, name, fields=(), *, version=None, shown=""):
        guard = self.app.guard
        pairs = [*dict(fields).items()] if isinstance(fields, dict) else list(fields)
        pairs.append(("version", str(self.board.version if version is None else version)))
        headers = {"host": f"{guard.host}:{guard.port}", "origin": guard.origin, "sec-fetch-site": "same-origin"}
        headers["shown"] = shown
        return self.ask("POST", f"{guard.root}{name}", urlencode(pairs).encode(), headers)

    def do(self, verb, **fields):
        return self.post("do", {"verb": verb, **fields})


@contextmanager
def opened(path, published=None):
    """Open a desk, and return a browser that shows it."""
    with Board.opened(path, published) as board:
        app = DeskApp(board, threading.Event())
        app.guard.serve_at("127.0.0.1", 8123)
        try:
            yield Browser(app)
        finally:
            app.close()
