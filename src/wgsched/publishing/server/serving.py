"""Runs the server of a published folder: address, signals, the end."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from pathlib import Path

from wgsched.errors import FolderError
from wgsched.publishing.server.app import PublishedSite
from wgsched.publishing.server.limits import Limits
from wgsched.publishing.server.log import AccessLog
from wgsched.publishing.server.running import Server

Ready = Callable[[str, int], None]


async def serve_folder(
    folder: Path, host: str, port: int, log: AccessLog, limits: Limits, ready: Ready, stop: threading.Event | None
) -> None:
    """Serve a published folder until a signal comes or ``stop`` is set.

    Raises:
        FolderError: when nothing was published there, or the address cannot be had.
    """
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    site = PublishedSite(folder, log)
    server = Server(site.application(), limits, log.request)
    try:
        port = await server.listen(host, port)
    except (OSError, OverflowError) as refusal:
        reason = (getattr(refusal, "strerror", None) or str(refusal)).removesuffix(".")
        where = f"cannot be served at {host}:{port}: {reason}"
        raise FolderError(folder, where, hint="Choose another address or port.") from refusal
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, told.set)
    watch = asyncio.create_task(_watch(stop, told)) if stop else None
    ready(host, port)
    await server.run(told, site.renew)
    log.flush()
    if watch:
        await watch


async def _watch(stop: threading.Event, told: asyncio.Event) -> None:
    while not (stop.is_set() or told.is_set()):
        await asyncio.sleep(0.02)
    told.set()
