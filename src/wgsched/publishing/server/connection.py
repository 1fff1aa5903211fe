"""One client's connection: uvicorn's, within limits that uvicorn does not have.

uvicorn alone waits for ever for a head, lets a head grow without end, and parses all requests that came together.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from http import HTTPStatus
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from uvicorn import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from wgsched.publishing.server.limits import ServerLimits, problem

if TYPE_CHECKING:
    from uvicorn._types import ASGI3Application

Note = Callable[[tuple[str, int] | None, str, int, int], None]
"""Is told of a refusal: the client's address, the request line or ``-``, the status, the bytes of the body."""
PARSED_AT_ONCE = 8_192


class Refused(Exception):
    """Ends the parsing of a request that is not to be answered."""


def connections(state: ServerState) -> set[Connection]:
    """Return the connections of a server."""
    return cast("set[Connection]", state.connections)


class Connection(HttpToolsProtocol):
    """Refuses what is over its limits, and holds a ``deadline`` after which somebody must abort it."""

    def __init__(self, config: Config, state: ServerState, limits: ServerLimits, note: Note) -> None:
        super().__init__(config, state, {})
        self._limits = limits
        self._note = note
        self.url = b""
        self._unparsed = bytearray()
        self._head_bytes = 0
        self._in_head = True
        self._receiving = False
        self._said_all = False
        self._refused = 0
        self._answering: RequestResponseCycle | None = None
        self._line = "-"
        self.deadline = math.inf

    @property
    def _busy(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _wait(self, seconds: float) -> None:
        self.deadline = self.loop.time() + seconds

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """Begin to wait for a request; where there is no room, another connection that waits goes."""
        others = list(connections(self.server_state))
        super().connection_made(transport)
        self._wait(self._limits.head_seconds)
        if len(others) >= self._limits.connections:
            nearest = min(others, key=attrgetter("deadline"))
            connections(self.server_state).discard(nearest)
            nearest.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the answer under way also where further requests wait behind it; uvicorn stops only the last."""
        if self._answering:
            self._answering.disconnected = True
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; after a refusal it is only read away, so that the client can read our answer."""
        if not self._refused:
            self._unparsed += data
            self._parse()

    def eof_received(self) -> bool:  # type: ignore[override]  # uvicorn always closes
        """Stay open for what is on its way."""
        self._said_all = True
        return self._busy

    def _parse(self) -> None:
        """Parse a piece at a time, and no further than to one request that waits for the answers before it."""
        while self._unparsed and not (self.pipeline or self._refused or self.transport.is_closing()):
            piece = bytes(self._unparsed[:PARSED_AT_ONCE])
            del self._unparsed[:PARSED_AT_ONCE]
            self._head_bytes += len(piece) * self._in_head
            if not (self._receiving or self._busy):
                self._wait(self._limits.head_seconds)
            self._receiving = True
            super().data_received(piece)
            if self._in_head and self._head_bytes > self._limits.head_bytes:
                self._refuse(self._limits.too_long(self.url))
        if self._unparsed:
            self.flow.pause_reading()

    def on_headers_complete(self) -> None:
        """Pass on a head that keeps the limits."""
        method, version = self.parser.get_method().decode("ascii"), self.parser.get_http_version()
        self._in_head, self._head_bytes = False, 0
        self._refused = self._limits.refusal(method, self.url, version, self.headers)
        if self._refused:
            self._line = f"{method} {self.url.decode('latin-1')} HTTP/{version}"
            raise Refused(self._refused)
        super().on_headers_complete()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        self._answering = cycle
        super()._start_asgi_task(cycle, app)

    def on_message_complete(self) -> None:
        """Stop the clock: from now on it is the application that takes its time."""
        super().on_message_complete()
        self._in_head, self._receiving = True, False
        self._rest()

    def pause_writing(self) -> None:
        """Stop sending: the client takes nothing at the moment."""
        super().pause_writing()
        self._wait(self._limits.stalled_seconds)

    def resume_writing(self) -> None:
        """Send on."""
        super().resume_writing()
        self._rest()

    def on_response_complete(self) -> None:
        """Go on with what came meanwhile."""
        super().on_response_complete()
        self._parse()
        self._rest()

    def _rest(self) -> None:
        """Set the clock to what the connection waits for now."""
        if self.flow.write_paused:
            return
        if self._busy:
            self.deadline = math.inf
            return
        self._wait(self._limits.head_seconds if self._receiving else self._limits.idle_seconds)
        if self._refused:
            self._part()
        elif self._said_all:
            self.transport.close()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002
        """Refuse what is not HTTP, or what ``on_headers_complete`` refused: uvicorn calls this for both."""
        self._refuse(self._refused or HTTPStatus.BAD_REQUEST)

    def _refuse(self, status: int) -> None:
        self._refused = status
        self._unparsed.clear()
        if not self._busy:
            self._part()

    def _part(self) -> None:
        """Answer with the refusal and end our half of the connection."""
        if self.transport.is_closing():
            return
        headers, body = problem(self._refused)
        self._note(self.client, self._line, self._refused, len(body))
        if self._refused == HTTPStatus.METHOD_NOT_ALLOWED:
            headers.append((b"allow", ", ".join(sorted(self._limits.methods)).encode()))
        lines = [*self.server_state.default_headers, *headers, (b"connection", b"close")]
        head = b"".join(b"%b: %b\r\n" % line for line in lines)
        self.transport.write(STATUS_LINE[self._refused] + head + b"\r\n" + body)
        if self._said_all:
            self.transport.close()
            return
        self.transport.write_eof()
        self.flow.resume_reading()
        self._wait(self._limits.parting_seconds)
