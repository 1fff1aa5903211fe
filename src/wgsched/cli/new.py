"""``wgsched new``: a starter session file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.output import say
from wgsched.errors import BadInput


def new(
    file: Annotated[Path, typer.Argument(help="The file to write. An existing file is never overwritten.")],
) -> None:
    """Write a session file to start from. It has comments and can be planned as it is."""
    from wgsched.files import starter
    from wgsched.files.writing import unwritten, write_once

    try:
        write_once(file, starter().encode())
    except FileExistsError:
        raise BadInput(f"{file} already exists and was not changed") from None
    except OSError as refusal:
        raise unwritten(file, refusal) from None
    say(f"{file} is a session file of two days. Edit it, then: wgsched plan {file}")
