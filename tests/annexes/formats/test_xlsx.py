import io

import openpyxl
import pytest

from tests.annexes.samples import LANGUAGES, TAME, annex, everything, hostile
from wgsched.annexes.formats import xlsx
from wgsched.annexes.pages import Cell, Heading, Pages, Paragraph, Revised, Row, Run, Table


def book(*documents, **options):
    return openpyxl.load_workbook(io.BytesIO(xlsx.write(documents)), **options)


def test_the_rows_of_the_annex_are_read_back():
    sheet = book(annex("zh")).active
    values = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert values[:6] == [
        ["附件"],
        ["拟议工作安排"],
        ["日期和时间", "议程项目", "标题或说明"],
        ["5月14日，星期四"],
        ["上午 10 时至下午 1 时", "1 (a)", "会议开幕"],
        ["1 (b)", "通过议程和工作安排"],
    ]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {"A4:C4", "A5:A6", "A7:A10", "A11:C11", "A13:A14"} <= merged
    assert sheet.print_title_rows == "$3:$3"


def test_every_language_has_its_sheet_and_arabic_begins_at_the_right():
    whole = book(*(annex(language) for language in LANGUAGES))
    assert [name[:3] for name in whole.sheetnames] == [f"{language} " for language in LANGUAGES]
    assert [bool(sheet.sheet_view.rightToLeft) for sheet in whole] == [True, False, False, False, False, False]


@pytest.mark.parametrize(("language", "symbol", "number"), [("en", "left", "right"), ("ar", "right", "left")])
def test_the_footer_has_the_symbol_where_lines_begin_and_the_page_where_they_end(language, symbol, number):
    def footer(**more):
        return book(Pages("t", language, (Paragraph("x"),), footer="A/1", **more)).active.oddFooter

    assert (getattr(footer(), symbol).text, getattr(footer(), number).text) == ("A/1", "&P")
    unnumbered = footer(page_numbers=False)
    assert (getattr(unnumbered, symbol).text, getattr(unnumbered, number).text) == ("A/1", None)


def test_titles_that_excel_cannot_take_as_names_are_mended():
    table = Table((Row((Cell("x"),)),))
    documents = [Pages(title, "en", (table,)) for title in ("a/b:c[d]*?" + "x" * 40, "a/b:c[d]*?" + "x" * 40, "'")]
    assert book(*documents).sheetnames == ["en a b c d " + "x" * 20, "en a b c d " + "x" * 16 + " 2", "en en"]
    assert book(Pages("History", "en", (table,))).sheetnames == ["History 2"]
    assert book(Pages("𐀀" * 40, "en", (table,))).sheetnames == ["𐀀" * 15]


def test_a_change_has_its_look_in_the_cell():
    sheet = book(everything("en"), rich_text=True).active
    changed = next(cell.value for row in sheet for cell in row if "Rev.1" in str(cell.value or ""))
    looks = {str(part): part.font for part in changed if hasattr(part, "font")}
    assert looks["Opening of the meeting"].strike
    assert looks["Adoption of the agenda and organization of work"].u == "single"


def test_a_cell_that_is_one_change_or_bold_from_end_to_end_has_that_look():
    runs = (Run("a", change=Revised.INSERTED), Run("b", change=Revised.DELETED), Run("c", bold=True), Run("d"))
    sheet = book(Pages("t", "en", (Table((Row(tuple(map(Cell, runs))),)), Paragraph(Run("e", bold=True))))).active
    fonts = [sheet[place].font for place in ("A1", "B1", "C1", "D1", "A3")]
    assert [(bool(f.b), f.u, bool(f.strike)) for f in fonts] == [
        (True, "single", False),
        (False, None, True),
        (True, None, False),
        (False, None, False),
        (True, None, False),
    ]


def test_rows_are_as_high_as_their_words():
    sheet = book(annex("en")).active
    assert [sheet.row_dimensions[number].height for number in (5, 7)] == [15.75, 31.5]


def test_no_row_is_higher_than_a_sheet_can_have_it():
    sheet = book(Pages("t", "en", (Heading("word " * 2000), Paragraph("word " * 2000)))).active
    assert {sheet.row_dimensions[number].height for number in (1, 2)} == {408.75}  # 409, in whole pixels


@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_text_is_a_string_and_never_a_formula_or_a_link(language):
    sheet = book(hostile(language)).active
    cells = [cell for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.hyperlink for cell in cells} == {None}
    assert TAME in {cell.value for cell in cells}


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so():
    value = book(Pages("t", "en", (Table((Row((Cell("x" * 40_000),)),)),))).active["A1"].value
    assert (len(value), value[-1]) == (32_767, "…")


def test_the_file_bears_the_date_of_the_document_and_no_other():
    assert book(annex("en")).properties.created.isoformat() == "2009-03-20T00:00:00"
    assert book(everything("en")).properties.created.isoformat() == "1980-01-01T00:00:00"
