"""``wgsched check``: a second opinion on a programme, without the solver."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wgsched.cli.inputs import is_programme, read_either
from wgsched.cli.output import bullets, leave, say, say_json
from wgsched.errors import BadInput

if TYPE_CHECKING:
    from wgsched.model import Programme, Session


SESSIONS = frozenset({".yaml", ".yml", ".json", ""})
"""The suffixes of session and programme files; others are papers."""


def check(
    file: Annotated[
        Path, typer.Argument(help="A programme file, a session file, planned or not, or a published paper.")
    ],
    *,
    against: Annotated[Path | None, typer.Option(help="The session file that a paper should agree with.")] = None,
    year: Annotated[int | None, typer.Option(help="The year of a paper that does not say it.")] = None,
    days: Annotated[str | None, typer.Option(help="The days of a paper that does not say them.")] = None,
    moment: Annotated[
        str | None, typer.Option(help="The time now, such as 2009-04-10: which documents are late by then.")
    ] = None,
    language: Annotated[str, typer.Option(help="The language of the sentences.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check a programme by every rule, without the solver. Of an unplanned session, say what is worth knowing.

    Of a published paper (docx, pdf, txt, html, xlsx...), say what is odd in it, and where.
    """
    from wgsched.checking import check as judge
    from wgsched.cli.counts import omitted, unmet
    from wgsched.files import read_session
    from wgsched.files.typedrows import is_typed_whole
    from wgsched.languages import lexicon

    if file.suffix.lower() not in SESSIONS:
        _tell_paper(file, against=against, year=year, days=days, as_json=as_json)
        return
    if against is not None:
        raise BadInput("--against is for published papers: compare programmes with `wgsched compare`")
    if not is_programme(file) and not is_typed_whole(session := read_session(file)):
        _tell_unplanned(file, session, moment, as_json=as_json)
        return
    programme = read_either(file)
    report = judge(programme)
    words = lexicon(language, programme.session)
    broken = [" ".join(words.say(each, programme.session) for each in violation.sentences) for violation in report]
    unjudged = [words.say(violation.sentence, programme.session) for violation in report.unjudged]
    lacking, leaving = unmet(programme, language), omitted(programme, language)
    if as_json:
        graded = {name: said for name, said in (("unmet", lacking), ("left out", leaving)) if said}
        say_json({"file": str(file), "broken": broken, "cannot be judged": unjudged, **graded})
    else:
        say(*_lines(file, broken, unjudged, _lacking(programme)), *bullets([*leaving, *lacking]))
    leave(lawful_no=bool(broken))


def _tell_paper(file: Path, *, against: Path | None, year: int | None, days: str | None, as_json: bool) -> None:
    from wgsched.reading import lint_paper

    findings = lint_paper(file, against=against, year=year, days=days)
    if as_json:
        say_json({"file": str(file), "odd": [{"place": each.place, "message": each.message} for each in findings]})
    elif findings:
        say(f"{file}: {len(findings)} odd:", *bullets(map(str, findings)))
    else:
        say(f"{file}: nothing is odd.")
    leave(lawful_no=bool(findings))


def _tell_unplanned(file: Path, session: Session, moment: str | None, *, as_json: bool) -> None:
    from wgsched.cli.unplanned import worth_knowing
    from wgsched.files.spoken import moment_named

    today = moment_named(session, moment).date() if moment else None
    facts = list(worth_knowing(session, today))
    if as_json:
        say_json({"file": str(file), "planned": False, "worth knowing": facts})
    else:
        say(f"{file}: the file is sound. It is not planned yet.", *bullets(facts))


def _lacking(programme: Programme) -> str:
    """Return what a programme lacks for some rules to be judged."""
    from wgsched.model.services import all_assigned

    parts = programme.session.agenda.instalments
    lacking = (
        (any(row.opens is None for row in programme.considerations), "rows have no hours"),
        (not all(programme.of(part) for part in parts), "items are not taken up"),
        (not all_assigned(programme), "meetings name no team of interpreters"),
    )
    return " and ".join(reason for lacks, reason in lacking if lacks)


def _lines(file: Path, broken: list[str], unjudged: list[str], lacking: str) -> list[str]:
    lines = [f"{file}: {len(broken)} broken:", *bullets(broken)] if broken else [f"{file}: nothing is broken."]
    if unjudged:
        named = unjudged[0] if len(unjudged) == 1 else f"{len(unjudged)} rules (--json lists them)."
        lines.append(f"Cannot be judged{lacking and f', because {lacking}'}: {named}")
    return lines
