"""``wgsched record``: what was really held, from which planning starts again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wgsched.cli.inputs import is_programme, read_either
from wgsched.cli.output import bullets, say
from wgsched.errors import BadInput, Fault

if TYPE_CHECKING:
    from wgsched.model import Programme, Takes


def record(
    programme: Annotated[Path, typer.Argument(help="A programme file.")],
    item: Annotated[str, typer.Argument(help="The item, by number or key.")],
    outcome: Annotated[str, typer.Argument(help="concluded, continues, not-reached or adjourned.")],
    moment: Annotated[str, typer.Argument(help="When: 'Thu 12:40', '14 May 12:40' or '2009-05-14 12:40'.")],
    *,
    remaining: Annotated[
        str | None,
        typer.Option(
            help="What an item that continues still needs: '~2 h'. By default, the unused part of its estimate."
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file to write, if not the same.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change. Write nothing.")] = False,
) -> None:
    """Record what became of an item. Correct the rows to what was held, and say what that changes."""
    from wgsched.checking import record as recorded
    from wgsched.files import programme_to_json
    from wgsched.files.spoken import moment_named
    from wgsched.files.writing import write_whole

    before = read_either(programme)
    if output is None and not is_programme(programme):
        raise BadInput(f"{programme} is a session file. Give a file for its programme: -o FILE")
    takes = _takes(remaining) if remaining else None
    after = recorded(before, item, outcome, moment_named(before.session, moment), takes)
    if dry_run:
        _tell(before, after)
        say("A preview: nothing was written.")
        return
    write_whole(output or programme, programme_to_json(after), sources=[programme] if output else [])
    _tell(before, after)
    say(f"Written to {output or programme}. Then: wgsched plan SESSION --published {output or programme}")


def _takes(text: str) -> Takes:
    """Return the length of time that a text states, such as ``~2 h`` or ``1 meeting``."""
    from wgsched.files.grammar import Wrong, read_takes

    try:
        return read_takes(text)
    except Wrong as wrong:
        raise BadInput(Fault(f"--remaining {text!r}: {wrong.message}", hint=wrong.hint)) from None


def _tell(before: Programme, after: Programme) -> None:
    from wgsched.checking import check, compare
    from wgsched.languages import lexicon
    from wgsched.model import Sentence
    from wgsched.model.reading import subject

    fact = after.actuals[-1]
    agenda = after.session.agenda
    items = subject(agenda.items_of(agenda.instalment(fact.instalment)))
    words = lexicon("en", after.session)
    say(words.say(Sentence(f"held-{fact.outcome}", item=items, moment=fact.moment), after.session))
    changes = compare(before, after)
    say(*bullets(map(str, (*changes, *changes.estimates))))
    broken = check(after)
    if broken:
        say("What remains must be planned again:", *bullets(map(str, broken)))
