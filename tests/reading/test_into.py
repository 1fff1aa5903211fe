"""Rows edited in an annex or a workbook come back into the session file; all else of the file stays."""

import docx
import openpyxl
import pytest

import wgsched as wg
from wgsched import BadInput
from wgsched.reading import read_into

SESSION = """# The forests of the region
symbol: FOR/2027/1
body: {en: Working Group on Forests}
place: Vienna
days: Mon 10 - Tue 11 May 2027
original: en
languages: [en]
agenda:
  1: {title: {en: Opening}, takes: 60 min}
  2: {title: {en: State of the forests}, takes: 4 h}
  3: {title: {en: Finance}, takes: 3 h}   # the Treasurer comes on Tuesday
  4: {title: {en: Adoption of the report}, takes: 60 min}
entries:
  panel: {title: {en: Panel on wood}, takes: 60 min}
organization:
  Mon am: [1, ~2]
  Mon pm: [~2, ~panel]
  Tue am: [~3]       # with interpretation
  Tue pm: [~4]
"""


@pytest.fixture
def session(tmp_path):
    path = tmp_path / "session.yaml"
    path.write_text(SESSION, "utf-8")
    return path


def printed(session, suffix):
    path = session.with_name(f"annex.{suffix}")
    wg.annex(wg.programme_of_rows(wg.read_session(session)), language="en").save(path)
    return path


def back(session, file):
    return read_into(file, session=session).content.decode()


def faults(session, file):
    with pytest.raises(BadInput) as bad:
        read_into(file, session=session)
    return [f"{fault.file.split(': ')[-1]}: {fault.message}" for fault in bad.value.faults]


def retitled(path, old, new):
    """Change the words of one cell of a Word document."""
    document = docx.Document(path)
    (cell,) = [cell for row in document.tables[0].rows for cell in row.cells if cell.text == old]
    cell.text = new
    document.save(path)


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html", "md", "txt", "csv"])
def test_an_annex_that_nobody_edited_changes_nothing(session, suffix):
    assert back(session, printed(session, suffix)) == SESSION


def test_a_row_moved_in_word_is_placed_and_comments_stay(session):
    path = printed(session, "docx")
    document = docx.Document(path)
    table = document.tables[0]
    rows = {row.cells[2].text: row for row in table.rows}
    rows["Finance"]._tr.addnext(rows["Panel on wood"]._tr)
    document.save(path)
    assert back(session, path) == SESSION.replace("[~2, ~panel]", "[~2]").replace("[~3] ", "[~3, ~panel] ")


def test_a_row_moved_in_a_workbook_is_placed(session):
    path = printed(session, "xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    finance, report = cells["Finance"], cells["Adoption of the report"]
    finance.value, report.value = report.value, finance.value
    for cell, number in ((finance, "4"), (report, "3")):
        sheet.cell(cell.row, cell.column - 1).value = number
    book.save(path)
    assert back(session, path) == SESSION.replace("[~3]", "[X]").replace("[~4]", "[~3]").replace("[X]", "[~4]")


def test_a_sign_before_a_title_pins_its_row_and_what_was_pinned_stays_so(session):
    path = printed(session, "docx")
    retitled(path, "Finance", "! Finance")
    assert back(session, path) == SESSION.replace("[~3]", "[3, ...]")


def test_other_hours_of_a_meeting_are_written_where_meetings_are(session):
    path = printed(session, "txt")
    path.write_text(path.read_text("utf-8").replace("3–6 p.m. | 4", "2–5 p.m. | 4"), "utf-8")
    assert back(session, path) == SESSION + 'meetings:\n  Tue pm: {hours: "14:00-17:00"}\n'


def test_what_is_in_doubt_is_told_and_nothing_is_made_of_it(session):
    path = printed(session, "txt")
    text = path.read_text("utf-8")
    path.write_text(text.replace("3 | Finance", "7 | Budget").replace("3–6 p.m. | 4", "8–9 p.m. | 4"), "utf-8")
    assert faults(session, path) == [
        "line 14: “7 Budget” is no item of the session",
        "line 15: 2027-05-11 20:00-21:00 is no meeting of the session",
        f"{path}: item 3, now in Tue am, has no row in the paper",
        f"{path}: item 4, now in Tue pm, has no row in the paper",
    ]


def test_a_weekday_that_does_not_agree_with_its_date_is_in_doubt(session):
    path = printed(session, "txt")
    path.write_text(path.read_text("utf-8").replace("Tuesday, 11 May", "Monday, 11 May"), "utf-8")
    assert faults(session, path) == [f"{path}: line 14: 2027-05-11 is a Tuesday, not a Monday"]


def test_a_programme_file_comes_back_as_rows_too(session):
    programme = wg.programme_of_rows(wg.read_session(session))
    path = session.with_name("programme.json")
    wg.write_programme(wg.move(programme, "panel", "Tue am").programme, path)
    assert back(session, path) == SESSION.replace("[~2, ~panel]", "[~2]").replace("[~3] ", "[~3, ~panel] ")


def test_a_programme_of_another_session_is_refused(session):
    other = session.with_name("other.yaml")
    other.write_text(SESSION.replace("FOR/2027/1", "FOR/2027/2"), "utf-8")
    path = session.with_name("programme.json")
    wg.write_programme(wg.programme_of_rows(wg.read_session(other)), path)
    with pytest.raises(BadInput, match="is of the session"):
        read_into(path, session=session)


def test_a_paper_without_rows_is_refused(session, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleague,\n", "utf-8")
    with pytest.raises(BadInput, match="holds no rows of a programme"):
        read_into(path, session=session)


ROOMS = SESSION + "meetings:\n  Mon am: {room: Hall A}\n  Mon pm: {room: Hall A}\n"


@pytest.mark.parametrize("suffix", ["docx", "txt", "html"])
def test_a_room_changed_in_an_order_of_the_day_is_that_of_the_meeting(session, suffix):
    session.write_text(ROOMS, "utf-8")
    path = session.with_name(f"order.{suffix}")
    programme = wg.programme_of_rows(wg.read_session(session))
    wg.annex(programme, language="en", layout="order-of-the-day").save(path)
    assert back(session, path) == ROOMS
    if suffix == "docx":
        document = docx.Document(path)
        document.tables[0].cell(1, 4).text = "Hall B"
        document.save(path)
        assert back(session, path) == ROOMS.replace("Mon am: {room: Hall A}", "Mon am: {room: Hall B}")


def test_a_room_that_the_session_does_not_have_is_in_doubt(session):
    text = "services: {rooms: {A: {title: {en: Hall A}}, B: {title: {en: Hall B}}}}\n"
    session.write_text(SESSION + text + "meetings: {Mon am: {room: A}}\n", "utf-8")
    path = session.with_name("order.txt")
    programme = wg.programme_of_rows(wg.read_session(session))
    wg.annex(programme, language="en", layout="order-of-the-day").save(path)
    printed = path.read_text("utf-8")
    path.write_text(printed.replace("Hall A", "Hall B"), "utf-8")
    assert read_into(path, session=session).after.meetings[0].room == "B"
    path.write_text(printed.replace("Hall A", "Hall C"), "utf-8")
    assert faults(session, path) == ["line 4: “Hall C” is no room of the session"]
