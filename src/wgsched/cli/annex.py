"""``wgsched annex``: one paper, or all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.inputs import read_either
from wgsched.cli.output import say


def annex(
    programme: Annotated[Path, typer.Argument(help="A programme file, or a session file with rows typed by hand.")],
    *,
    language: Annotated[str, typer.Option(help="ar, zh, en, fr, ru, es; or all.")] = "en",
    fmt: Annotated[str, typer.Option("--format", help="docx, html, markdown, text, csv, json...; or all.")] = "text",
    layout: Annotated[str, typer.Option(help="The name of a layout.")] = "organization-of-work",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A file; with all, a folder. Without it: the screen.")
    ] = None,
) -> None:
    """Print or write the annex in a language and a format."""
    from wgsched.cli.papers import Order, deliver

    written = deliver(read_either(programme), Order(language, fmt, layout), output)
    say(*(f"wrote {path}" for path in written))
