"""``wgsched tonight``: all that is known in the evening, in one file, done at once or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wgsched.cli.inputs import is_programme, read_either
from wgsched.cli.outlook import show_annex, show_publication
from wgsched.cli.output import answers, bullets, complain, say
from wgsched.errors import BadInput

if TYPE_CHECKING:
    from wgsched.model import Programme
    from wgsched.publishing import Evening


def tonight(
    programme: Annotated[Path, typer.Argument(help="A programme file.")],
    evening: Annotated[Path, typer.Argument(help="What was held and what changes: a YAML file.")],
    *,
    into: Annotated[Path, typer.Option(help="The published folder.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The programme file to write, if not the same.")
    ] = None,
    records: Annotated[Path | None, typer.Option(help="Where the ledger lies, if not where it lay.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change. Write nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Record, cancel, move and publish in one go. On a terminal, show what changes and ask first."""
    from wgsched.files.writing import refuse_sources
    from wgsched.publishing import evening as after

    refuse_sources([output or programme], [evening, *([programme] if output else [])])
    before, target = read_either(programme), output or programme
    if output is None and not is_programme(programme):
        raise BadInput(f"{programme} is a session file. Give a file for its programme: -o FILE")
    done = after(before, evening, into)
    asks = answers() and not (yes or dry_run)
    if not (asks or yes or dry_run):
        raise BadInput("nothing was done: without a terminal, say --yes, or --dry-run to look first")
    if dry_run or asks:
        _preview(before, done, into)
    if dry_run:
        say("", "A preview: nothing was written.")
    elif asks and not typer.confirm("Publish this?", err=True):
        complain("nothing was done")
        raise typer.Exit(1)
    else:
        _do(before, done, into, target, records)


def _preview(before: Programme, done: Evening, folder: Path) -> None:
    _tell(before, done)
    show_annex(before, done.programme)
    show_publication(done.programme, folder, done.moment, done.reason)


def _tell(before: Programme, done: Evening) -> None:
    """Say what changes, what is left over, and what is broken by it."""
    from wgsched.checking import check, compare

    say(*(bullets(map(str, compare(before, done.programme))) or ["Nothing changes for delegates."]))
    if done.left_over:
        agenda = done.programme.session.agenda
        items = dict.fromkeys(item for key in done.left_over for item in agenda.items_in(key))
        names = ", ".join(str(item.number or item.key) for item in items)
        say(f"Left without a meeting: {names}. Plan again to place them, or move them.")
    known = set(check(before))
    if broken := [each for each in check(done.programme) if each not in known]:
        say("What is now broken:", *bullets(map(str, broken)))


def _do(before: Programme, done: Evening, folder: Path, target: Path, records: Path | None) -> None:
    from wgsched.publishing import carry_out

    publication = carry_out(done, folder, target, records=records)
    _tell(before, done)
    say(f"Publication {publication.number} is in {folder}, in {', '.join(publication.languages)}.", f"wrote {target}")
    for line in publication.left_out:
        complain(f"not written: {line}")
