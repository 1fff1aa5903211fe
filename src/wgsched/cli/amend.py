"""``wgsched amend``: the night before, without planning: a meeting cancelled, moved, or in another room."""

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
    cancel: Annotated[bool, typer.Option("--cancel", help="It will not be held.")] = False,
    restore: Annotated[bool, typer.Option("--restore", help="It will be held after all.")] = False,
    room: Annotated[str | None, typer.Option(help="Its new room.")] = None,
    opens: Annotated[str | None, typer.Option(help="Its new hour, such as 15:30, or a whole moment.")] = None,
    closes: Annotated[str | None, typer.Option(help="When it closes, if its length changes.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to write the programme; without it, only a preview.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="A published folder: show the notice and the feed that it would get.")
    ] = None,
    moment: Annotated[str | None, typer.Option(help="With --folder: when it would be published.")] = None,
    reason: Annotated[str, typer.Option(help="With --folder: why, by its code.")] = "officers-request",
) -> None:
    """Change one meeting and show what that changes. Nothing is planned, and no meeting is ever deleted."""
    from wgsched.files import programme_to_json
    from wgsched.files.spoken import meeting_named, moment_named
    from wgsched.files.writing import write_whole
    from wgsched.publishing import amend as change

    if folder and not moment:
        raise BadInput("say when it would be published: --moment '2009-05-13 19:00'")
    before = read_either(programme)
    chosen = meeting_named(before.session, before.meetings, meeting)
    hours = [moment_named(before.session, text, chosen.date) if text else None for text in (opens, closes)]
    amendment = change(before, chosen.key, cancel=cancel, restore=restore, room=room, opens=hours[0], closes=hours[1])
    _preview(before, amendment.programme, amendment.left_over)
    if folder and moment:
        show_publication(amendment.programme, folder, moment, reason)
    if output is None:
        say("", "A preview: nothing was written. With -o FILE the programme is; then: wgsched publish FILE DIR")
    else:
        sources = [programme, *([folder] if folder else [])]
        write_whole(output, programme_to_json(amendment.programme), sources=sources)
        say("", f"wrote {output}")


def _preview(before: Programme, after: Programme, left_over: tuple[str, ...]) -> None:
    from wgsched.checking import check, compare

    say(*bullets(map(str, compare(before, after))))
    if left_over:
        say(f"No meeting takes up any more: {', '.join(left_over)}. Plan again to place them.")
    broken = check(after)
    if broken:
        say("What is now broken:", *bullets(map(str, broken)))
    show_annex(before, after)
