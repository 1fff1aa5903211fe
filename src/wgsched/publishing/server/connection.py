"""One client's connection: heads in, answers out, and never more held than the limits allow."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from wgsched.publishing.server.answers import CLOSE, LAST, STAY, Answer, answer, problem
from wgsched.publishing.server.limits import Limits
from wgsched.publishing.server.log import AccessLog
from wgsched.publishing.server.request import Refused, Request, parse
from wgsched.publishing.server.snapshot import Snapshot

END = b"\r\n\r\n"
PIECE = 64 * 1024


class House(Protocol):
    """What a connection needs to know of its server; ``clock`` tells the time of day, ``uptime`` never goes back."""

    limits: Limits
    snapshot: Snapshot
    log: AccessLog
    stopping: bool
    clock: Callable[[], float]
    uptime: Callable[[], float]

    def admit(self, connection: Connection) -> None:
        """Count a new connection."""
        ...

    def waits(self, connection: Connection) -> None:
        """Note that a connection waits for a request since now."""
        ...

    def works(self, connection: Connection) -> None:
        """Note that a connection is being answered."""
        ...

    def dismiss(self, connection: Connection) -> None:
        """Forget a connection."""
        ...


class Connection(asyncio.Protocol):
    """Reads heads one after another; while an answer is on its way, the next one waits."""

    transport: asyncio.Transport

    def __init__(self, house: House) -> None:
        self._house = house
        self._heads = bytearray()
        self._body = memoryview(b"")
        self._closing = False
        self._ended = False
        self._full = False
        self.peer = "-"
        self.deadline = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for a head."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - asyncio gives a stream, its types do not say so
        self.transport = transport
        peer = transport.get_extra_info("peername")
        self.peer = str(peer[0]) if peer else "-"
        transport.set_write_buffer_limits(high=PIECE, low=PIECE // 4)
        self._wait_for(self._house.limits.head_seconds)
        self._house.admit(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """End, for whatever reason."""
        self._house.dismiss(self)
        self._body = memoryview(b"")

    def data_received(self, data: bytes) -> None:
        """Take what came and answer whole heads."""
        if self._closing:
            return
        if not self._heads and not self._busy:
            self._wait_for(self._house.limits.head_seconds)
        self._heads += data
        if self._busy:
            if len(self._heads) > self._house.limits.head_bytes:
                self.transport.pause_reading()
            return
        self._advance()

    def pause_writing(self) -> None:
        """Stop sending: the client takes nothing at the moment."""
        self._full = True
        self._wait_for(self._house.limits.stalled_seconds)

    def resume_writing(self) -> None:
        """Send on."""
        self._full = False
        self._send_on()
        self._advance()

    def eof_received(self) -> bool:
        """Stay open for what is on its way when the client has said all it has to say."""
        self._ended = True
        return self._busy

    def part(self) -> None:
        """Close when nothing is on its way; else close after it."""
        if self._busy:
            self._closing = True
        else:
            self.transport.close()

    @property
    def _busy(self) -> bool:
        return self._full or len(self._body) > 0

    def _wait_for(self, seconds: float) -> None:
        self.deadline = self._house.uptime() + seconds

    def _advance(self) -> None:
        """Answer all heads that are whole, as long as the client takes the answers."""
        while not (self._closing or self._busy):
            if self._heads.startswith(b"\r\n") and len(self._heads) > 2:
                del self._heads[:2]
            end = self._heads.find(END, 0, self._house.limits.head_bytes + len(END))
            if end < 0:
                if len(self._heads) > self._house.limits.head_bytes:
                    self._refuse(Refused(431 if b"\r\n" in self._heads else 414))
                elif self._ended:
                    self.transport.close()
                return
            head = bytes(self._heads[:end])
            del self._heads[: end + len(END)]
            try:
                self._answer(parse(head))
            except Refused as refused:
                self._refuse(refused)

    def _answer(self, request: Request) -> None:
        self._closing = request.closing or self._house.stopping
        ending = CLOSE if self._closing else LAST if request.modern else STAY
        self._send(answer(request, self._house.snapshot), ending, request.logged)

    def _refuse(self, refused: Refused) -> None:
        self._closing = True
        self._send(problem(refused.status), CLOSE, refused.line)

    def _send(self, reply: Answer, ending: bytes, line: str) -> None:
        house = self._house
        now = int(house.clock())
        head = reply.head(now, ending)
        house.log.request(self.peer, now, line, reply.status, len(reply.body))
        if len(reply.body) <= PIECE:
            self.transport.write(head + reply.body)
        else:
            house.works(self)
            self._wait_for(house.limits.stalled_seconds)
            self._body = memoryview(reply.body)
            self.transport.write(head)
        self._send_on()

    def _send_on(self) -> None:
        while len(self._body) and not self._full and not self.transport.is_closing():
            piece, self._body = self._body[:PIECE], self._body[PIECE:]
            self.transport.write(piece)
        if self._busy:
            return
        if self._closing:
            self._say_farewell()
            return
        self._wait_for(self._house.limits.head_seconds if self._heads else self._house.limits.idle_seconds)
        self._house.waits(self)
        self.transport.resume_reading()

    def _say_farewell(self) -> None:
        """End our half; what the client still sends is read away, so that it can read our last answer."""
        self._heads.clear()
        sent = not self.transport.get_write_buffer_size()
        self._wait_for(self._house.limits.parting_seconds if sent else self._house.limits.stalled_seconds)
        self._house.waits(self)
        if self.transport.can_write_eof() and not self.transport.is_closing():
            self.transport.write_eof()
        self.transport.resume_reading()
