"""The desk: a session's programme in a browser on this machine, over the verbs of the library; the extra ``[web]``.

The page has no logic of its own. Whatever an officer does there is one of the verbs of `wgsched.editing`, `plan`,
`check`, `save_rows`, `publish` or `evening`, and what it writes is what the command line writes.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from pathlib import Path

from wgsched.errors import BadInput, Fault, MissingExtra

__all__ = ["desk"]

NEEDED = {"httptools", "starlette", "uvicorn"}
HOST = "127.0.0.1"


def desk(
    session: str | os.PathLike[str],
    *,
    published: str | os.PathLike[str] | None = None,
    port: int = 0,
    ready: Callable[[str], None] = lambda address: None,  # noqa: ARG005
    stop: threading.Event | None = None,
) -> None:
    """Serve a session file to a browser on this machine until the page says that it is done, Ctrl-C, or ``stop``.

    ``published`` is the programme file to change as little as possible. ``ready`` is called with the address, which
    holds a secret: who does not know it is refused.

    Raises:
        BadInput: a file cannot be read, another desk has the session open, or the port cannot be had.
        MissingExtra: when Starlette or uvicorn is not installed.
    """
    try:
        from wgsched.desk.app import DeskApp
        from wgsched.publishing.server.limits import ServerLimits
        from wgsched.publishing.server.serving import Server
    except ModuleNotFoundError as problem:
        if problem.name is None or problem.name.partition(".")[0] not in NEEDED:
            raise
        raise MissingExtra("The desk", "web") from problem
    from wgsched.desk.board import Board

    limits = ServerLimits(methods=frozenset({"GET", "HEAD", "POST"}), body_bytes=256 * 1024, connections=64)
    ended = stop or threading.Event()
    with Board.opened(Path(session), None if published is None else Path(published)) as board:
        app = DeskApp(board, ended)

        def known(host: str, number: int) -> None:
            app.guard.serve_at(host, number)
            ready(app.guard.address)
            app.planner.warm()

        server = Server(app, HOST, port, limits=limits, note=lambda *_: None, ready=known, stop=ended)
        try:
            asyncio.run(server.serve())
        except (OSError, OverflowError) as refusal:
            reason = getattr(refusal, "strerror", None) or str(refusal)
            raise BadInput(Fault(f"cannot be had: {reason}", f"port {port}", hint="Choose another port.")) from None
        finally:
            app.close()
