"""``wgsched annex``: one paper, or all of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.inputs import EITHER, read_either
from wgsched.cli.output import say
from wgsched.errors import BadInput

MARKED = "organization-of-work"
"""The layout that can be printed with marks."""


class PaperRole(StrEnum):
    """What a paper is to another document."""

    ANNEX = "annex"


def annex(
    programme: Annotated[Path, typer.Argument(help=EITHER)],
    *,
    language: Annotated[str, typer.Option(help="ar, zh, en, fr, ru, es; several with commas between; or all.")] = "en",
    fmt: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="docx, pdf, html, xlsx, csv, markdown, text, json; or all. Default: as the file is named, else text.",
        ),
    ] = None,
    layout: Annotated[str, typer.Option(help="The name of a layout, or all.")] = "organization-of-work",
    since: Annotated[
        Path | None, typer.Option(help="For the layouts changes and corrigendum: the earlier programme.")
    ] = None,
    marks: Annotated[
        bool, typer.Option("--marks", help="With --since: the annex with what changed marked, inserted or deleted.")
    ] = False,
    day: Annotated[
        str | None, typer.Option(help="For the layouts order-of-the-day, journal and door-card: the day.")
    ] = None,
    room: Annotated[str | None, typer.Option(help="For the layout door-card: the room. Default: each room.")] = None,
    person: Annotated[
        str | None, typer.Option(help="For the layout person: their key or name. Default: each whose name is printed.")
    ] = None,
    fill: Annotated[str | None, typer.Option(help="Print missing titles in this language, in brackets.")] = None,
    as_: Annotated[
        PaperRole | None,
        typer.Option("--as", help="annex: to go into a document, headed 'Annex', without a masthead of its own."),
    ] = None,
    paper: Annotated[
        str | None, typer.Option(help="For the layout week: a4 or a3. Default: a4, if it can be read there.")
    ] = None,
    template: Annotated[Path | None, typer.Option(help="For docx: your own template.")] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="The file to write, or a folder for several papers. Without it, print to the screen."
        ),
    ] = None,
) -> None:
    """Print or write the annex or another paper. Choose its layout, language and format."""
    from wgsched.cli.papers import PaperOrder, deliver
    from wgsched.files.spoken import day_named

    if marks and since is None:
        raise BadInput("--marks needs the earlier programme: --since FILE")
    chosen = read_either(programme)
    order = PaperOrder(
        language,
        fmt,
        "changes" if marks and layout == MARKED else layout,
        fill,
        since=read_either(since) if since else None,
        marks=marks or None,
        day=day_named(day, chosen.session) if day else None,
        room=room,
        person=person,
        inside=True if as_ else None,
        paper=paper,
        template=template,
    )
    sources = [path for path in (programme, since, template) if path]
    say(*(f"wrote {path}" for path in deliver(chosen, order, output, sources)))
