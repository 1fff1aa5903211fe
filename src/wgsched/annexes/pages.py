"""Format-free pages: what a layout builds in one language, and what every format writes.

A `Pages` is a title, a language and a sequence of blocks:

* `Heading`, `Paragraph` (body, list item with its label, note, centered line, masthead line),
* `Columns` (two stacks of paragraphs side by side: the masthead and its "Distr." block),
* `Table` of `Row`s of `Cell`s, `Separator` (a thin line across the page), `PageBreak`.

Words inside a block are a string, or `Run`s when a part is bold, italic, in another language, inserted or deleted;
a `Footnote` may stand among them. A line feed inside text is a line break in every format.

Spans are those of HTML: a cell with `rowspan=3` is written once, and the next two rows simply leave it out.
A row, or the table, may carry records: plain values for programs, which csv writes instead of the printed words.

All text is cleaned when it enters (see `clean`), so no format ever meets a control character.
Nothing here reads a clock: `moment` is given or absent.

    table = Table(
        header=(Row((Cell("Date and time"), Cell("Agenda item"), Cell("Title or description"))),),
        rows=(
            Row((Cell("Thursday, 14 May", colspan=3, iso="2009-05-14"),), band=True),
            Row((Cell("10 a.m.–1 p.m.", rowspan=2, iso="2009-05-14T10:00"), Cell("1 (a)"), Cell("Opening"))),
            Row((Cell("1 (b)"), Cell("Adoption of the agenda"))),
        ),
        widths=(3, 2, 6),
    )
    Pages(title="Organization of work", language="en", blocks=(Heading("Annex"), table))
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, TypeAlias

from wgsched.annexes.wording import Cleaned, Content, Footnote, Inline, Revised, Run, Worded, direction, primary
from wgsched.model import TableStyle

__all__ = [
    "COLOURS",
    "TONES",
    "Align",
    "Block",
    "Cell",
    "Columns",
    "Footnote",
    "Heading",
    "Inline",
    "OnePage",
    "PageBreak",
    "Pages",
    "Paragraph",
    "Record",
    "Revised",
    "Row",
    "Run",
    "Separator",
    "Shade",
    "Style",
    "Table",
    "Value",
    "direction",
    "introduces",
    "primary",
]

Value: TypeAlias = str | int | float | bool | None
Record: TypeAlias = Mapping[str, Value]


class Style(StrEnum):
    """How a paragraph stands on the page."""

    BODY = "body"
    LIST = "list"
    NOTE = "note"
    CENTERED = "centered"
    MASTHEAD = "masthead"


class Align(StrEnum):
    """Where the words of a cell stand; start and end follow the direction of the language."""

    START = "start"
    CENTER = "center"
    END = "end"


class Shade(StrEnum):
    """A tint behind a cell: never the only carrier of a meaning, for it may be printed in black and white."""

    LIGHT = "light"
    ACCENT = "accent"
    WARNING = "warning"
    TONE_1 = "tone-1"
    TONE_2 = "tone-2"
    TONE_3 = "tone-3"
    TONE_4 = "tone-4"
    TONE_5 = "tone-5"
    TONE_6 = "tone-6"

    @property
    def colour(self) -> str:
        """The tint on white paper, in hexadecimal."""
        return COLOURS[self]


COLOURS = {
    Shade.LIGHT: "F2F2F2",
    Shade.ACCENT: "DCE6F1",
    Shade.WARNING: "FDEECB",
    # Tones that tell forums apart, each lighter or darker than its neighbours, so that a grey print tells them too.
    Shade.TONE_1: "E3EEFA",
    Shade.TONE_2: "F3DFA8",
    Shade.TONE_3: "DDF0E1",
    Shade.TONE_4: "F2CFC0",
    Shade.TONE_5: "E6E0F2",
    Shade.TONE_6: "D5D5C4",
}
TONES = tuple(shade for shade in Shade if shade.value.startswith("tone"))


@dataclass(frozen=True)
class Heading(Worded):
    """A heading: level 1 is the document's own, up to 6."""

    content: Content
    level: int = 1


@dataclass(frozen=True)
class Paragraph(Worded):
    """A paragraph; a list item has its label ready, such as "(a)" or "1.", and `level` indents it by steps."""

    content: Content
    style: Style = Style.BODY
    label: str = ""
    level: int = 0
    align: Align | None = None


