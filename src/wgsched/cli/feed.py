"""``wgsched feed``: the calendar that delegates subscribe to, and its linter."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from wgsched.cli.inputs import EITHER, read_either
from wgsched.cli.output import leave, say, say_json


class _WriteUnlessNamed(TyperGroup):
    """``feed FILE`` writes a feed; ``feed check FILE`` judges one."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            args = ["write", *args]
        return super().resolve_command(ctx, args)


app = typer.Typer(cls=_WriteUnlessNamed, no_args_is_help=True, help="Write a calendar feed, or check one.")


@app.command()
def write(
    programme: Annotated[Path, typer.Argument(help=EITHER)],
    *,
    language: Annotated[str, typer.Option(help="ar, zh, en, fr, ru or es.")] = "en",
    view: Annotated[str, typer.Option(help="all, items, forum:KEY, item:NUMBER, room:KEY or team:KEY.")] = "all",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file; without it, the screen.")] = None,
) -> None:
    """Write a calendar feed."""
    from wgsched.feeds import feed as feed_of
    from wgsched.files.writing import write_whole

    calendar = feed_of(read_either(programme), language=language, view=view)
    if output is None:
        say(calendar.data.decode().replace("\r\n", "\n").rstrip("\n"))
    else:
        write_whole(output, calendar.bytes(output.suffix), sources=[programme])
        say(f"wrote {output}")


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="An iCalendar file.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check an iCalendar file strictly. Each finding names the section of the RFC."""
    from wgsched.feeds import lint

    findings = lint(file.read_bytes())
    if as_json:
        say_json([{"line": f.line, "code": f.code, "message": f.message, "rfc": f.rfc} for f in findings])
    else:
        lines = [f"{file}:{f.line}: {f.message} ({f.rfc})" for f in findings]
        say(*(lines or [f"{file}: no faults found."]))
    leave(lawful_no=bool(findings))
