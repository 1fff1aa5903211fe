"""``wgsched new``: a starter session file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.output import say
from wgsched.errors import BadInput


def new(
    file: Annotated[Path, typer.Argument(help="The file to write. An existing file is never overwritten.")],
    *,
    language: Annotated[str, typer.Option(help="The language of a workbook's names and help.")] = "en",
) -> None:
    """Write a session file to start from. It has comments and can be planned as it is.

    FILE.xlsx is a workbook to fill in, with lists and help; `wgsched import` makes a session file of it.
    """
    from wgsched.files import starter
    from wgsched.files.writing import unwritten, write_once

    workbook = file.suffix.lower() == ".xlsx"
    try:
        write_once(file, _form(language) if workbook else starter().encode())
    except FileExistsError:
        raise BadInput(f"{file} already exists and was not changed") from None
    except OSError as refusal:
        raise unwritten(file, refusal) from None
    if workbook:
        say(f"{file} is a workbook to fill in. Then: wgsched import {file} -o session.yaml")
        return
    say(f"{file} is a session file of two days. Edit it, then: wgsched plan {file}")


def _form(language: str) -> bytes:
    from wgsched.reading import form

    return form(language)
