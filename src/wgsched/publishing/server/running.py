"""Runs an application within limits, until it is told to stop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from email.utils import formatdate

from uvicorn import Config
from uvicorn.server import ServerState

from wgsched.publishing.server.connection import Connection, Note, connections
from wgsched.publishing.server.limits import Limits

BACKLOG = 1024
TICK_SECONDS = 0.25
NEVER = 1_000_000
"""Seconds for uvicorn's own clock of idle connections: the deadlines of ours are enough."""


class Server:
    """An application on an address. Not uvicorn's own: that takes the signals, and ends the process when it fails."""

    def __init__(self, app: Callable[..., Awaitable[None]], limits: Limits, note: Note) -> None:
        options = {"ws": "none", "lifespan": "off", "log_config": None, "log_level": "error", "access_log": False}
        self._config = Config(app, proxy_headers=False, timeout_keep_alive=NEVER, **options)  # type: ignore[arg-type]
        self._state = ServerState()
        self._limits = replace(limits, connections=limits.possible())
        self._note = note

    async def listen(self, host: str, port: int) -> int:
        """Take connections, and return the port.

        Raises:
            OSError: the address cannot be had.
            OverflowError: there is no such port.
        """
        self._tell_date()
        loop = asyncio.get_running_loop()
        self._listener = await loop.create_server(self._connection, host, port, backlog=BACKLOG, reuse_address=True)
        return int(self._listener.sockets[0].getsockname()[1])

    def _connection(self) -> Connection:
        return Connection(self._config, self._state, self._limits, self._note)

    async def run(self, told: asyncio.Event, chores: Callable[[], Awaitable[None]]) -> None:
        """Serve until told to stop, with ``chores`` several times a second; then let answers under way end."""
        ticking = asyncio.create_task(self._tick(chores))
        await told.wait()
        ticking.cancel()
        self._listener.close()
        await self._wind_up()

    async def _tick(self, chores: Callable[[], Awaitable[None]]) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            self._tell_date()
            now = asyncio.get_running_loop().time()
            for connection in [one for one in connections(self._state) if one.deadline < now]:
                connection.transport.abort()
            await chores()

    def _tell_date(self) -> None:
        self._state.default_headers = [(b"date", formatdate(time.time(), usegmt=True).encode())]

    async def _wind_up(self) -> None:
        loop = asyncio.get_running_loop()
        until = loop.time() + self._limits.grace_seconds
        for connection in list(connections(self._state)):
            connection.shutdown()
        while connections(self._state) and loop.time() < until:
            await asyncio.sleep(0.02)
        for connection in list(connections(self._state)):
            connection.transport.abort()
        await asyncio.sleep(0)