def introduces(block: object, following: object) -> bool:
    """Whether a paragraph leads to a list, and stays on its page."""
    return (
        isinstance(block, Paragraph)
        and block.style is Style.BODY
        and isinstance(following, Paragraph)
        and following.style is Style.LIST
    )


@dataclass(frozen=True)
class Columns:
    """Two stacks of paragraphs side by side without lines, as in a masthead."""

    start: tuple[Paragraph, ...]
    end: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Cell(Worded):
    """A cell; `iso` is its date or moment in ISO 8601 for programs, `header` makes it the heading of its row."""

    content: Content = ""
    colspan: int = 1
    rowspan: int = 1
    header: bool = False
    align: Align | None = None
    shade: Shade | None = None
    iso: str = ""

    @property
    def as_head(self) -> tuple[Inline, ...]:
        """The words as the head of a ruled table has them: italic, where the script has italics."""
        return tuple([replace(part, italic=True) if isinstance(part, Run) else part for part in self.inlines])


@dataclass(frozen=True)
class Row(Cleaned):
    """A row; a band, such as a date, speaks for the rows after it and stays on their page."""

    cells: tuple[Cell, ...]
    band: bool = False
    record: Record | None = field(default=None, hash=False)


@dataclass(frozen=True)
class Table(Cleaned):
    """A table; `widths` are relative, `header` rows repeat on every page, `caption` names it for those who listen."""

    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()
    widths: tuple[float, ...] = ()
    caption: str = ""
    records: tuple[Record, ...] = field(default=(), hash=False)

    @property
    def width(self) -> int:
        """The number of columns."""
        first = (*self.header, *self.rows)[:1]
        return max(len(self.widths), *[sum([cell.colspan for cell in row.cells]) for row in first], 1)

    @property
    def every_record(self) -> tuple[Record, ...]:
        """The records of the table or, without any, those of its rows."""
        return self.records or tuple([row.record for row in self.rows if row.record is not None])


@dataclass(frozen=True)
class Separator:
    """A thin line across the page."""


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page."""


Block: TypeAlias = Heading | Paragraph | Columns | Table | Separator | PageBreak


@dataclass(frozen=True)
class OnePage:
    """The form of a page on its side that holds everything: its paper, and the size of the letters in points."""

    paper: str = "a4"
    size: float = 9.0

    MARGIN: ClassVar[float] = 34.0
    HEADING: ClassVar[float] = 15.0
    SIDES: ClassVar[Mapping[str, tuple[float, float]]] = {"a4": (841.9, 595.3), "a3": (1190.6, 841.9)}

    @property
    def heading(self) -> float:
        """The size of a heading in points: the usual one, unless the letters are nearly as large."""
        return max(self.HEADING, 1.5 * self.size)

    @property
    def wide(self) -> float:
        """The width of the text in points."""
        return self.SIDES[self.paper][0] - 2 * self.MARGIN

    @property
    def tall(self) -> float:
        """The height of the text in points."""
        return self.SIDES[self.paper][1] - 2 * self.MARGIN


@dataclass(frozen=True)
class Pages(Cleaned):
    """Pages in one language.

    `header` and `footer` run on every page at the start side, the header not above a masthead; the page number stands
    at the end of the footer.
    `one_page` is set where all is to stand on one page, or on one for each part.
    `style` is that of the tables where a format knows ruled ones: docx and pdf.
    `moment` is the document's own date, for the metadata of a file; without one the file carries none.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    symbol: str = ""
    moment: datetime | None = None
    header: str = ""
    footer: str = ""
    page_numbers: bool = True
    landscape: bool = False
    one_page: OnePage | None = None
    style: TableStyle = TableStyle.RULED

    @cached_property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.direction == "rtl"

    @property
    def has_masthead(self) -> bool:
        """Whether the first page begins with a masthead, which says what the header would."""
        first = next(iter(self.blocks), None)
        return isinstance(first, Paragraph) and first.style is Style.MASTHEAD

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return direction(self.language)

    def tables(self) -> Iterator[Table]:
        """The tables, in order."""
        return (block for block in self.blocks if isinstance(block, Table))
