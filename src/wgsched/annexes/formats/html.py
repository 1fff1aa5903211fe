"""HTML: one self-contained file without script, a section per language, for every screen, dark rooms and paper."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import jinja2
from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

from wgsched.annexes.document import Footnote, Heading, Paragraph, direction
from wgsched.annexes.fitting import pieces
from wgsched.annexes.grid import grid
from wgsched.annexes.notes import notebooks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wgsched.annexes.document import Block, Document, Row, Table
    from wgsched.annexes.grid import Place
    from wgsched.annexes.notes import Notes

SUFFIX = ".html"
MEDIA_TYPE = "text/html; charset=utf-8"

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?|\d\d:\d\d")


def write(documents: Sequence[Document]) -> bytes:
    """Write documents as one page; with several, links choose the language."""
    languages: dict[str, list[tuple[Document, Notes]]] = {}
    for document, notes in zip(documents, notebooks(documents), strict=True):
        languages.setdefault(document.language, []).append((document, notes))
    style = Markup(_read("page.css"))  # noqa: S704 - our own file
    return _template().render(first=documents[0], languages=languages, style=style).encode()


class Line(NamedTuple):
    """A row, and the cells that begin in it."""

    row: Row
    places: list[Place]


class LaidOut(NamedTuple):
    """A table as HTML groups it: a new body begins with every band."""

    header: list[Line]
    bodies: list[list[Line]]


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    environment.filters.update(
        lines=_lines,
        laid_out=_laid_out,
        shares=_shares,
        parts=_parts,
        own_name=_own_name,
        direction=direction,
    )
    environment.tests.update(
        footnote=lambda part: isinstance(part, Footnote),
        moment=lambda text: _MOMENT.fullmatch(text) is not None,
        untitled=_is_untitled,
    )
    return environment.from_string(_read("page.html"))


@cache
def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _is_untitled(document: Document) -> bool:
    headings = (block for block in document.blocks if isinstance(block, Heading))
    return not any(heading.level == 1 and heading.text.strip() for heading in headings)


def _lines(text: str) -> Markup:
    return Markup("<br>").join([Markup("<wbr>").join(map(escape, pieces(line))) for line in text.split("\n")])


@cache
def _own_name(language: str) -> str:
    """What a language calls itself."""
    try:
        name = Locale.parse(language, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        name = None
    return name or language


def _shares(table: Table) -> list[str]:
    return [f"{100 * width / sum(table.widths):.2f}" for width in table.widths]


def _laid_out(table: Table) -> LaidOut:
    rows = (*table.header, *table.rows)
    lines = [
        Line(row, [place for column, place in enumerate(places) if place.starts(number, column)])
        for number, (row, places) in enumerate(zip(rows, grid(rows, table.width), strict=True))
    ]
    bodies: list[list[Line]] = []
    for line in lines[len(table.header) :]:
        if line.row.band or not bodies:
            bodies.append([])
        bodies[-1].append(line)
    return LaidOut(lines[: len(table.header)], bodies)


def _parts(document: Document) -> Iterator[tuple[str, Block | list[Paragraph]]]:
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
