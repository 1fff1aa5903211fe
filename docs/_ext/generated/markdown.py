"""What every generator writes: tables and definitions in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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
    import inspect

    return inspect.cleandoc(docstring or "").replace("``", "`")
