"""``wgsched publish``: a new publication in the ledger, and the static folder that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.inputs import read_either
from wgsched.cli.output import say


def publish(
    programme: Annotated[Path, typer.Argument(help="A programme file, or a session file with rows typed by hand.")],
    folder: Annotated[Path, typer.Argument(help="The folder that is served.")],
    *,
    moment: Annotated[str, typer.Option(help="When it is published, such as 2009-04-20 09:00, in the session's zone.")],
    reason: Annotated[str | None, typer.Option(help="Why, by its code; may be left out the first time.")] = None,
    site: Annotated[str | None, typer.Option(help="The address under which the folder is served.")] = None,
) -> None:
    """Publish a programme: feeds, papers and the page where delegates subscribe, all at once or not at all."""
    from wgsched.publishing import Ledger
    from wgsched.publishing import publish as release

    before = len(Ledger.read(folder)) if folder.exists() else 0
    publication = release(read_either(programme), folder, moment=moment, reason=reason, site=site)
    if publication.number <= before:
        say(f"Nothing has changed since publication {publication.number}; {folder} was not touched.")
    else:
        say(f"Publication {publication.number} is in {folder}, in {', '.join(publication.languages)}.")
