"""``wgsched ledger``: the list of publications, and the programme of any of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wgsched.cli.output import say
from wgsched.errors import BadInput

if TYPE_CHECKING:
    from wgsched.publishing import Ledger, Publication


def ledger(
    folder: Annotated[Path, typer.Argument(help="A published folder.")],
    *,
    take: Annotated[int | None, typer.Option(help="The number of the publication to take the programme of.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file for that programme.")] = None,
) -> None:
    """Verify the ledger and list the publications. With --take, write the programme of one of them."""
    from wgsched.files import programme_to_json
    from wgsched.files.writing import write_whole
    from wgsched.publishing import Ledger

    if (take is None) != (output is None):
        raise BadInput("--take NUMBER and -o FILE go together")
    read = Ledger.read(folder)
    if take is not None and output is not None:
        write_whole(output, programme_to_json(read.publication(take).programme), sources=[folder])
        say(f"wrote {output}, the programme of publication {take}")
    else:
        say(*(_line(read, each) for each in read.publications), f"The ledger is sound. Publications: {len(read)}.")
        say(*restricted_lines(folder))


def _line(read: Ledger, publication: Publication) -> str:
    reason = publication.reason
    why = reason if isinstance(reason, str) else reason.best("en", *publication.languages)
    status, _ = read.standing(publication.number)
    return f"{publication.number}  {publication.moment:%Y-%m-%d %H:%M}  {status.value}  {why}"


def restricted_lines(folder: Path) -> list[str]:
    """Return the paths of the restricted feeds of a published folder; nothing where there are none."""
    from wgsched.publishing import restricted_feeds

    paths = restricted_feeds(folder)
    lines = [f"- {view} in {language}: {path}" for (view, language), path in paths.items()]
    return ["Private feeds: only people with the link can read them.", *lines] if lines else []
