"""``wgsched amend``: a meeting cancelled, moved or put into another room, without planning."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wgsched.cli.inputs import read_either
from wgsched.cli.outlook import show_annex, show_publication
from wgsched.cli.output import bullets, say
from wgsched.errors import BadInput

if TYPE_CHECKING:
    from wgsched.model import Programme


def amend(
    programme: Annotated[Path, typer.Argument(help="A programme file.")],
    meeting: Annotated[str, typer.Argument(help="The meeting: its key, or when it sits, such as 'Thu pm'.")],
    *,
    cancel: Annotated[bool, typer.Option("--cancel", help="Cancel the meeting.")] = False,
    restore: Annotated[bool, typer.Option("--restore", help="Hold the meeting after all.")] = False,
    room: Annotated[str | None, typer.Option(help="The new room.")] = None,
    opens: Annotated[str | None, typer.Option(help="The new opening: 15:30, or a date and hour.")] = None,
    closes: Annotated[str | None, typer.Option(help="The new closing. By default, the old one.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The programme file to write. Without it, nothing is written.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="A published folder. Show the notice and the feed that it would get.")
    ] = None,
    moment: Annotated[str | None, typer.Option(help="With --folder: the time of publication.")] = None,
    reason: Annotated[str, typer.Option(help="With --folder: the reason, a code or words.")] = "officers-request",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing, also with -o.")] = False,
) -> None:
    """Cancel, move or restore one meeting, without planning. Show what that changes."""
    from wgsched.files import programme_to_json
    from wgsched.files.spoken import meeting_named, moment_named
    from wgsched.files.writing import write_whole
    from wgsched.publishing import amend as change
    from wgsched.publishing.reasons import reason_named

    if folder and not moment:
        raise BadInput("--folder needs --moment, such as '2009-05-13 19:00'")
    before = read_either(programme)
    chosen = meeting_named(before.session, before.meetings, meeting)
    hours = [moment_named(before.session, text, chosen.date) if text else None for text in (opens, closes)]
    amendment = change(before, chosen.key, cancel=cancel, restore=restore, room=room, opens=hours[0], closes=hours[1])
    _preview(before, amendment.programme, amendment.left_over)
    if folder and moment:
        why = reason_named(reason, before.session.original)
        show_publication(amendment.programme, folder, moment_named(before.session, moment), why)
    if output is None or dry_run:
        say("", "A preview: nothing was written. To keep the change, add -o FILE; then: wgsched publish FILE DIR")
    else:
        sources = [programme, *([folder] if folder else [])]
        write_whole(output, programme_to_json(amendment.programme), sources=sources)
        say("", f"wrote {output}")


def _preview(before: Programme, after: Programme, left_over: tuple[str, ...]) -> None:
    from wgsched.checking import check, compare

    say(*bullets(map(str, compare(before, after))))
    if left_over:
        say(f"Left without a meeting: {', '.join(left_over)}. Plan again to place them.")
    broken = check(after)
    if broken:
        say("What is now broken:", *bullets(map(str, broken)))
    show_annex(before, after)
