"""Papers as many offices write them: grids of rooms, numbered lists with hours, long lunches, arrows between hours."""

import datetime

import openpyxl
import pytest
from docx import Document

from wgsched import BadInput
from wgsched.reading import Fate, read_paper


@pytest.fixture
def read(tmp_path):
    def reading(text, name="paper.txt", **answers):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return read_paper(path, **{"place": "Rome", "body": "Body", **answers})

    return reading


def table(tmp_path, heading, rows, merged=()):
    """Write a Word document with a heading and a table; cells from one to another are merged."""
    document = Document()
    document.add_paragraph(heading)
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            made.cell(row, column).text = text
    for first, last in merged:
        made.cell(*first).merge(made.cell(*last))
    path = tmp_path / "paper.docx"
    document.save(path)
    return path


def rows(reading):
    return [
        (
            f"{each.day:%d} {each.opens // 60}:{each.opens % 60:02}",
            each.forum,
            [row.numbers or row.title for row in each.rows],
        )
        for each in reading.facts.sittings
    ]


def left_over(reading):
    return [str(entry) for entry in reading.account.of(Fate.LEFT_OVER)]


def test_days_side_by_side_hold_items_with_their_numbers(tmp_path):
    path = table(
        tmp_path, "Bangkok, 10–11 May 2027",
        [["", "Monday 10 May", "Tuesday 11 May"], ["09:00–10:30", "Opening", "Item 2: Surveys"],
         ["10:30–11:00", "Coffee break", ""], ["11:00–12:30", "Item 1: Censuses", "Item 2 (continued)"]],
        merged=[((2, 1), (2, 2))],
    )  # fmt: skip
    reading = read_paper(path, body="Body")
    assert rows(reading) == [
        ("10 9:00", "", ["Opening"]), ("10 11:00", "", [("1",)]), ("11 9:00", "", [("2",)]), ("11 11:00", "", [("2",)]),
    ]  # fmt: skip
    assert [f"{event.opens:%d %H:%M}" for event in reading.session.events] == ["10 10:30", "11 10:30"]
    assert left_over(reading) == []


def test_hours_merged_beside_their_items_and_a_lunch_of_two_hours(tmp_path):
    path = table(
        tmp_path, "Geneva, 10 May 2027",
        [["Date/Time", "Item", "Subject"], ["Monday, 10 May 2027", "", ""], ["10:00–13:00", "1", "Opening"],
         ["", "2", "Budget"], ["13:00–15:00", "", "Lunch break"], ["15:00–18:00", "3 (a)", "Water"]],
        merged=[((1, 0), (1, 2)), ((2, 0), (3, 0))],
    )  # fmt: skip
    reading = read_paper(path, body="Body")
    assert rows(reading) == [("10 10:00", "", [("1",), ("2",)]), ("10 15:00", "", [("3 (a)",)])]
    assert [event.title["en"] for event in reading.session.events] == ["Lunch break"]


