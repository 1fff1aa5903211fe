"""``wgsched publish``: a new publication in the ledger, and the static folder that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wgsched.cli.inputs import EITHER, read_either
from wgsched.cli.ledger import restricted_lines
from wgsched.cli.output import complain, say

if TYPE_CHECKING:
    from wgsched.model import Programme


def publish(
    programme: Annotated[Path, typer.Argument(help=EITHER)],
    folder: Annotated[Path, typer.Argument(help="The folder to publish in.")],
    *,
    moment: Annotated[str, typer.Option(help="When, such as '2009-04-20 09:00' or, in the session, 'Tue 18:00'.")],
    reason: Annotated[
        str | None, typer.Option(help="A code, or words: 'en: Flood; fr: Inondation'. Not needed at first.")
    ] = None,
    status: Annotated[str | None, typer.Option(help="circulated, silence, agreed or adopted.")] = None,
    silence_until: Annotated[str | None, typer.Option(help="When the silence procedure ends.")] = None,
    cancelled_until: Annotated[str | None, typer.Option(help="How long feeds keep what was cancelled.")] = None,
    languages: Annotated[str | None, typer.Option(help="Such as zh,en. By default all of the session.")] = None,
    papers: Annotated[str | None, typer.Option(help="Formats of the annex, such as docx,pdf. By default all.")] = None,
    site: Annotated[str | None, typer.Option(help="The web address of the folder.")] = None,
    restricted: Annotated[
        str | None, typer.Option(help="Private feeds, team:KEY,...: only people with the link can read them.")
    ] = None,
    records: Annotated[
        Path | None, typer.Option(help="Where the ledger lies. By default where it lay, else beside FOLDER.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Publish nothing if a paper cannot be written.")] = False,
    preview: Annotated[bool, typer.Option("--dry-run", "--preview", help="Show the notice. Write nothing.")] = False,
) -> None:
    """Publish the feeds, the papers and the delegates' page. All change at once, or none."""
    from wgsched.files.spoken import moment_named
    from wgsched.publishing.reasons import reason_named

    given: dict[str, Any] = {
        "status": status,
        "silence_until": silence_until,
        "cancelled_until": cancelled_until,
        "languages": _names(languages),
        "papers": _names(papers),
        "site": site,
        "restricted": _names(restricted),
    }
    asked = {name: value for name, value in given.items() if value is not None}
    chosen = read_either(programme)
    for name in ("silence_until", "cancelled_until"):
        if name in asked:
            asked[name] = moment_named(chosen.session, asked[name])
    when, why = moment_named(chosen.session, moment), reason_named(reason, chosen.session.original)
    if preview:
        _preview(chosen, folder, moment=when, reason=why, **asked)
    else:
        _publish(chosen, folder, moment=when, reason=why, records=records, strict=strict, **asked)


def _publish(programme: Programme, folder: Path, **asked: Any) -> None:
    from wgsched.publishing import Ledger
    from wgsched.publishing import publish as release
    from wgsched.publishing.layout import FolderLayout

    before = len(Ledger.read(folder)) if FolderLayout(folder).shown() else 0
    publication = release(programme, folder, **asked)
    if publication.number <= before:
        say(f"Nothing has changed since publication {publication.number}; {folder} was not touched.")
    else:
        say(f"Publication {publication.number} is in {folder}, in {', '.join(publication.languages)}.")
    for line in publication.left_out:
        complain(f"not written: {line}")
    say(*restricted_lines(folder))


def _preview(programme: Programme, folder: Path, **asked: Any) -> None:
    from wgsched.publishing import preview as look

    publication = look(programme, folder, **asked)
    if publication is None:
        say(f"Nothing has changed; {folder} would not be touched.")
        return
    for language, notice in publication.notices.items():
        say(f"--- {language}", notice.rstrip(), "")
    say("A preview: nothing was written.")


def _names(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(name.strip() for name in text.split(",") if name.strip())
