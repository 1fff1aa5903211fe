"""Runs an application within limits, until it is told to stop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace
from socket import socket

import uvicorn
from starlette.types import ASGIApp

from wgsched.publishing.server.connection import Connection, Note, connections
from wgsched.publishing.server.limits import ServerLimits

BACKLOG = 1024
NEVER = 1_000_000
"""Seconds for uvicorn's own clock of idle connections: the deadlines of ours are enough."""

Ready = Callable[[str, int], None]


async def nothing() -> None:
    """Do nothing."""


class Server(uvicorn.Server):
    """uvicorn's server, with connections that keep limits, and with an end that is nobody's failure."""

    def __init__(
        self,
        app: ASGIApp,
        host: str,
        port: int,
        *,
        limits: ServerLimits,
        note: Note,
        ready: Ready,
        stop: threading.Event | None = None,
        chores: Callable[[], Awaitable[None]] = nothing,
    ) -> None:
        options = {"ws": "none", "lifespan": "off", "log_config": None, "log_level": "critical", "access_log": False}
        patience = {"timeout_keep_alive": NEVER, "timeout_graceful_shutdown": limits.grace_seconds}
        config = uvicorn.Config(app, host, port, proxy_headers=False, server_header=False, **options, **patience)  # type: ignore[arg-type]
        super().__init__(config)
        self._limits = replace(limits, connections=limits.possible())
        self._note, self._ready, self._stop, self._chores = note, ready, stop, chores

    async def startup(self, sockets: list[socket] | None = None) -> None:  # noqa: ARG002
        """Take connections; uvicorn's own ends the process when it cannot.

        Raises:
            OSError: the address cannot be had.
            OverflowError: there is no such port.
        """
        loop = asyncio.get_running_loop()
        listener = await loop.create_server(self._connection, self.config.host, self.config.port, backlog=BACKLOG)
        self.servers, self.started = [listener], True
        await self.on_tick(0)
        self._ready(self.config.host, listener.sockets[0].getsockname()[1])

    def _connection(self) -> Connection:
        return Connection(self.config, self.server_state, self._limits, self._note)

    async def on_tick(self, counter: int) -> bool:
        """Let those go whose time is over, see to the chores, and return whether to stop; several times a second."""
        now = asyncio.get_running_loop().time()
        for connection in [each for each in connections(self.server_state) if each.deadline < now]:
            connection.transport.abort()
        await self._chores()
        return await super().on_tick(counter) or bool(self._stop and self._stop.is_set())

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """Let answers under way end, and then everybody go."""
        await super().shutdown(sockets)
        for connection in list(connections(self.server_state)):
            connection.transport.abort()
        await asyncio.sleep(0)

    def handle_exit(self, sig: int, frame: object) -> None:  # noqa: ARG002
        """Stop without a complaint; uvicorn would end the process by the signal."""
        self.should_exit = True
