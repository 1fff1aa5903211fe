"""PDF: lines and tables from the space between words; what is not what is printed is refused."""

import io
from pathlib import Path

import pypdf
import pytest

from wgsched import annex
from wgsched.errors import BadInput
from wgsched.reading import Fate, read_paper
from wgsched.reading.blocks import ParagraphBlock, TableBlock
from wgsched.reading.carriers import carried, pdf
from wgsched.reading.carriers.aligned import AlignedLine, blocks_of
from wgsched.reading.carriers.leftward import in_order

GOLDEN = Path("tests/golden")
PAPERS = ("food-security-2004/fr", "cybercrime-2022/ar", "asset-recovery-2009/ru")
QUICK = "cybercrime-2022/ar"
"""Read in the quick suite, as it runs right to left; each paper takes a process of its own."""


def aligned(text):
    lines = [AlignedLine(f"line {n}", line) for n, line in enumerate(text.split("\n"), start=1)]
    return list(blocks_of(lines, "page 1"))


def rows(table):
    return [[cell.text for cell in row] for row in table.rows()]


def pdf_of(text):
    """Return a PDF of one page with these words, each line its own."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(600, 800)
    font = pypdf.generic.DictionaryObject(
        {
            pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"),
            pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
            pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
        }
    )
    fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): writer._add_object(font)})
    page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
        {pypdf.generic.NameObject("/Font"): fonts}
    )
    shown = "".join(f"BT /F1 12 Tf 1 0 0 1 50 {700 - 20 * n} Tm ({line}) Tj ET\n" for n, line in enumerate(text))
    stream = pypdf.generic.StreamObject()
    stream.set_data(shown.encode())
    page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_words_in_columns_are_a_table_whose_cells_go_on_in_the_next_line():
    text = (
        "Annex\n\n"
        " Date and time       Item     Title\n"
        " Monday, 5\n"
        " September\n"
        " 10 a.m.–1 p.m.      1        Opening\n"
        "                     2        Adoption of the agenda and\n"
        "                              organization of work\n"
        "\n"
        " 3–6 p.m.            2        Adoption of the agenda\n"
    )
    heading, table = aligned(text)
    assert heading == ParagraphBlock("Annex", "line 1")
    assert isinstance(table, TableBlock)
    assert rows(table) == [
        ["Date and time", "Item", "Title"],
        ["Monday, 5 September"],
        ["10 a.m.–1 p.m.", "1", "Opening"],
        ["2", "Adoption of the agenda and organization of work"],
        ["3–6 p.m.", "2", "Adoption of the agenda"],
    ]
    assert table.cells[3].columns == 3


def test_centred_cells_are_of_the_column_whose_head_they_stand_under():
    head = "Hours        Item of the agenda     Title\n"
    lines = "".join(
        f"{hours:18}{n:23}{title}\n" for hours, n, title in (("10-13", "1", "Opening"), ("15-18", "2", "Budget"))
    )
    (table,) = aligned(head + lines)
    assert rows(table)[1:] == [["10-13", "1", "Opening"], ["15-18", "2", "Budget"]]


def test_hours_that_are_centred_beside_the_lines_of_their_row_are_of_that_row():
    (table,) = aligned(
        "Time           10 December         11 December\n"
        "08.30-09.00    Opening\n"
        "               Session 1           Session 4\n"
        "               Introduction        Business models\n"
        "09.00-10.30                        and their use\n"
        "\n\n"
        "10.30-11.00    Break               Break\n"
        "11.00-12.30    Session 2           Session 5\n"
        "               Examples            Learning\n"
    )
    assert rows(table) == [
        ["Time", "10 December", "11 December"],
        ["08.30-09.00", "Opening"],
        ["09.00-10.30", "Session 1 Introduction", "Session 4 Business models and their use"],
        ["10.30-11.00", "Break", "Break"],
        ["11.00-12.30", "Session 2 Examples", "Session 5 Learning"],
    ]


def test_lines_from_right_to_left_are_put_in_order():
    lines = ["قفرملا", "13/00–10/00 ،ةعمجلا"]
    assert [line.strip() for line in in_order(lines)] == ["المرفق", "الجمعة، 10/00–13/00"]


def test_lines_in_order_stay_as_they_are():
    assert in_order(["المرفق", "التنظيم المقترح للأعمال"]) == ["المرفق", "التنظيم المقترح للأعمال"]


@pytest.mark.parametrize("name", [pytest.param(name, marks=[pytest.mark.long] * (name != QUICK)) for name in PAPERS])
def test_our_own_pdf_is_read_back(name, tmp_path):
    path, year = GOLDEN / f"{name}.txt", int(name.split("/")[0][-4:])
    programme = read_paper(path, year=year, place="Vienna", body="Body").programme
    file = tmp_path / "annex.pdf"
    annex(programme, language=name[-2:]).save(file)
    reading = read_paper(file, year=year, place="Vienna", body="Body")
    assert [(row.meeting, row.instalment) for row in reading.programme.considerations] == [
        (row.meeting, row.instalment) for row in programme.considerations
    ]
    assert reading.account.of(Fate.LEFT_OVER) == ()


def test_the_tables_of_a_pdf_without_tags_come_with_a_warning():
    assert carried(pdf_of(["Provisional agenda", "1. Opening"]), "a.pdf").warnings == (pdf.WARNING,)


def test_each_line_of_a_pdf_has_its_page_and_line():
    paper = carried(pdf_of(["Provisional agenda", "1. Opening"]), "a.pdf")
    assert [(block.text, block.place.split(",")[0]) for block in paper.blocks] == [
        ("Provisional agenda", "page 1"),
        ("1. Opening", "page 1"),
    ]


def test_a_pdf_whose_letters_are_doubled_is_refused():
    doubled = ["CCOOMMMMIISSSSIIOONN OONN RREELLAATTIIOONNSS", "MMEEEETTIINNGG SSCCHHEEDDUULLEE", "JJAANNUUAARRYY 1100"]
    with pytest.raises(BadInput, match="letters are doubled"):
        carried(pdf_of(doubled), "a.pdf")


def test_a_pdf_without_text_is_refused():
    with pytest.raises(BadInput, match="holds no text: it is a picture of a paper"):
        carried(pdf_of([]), "a.pdf")


@pytest.mark.parametrize(
    "content",
    [
        b"no pdf",
        pdf_of(["Agenda"])[:-400],
        *(pytest.param(one, marks=pytest.mark.long) for one in (b"", b"%PDF-1.7\n%%EOF")),
    ],
)
def test_a_damaged_pdf_is_refused(content):
    with pytest.raises(BadInput, match=r"a\.pdf"):
        carried(content, "a.pdf")


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_SECONDS", 0.001)
    with pytest.raises(BadInput, match="takes too much time or memory"):
        carried(pdf_of(["Agenda"]), "a.pdf")


def test_a_pdf_without_its_reader_says_what_to_install(monkeypatch):
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(BadInput, match=r"pip install 'wgsched\[pdf\]'"):
        carried(b"%PDF-1.7", "a.pdf")
