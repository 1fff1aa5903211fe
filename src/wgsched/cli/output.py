"""How the program speaks: plain lines to a pipe, the same lines to a terminal, JSON when asked."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

import typer


def say(*lines: str) -> None:
    """Print lines to standard output."""
    for line in lines:
        typer.echo(line)


def say_json(value: object) -> None:
    """Print one JSON value to standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def complain(text: str) -> None:
    """Print to standard error."""
    for line in text.splitlines() or [""]:
        typer.echo(line, err=True)


def bullets(lines: Iterable[str]) -> list[str]:
    """Return each line behind a dash."""
    return [f"- {line}" for line in lines]


def on_terminal() -> bool:
    """Return whether a person is looking at standard error."""
    return _is_terminal(sys.stderr)


def answers() -> bool:
    """Return whether a person can be asked: they see the question, and can type."""
    return on_terminal() and sys.stdin is not None and sys.stdin.isatty()


def width() -> int:
    """Return how many characters stand in a line of the terminal; in a pipe 100."""
    return max(60, shutil.get_terminal_size().columns) if _is_terminal(sys.stdout) else 100


def _is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal. It is None if the program was started without it."""
    return stream is not None and stream.isatty()


def leave(*, lawful_no: bool) -> None:
    """End a command with exit code 1 if its answer is no."""
    if lawful_no:
        raise typer.Exit(1)
