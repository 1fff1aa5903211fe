"""``wgsched titles``: the sheet of missing titles, to the translators and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wgsched.cli.output import bullets, say, say_json
from wgsched.errors import BadInput

if TYPE_CHECKING:
    from wgsched.files import Taken, TitleSheet


def titles(
    session: Annotated[Path, typer.Argument(help="A session file.")],
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The sheet to write, .xlsx or .csv. With --from, the new session file."),
    ] = None,
    returned: Annotated[
        Path | None, typer.Option("--from", help="A filled sheet. Its texts go into the session file.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Only these languages, such as fr or fr,ru.")] = None,
    annotations: Annotated[bool, typer.Option("--annotations", help="Include the texts of the annotations.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is missing, or what was taken, as JSON.")] = False,
) -> None:
    """List missing titles, or write a sheet of them for translators. With --from, take a filled sheet back."""
    from wgsched import files
    from wgsched.files.writing import write_whole

    if returned is not None:
        if language or annotations:
            raise BadInput("--language and --annotations cannot be used with --from")
        taken = files.take_titles(session, returned, output=output)
        _say_taken(taken, output or session, as_json=as_json)
        return
    chosen = [each.strip() for each in language.split(",")] if language else []
    sheet = files.titles(session, languages=chosen, annotations=annotations)
    if output is not None:
        write_whole(output, sheet.bytes(output.suffix.lower()), sources=[session])
    if as_json:
        say_json(_data(sheet))
    elif output is not None:
        say(f"wrote {output}: {len(sheet.rows)} texts in {', '.join(sheet.languages)}")
    else:
        say(*_lines(sheet))


def _data(sheet: TitleSheet) -> dict[str, Any]:
    from wgsched.files import TitleStatus

    words = (TitleStatus.MISSING, TitleStatus.OPTIONAL, TitleStatus.TO_REVIEW)
    return {
        "original": sheet.original,
        "languages": {
            language: {str(status): list(sheet.having(language, status)) for status in words}
            for language in sheet.languages
        },
    }


def _lines(sheet: TitleSheet) -> list[str]:
    from wgsched.files import TitleStatus

    lines: list[str] = []
    shown = {row.key: row.shown(sheet.original) for row in sheet.rows}
    for language in sheet.languages:
        missing = sheet.missing(language)
        optional = len(sheet.having(language, TitleStatus.OPTIONAL))
        review = len(sheet.having(language, TitleStatus.TO_REVIEW))
        more = [f"to review: {review}"] * bool(review) + [f"optional: {optional}"] * bool(optional)
        besides = f" ({', '.join(more)})" if more else ""
        lines += [f"{language}: {len(missing) or 'nothing'} missing{besides}", *bullets(_named(missing, shown))]
    return lines


def _named(keys: tuple[str, ...], shown: dict[str, str]) -> list[str]:
    return [f"{key}: {' '.join(shown[key].split())}" if shown[key] else key for key in keys]


def _say_taken(taken: tuple[Taken, ...], target: Path, *, as_json: bool) -> None:
    if as_json:
        entries = [
            {"key": each.key, "language": each.language, "text": each.text, "to review": each.to_review}
            for each in taken
        ]
        say_json({"file": str(target), "taken": entries})
        return
    if not taken:
        say(f"The sheet has nothing new for {target}.")
        return
    review = sum(each.to_review for each in taken)
    say(f"{target}: {len(taken)} taken, {review} of them to be reviewed.")
    say(
        *(
            f"- {each.key} {each.language}{'~' if each.to_review else ''}: {' '.join(each.text.split())}"
            for each in taken
        )
    )
