"""``wgsched issue``: the document issued anew, as a revision, a corrigendum, an addendum, or for technical reasons."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.inputs import read_either
from wgsched.cli.output import say
from wgsched.errors import BadInput


def issue(
    programme: Annotated[Path, typer.Argument(help="A programme file.")],
    *,
    date: Annotated[str, typer.Option(help="The day of issue, such as 2009-04-20 or 20 April 2009.")],
    rev: Annotated[bool, typer.Option("--rev", help="A revision in all languages: /Rev.1, /Rev.2...")] = False,
    corr: Annotated[str | None, typer.Option(help="A corrigendum in these languages: ar,fr; or all.")] = None,
    add: Annotated[bool, typer.Option("--add", help="An addendum in all languages: /Add.1, /Add.2...")] = False,
    reissue: Annotated[bool, typer.Option("--reissue", help="The same symbol again, for technical reasons.")] = False,
    of: Annotated[
        str, typer.Option(help="The paper that is issued again: Add.1, Rev.1... By default the document as it stands.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The programme file to write; needed without --dry-run.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the new symbol. Write nothing.")] = False,
) -> None:
    """Issue the document again. To show it to delegates, publish the new programme file."""
    from wgsched.files import programme_to_json
    from wgsched.files.spoken import day_named
    from wgsched.files.writing import write_whole
    from wgsched.publishing import issue as release

    chosen = {"revision": rev, "corrigendum": corr is not None, "addendum": add, "reissue": reissue}
    if [*chosen.values()].count(True) != 1:
        raise BadInput("choose one: --rev, --corr LANGUAGES, --add or --reissue")
    if output is None and not dry_run:
        raise BadInput("say where the programme goes, with -o FILE, or only look, with --dry-run")
    kind = next(kind for kind, asked in chosen.items() if asked)
    languages = None if corr in (None, "all") else tuple(code.strip() for code in str(corr).split(","))
    before = read_either(programme)
    issued = release(before, kind, day_named(date, before.session), languages, of=of)
    made = issued.session.issues[-1]
    if output is not None and not dry_run:
        write_whole(output, programme_to_json(issued), sources=[programme])
    wrote = "a preview: nothing was written" if dry_run else f"wrote {output}"
    say(f"{made.symbol}, {', '.join(made.languages)}; {wrote}")
