"""HTML: what a browser shows, without scripts and styles; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml import etree

from wgsched.errors import BadInput, Fault
from wgsched.files.octets import text_of
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock, laid_out

MOST_CELLS = 200_000
MOST_SPAN = 500
MENUS = "the menus of the page are not read"
UNSEEN = frozenset({"script", "style", "head", "template", "noscript", "svg", "nav"})
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"}
    | {"html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "ul"}
)
"""Elements that begin a line of their own."""


def read_html(content: bytes, file: str) -> Paper:
    """Return the blocks of a page.

    Raises:
        BadInput: it is not UTF-8, too large, or no page.
    """
    text = text_of(content, file)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadInput(Fault(f"is not an HTML page: {error or 'it is empty'}", file)) from None
    if root is None:
        raise BadInput(Fault("is not an HTML page: it is empty", file))
    title = root.findtext(".//title") or ""
    properties = {"title": title.strip()} if title.strip() else {}
    warnings = (MENUS,) if root.find(".//nav") is not None else ()
    return Paper(file, "html", tuple(_Walk(file).blocks(root)), properties, warnings)


class _Walk:
    """Walks a page in order, gathers the words of each paragraph, and counts tables."""

    def __init__(self, file: str) -> None:
        self.file, self.tables, self.cells, self.paragraphs = file, 0, 0, 0
        self.words: list[str] = []
        self.heading = 0

    def blocks(self, root: etree._Element) -> Iterator[ParagraphBlock | TableBlock]:
        yield from self._element(root)
        yield from self._flush()

    def _element(self, element: etree._Element) -> Iterator[ParagraphBlock | TableBlock]:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in UNSEEN or not tag:
            return
        if tag == "table" and not _places(element):
            yield from self._flush()
            for caption in element.iterchildren("caption"):
                yield from self._element(caption)
            yield from self._table(element)
            return
        block = tag in BLOCKS or tag in ("table", "tr", "td", "th")  # of a table that only puts others in their place
        if block:
            yield from self._flush()
            self.heading = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
        self.words.append("\n" if tag == "br" else element.text or "")
        for child in element:
            yield from self._element(child)
            self.words.append(child.tail or "")
        if block:
            yield from self._flush()

    def _flush(self) -> Iterator[ParagraphBlock]:
        text = _lines("".join(self.words))
        self.words = []
        if text:
            self.paragraphs += 1
            yield ParagraphBlock(text, f"paragraph {self.paragraphs}", heading=self.heading)
        self.heading = 0

    def _table(self, table: etree._Element) -> Iterator[TableBlock]:
        self.tables += 1
        name = f"table {self.tables}"
        rows = (map(self._cell, _own(line, "td", "th")) for line in _own(table, "tr"))
        if cells := tuple(laid_out(name, rows)):
            yield TableBlock(name, cells)

    def _cell(self, cell: etree._Element) -> tuple[str, int, int, str]:
        down, across = _span(cell, "rowspan"), _span(cell, "colspan")
        self.cells += down * across
        if self.cells > MOST_CELLS:
            raise BadInput(Fault(f"has more than {MOST_CELLS} cells", self.file))
        times = [each.get("datetime", "") for each in cell.iter("time")]
        return _words(cell), down, across, times[0] if len(times) == 1 else ""


def _places(table: etree._Element) -> bool:
    """Return whether a table of one column or one row holds tables: it only puts them in their place."""
    rows = [list(_own(row, "td", "th")) for row in _own(table, "tr")]
    alone = len(rows) == 1 or all(len(row) == 1 for row in rows)
    return alone and any(True for row in rows for cell in row for _ in cell.iter("table"))


def _own(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Yield the rows of a table, or the cells of a row, also inside a form, and none of a table inside it."""
    for child in element:
        if child.tag in tags:
            yield child
        elif isinstance(child.tag, str) and child.tag not in ("table", "caption", *tags):
            yield from _own(child, *tags)


def _span(cell: etree._Element, name: str) -> int:
    text = cell.get(name, "1").strip()
    return min(MOST_SPAN, max(1, int(text))) if text.isascii() and text.isdecimal() and len(text) < 6 else 1


def _words(cell: etree._Element) -> str:
    parts: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            parts.append("\n" if tag in ("br", "tr") or tag in BLOCKS else " " if tag in ("td", "th") else "")
            parts.append("" if tag in UNSEEN else element.text or "")
        elif element is not cell:
            parts.extend(chain("\n" if tag in BLOCKS else "", element.tail or ""))
    return _lines("".join(parts))


def _lines(text: str) -> str:
    """Return words with single spaces, and a line end only where a line ended."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
