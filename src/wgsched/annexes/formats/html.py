"""HTML: one self-contained file without script, a section per language, for every screen, dark rooms and paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

from wgsched.annexes.fitting import pieces
from wgsched.annexes.footnotes import Footnotes, notebooks
from wgsched.annexes.grid import GridRow, grid
from wgsched.annexes.pages import Block, Footnote, Heading, Pages, Paragraph, Table, direction

SUFFIX = ".html"
MEDIA_TYPE = "text/html; charset=utf-8"

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?|\d\d:\d\d")


def write(documents: Sequence[Pages]) -> bytes:
    """Write documents as one page; with several, links choose the language."""
    languages: dict[str, list[tuple[Pages, Footnotes]]] = {}
    for document, notes in zip(documents, notebooks(documents), strict=True):
        languages.setdefault(document.language, []).append((document, notes))
    style = Markup(_read("page.css"))  # noqa: S704 - our own file
    return _template().render(first=documents[0], languages=languages, style=style).encode()


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    environment.filters.update(
        lines=_lines,
        laid_out=_laid_out,
        shares=lambda table: [f"{100 * width / sum(table.widths):.2f}" for width in table.widths],
        parts=_parts,
        own_name=_own_name,
        direction=direction,
    )
    environment.tests.update(
        footnote=lambda part: isinstance(part, Footnote),
        moment=lambda text: _MOMENT.fullmatch(text) is not None,
        untitled=lambda document: (
            not any(isinstance(block, Heading) and block.level == 1 and block.text.strip() for block in document.blocks)
        ),
    )
    return environment.from_string(_read("page.html"))


@cache
def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _lines(text: str) -> Markup:
    return Markup("<br>").join([Markup("<wbr>").join(map(escape, pieces(line))) for line in text.split("\n")])


@cache
def _own_name(language: str) -> str:
    """What a language calls itself."""
    try:
        return Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language


def _laid_out(table: Table) -> dict[str, Any]:
    """A table as HTML groups it: a new body begins with every band."""
    rows = grid(table)
    bodies: list[list[GridRow]] = []
    for row in rows[len(table.header) :]:
        if row.row.band or not bodies:
            bodies.append([])
        bodies[-1].append(row)
    return {"header": rows[: len(table.header)], "bodies": bodies}


def _parts(document: Pages) -> Iterator[tuple[str, Block | list[Paragraph]]]:
    """The blocks with their kinds; neighbouring items become one list."""
    items: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.label:
            items.append(block)
            continue
        if items:
            yield "Items", items
            items = []
        if isinstance(block, Heading) and not block.text.strip():
            continue
        yield type(block).__name__, block
    if items:
        yield "Items", items
