"""``wgsched new``: a starter session file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.output import say
from wgsched.errors import BadInput


def new(
    file: Annotated[Path, typer.Argument(help="Where to write it; an existing file is never overwritten.")],
) -> None:
    """Write a commented starter session file, valid as it stands."""
    from wgsched.files import starter
    from wgsched.files.writing import unwritten, write_once

    try:
        write_once(file, starter().encode())
    except FileExistsError:
        raise BadInput(f"{file} exists already; it was left as it is") from None
    except OSError as refusal:
        raise unwritten(file, refusal) from None
    say(f"{file} is a session file of two days. Edit it, then: wgsched plan {file}")
