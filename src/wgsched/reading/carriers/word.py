"""Word: the accepted text of a document, also in content controls and text boxes, with its automatic numbers."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from wgsched.errors import BadInput, Fault
from wgsched.files.archives import parts_of
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock, TableCell
from wgsched.reading.carriers.numbering import Numbering, WordStyles, numbering_of, styles_of
from wgsched.reading.carriers.xml import attribute, child, children, name, parsed

MAIN = "word/document.xml"
_RELATIONS = "_rels/.rels"
MOST_XML = 32_000_000
MOST_SPAN = 500
SKIPPED = frozenset({"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr",
                     "Fallback", "delInstrText", "drawing", "pict", "object"})  # fmt: skip
"""What holds no accepted words of the line it stands in; text boxes inside drawings are read after it."""

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_PROPERTIES = {"title": "title", "creator": "body", "identifier": "symbol", "language": "language"}


def read_word(content: bytes, file: str) -> Paper:
    """Return the blocks of a Word document, then its footnotes, headers and footers.

    Raises:
        BadInput: it is no Word document, damaged, too large or unsafe.
    """
    try:
        parts = parts_of(content, file, most_xml=MOST_XML)
    except zipfile.BadZipFile as error:
        raise BadInput(Fault(f"is not a Word document: {error}", file)) from None
    main = _main_part(parts, file)
    if main not in parts:
        raise BadInput(Fault(f"is not a Word document: it has no part {main}", file))
    word = _Word({**parts, MAIN: parts[main]}, file)
    return Paper(file, "docx", tuple(word.blocks()), word.properties())


def _main_part(parts: Mapping[str, bytes], file: str) -> str:
    """Return the part with the document itself, which some programs name otherwise and state in a list."""
    if MAIN in parts or _RELATIONS not in parts:
        return MAIN
    listed = (each for each in parsed(parts[_RELATIONS], file, _RELATIONS) if name(each) == "Relationship")
    documents = (each.get("Target", "") for each in listed if each.get("Type", "").endswith("/officeDocument"))
    return next(documents, MAIN).lstrip("/")


class _Word:
    """The parts of a document, and how far its paragraphs, tables and lists have been counted."""

    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        self.parts, self.file = parts, file
        self.numbering: Numbering = numbering_of(self._root("word/numbering.xml"))
        self.styles: WordStyles = styles_of(self._root("word/styles.xml"))
        self.paragraphs = self.tables = 0

    def _root(self, part: str) -> etree._Element | None:
        return parsed(self.parts[part], self.file, part) if part in self.parts else None

    def properties(self) -> dict[str, str]:
        """Return what the file says of itself."""
        root = self._root("docProps/core.xml")
        named = {_PROPERTIES.get(name(each), ""): each.text or "" for each in (() if root is None else root)}
        return {key: text.strip() for key, text in named.items() if key and text.strip()}

    def blocks(self) -> Iterator[ParagraphBlock | TableBlock]:
        """Yield the blocks of the body, then those of notes, headers and footers."""
        yield from self._blocks(child(self._root(MAIN), "body"))
        for kind in ("footnotes", "endnotes", "header", "footer"):
            for part in sorted(self.parts):
                root = self._root(part) if part.startswith(f"word/{kind}") and part.endswith(".xml") else None
                for place, element in enumerate(root.iter() if root is not None else (), start=1):
                    if name(element) == "p" and (text := words(element).strip()):
                        yield ParagraphBlock(text, f"{kind.removesuffix('s')} {place}")

    def _blocks(self, parent: etree._Element | None) -> Iterator[ParagraphBlock | TableBlock]:
        for element in () if parent is None else parent:
            tag = name(element)
            if tag == "p":
                yield from self._paragraph(element)
            elif tag == "tbl":
                inner = list(_nested(element))
                for cell in inner:
                    yield from self._blocks(cell)
                if not inner:
                    yield self._table(element)
            elif tag not in SKIPPED:  # content controls, insertions, custom XML: their content counts
                yield from self._blocks(element)

    def _paragraph(self, element: etree._Element) -> Iterator[ParagraphBlock | TableBlock]:
        self.paragraphs += 1
        place, text = f"paragraph {self.paragraphs}", words(element).strip()
        label = self._label(element) if text else ""
        if text:
            yield ParagraphBlock(text, place, label, self.styles.heading(_style(element)))
        for box in boxes(element):
            yield from self._blocks(box)

    def _label(self, element: etree._Element) -> str:
        own = child(element, "pPr", "numPr")
        list_id, depth = self.styles.list_of(_style(element))
        if own is not None:
            list_id = attribute(child(own, "numId"), "val") or list_id
            depth = attribute(child(own, "ilvl"), "val") or depth
        return self.numbering.label(list_id, int(depth) if depth.isdecimal() and len(depth) < 3 else 0)

    def _table(self, table: etree._Element) -> TableBlock:
        self.tables += 1
        title, cells = f"table {self.tables}", list[TableCell]()
        open_spans: dict[int, int] = {}
        for row, line in enumerate(_rows(table)):
            column = _count(attribute(child(line, "trPr", "gridBefore"), "val"), least=0)
            for each in _cells(line):
                across = _count(attribute(child(each, "tcPr", "gridSpan"), "val"))
                merge = child(each, "tcPr", "vMerge")
                if merge is not None and attribute(merge, "val") != "restart" and column in open_spans:
                    first = open_spans[column]
                    text = "\n".join(filter(None, (cells[first].text, self._text(each))))
                    cells[first] = replace(cells[first], text=text, rows=cells[first].rows + 1)
                else:
                    place = f"{title}, row {row + 1}, column {column + 1}"
                    cells.append(TableCell(self._text(each), place, row, column, 1, across))
                    open_spans.pop(column, None)
                    if merge is not None:
                        open_spans[column] = len(cells) - 1
                column += across
        return TableBlock(title, tuple(cells))

    def _text(self, cell: etree._Element) -> str:
        lines = []
        for block in self._blocks(cell):
            if isinstance(block, TableBlock):
                lines += ["\t".join(each.text for each in row) for row in block.rows()]
            else:
                lines.append(block.shown)
        return "\n".join(lines)


def _nested(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a table of one column or one row that holds tables: it only puts them in their place."""
    rows = [list(_cells(row)) for row in _rows(table)]
    cells = [cell for row in rows for cell in row]
    alone = len(rows) == 1 or all(len(row) == 1 for row in rows)
    if alone and any(name(each) == "tbl" for cell in cells for each in cell):
        yield from cells


