import io
import re
import sys

import pypdf
import pytest

from tests.annexes.samples import LANGUAGES, annex, everything, hostile, long
from wgsched.annexes import typesetting
from wgsched.annexes.formats import pdf
from wgsched.annexes.pages import Cell, Heading, Pages, Paragraph, Row, Run, Table
from wgsched.errors import BadInput, MissingExtra


def read(*documents):
    return pypdf.PdfReader(io.BytesIO(pdf.write(documents)))


def words(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def tags(reader):
    """The roles of the structure tree, in order."""
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]))
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "ar"])
def test_the_text_of_the_pages_is_the_words_of_the_rows(language):
    document = annex(language)
    text = "".join(words(read(document)).replace("\u2010", "-").split())
    for table in document.tables():
        for row in table.rows:
            for cell in row.cells:
                assert "".join(cell.text.split()) in text


def test_arabic_is_in_the_text_word_by_word_and_letter_by_letter():
    text = words(read(annex("ar")))
    for table in annex("ar").tables():
        for cell in (cell for row in (*table.header, *table.rows) for cell in row.cells):
            for word in re.findall(r"[\u0620-\u064a]{2,}", cell.text):
                assert word in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_its_title_its_language_and_that_it_is_accessible(language):
    reader = read(everything(language))
    root = reader.trailer["/Root"]
    assert reader.metadata.title == everything(language).title
    assert root["/Lang"].partition("-")[0] == language
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()


def test_headings_and_table_headers_are_tagged():
    found = tags(read(annex("en")))
    assert [tag for tag in found if tag in ("/H1", "/H2", "/Table", "/THead")] == ["/H1", "/H2", "/Table", "/THead"]
    assert found.count("/TH") == 3 + 2
    assert found.count("/TR") == 12


def test_the_header_row_is_printed_on_every_page_and_rows_stay_whole():
    rows = tuple(Row((Cell(f"{n} a.m."), Cell(f"{n}"), Cell("Title of the item. " * 9))) for n in range(60))
    header = (Row((Cell("Date and time"), Cell("Agenda item"), Cell("Title or description"))),)
    reader = read(Pages("Long", "en", (Heading("Long"), Table(rows, header=header, widths=(3, 2, 6)))))
    assert len(reader.pages) > 2
    for page in reader.pages:
        text = page.extract_text()
        assert text.count("Date and time") == 1
        assert " ".join(text.split()).count("Title of the item") % 9 == 0


def test_pages_of_every_language_are_numbered_from_one():
    reader = read(everything("en"), everything("zh"))
    assert [page.extract_text().split()[-1] for page in reader.pages][:1] == ["1"]
    assert [page.mediabox.width > page.mediabox.height for page in reader.pages] == [True] * len(reader.pages)


def test_only_fonts_of_the_packages_are_in_the_file():
    reader = read(everything("zh"), everything("ar"))
    fonts = {
        str(font["/BaseFont"]).partition("+")[2].partition("-")[0]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts == {"NotoSans", "IBMPlexSansArabic", "NotoSansCJKsc"}


def test_every_character_without_a_picture_is_named_with_its_code_point():
    document = Pages("t", "en", (Heading("A 😀 day"), Paragraph("\ue000 and 😀"), Paragraph(Run("𠀀", language="zh"))))
    with pytest.raises(BadInput) as refused:
        pdf.write([document])
    assert str(refused.value) == (
        "PDF: the fonts have no picture of \ue000 (U+E000), 😀 (U+1F600), 𠀀 (U+20000); "
        "write it in another way, or choose another format"
    )


@pytest.mark.parametrize("mark", ["\u0e31", "\u0e33", "\u0eb3", "\U0001f3fb"])
def test_of_a_mark_without_a_picture_on_a_digit_the_mark_is_named(mark):
    with pytest.raises(BadInput) as refused:
        pdf.write([Pages(f"0{mark}", "ar", (Heading(f"0{mark}"),))])
    assert str(refused.value).startswith(f"PDF: the fonts have no picture of {mark} (U+{ord(mark):04X}); ")


def test_what_cannot_be_shown_for_a_reason_unknown_is_said_too(monkeypatch):
    monkeypatch.setattr(typesetting, "_unknown", lambda text, data: "")
    with pytest.raises(BadInput, match='the fonts cannot show "0" here'):
        pdf.write([Pages("0\u0e31", "ar", (Heading("0\u0e31"),))])


def test_levels_that_are_left_out_do_not_stop_the_file():
    blocks = (Heading("Documents", level=3), Heading("Late", level=2), Heading("All", level=6))
    assert [tag for tag in tags(read(Pages("t", "en", blocks))) if tag.startswith("/H")] == ["/H1", "/H2", "/H3"]


def test_hostile_text_is_printed_and_not_obeyed():
    reader = read(hostile())
    text = " ".join(words(reader).split())
    assert "#set page(width: 1pt) {{ 7*7 }}" in text
    assert "<script>alert(1)</script>" in text
    assert "/AA" not in reader.trailer["/Root"]
    assert "/OpenAction" not in reader.trailer["/Root"]
    assert not [page for page in reader.pages if page.annotations and any("/URI" in str(a) for a in page.annotations)]
    assert float(reader.pages[0].mediabox.width) == pytest.approx(595.28, abs=0.1)


def test_words_without_end_stay_on_the_page():
    reader = read(long(3000))
    assert sum(page.extract_text().count("x") for page in reader.pages) == 3000


@pytest.mark.parametrize("module", ["typst", "fontpkg_ibm_plex_sans_arabic"])
def test_a_missing_part_is_answered_with_the_line_that_installs_it(monkeypatch, module):
    typesetting._compiler.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)
    try:
        with pytest.raises(MissingExtra, match=r"pip install 'wgsched\[pdf\]'"):
            pdf.write([annex("en")])
    finally:
        typesetting._compiler.cache_clear()


def test_a_date_is_repeated_where_its_rows_go_on_over_the_page():
    bands = [Row((Cell(day, colspan=2),), band=True) for day in ("Thursday", "Friday")]
    rows = [Row((Cell("10 a.m."), Cell(f"Item {number}"))) for number in range(60)]
    table = Table((bands[0], *rows[:55], bands[1], *rows[55:]), header=(Row((Cell("Time"), Cell("Title"))),))
    pages = [page.extract_text() for page in read(Pages("Long", "en", (table,))).pages]
    assert [(page.count("Thursday"), page.count("Friday"), page.count("Time")) for page in pages] == [
        (1, 0, 1),
        (1, 1, 1),
    ]
