"""``wgsched import``: papers that exist already become a session file."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wgsched.cli.output import bullets, say, say_json
from wgsched.errors import BadInput

if TYPE_CHECKING:
    from wgsched.reading import Reading, Returned

MOST = 20
"""Entries of one kind that the report shows; with --json it has them all."""


def import_papers(
    files: Annotated[
        list[Path], typer.Argument(help="Papers of one session: docx, txt, md, html, xlsx, csv, pdf, ics, json, xml.")
    ],
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The session file to write.")] = None,
    into: Annotated[
        Path | None, typer.Option(help="The session file into which the rows of an edited annex or workbook go back.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")] = False,
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
    """Read agendas, annexes and tables into a session file. Reports what was inferred and what was left over.

    With --into, the rows of an edited annex go back into their session file: placed (~), with all else as it was.
    """
    if (output is None) == (into is None):
        raise BadInput("name either the session file to write, with -o, or the one to change, with --into")
    if into is not None:
        _put_back(files, into, language=language, dry_run=dry_run, as_json=as_json)
        return
    assert output is not None  # noqa: S101 - one of the two is given
    if output.exists() and not force and not dry_run:
        raise BadInput(_EXISTS.format(output))
    from wgsched.reading import read_paper

    reading = read_paper(*files, language=language, year=year, place=place, body=body, days=days)
    if not dry_run:
        _write(output, reading.text.encode(), files, force=force)
    if as_json:
        say_json(_data(reading, output))
    else:
        say(*_lines(reading, output, dry_run=dry_run))


_EXISTS = "{} already exists and was not changed; --force writes over it"


def _write(output: Path, content: bytes, files: list[Path], *, force: bool) -> None:
    from wgsched.files.writing import unwritten, write_once, write_whole

    if force:
        write_whole(output, content, sources=files)
        return
    try:
        write_once(output, content)
    except FileExistsError:
        raise BadInput(_EXISTS.format(output)) from None
    except OSError as refusal:
        raise unwritten(output, refusal) from None


def _data(reading: Reading, output: Path) -> dict[str, object]:
    return {
        "file": str(output),
        "blocks": [
            {"fate": str(entry.fate), "place": entry.place, "text": entry.text, "meaning": entry.meaning}
            for entry in reading.account
        ],
    }


def _lines(reading: Reading, output: Path, *, dry_run: bool) -> list[str]:
    from wgsched.reading import Fate

    session, programme = reading.session, reading.programme
    counts = [f"{len(session.agenda)} items and entries", f"{len(session.days)} days"]
    if programme is not None:
        counts += [f"{len(programme.meetings)} meetings", f"{len(programme.considerations)} rows"]
    did = "would write" if dry_run else "wrote"
    lines = [f"{did} {output}: {', '.join(counts)}, read in {reading.facts.language}"]
    heads = {Fate.REFUSED: "Contradicts itself:", Fate.INFERRED: "Inferred, to be checked:",
             Fate.LEFT_OVER: "Left over:"}  # fmt: skip
    for fate, head in heads.items():
        entries = reading.account.of(fate)
        if entries:
            lines += [head, *bullets(str(entry) for entry in entries[:MOST])]
        if len(entries) > MOST:
            lines.append(f"- and {len(entries) - MOST} more: --json prints all")
    return lines


def _put_back(files: list[Path], into: Path, *, language: str | None, dry_run: bool, as_json: bool) -> None:
    """Read papers back into a session file and show what changes; with ``dry_run`` nothing is written."""
    from wgsched.checking import compare
    from wgsched.files.writing import write_whole
    from wgsched.reading import read_into

    returned = read_into(*files, session=into, language=language)
    changed = returned.content != returned.was
    if changed and not dry_run:
        write_whole(into, returned.content, sources=files)
    sentences = list(dict.fromkeys(str(change) for change in compare(returned.before, returned.after)))
    difference = _difference(returned, into)
    if as_json:
        say_json({"file": str(into), "written": changed and not dry_run, "changes": sentences, "lines": difference})
    elif not changed:
        say(f"{into}: nothing changes.")
    else:
        say(f"{into} would change:" if dry_run else f"{into} is changed:", *bullets(sentences), *difference)


def _difference(returned: Returned, into: Path) -> list[str]:
    """Return the lines of the file that go and come, without those around them."""
    was, now = (content.decode("utf-8", "replace").splitlines() for content in (returned.was, returned.content))
    return list(unified_diff(was, now, str(into), str(into), n=0, lineterm=""))[2:]
