"""``wgsched check``: a second opinion on a programme, without the solver."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.inputs import EITHER, read_either
from wgsched.cli.output import bullets, leave, say, say_json


def check(
    file: Annotated[Path, typer.Argument(help=EITHER)],
    *,
    language: Annotated[str, typer.Option(help="The language of the sentences.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check a programme by every rule, without the solver. Say in sentences what is broken."""
    from wgsched.checking import check as judge
    from wgsched.languages import lexicon

    programme = read_either(file)
    report = judge(programme)
    words = lexicon(language, programme.session)
    broken = [words.say(violation.sentence, programme.session) for violation in report]
    unjudged = [words.say(violation.sentence, programme.session) for violation in report.unjudged]
    if as_json:
        say_json({"file": str(file), "broken": broken, "cannot be judged": unjudged})
    else:
        say(*_lines(file, broken, unjudged))
    leave(lawful_no=bool(broken))


def _lines(file: Path, broken: list[str], unjudged: list[str]) -> list[str]:
    lines = [f"{file}: {len(broken)} broken:", *bullets(broken)] if broken else [f"{file}: nothing is broken."]
    if unjudged:
        lines += [f"Cannot be judged, because the rows have no hours: {len(unjudged)}.", *bullets(unjudged)]
    return lines