def words(element: etree._Element) -> str:
    """Return the accepted words of a paragraph: what was inserted counts, what was deleted does not."""
    parts: list[str] = []
    stack = list(reversed(element))
    while stack:
        each = stack.pop()
        tag = name(each)
        if tag in SKIPPED:
            continue
        if tag == "t":
            parts.append(each.text or "")
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
        elif tag == "sym":
            parts.append("\u2610" if attribute(each, "font").startswith("Wingdings") else "")
        else:
            stack.extend(reversed(each))
    return "".join(parts)


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes that hang on a paragraph, each once: the newer of two versions counts."""
    stack = list(reversed(element))
    while stack:
        each = stack.pop()
        tag = name(each)
        if tag == "txbxContent":
            yield each
        elif tag not in ("Fallback", "del", "moveFrom"):
            stack.extend(reversed(each))


def _style(element: etree._Element) -> str:
    return attribute(child(element, "pPr", "pStyle"), "val")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for each in table:
        if name(each) == "tr" and child(each, "trPr", "del") is None:
            yield each
        elif name(each) in ("sdt", "customXml", "ins"):
            yield from _rows(child(each, "sdtContent") if name(each) == "sdt" else each)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for each in row:
        if name(each) == "tc":
            yield each
        elif name(each) == "sdt":
            yield from children(child(each, "sdtContent"), "tc")


def _count(text: str, least: int = 1) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else least
    return max(least, min(MOST_SPAN, number))
