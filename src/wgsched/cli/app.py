"""The program ``wgsched``: its commands, its exit codes, and the one place where errors become words."""

from __future__ import annotations

import sys
import zoneinfo
from collections.abc import Sequence
from enum import IntEnum
from typing import Annotated

import typer

from wgsched.cli import (
    amend,
    annex,
    check,
    compare,
    desk,
    explain,
    feed,
    import_papers,
    issue,
    ledger,
    new,
    picture,
    plan,
    publish,
    record,
    schema,
    serve,
    titles,
    tonight,
)
from wgsched.cli.output import complain, say
from wgsched.errors import Incomplete, InternalError, LimitReached, MissingTitles, NoProgramme, WgschedError

app = typer.Typer(
    name="wgsched",
    help="Draft the programme of work of an intergovernmental session.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
_COMMANDS = (
    *(new, plan, check, explain, compare, record, amend, annex, titles, picture),
    *(tonight, desk, issue, publish, ledger, serve, schema),
)
for module in _COMMANDS:
    app.command()(getattr(module, module.__name__.rpartition(".")[2]))
app.command("import")(import_papers.import_papers)
app.add_typer(feed.app, name="feed")


def _say_version(asked: bool) -> None:  # noqa: FBT001  # called by the option, with its value
    if asked:
        from importlib import metadata  # costs every other command a hundredth of a second

        say(f"wgsched {metadata.version('wgsched')}")
        raise typer.Exit


@app.callback()
def _program(
    *,
    version: Annotated[  # answered before any command
        bool, typer.Option("--version", help="Print the version and exit.", is_eager=True, callback=_say_version)
    ] = False,
) -> None: ...


class Exit(IntEnum):
    """The exit codes.

    70 is the code of ``sysexits.h`` for an error of the program itself. 130 is what shells expect after Ctrl-C; here it
    means that there was no programme to keep.
    """

    DONE = 0
    LAWFUL_NO = 1
    BAD_INPUT = 2
    LIMIT = 3
    INTERNAL = 70
    INTERRUPTED = 130


_EXITS: tuple[tuple[type[BaseException], Exit], ...] = (
    (NoProgramme, Exit.LAWFUL_NO),
    (MissingTitles, Exit.LAWFUL_NO),
    (Incomplete, Exit.LAWFUL_NO),
    (LimitReached, Exit.LIMIT),
    (InternalError, Exit.INTERNAL),
)
"""Of all other errors it is `BAD_INPUT`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; no error leaves it as a traceback."""
    _speak_utf8()
    _one_zone_database()
    try:
        app(args=arguments)
    except SystemExit as leaving:
        if leaving.code == Exit.INTERRUPTED:
            complain("interrupted: nothing was written")
        return leaving.code if isinstance(leaving.code, int) else Exit.DONE
    except KeyboardInterrupt:
        complain("interrupted")
        return Exit.INTERRUPTED
    except (WgschedError, OSError) as error:
        complain(_words(error))
        return next((code for kind, code in _EXITS if isinstance(error, kind)), Exit.BAD_INPUT)
    return Exit.DONE


def _one_zone_database() -> None:
    """Read time zones from the installed package alone: the machine's own edition may be years behind."""
    zoneinfo.reset_tzpath(to=())


def _words(error: WgschedError | OSError) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def _speak_utf8() -> None:
    """Print every language also where the locale of the terminal is C."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
