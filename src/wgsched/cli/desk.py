"""``wgsched desk``: the programme in a browser on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.output import complain, say


def desk(
    session: Annotated[Path, typer.Argument(help="A session file.")],
    *,
    published: Annotated[Path | None, typer.Option(help="The programme to change as little as possible.")] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port. 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")] = True,
) -> None:
    """Open a page on which you move items and are told what that breaks. Its address is the first line printed."""
    from wgsched.desk import desk as run

    def ready(address: str) -> None:
        import sys

        say(address)
        sys.stdout.flush()
        complain(f"the desk of {session} is open. Ctrl-C or “Done” on the page ends it.")
        if browser:
            import webbrowser

            webbrowser.open(address)

    run(session, published=published, port=port, ready=ready)
