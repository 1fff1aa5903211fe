"""``wgsched import``: papers that exist already become a session file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wgsched.cli.output import bullets, say, say_json
from wgsched.errors import BadInput

if TYPE_CHECKING:
    from wgsched.reading import Reading

MOST = 20
"""Entries of one kind that the report shows; with --json it has them all."""


def import_papers(
    files: Annotated[
        list[Path], typer.Argument(help="Papers of one session: docx, txt, md, html, xlsx, csv, pdf, ics, json, xml.")
    ],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The session file to write.")],
    year: Annotated[int | None, typer.Option(help="The year, if the papers do not say it.")] = None,
    days: Annotated[str | None, typer.Option(help="The days, such as 14 - 15 May 2009, if no paper says them.")] = None,
    place: Annotated[
        str | None, typer.Option(help="A duty station such as Vienna, or a time zone such as Asia/Qatar.")
    ] = None,
    body: Annotated[str | None, typer.Option(help="The name of the body, if the papers do not say it.")] = None,
    language: Annotated[str | None, typer.Option(help="The language of the papers, if it is mistaken.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over an existing file.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Read agendas, annexes and tables into a session file. Reports what was inferred and what was left over."""
    from wgsched.files.writing import unwritten, write_once, write_whole
    from wgsched.reading import read_paper

    if output.exists() and not force:
        raise BadInput(f"{output} already exists and was not changed; --force writes over it")
    reading = read_paper(*files, language=language, year=year, place=place, body=body, days=days)
    content = reading.text.encode()
    if force:
        write_whole(output, content, sources=files)
    else:
        try:
            write_once(output, content)
        except FileExistsError:
            raise BadInput(f"{output} already exists and was not changed; --force writes over it") from None
        except OSError as refusal:
            raise unwritten(output, refusal) from None
    if as_json:
        say_json(_data(reading, output))
    else:
        say(*_lines(reading, output))


def _data(reading: Reading, output: Path) -> dict[str, object]:
    return {
        "file": str(output),
        "blocks": [
            {"fate": str(entry.fate), "place": entry.place, "text": entry.text, "meaning": entry.meaning}
            for entry in reading.account
        ],
    }


def _lines(reading: Reading, output: Path) -> list[str]:
    from wgsched.reading import Fate

    session, programme = reading.session, reading.programme
    counts = [f"{len(session.agenda)} items and entries", f"{len(session.days)} days"]
    if programme is not None:
        counts += [f"{len(programme.meetings)} meetings", f"{len(programme.considerations)} rows"]
    lines = [f"wrote {output}: {', '.join(counts)}, read in {reading.facts.language}"]
    heads = {Fate.REFUSED: "Contradicts itself:", Fate.INFERRED: "Inferred, to be checked:",
             Fate.LEFT_OVER: "Left over:"}  # fmt: skip
    for fate, head in heads.items():
        entries = reading.account.of(fate)
        if entries:
            lines += [head, *bullets(str(entry) for entry in entries[:MOST])]
        if len(entries) > MOST:
            lines.append(f"- and {len(entries) - MOST} more: --json prints all")
    return lines
