"""What every generator writes: tables and definitions in Markdown."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from enum import Enum


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a bar or a line feed inside a cell does not break it."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell(each) for each in line) + " |" for line in lines) + "\n"


def cell(text: str) -> str:
    """Return a text that can stand in a cell."""
    return text.replace("|", "\\|").replace("\n", " ")


def code(text: str) -> str:
    """Return a text as code, or nothing for nothing."""
    return f"`{text}`" if text else ""


def prose(docstring: str | None) -> str:
    """Return the paragraphs of a docstring, its double backticks made single."""
    return inspect.cleandoc(docstring or "").replace("``", "`")


def parameters(verb: Callable[..., object]) -> str:
    """Return the parameters of a verb or class without their types; one of several words by default as that word."""
    signature = inspect.signature(verb)
    plain = [each.replace(annotation=inspect.Parameter.empty) for each in signature.parameters.values()]
    shown = [
        each.replace(default=each.default.value) if isinstance(each.default, Enum) else each
        for each in plain
        if each.name != "self"
    ]
    return str(signature.replace(parameters=shown, return_annotation=inspect.Signature.empty))
