"""The server as a whole: who is connected, what is served, when it ends."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from wgsched.errors import FolderError, WgschedError
from wgsched.publishing.place import Place
from wgsched.publishing.server.connection import Connection
from wgsched.publishing.server.limits import Limits
from wgsched.publishing.server.log import AccessLog
from wgsched.publishing.server.snapshot import Snapshot, load

BACKLOG = 1024
TICK_SECONDS = 0.25


class House:
    """Keeps the connections within their limits and the snapshot up to date."""

    def __init__(
        self, folder: Path, snapshot: Snapshot, limits: Limits, log: AccessLog, clock: Callable[[], float] = time.time
    ) -> None:
        self.limits = limits
        self.snapshot = snapshot
        self.log = log
        self.stopping = False
        self.clock = clock
        self.uptime = time.monotonic
        self._folder = folder
        self._room = limits.possible()
        self._waiting: dict[Connection, None] = {}
        self._working: set[Connection] = set()
        self._complaint = ""

    @property
    def connections(self) -> int:
        """How many there are."""
        return len(self._waiting) + len(self._working)

    def admit(self, connection: Connection) -> None:
        """Count a new connection; where there is no room, the one that has waited longest makes room."""
        if self.connections >= self._room:
            longest = next(iter(self._waiting), connection)
            self.dismiss(longest)
            longest.transport.abort()
            if longest is connection:
                return
        self._waiting[connection] = None

    def waits(self, connection: Connection) -> None:
        """Note that a connection waits for a request since now."""
        self._working.discard(connection)
        self._waiting.pop(connection, None)
        self._waiting[connection] = None

    def works(self, connection: Connection) -> None:
        """Note that a connection is being answered."""
        self._waiting.pop(connection, None)
        self._working.add(connection)

    def dismiss(self, connection: Connection) -> None:
        """Forget a connection."""
        self._waiting.pop(connection, None)
        self._working.discard(connection)

    async def run(self, host: str, port: int, stop: asyncio.Event, ready: Callable[[str, int], None]) -> None:
        """Serve until told to stop; then end what is under way.

        Raises:
            FolderError: when the address cannot be had.
        """
        listener = await self._listen(host, port)
        ready(host, listener.sockets[0].getsockname()[1])
        chores = asyncio.create_task(self._chores())
        await stop.wait()
        listener.close()
        chores.cancel()
        await self._wind_up()
        self.log.flush()

    async def _listen(self, host: str, port: int) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        try:
            return await loop.create_server(lambda: Connection(self), host, port, backlog=BACKLOG, reuse_address=True)
        except (OSError, OverflowError) as refusal:
            reason = (getattr(refusal, "strerror", None) or str(refusal)).removesuffix(".")
            where = f"cannot be served at {host}:{port}: {reason}"
            raise FolderError(self._folder, where, hint="Choose another address or port.") from refusal

    async def _chores(self) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            self._sweep()
            await self._renew()
            self.log.flush()

    def _sweep(self) -> None:
        now = self.uptime()
        for connection in [*self._waiting, *self._working]:
            if connection.deadline < now:
                connection.transport.abort()

    async def _renew(self) -> None:
        """Serve a new revision as soon as all of it is in memory; the old one is served until then."""
        try:
            if Place(self._folder).shown() == self.snapshot.revision:
                return
            self.snapshot = await asyncio.to_thread(load, self._folder, int(self.clock()), self.snapshot)
            self._complaint = ""
        except (OSError, WgschedError) as trouble:
            if str(trouble) != self._complaint:
                self._complaint = str(trouble)
                self.log.say(f"{trouble} The revision before it is served on.")

    async def _wind_up(self) -> None:
        self.stopping = True
        until = self.uptime() + self.limits.grace_seconds
        for connection in [*self._waiting, *self._working]:
            connection.part()
        while self._working and self.uptime() < until:
            await asyncio.sleep(0.02)
        for connection in [*self._waiting, *self._working]:
            connection.transport.abort()
        await asyncio.sleep(0)
