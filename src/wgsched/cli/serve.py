"""``wgsched serve``: the embedded server of a published folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.output import complain


def serve(
    folder: Annotated[Path, typer.Argument(help="A folder that wgsched published.")],
    *,
    host: Annotated[str, typer.Option(help="The address to listen on. The default serves only your own machine.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port. 0 takes a free one.")] = 8000,
) -> None:
    """Serve a published folder until Ctrl-C."""
    from wgsched.publishing.server import serve as run

    run(
        folder,
        host=host,
        port=port,
        log=sys.stderr,
        ready=lambda at, on: complain(f"serving {folder} at http://{at}:{on}/ (Ctrl-C stops)"),
    )
