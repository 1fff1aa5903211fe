"""The blocks of a document as WordprocessingML."""

from __future__ import annotations

from wgsched.annexes.pages import Block, Columns, Heading, PageBreak, Paragraph, Separator, Style, Table, introduces
from wgsched.annexes.word.markup import WordContext, paragraph, plain_run, runs
from wgsched.annexes.word.table import columns, table

STYLES = {
    Style.BODY: "Body Text",
    Style.LIST: "List Paragraph",
    Style.NOTE: "Note",
    Style.CENTERED: "Centered",
    Style.MASTHEAD: "Masthead",
}
HANGING = 567


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
            return item(block, writer, new_page=new_page, keep_next=introduces(block, following))
        case Separator():
            return paragraph("", writer, "Separator")
        case PageBreak():
            follows = isinstance(following, Heading | Paragraph) or following is None
            return "" if follows else paragraph('<w:r><w:br w:type="page"/></w:r>', writer, "Table End")
        case Columns():
            return columns(block, writer, width, item) + _end(following, writer)
        case Table():
            return table(block, writer, width) + _end(following, writer)


def _heading(block: Heading, writer: WordContext, *, new_page: bool) -> str:
    level, form = max(1, min(6, block.level)), writer.document.one_page
    writer.size = form.heading if form and form.heading > form.HEADING and level == 1 else None
    words = runs(block.inlines, writer)
    writer.size = None
    return paragraph(words, writer, f"heading {level}", new_page=new_page)


def _end(following: Block | None, writer: WordContext) -> str:
    """Air below a table: Word joins two tables without a paragraph between, and wants one at the end of a text."""
    return "" if isinstance(following, Heading) else paragraph("", writer, "Table End")


def item(block: Paragraph, writer: WordContext, *, new_page: bool = False, keep_next: bool = False) -> str:
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
