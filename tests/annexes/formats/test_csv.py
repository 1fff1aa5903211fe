import csv
import io

import pytest

from tests.annexes.samples import annex, everything, hostile
from wgsched.annexes.formats import csv as csv_format
from wgsched.annexes.pages import Cell, Columns, Heading, Pages, Paragraph, Row, Table


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_records_of_the_rows_are_written_machine_columns_first():
    rows = read(csv_format.write([annex("zh")]))
    assert rows[:3] == [
        ["date", "opens", "item", "title", "continued"],
        ["2009-05-14", "10:00", "1 (a)", "会议开幕", "false"],
        ["2009-05-14", "10:00", "1 (b)", "通过议程和工作安排", "false"],
    ]
    assert rows[4] == ["2009-05-14", "15:00", "2 (a)", "工作组各项建议的实施情况：积累知识", "true"]
    assert len(rows) == 10


def test_excel_is_told_the_encoding_and_lines_end_as_it_likes():
    content = csv_format.write([annex("ar")])
    assert content.startswith(b"\xef\xbb\xbfdate,opens")
    assert content.count(b"\n") == content.count(b"\r\n") == 10


def test_several_languages_have_a_column_that_names_theirs():
    rows = read(csv_format.write([annex("ru"), annex("es")]))
    assert rows[0][-1] == "language"
    assert [row[-1] for row in rows[1:]] == ["ru"] * 9 + ["es"] * 9


def test_a_table_without_records_is_written_as_it_is_printed():
    rows = read(csv_format.write([everything("en")]))
    assert rows[0] == ["Date and time", "10 a.m.–1 p.m.", "", "3–6 p.m.", "", "№"]
    assert rows[-1] == ["", "", "Opening of the meeting", "Adoption of the agenda and organization of work", "Adoption of the report", "3"]  # fmt: skip  # noqa: E501


def test_pages_without_a_table_are_written_as_labels_and_words():
    blocks = (Columns((Paragraph("a"),), (Paragraph("b"),)), Heading("Agenda"), Paragraph("Opening", label="1."))
    assert read(csv_format.write([Pages("t", "en", blocks)])) == [
        ["", "a"],
        ["", "b"],
        ["", "Agenda"],
        ["1.", "Opening"],
    ]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u200f=1", "＝1", "\n=1"])
def test_no_text_is_taken_for_a_formula(formula):
    cell = read(csv_format.write([Pages("t", "en", (Table((Row((Cell(formula),)),)),))]))[0][0]
    assert cell == "'" + formula
    record = Row((Cell("x"),), record={"title": formula})
    assert read(csv_format.write([Pages("t", "en", (Table((record,)),))]))[1] == ["'" + formula]


def test_a_negative_number_stays_a_number():
    record = Row((Cell("x"),), record={"lost": -3, "share": 0.5, "none": None})
    assert read(csv_format.write([Pages("t", "en", (Table((record,)),))]))[1] == ["-3", "0.5", ""]


def test_hostile_text_stays_in_its_field():
    rows = read(csv_format.write([hostile()]))
    assert rows[0] == ["date", "title"]
    assert [len(row) for row in rows] == [2, 2]
    assert all(field.startswith("'=cmd") for field in rows[1])
