"""The embedded server for a published folder: Starlette on uvicorn, within limits; the extra ``[web]``.

It answers GET and HEAD for the files of the revision that is shown, from memory. A request's path is only ever looked
up in the list of these files, so nothing outside can be reached. For names, TLS and logs of your own put a web server
before it, or let that serve the folder directly.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from wgsched.errors import FolderError, MissingExtra
from wgsched.publishing.server.limits import ServerLimits
from wgsched.publishing.server.log import AccessLog

__all__ = ["Limits", "serve"]

NEEDED = {"httptools", "starlette", "uvicorn"}


def serve(
    folder: str | Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    log: TextIO | None = None,
    limits: ServerLimits = ServerLimits(),  # noqa: B008 - frozen
    ready: Callable[[str, int], None] = lambda host, port: None,  # noqa: ARG005
    stop: threading.Event | None = None,
) -> None:
    """Serve a published folder until SIGTERM or SIGINT, or until ``stop`` is set; return when all answers are out.

    New publications are noticed within a second. ``log`` gets a line for each request; ``ready`` is called with the
    address once connections are taken (with the real port when ``port`` is 0).

    Raises:
        FolderError: when nothing was published there, or the address cannot be had.
        MissingExtra: when Starlette or uvicorn is not installed.
    """
    try:
        from wgsched.publishing.server.app import PublishedSite
        from wgsched.publishing.server.serving import Server
    except ModuleNotFoundError as problem:
        if problem.name is None or problem.name.partition(".")[0] not in NEEDED:
            raise
        raise MissingExtra("The server", "web") from problem
    access = AccessLog(log)
    site = PublishedSite(Path(folder), access)
    server = Server(site, host, port, limits=limits, note=access.request, ready=ready, stop=stop, chores=site.renew)
    try:
        asyncio.run(server.serve())
    except (OSError, OverflowError) as refusal:
        reason = (getattr(refusal, "strerror", None) or str(refusal)).removesuffix(".")
        where = f"cannot be served at {host}:{port}: {reason}"
        raise FolderError(Path(folder), where, hint="Choose another address or port.") from refusal
    finally:
        access.flush()
