"""The blocks of a document as WordprocessingML.

Of a table, the header row repeats, rows do not split, and a merged cell is merged for good.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from xml.sax.saxutils import quoteattr

from wgsched.annexes.fitting import unbroken
from wgsched.annexes.fitting import widths as columns_of
from wgsched.annexes.grid import GridCell, GridRow, grid
from wgsched.annexes.pages import (
    Block,
    Cell,
    Columns,
    Heading,
    PageBreak,
    Paragraph,
    Separator,
    Style,
    Table,
    introduces,
)
from wgsched.annexes.word.markup import WordContext, paragraph, plain_run, runs
from wgsched.model import TableStyle

STYLES = {
    Style.BODY: "Body Text",
    Style.LIST: "List Paragraph",
    Style.NOTE: "Note",
    Style.CENTERED: "Centered",
    Style.MASTHEAD: "Masthead",
}
HANGING = 567

# Of a masthead's width: its two sides, and the air between them.
SIDES = (57, 3, 40)
FLUSH = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
HEADER_FILL, BAND_FILL = "E7EAED", "F2F2F2"
BELOW_HEAD = '<w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/></w:tcBorders>'


def body(writer: WordContext, width: int) -> str:
    """All blocks of a document; `width` of the text in twentieths of a point."""
    blocks = writer.document.blocks
    return "".join(
        _block(block, following, writer, width, new_page=isinstance(before, PageBreak))
        for before, block, following in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
    )


def _block(block: Block, following: Block | None, writer: WordContext, width: int, *, new_page: bool) -> str:
    match block:
        case Heading():
            return _heading(block, writer, new_page=new_page)
        case Paragraph():
            return _labelled(block, writer, new_page=new_page, keep_next=introduces(block, following))
        case Separator():
            return paragraph("", writer, "Separator")
        case PageBreak():
            follows = isinstance(following, Heading | Paragraph) or following is None
            return "" if follows else paragraph('<w:r><w:br w:type="page"/></w:r>', writer, "Table End")
        case Columns():
            return _columns(block, writer, width) + _end(following, writer)
        case Table():
            return _table(block, writer, width) + _end(following, writer)


def _heading(block: Heading, writer: WordContext, *, new_page: bool) -> str:
    level, form = max(1, min(6, block.level)), writer.document.one_page
    writer.size = form.heading if form and form.heading > form.HEADING and level == 1 else None
    words = runs(block.inlines, writer)
    writer.size = None
    return paragraph(words, writer, f"heading {level}", new_page=new_page)


def _end(following: Block | None, writer: WordContext) -> str:
    """Air below a table: Word joins two tables without a paragraph between, and wants one at the end of a text."""
    return "" if isinstance(following, Heading) else paragraph("", writer, "Table End")


def _labelled(block: Paragraph, writer: WordContext, *, new_page: bool = False, keep_next: bool = False) -> str:
    """A paragraph; a label hangs before its words."""
    label = f"{plain_run(block.label, writer)}<w:r><w:tab/></w:r>" if block.label else ""
    return paragraph(
        label + runs(block.inlines, writer),
        writer,
        STYLES[block.style],
        keep_next=keep_next,
        new_page=new_page,
        level=block.level,
        hanging=HANGING if block.label else 0,
        align=block.align,
    )


def _table(block: Table, writer: WordContext, width: int) -> str:
    """A table over the whole width of the text, with its caption before it."""
    widths = _shares(columns_of(block, width / 20, writer.document.one_page), width)
    rows = grid(block)
    whole = unbroken(rows, [share / 20 for share in widths], landscape=writer.document.landscape)
    heads, form = len(block.header), writer.document.one_page
    writer.size = form.size if form else None
    lines = [_row(row, writer, widths, whole, heads=heads) for row in rows]
    writer.size = None
    above = paragraph(plain_run(block.caption, writer), writer, "caption", keep_next=True) if block.caption else ""
    style = "Programme Table" if writer.document.style is TableStyle.RULED else "Programme Grid"
    return above + _table_element(lines, widths, writer, style, block.caption or writer.document.title)


def _columns(block: Columns, writer: WordContext, width: int) -> str:
    """Two stacks of paragraphs in a table without lines, with air between them."""
    widths = _shares(SIDES, width)
    empty = paragraph("", writer, "Masthead")
    stacks = ("".join([_labelled(each, writer) for each in stack]) or empty for stack in (block.start, (), block.end))
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="dxa"/>{FLUSH}</w:tcPr>{stack}</w:tc>'
        for stack, share in zip(stacks, widths, strict=True)
    )
    return _table_element([f"<w:tr>{''.join(cells)}</w:tr>"], widths, writer, "Normal Table", "")


def _shares(parts: Sequence[float], width: int) -> list[int]:
    """A width divided as the parts ask, without a remainder."""
    total = sum(parts)
    edges = [round(width * sum(parts[:number]) / total) for number in range(len(parts) + 1)]
    return [after - before for before, after in pairwise(edges)]


def _table_element(lines: Sequence[str], widths: Sequence[int], writer: WordContext, style: str, caption: str) -> str:
    properties = (
        f'<w:tblStyle w:val="{writer.style(style)}"/>'
        + "<w:bidiVisual/>" * writer.document.rtl
        + f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        + '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        + ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        + (f"<w:tblCaption w:val={quoteattr(' '.join(caption.split())[:250])}/>" if caption else "")
    )
    columns = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _row(line: GridRow, writer: WordContext, widths: Sequence[int], whole: Set[tuple[int, int]], *, heads: int) -> str:
    """A row; it stays whole, and with the next one where a merged cell that fits a page covers both."""
    stays = whole >= {(each.row, each.column) for each in line.cells if each.rowspan == 1}
    reaching = {(each.row, each.column) for each in line.cells if line.number < each.row + each.rowspan - 1}
    covered = not whole.isdisjoint(reaching)
    properties = "<w:cantSplit/>" * stays + "<w:tblHeader/>" * line.header
    keep_next = line.header or line.row.band or covered
    begin = [each for column, each in enumerate(line.cells) if each.column == column]
    last_head = line.number + 1 == heads
    cells = "".join([_cell(each, line, writer, widths, keep_next=keep_next, last_head=last_head) for each in begin])
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' * bool(properties)}{cells}</w:tr>"


def _cell(
    place: GridCell,
    line: GridRow,
    writer: WordContext,
    widths: Sequence[int],
    *,
    keep_next: bool,
    last_head: bool,
) -> str:
    cell, starts, band = place.cell, place.row == line.number, line.row.band
    ruled = writer.document.style is TableStyle.RULED
    merge = '<w:vMerge w:val="restart"/>' if starts else "<w:vMerge/>"
    fill = "" if ruled else _fill(cell, line)
    properties = (
        f'<w:tcW w:w="{place.across(widths)}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{place.colspan}"/>' if place.colspan > 1 else "")
        + merge * (place.rowspan > 1)
        + BELOW_HEAD * (ruled and last_head)
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "")
    )
    content = runs(cell.as_head if ruled and line.header else cell.inlines, writer, bold=band) if starts else ""
    style = "Table Text" if not line.header else "Table Heading" if ruled else "Grid Heading"
    words = paragraph(content, writer, style, keep_next=keep_next, align=cell.align)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words}</w:tc>"


def _fill(cell: Cell, line: GridRow) -> str:
    return cell.shade.colour if cell.shade else HEADER_FILL if line.header else BAND_FILL * line.row.band
