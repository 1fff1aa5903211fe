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
    broken = [" ".join(words.say(each, programme.session) for each in found.sentences) for found in report]
    unjudged = [words.say(violation.sentence, programme.session) for violation in report.unjudged]
    if as_json:
        say_json({"file": str(file), "broken": broken, "cannot be judged": unjudged})
    else:
        say(*_lines(file, broken, unjudged))
    leave(lawful_no=bool(broken))


def _lines(file: Path, broken: list[str], unjudged: list[str]) -> list[str]:
    lines = [f"{file}: {len(broken)} broken:", *bullets(broken)] if broken else [f"{file}: nothing is broken."]
    if unjudged:
        named = unjudged[0] if len(unjudged) == 1 else f"{len(unjudged)} rules (--json lists them)."
        lines.append(f"Cannot be judged, because rows have no hours: {named}")
    return lines
