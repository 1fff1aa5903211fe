"""The reference of the command line, from the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import typer

from generated.markdown import code, prose, table
from wgsched.cli.app import Exit, app

_SAID = {
    Exit.DONE: "done",
    Exit.LAWFUL_NO: "the answer is no: no programme, something broken, titles missing, or faults in a feed",
    Exit.BAD_INPUT: "bad input: all errors are named at once, with file, line and column; nothing was written",
    Exit.LIMIT: "a limit was reached before a programme was found",
    Exit.INTERNAL: "an error in wgsched itself: its checker refuses what its solver found; please report it",
    Exit.INTERRUPTED: "interrupted",
}
_VALUES: dict[object, str] = {str: "TEXT", int: "NUMBER", float: "NUMBER", Path: "PATH"}


def _value(kind: Any) -> str:
    """Return what is typed after an option; of a list, each with the option before it."""
    several = "..." if get_origin(kind) is list else ""
    return _VALUES.get(get_args(kind)[0] if several else kind, "VALUE") + several


def markdown() -> str:
    """Return one section for each command, in the order of ``--help``."""
    program = typer.main.get_command(app)
    return "\n".join(_section(f"wgsched {path}", command) for path, command in _commands("", program))


def exit_codes() -> str:
    """Return what each exit code says."""
    return table(("code", "meaning"), [(str(each.value), _SAID[each]) for each in Exit])


def _commands(path: str, group: Any) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(f"{path}{name} ", command)
        else:
            yield path + name, command


def _section(name: str, command: Any) -> str:
    needed = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    usage = " ".join((name, *(each.name.upper() for each in needed), *(["[OPTIONS]"] if options else ())))
    parts = [f"## {name}", "", prose(command.help), "", f"```text\n{usage}\n```", ""]
    if needed:
        parts.append(table(("argument", "what it is"), [(code(each.name.upper()), each.help or "") for each in needed]))
    if options:
        parts.append(table(("option", "what it does", "default"), [_option(each) for each in options]))
    return "\n".join(parts)


def _option(option: Any) -> tuple[str, str, str]:
    value = "" if option.is_flag else f" {_value(option.type_descriptor.annotation)}"
    default = "needed" if option.required else "" if option.is_flag or option.default is None else str(option.default)
    return code(", ".join((*option.opts, *option.secondary_opts)) + value), option.help or "", default
