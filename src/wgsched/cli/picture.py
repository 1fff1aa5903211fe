"""``wgsched picture``: the timetable, the use of services, or the page of weeks, to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.inputs import EITHER, read_either
from wgsched.cli.output import say


def picture(
    programme: Annotated[Path, typer.Argument(help=EITHER)],
    *,
    name: Annotated[str, typer.Option(help="timetable, services or week.")] = "timetable",
    paper: Annotated[str, typer.Option(help="The paper of the week: a4 or a3. By default the smaller.")] = "",
    language: Annotated[str, typer.Option(help="ar, zh, en, fr, ru or es.")] = "en",
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write, .svg or .png.")],
) -> None:
    """Draw the timetable, the use of services or the page of weeks, as svg or png."""
    from wgsched.annexes.pictures import picture as draw
    from wgsched.files.writing import write_whole

    drawing = draw(read_either(programme), language, name, paper=paper)
    write_whole(output, drawing.bytes(output.suffix.lower().removeprefix(".")), sources=[programme])
    say(f"wrote {output}")
