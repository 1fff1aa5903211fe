"""The form: a workbook to fill in, in six languages; what is filled in becomes a session, and errors name the cell."""

import datetime
import io

import openpyxl
import pytest

from wgsched import BadInput, Duration
from wgsched.cli import main
from wgsched.model import SIX
from wgsched.reading import form, read_paper
from wgsched.reading.form.fields import AGENDA, MARK, PROGRAMME, SESSION


@pytest.fixture
def filled(tmp_path):
    """Fill in a form: values of the session by field, rows of agenda and programme by field."""

    def path(session=(), agenda=(), programme=(), language="en"):
        book = openpyxl.load_workbook(io.BytesIO(form(language)))
        values = {
            "body.en": "Working Group on Forests", "place": "Vienna", "first": datetime.date(2027, 5, 10),
            "last": datetime.date(2027, 5, 11), "languages": "en", **dict(session),
        }  # fmt: skip
        for key, value in values.items():
            book.worksheets[0].cell(SESSION.index(key) + 1, 2).value = value
        for sheet, keys, rows in ((book.worksheets[1], AGENDA, agenda), (book.worksheets[2], PROGRAMME, programme)):
            for number, row in enumerate(rows, start=3):
                for key, value in row.items():
                    sheet.cell(number, keys.index(key) + 1).value = value
        file = tmp_path / "form.xlsx"
        book.save(file)
        return file

    return path


ITEMS = (
    {"number": "1", "role": "opening", "takes": "~30 min"},
    {"number": "2", "title.en": "Budget", "title.fr": "Budget", "takes": "5 h"},
    {"title.en": "Panel on wood", "takes": "1 h"},
)
ROWS = (
    {"day": datetime.date(2027, 5, 10), "period": "am", "item": "1"},
    {"item": "~2"},
    {"period": "pm", "item": "~2"},
    {"day": datetime.date(2027, 5, 11), "period": "am", "item": "panel on wood"},
)


@pytest.mark.parametrize("language", SIX)
def test_a_form_in_any_language_becomes_the_same_session(filled, language):
    reading = read_paper(filled(agenda=ITEMS, programme=ROWS, language=language))
    session = reading.session
    assert (session.body.title["en"], session.place.key, session.kind) == (
        "Working Group on Forests",
        "Vienna",
        "session",
    )
    assert [str(day) for day in session.days] == ["2027-05-10", "2027-05-11"]
    assert [(str(item.number or ""), item.role) for item in session.agenda] == [
        ("1", "opening"),
        ("2", None),
        ("", None),
    ]
    assert session.agenda["2"].title["fr"] == "Budget"
    assert session.agenda["2"].takes.expected == Duration(300)
    assert [(row.meeting[-13:], row.instalment) for row in reading.programme.considerations] == [
        ("2027-05-10-am", "1"), ("2027-05-10-am", "2"), ("2027-05-10-pm", "2"), ("2027-05-11-am", "entry-1"),
    ]  # fmt: skip
    assert [rows.placed for rows in session.organization] == [("2",), ("2",), ()]


@pytest.mark.parametrize("language", SIX)
def test_every_field_has_its_name_and_help(language):
    book = openpyxl.load_workbook(io.BytesIO(form(language)))
    session, agenda, programme = book.worksheets
    assert [session.cell(row, 4).value for row in range(1, len(SESSION) + 1)] == list(SESSION)
    assert all(session.cell(row, 1).value and session.cell(row, 3).value for row in range(1, len(SESSION) + 1))
    for sheet, keys in ((agenda, AGENDA), (programme, PROGRAMME)):
        assert [cell.value for cell in sheet[1]] == [*keys, MARK]
        assert all(cell.value and cell.comment.text for cell in sheet[2][: len(keys)])
    assert len(session.data_validations.dataValidation) == len(SESSION)


def test_the_same_form_has_the_same_bytes():
    assert form("fr") == form("fr")


def test_a_form_in_no_language_is_refused():
    with pytest.raises(BadInput, match="there is no form in 'de'; known: ar, en, es, fr, ru, zh"):
        form("de")


def test_errors_name_the_sheet_and_the_cell(filled):
    path = filled(
        session={"place": "Nowhere", "issued": "soon"},
        agenda=(*ITEMS, {"number": "3", "role": "chair", "title.en": "Report", "takes": "long"}),
        programme=({"item": "1"}, *ROWS, {"item": "7"}),
    )
    with pytest.raises(BadInput) as bad:
        read_paper(path)
    told = [str(fault).removeprefix(f"{path}: ").partition(": ") for fault in bad.value.faults]
    assert {where for where, _, _ in told} == {
        "sheet Session, B9", "sheet Session, B13", "sheet Agenda, B6", "sheet Agenda, I6", "sheet Programme, C3",
        "sheet Programme, C8",
    }  # fmt: skip


def test_a_form_that_is_empty_asks_for_what_it_lacks(tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(form())
    with pytest.raises(BadInput, match=r"form\.xlsx: "):
        read_paper(path)


def test_every_cell_is_in_the_account(filled):
    account = read_paper(filled(agenda=ITEMS, programme=ROWS)).account
    assert ("sheet Agenda, E4", "Budget") in [(entry.place, entry.text) for entry in account]


def test_the_command_writes_a_form_and_reads_it(filled, tmp_path, capsys):
    path = tmp_path / "new.xlsx"
    assert main(["new", str(path), "--language", "fr"]) == 0
    assert capsys.readouterr().out == (
        f"{path} is a workbook to fill in. Then: wgsched import {path} -o session.yaml\n"
    )
    assert path.read_bytes() == form("fr")
    assert main(["new", str(path)]) == 2
    output = tmp_path / "session.yaml"
    assert main(["import", str(filled(agenda=ITEMS, programme=ROWS)), "-o", str(output)]) == 0
    assert "organization:" in output.read_text("utf-8")
