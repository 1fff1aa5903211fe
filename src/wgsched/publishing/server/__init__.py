"""The embedded server for a published folder: small, on the standard library, and strict about HTTP.

It answers GET and HEAD for the files of the revision that is shown, from memory. A request's path is only ever looked
up in the list of these files, so nothing outside can be reached. For names, TLS and logs of your own put a web server
before it, or let that serve the folder directly.
"""

from __future__ import annotations

import asyncio
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from wgsched.publishing.server.house import House
from wgsched.publishing.server.limits import Limits
from wgsched.publishing.server.log import AccessLog
from wgsched.publishing.server.snapshot import load

__all__ = ["Limits", "serve"]


def serve(
    folder: str | Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    log: TextIO | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    ready: Callable[[str, int], None] = lambda host, port: None,  # noqa: ARG005
    stop: threading.Event | None = None,
) -> None:
    """Serve a published folder until SIGTERM or SIGINT, or until ``stop`` is set; return when all answers are out.

    New publications are noticed within a second. ``log`` gets a line for each request; ``ready`` is called with the
    address once connections are taken (with the real port when ``port`` is 0).

    Raises:
        FolderError: when nothing was published there, or the address cannot be had.
    """
    root = Path(folder)
    house = House(root, load(root, int(time.time())), limits, AccessLog(log))
    asyncio.run(_until_stopped(house, host, port, ready, stop))


async def _until_stopped(
    house: House, host: str, port: int, ready: Callable[[str, int], None], stop: threading.Event | None
) -> None:
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, told.set)
    watch = asyncio.create_task(_watch(stop, told)) if stop else None
    await house.run(host, port, told, ready)
    if watch:
        await watch


async def _watch(stop: threading.Event, told: asyncio.Event) -> None:
    while not (stop.is_set() or told.is_set()):
        await asyncio.sleep(0.02)
    told.set()