def test_sheets_named_after_days_hold_grids_of_rooms(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Tue 11 May 2027"
    for row in (("Time", "Plenary", "Room B"), (datetime.time(10), "Opening", "Side meeting"),
                (datetime.time(11), "Budget", "Drafting")):  # fmt: skip
        book.active.append(row)
    path = tmp_path / "paper.xlsx"
    book.save(path)
    reading = read_paper(path, place="Rome", body="Body")
    assert rows(reading) == [
        ("11 10:00", "Plenary", ["Opening", "Budget"]), ("11 10:00", "Room B", ["Side meeting", "Drafting"]),
    ]  # fmt: skip
    assert (left_over(reading), reading.session.issued) == ([], None)


def test_a_column_beside_the_hours_that_names_no_room_makes_no_grid(read):
    reading = read(
        "11 May 2027\n\nTime | Session | Speaker\n10:00-11:00 | Opening | Ms A\n11:00-12:00 | Budget | Mr B\n"
    )
    assert [each[2] for each in rows(reading)] == [["Opening", "Budget"]]


def test_a_schedule_in_markdown_has_its_lists_and_emphasis(read):
    text = """# Steering Committee

**Rome, 10-11 May 2027**

## Monday 10 May

- 09:30-10:00 Opening
- 10:00-11:00 **Item 1**: Budget ([paper](https://example.org/a_b))
- 11:00-11:15 *Coffee break*

## Tuesday 11 May

1. 09:30–11:00 — Report
2. 11:00–12:00 — Closing
"""
    reading = read(text, "paper.md", place=None, body=None)
    assert rows(reading) == [("10 9:30", "", ["Opening", ("1",)]), ("11 9:30", "", ["Report", "Closing"])]
    assert reading.session.agenda["1"].title["en"] == "Budget (paper)"
    assert [event.title["en"] for event in reading.session.events] == ["Coffee break"]
    assert left_over(reading) == []


def test_a_timetable_of_indico_is_read(read):
    def entry(opens, closes, title):
        return (
            f'<li><span><time datetime="2027-05-10T09:00">{opens}</time> → <time datetime="2027-05-10T09:30">{closes}'
            f"</time></span> <div class='timetable-title'><span>{title}</span></div></li>"
        )

    page = (
        "<h1>Expert meeting on Trade</h1><p>10 May 2027</p><ul><li><h3>Monday, 10 May 2027</h3><ul>"
        f"{entry('9:00 AM', '9:30 AM', 'Opening')}{entry('9:30 AM', '10:00 AM', 'Coffee break')}"
        f"{entry('1:00 PM', '2:00 PM', 'Report')}</ul></li></ul>"
    )
    reading = read(page, "paper.html")
    assert rows(reading) == [("10 9:00", "", ["Opening"]), ("10 13:00", "", ["Report"])]
    assert [f"{event.opens:%H:%M}" for event in reading.session.events] == ["09:30"]


def test_a_table_that_only_puts_another_in_its_place_is_no_table(tmp_path, read):
    document = Document()
    document.add_paragraph("Rome, 10 May 2027")
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Programme of work"
    inner = cell.add_table(3, 2)
    for place, text in enumerate(("Time", "Title", "10:00-11:00", "Opening", "11:00-13:00", "Budget")):
        inner.cell(place // 2, place % 2).text = text
    path = tmp_path / "paper.docx"
    document.save(path)
    assert [each[2] for each in rows(read_paper(path, body="Body", days="10 May 2027"))] == [["Opening"], ["Budget"]]
    page = (
        "<table><tr><td>Menu</td><td><p>Rome, 10 May 2027</p><table><caption>Programme</caption>"
        "<tr><th>Time</th><th>Title</th></tr><tr><td>10:00-11:00</td><td>Opening</td></tr>"
        "<tr><td>11:00-13:00</td><td>Budget</td></tr></table></td></tr></table>"
    )
    reading = read(page, "paper.html", days="10 May 2027")
    assert [each[2] for each in rows(reading)] == [["Opening"], ["Budget"]]
    assert left_over(reading) == ["paragraph 1: “Menu”", "paragraph 3: “Programme”"]


def test_a_day_beside_hours_that_span_it_is_no_row(read):
    page = (
        "<table><tr><th>Time</th><th>Item</th><th>Title</th></tr><tr><td colspan=3>Monday, 10 May 2027</td></tr>"
        "<tr><td rowspan=2>15:00-18:00</td><td>1</td><td>Opening</td></tr><tr><td colspan=2>Tuesday, 11 May 2027</td>"
        "</tr><tr><td>10:00-13:00</td><td>2</td><td>Budget</td></tr></table>"
    )
    assert rows(read(page, "paper.html")) == [("10 15:00", "", [("1",)]), ("11 10:00", "", [("2",)])]


MAIL = """Dear colleagues,

please find the draft agenda of the Bureau meeting on Tuesday, 11 May 2027, 10:00-12:00 (Rome).

1. Adoption of the agenda
2. Draft report
(a) Income
3. Other business

Best regards,
"""


def test_an_agenda_in_a_mail_is_read_with_the_hours_of_its_sentence(read):
    reading = read(MAIL, place=None)
    assert list(reading.facts.items) == ["1", "2", "2 (a)", "3"]
    assert [f"{each.opens:%d %H:%M}-{each.closes:%H:%M}" for each in reading.session.meetings] == ["11 10:00-12:00"]
    assert reading.session.place.key == "Rome"
    assert left_over(reading) == ["line 1: “Dear colleagues,”", "line 10: “Best regards,”"]


def test_a_meeting_of_which_no_item_is_said_is_refused_in_words(read):
    text = "ПОВЕСТКА ДНЯ\nзаседания от 04.12.2023 года 11.00 час.\nРЕГЛАМЕНТ\nВремя для докладов 15 мин.\n"
    with pytest.raises(BadInput, match="names a meeting, and nothing that it takes up"):
        read(text)


def test_lists_in_markdown_are_numbered_as_a_reader_sees_them(read):
    text = "# Agenda\n\n1. Opening\n   1. Welcome\n   1. Adoption\n\n1. Budget\n   - Income\n1. Report\n"
    assert {number: item.title for number, item in read(text, "a.md", days="10 May 2027").facts.items.items()} == {
        "1": "Opening", "1.1": "Welcome", "1.2": "Adoption", "2": "Budget", "3": "Report",
    }  # fmt: skip


def test_the_title_of_a_sheet_above_its_table_is_the_head_of_the_paper(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(("Committee on Forests",))
    sheet.append(("Nairobi, 10-11 May 2027",))
    sheet.append(("Date", "Start", "End", "Session"))
    sheet.append((datetime.date(2027, 5, 10), datetime.time(9), datetime.time(10, 30), "Opening"))
    sheet.append((None, datetime.time(11), datetime.time(12, 30), "Budget"))
    hidden = book.create_sheet("Names")
    hidden.sheet_state = "hidden"
    path = tmp_path / "paper.xlsx"
    book.save(path)
    reading = read_paper(path)
    assert (reading.session.body.title["en"], reading.session.place.key) == ("Committee on Forests", "Nairobi")
    assert rows(reading) == [("10 9:00", "", ["Opening"]), ("10 11:00", "", ["Budget"])]
    assert "the sheet Names is hidden, and is not read" in [each.meaning for each in reading.account]


def test_the_day_of_lines_with_hours_is_asked_for(read):
    text = "Programme\n\n9:00-10:00 Opening\n10:00-11:00 Budget\n"
    with pytest.raises(BadInput, match="which day"):
        read(text)
    assert rows(read(text, days="10 May 2027")) == [("10 9:00", "", ["Opening", "Budget"])]


def test_days_of_a_table_stand_in_rows_of_their_own_beside_sums(tmp_path):
    book = openpyxl.Workbook()
    for row in (("día", "Tema", "duración", "inicia", "finaliza", "¿Quién?"), (None, "Día 1 (29 de agosto)"),
                (1, "Apertura", None, "09:00", "10:00", "INEGI"), (1, "Descanso", None, "10:00", "10:20", None),
                (None, "Día 2 (30 de agosto)", None, None, None, 0), (2, "Datos", None, "10:00", "11:30")):  # fmt: skip
        book.active.append(row)
    book.properties.creator = "Ana Pérez"
    path = tmp_path / "paper.xlsx"
    book.save(path)
    with pytest.raises(BadInput, match="which body"):  # the author of a file is a person
        read_paper(path, year=2022, place="Rome")
    reading = read_paper(path, year=2022, place="Rome", body="Taller")
    assert rows(reading) == [("29 9:00", "", ["Apertura"]), ("30 10:00", "", ["Datos"])]
    assert [event.title["es"] for event in reading.session.events] == ["Descanso"]
