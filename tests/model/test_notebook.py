"""A programme and a session show themselves in a notebook."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from tests.programmes import FOUNDING, timed
from tests.sessions import founding, item, meeting, session

from wgsched.model import Consideration, Programme, Text


def cells(html: str) -> list[list[str]]:
    return [[cell.text or "" for cell in row] for row in ElementTree.fromstring(html).iter("tr")]


def test_a_programme_is_the_table_of_its_rows():
    two = session(item("1", 30), item("2", 60), meetings=(meeting("m", 14, 10), meeting("n", 15, 10, room="C2")))
    rows = timed(two, {"m": [("1", 30)], "n": [("2", 60)]})
    assert cells(rows._repr_html_()) == [
        ["Day", "Hours", "Forum", "Room", "Item", "Title"],
        ["2009-05-14", "10:00–13:00", "plenary", "", "", ""],
        ["", "10:00–10:30", "", "", "1", "Subject 1"],
        ["2009-05-15", "10:00–13:00", "plenary", "C2", "", ""],
        ["", "10:00–11:00", "", "", "2", "Subject 2"],
    ]


def test_a_session_is_the_table_of_its_agenda():
    html = founding()._repr_html_()
    assert ElementTree.fromstring(html).findtext("caption") == (
        "Working Group on Tests, Vienna, 2009-05-14 to 2009-05-15, 4 meetings"
    )
    assert cells(html)[:3] == [
        ["Item", "Title", "Minutes"],
        ["1", "Subject 1", ""],
        ["1 (a)", "Subject 1 (a)", "15"],
    ]


def test_titles_are_escaped_and_rows_of_unknown_items_and_without_hours_are_shown():
    odd = session(item("1", 30, title=Text(en="<b>A & B</b>")), meetings=(meeting("m", 14, 10),))
    shown = Programme(odd, odd.meetings, (Consideration("1", "m"), Consideration("<9>", "m")))
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in odd._repr_html_()
    assert cells(shown._repr_html_())[2:] == [["", "", "", "", "1", "<b>A & B</b>"], ["", "", "", "", "", "<9>"]]


def test_a_cancelled_meeting_says_so_and_one_that_is_not_held_is_left_out():
    laid = timed(founding(), FOUNDING)
    first, second, *_ = laid.meetings
    empty = replace(laid, considerations=(), meetings=(replace(first, cancelled=True), replace(second, held=False)))
    assert [row[5] for row in cells(empty._repr_html_())[1:]] == ["cancelled"]
