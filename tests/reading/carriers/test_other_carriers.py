"""Text, Markdown, HTML, CSV and workbooks: the same blocks, each with its place."""

import datetime
import io
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from wgsched.errors import BadInput
from wgsched.reading.blocks import ParagraphBlock, TableBlock, TableCell
from wgsched.reading.carriers import carried, html

DATA = Path(__file__).parents[1] / "data"


def blocks(text, name):
    return carried(text.encode(), name).blocks


def texts(table):
    return [[cell.text for cell in row] for row in table.rows()]


def test_lines_with_bars_are_a_table_and_others_paragraphs():
    found = blocks("Annex\n\nDate | Item\nMonday\n10-13 | 1\n | 2\n", "a.txt")
    assert found[0] == ParagraphBlock("Annex", "line 1")
    assert texts(found[1]) == [["Date", "Item"], ["Monday"], ["10-13", "1"], ["", "2"]]
    assert found[1].cells[2] == TableCell("Monday", "line 4", 1, 0, columns=2)


def test_lines_with_tabs_are_a_table_and_tabs_in_front_an_empty_cell():
    (table,) = blocks("Date\tItem\tTitle\nMonday\t\t\n\t1\tOpening\n", "a.txt")
    assert texts(table) == [["Date", "Item", "Title"], ["Monday"], ["", "1", "Opening"]]


def test_a_tab_that_only_indents_makes_no_cell():
    assert blocks("\t1.1 Opening\n\t1.2 Roll call\n", "a.txt") == (
        ParagraphBlock("1.1 Opening", "line 1"),
        ParagraphBlock("1.2 Roll call", "line 2"),
    )


def test_markdown_gives_headings_and_tables_without_its_signs():
    found = blocks("# Annex\n\n1\\. **Opening** of \\[it\\]\n\n| A | B |\n|---|---|\n| x\\|y | p<br>q |\n", "a.md")
    assert found[:2] == (ParagraphBlock("Annex", "line 1", heading=1), ParagraphBlock("1. Opening of [it]", "line 3"))
    assert texts(found[2]) == [["A", "B"], ["x|y", "p\nq"]]


def test_html_gives_what_a_browser_shows():
    page = (
        "<title>T</title><style>p{}</style><h2>Annex</h2><p>One<br>two <b>three</b></p><script>x()</script>"
        '<table><tr><th colspan=2><time datetime="2009-05-14">Thursday</time></th></tr>'
        "<tr><td rowspan=2>10-13</td><td>1</td></tr><tr><td>2</td></tr></table>tail"
    )
    heading, paragraph, table, tail = blocks(page, "a.html")
    assert (heading, paragraph) == (
        ParagraphBlock("Annex", "paragraph 1", heading=2),
        ParagraphBlock("One\ntwo three", "paragraph 2"),
    )
    assert [(cell.text, cell.row, cell.column, cell.rows, cell.columns, cell.when) for cell in table.cells] == [
        ("Thursday", 0, 0, 1, 2, "2009-05-14"),
        ("10-13", 1, 0, 2, 1, ""),
        ("1", 1, 1, 1, 1, ""),
        ("2", 2, 1, 1, 1, ""),
    ]
    assert tail.text == "tail"


def test_csv_is_one_table_with_lines_as_places():
    (table,) = blocks("Date;Title\n14 May;'=x\n", "a.csv")
    assert table.cells[3] == TableCell("=x", "line 2, column 2", 1, 1)


def test_a_workbook_gives_its_visible_sheets_with_days_and_hours_as_written():
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    sheet.title = "Tue"
    sheet.append([datetime.date(2009, 5, 14), datetime.time(10, 30), 7.0, "x"])
    sheet.merge_cells("A2:B2")
    sheet["A2"] = "both"
    book.create_sheet("hidden").sheet_state = "hidden"
    book.save(out)
    title, table = carried(out.getvalue(), "a.xlsx").blocks
    assert title == ParagraphBlock("Tue", "sheet Tue", heading=1)
    assert texts(table) == [["2009-05-14", "10:30", "7", "x"], ["both"]]
    assert (table.cells[4].place, table.cells[4].columns) == ("sheet Tue, A2", 2)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"x", "a.odt", "a.odt: .odt files are not read. Papers are read from .docx, .txt, .md, .html, .htm, .xlsx, "),
        (b"x", "a", "a: a file without a suffix is not read"),
        (b"\xff\x00", "a.txt", "is not UTF-8"),
        (b"PK\x03\x04", "a.txt", "is a Word, Excel or ZIP file"),
        (b"", "a.html", "is not an HTML page"),
        (b"PK\x03\x04", "a.xlsx", "is not a workbook"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(content, name, said):
    with pytest.raises(BadInput) as bad:
        carried(content, name)
    assert said in str(bad.value)


def test_a_page_of_endless_cells_is_refused():
    page = "<table>" + "<tr><td rowspan=500 colspan=500>x</td></tr>" * 2 + "</table>"
    with pytest.raises(BadInput, match="has more than 200000 cells"):
        blocks(page, "a.html")


def test_a_table_knows_its_width():
    assert TableBlock("table 1", (TableCell("a", "", 0, 0, columns=3),)).width == 3


PAGES = (
    (DATA / "w3c-tpac-groups-grid.html").read_text("utf-8"),
    "<table><caption>Days</caption><tbody><form><tr><form><td>10 May<table><tr><td>Opening</td></tr></table></td>"
    "</form></tr></form></tbody></table><p>Last <b>wo</b>rds</p>",
    "<table><tr><td>Menu</td><td><table><tr><td>9.00</td><td>Start</td></tr></table>end</td></tr></table>",
)


@pytest.mark.parametrize("page", PAGES, ids=("real", "forms", "places"))
def test_no_letter_of_a_page_is_lost_or_added(page):
    root = etree.fromstring(page, etree.HTMLParser())
    for unseen in list(root.iter("head", "script", "style")):
        unseen.getparent().remove(unseen)
    shown = Counter("".join("".join(root.itertext()).split()))
    blocks = carried(page.encode(), "page.html").texts()
    assert Counter("".join("".join(block.text.split()) for block in blocks)) == shown


def test_no_cell_of_a_workbook_is_lost_or_added():
    book = openpyxl.Workbook()
    for row in (("a", None, 1), (None, " ", "b\nc"), (0, True, 1.5)):
        book.active.append(row)
    book.active.merge_cells("A5:C6")
    book.active["A5"] = "wide"
    out = io.BytesIO()
    book.save(out)
    texts = [cell.text for cell in carried(out.getvalue(), "a.xlsx").texts() if cell.text]
    assert texts == ["Sheet", "a", "1", "b\nc", "0", "True", "1.5", "wide"]


def test_the_menus_of_a_page_are_named_as_not_read():
    paper = carried(b"<nav><a>Home</a></nav><p>Agenda</p>", "a.html")
    assert ([block.text for block in paper.texts()], paper.warnings) == (["Agenda"], (html.MENUS,))
