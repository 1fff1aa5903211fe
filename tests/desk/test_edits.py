"""Edits from the page are the library's own, and what is refused changes nothing."""

import html
import json
import re

import pytest

from wgsched import editing
from wgsched.desk.steps import steps_of

AM, PM = "plenary-2009-05-15-am", "plenary-2009-05-15-pm"
THURSDAY = "plenary-2009-05-14-pm"


def told_where(browser, **asked):
    """Return what the page is told of each meeting, by its key."""
    lines = map(json.loads, browser.get("where", **asked).text.splitlines())
    return {each["meeting"]: each for each in lines}


@pytest.mark.parametrize(
    ("fields", "verb", "named"),
    [
        ({"verb": "move", "item": "3", "to": AM}, editing.move, {"item": "3", "to": AM}),
        (
            {"verb": "swap", "item": "2c", "other_row": f"2b\t{AM}"},
            editing.swap,
            {"item": "2c", "other": "2b", "other_meeting": AM},
        ),
        (
            {"verb": "split", "item": "2c", "to": AM, "minutes": "45"},
            editing.split,
            {"item": "2c", "to": AM, "minutes": 45},
        ),
        ({"verb": "split", "item": "2c", "to": AM, "minutes": ""}, editing.split, {"item": "2c", "to": AM}),
        ({"verb": "take_out", "item": "3", "meeting": PM}, editing.take_out, {"item": "3"}),
        ({"verb": "pin", "item": "3"}, editing.pin, {"item": "3"}),
        ({"verb": "unpin", "item": "1a"}, editing.unpin, {"item": "1a"}),
        ({"verb": "cancel", "meeting": PM}, editing.cancel, {"meeting": PM}),
        (
            {"verb": "retime", "meeting": PM, "opens": "15:30", "closes": ""},
            editing.retime,
            {"meeting": PM, "opens": "15:30"},
        ),
        ({"verb": "room", "meeting": PM, "room": "C2"}, editing.room, {"meeting": PM, "room": "C2"}),
        ({"verb": "room", "meeting": PM, "room": ""}, editing.room, {"meeting": PM, "room": None}),
    ],
)
def test_what_a_form_asks_for_is_what_the_verb_does(browser, fields, verb, named):
    wanted = verb(browser.board.programme, **named)
    assert browser.post("do", fields).status == 200
    assert browser.board.programme == wanted.programme
    assert browser.board.last.sentence == wanted.sentence


def test_an_item_is_taken_out_placed_and_held_again(browser):
    browser.do("take_out", item="3")
    assert 'id="t-3"' in browser.get("").text
    assert browser.do("place", item="3", to=AM, minutes="30").status == 200
    assert 'id="t-3"' not in browser.get("").text
    browser.do("cancel", meeting=PM)
    assert browser.do("hold", meeting=PM).status == 200


def test_a_divided_item_is_joined_where_it_comes_to_its_other_part(browser):
    browser.do("move", item="2b", meeting=THURSDAY, to=AM)
    rows = browser.board.programme.of(browser.board.programme.session.agenda["2 (b)"])
    assert [(row.meeting, row.window.minutes) for row in rows] == [(AM, 330)]


def test_several_rows_are_moved_and_undone_as_one(browser):
    before = browser.board.programme
    fields = [("verb", "move"), ("to", AM), ("row", f"2c\t{PM}"), ("row", f"3\t{PM}")]
    reply = browser.post("do", fields)
    assert reply.said.startswith("Several changes: ")
    assert [row.instalment for row in browser.board.programme.rows(before.meeting(AM))] == ["2b", "2c", "3"]
    assert browser.post("undo").said == "Undone."
    assert browser.board.programme is before


def test_of_several_rows_all_are_moved_or_none(browser):
    before = browser.board.programme
    fields = [("verb", "move"), ("to", PM), ("row", f"2b\t{AM}"), ("row", f"3\t{AM}")]
    reply = browser.post("do", fields)
    assert (reply.status, reply.refused) == (409, "Item 3 is not taken up in that meeting.")
    assert browser.board.programme is before


def test_the_page_says_what_a_move_broke_and_costs(browser):
    said = browser.do("move", item="3", to=AM).said
    assert said == (
        "Moved: item 3, from the meeting of Friday, 15 May, 3–6 p.m. to the meeting of Friday, 15 May, 10 a.m.–1 p.m. "
        "Newly broken: 2. Cost: +120."
    )


def test_undo_and_redo_go_back_and_forth(browser):
    start = browser.board.programme
    browser.do("move", item="3", to=AM)
    moved = browser.board.programme
    browser.post("undo")
    assert browser.board.programme is start
    browser.post("redo")
    assert browser.board.programme is moved
    assert browser.post("redo").refused == "There is nothing to redo."


def test_a_page_that_is_out_of_date_changes_nothing(browser):
    browser.do("move", item="3", to=AM)
    now = browser.board.programme
    reply = browser.post("do", {"verb": "take_out", "item": "2c"}, version=0)
    assert reply.status == 409
    assert reply.refused.startswith("This page was out of date")
    assert browser.board.programme is now


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "unknown verb ''. Known: move, swap, "),
        ({"verb": "publish"}, "unknown verb 'publish'. Known: "),
        ({"verb": "__class__"}, "unknown verb '__class__'. Known: "),
        ({"verb": "move", "item": "3"}, "move: say which to"),
    ],
)
def test_what_is_no_verb_or_lacks_something_is_refused(browser, fields, said):
    before = browser.board.programme
    assert html.unescape(browser.post("do", fields).refused).startswith(said)
    assert browser.board.programme is before


def test_a_row_without_a_meeting_is_placed():
    assert steps_of([("verb", "move"), ("to", AM), ("row", "3\t")]) == [{"place": {"item": "3", "meeting": AM}}]


def test_where_a_row_may_go_is_told_by_rule(browser):
    browser.do("cancel", meeting=THURSDAY)
    told = told_where(browser, item="3", meeting=PM)
    assert list(told) == [each.key for each in browser.board.programme.meetings if each.key != PM]
    cancelled = "The meeting of Thursday, 14 May, 3–6 p.m. is cancelled. Hold it first."
    assert told[THURSDAY] == {"meeting": THURSDAY, "may": "no", "text": cancelled}
    assert (told[AM]["may"], told[AM]["text"][:11]) == ("breaks", "Item 3 must")


def test_the_dialog_of_a_row_lists_every_other_meeting(browser):
    told = told_where(browser, item="2c", meeting=PM, listed="yes").values()
    lines = "".join(each["line"] for each in told)
    assert len(re.findall(r'<li class="(?:yes|breaks|no)" data-words=', lines)) == len(told) == 3
    assert "Breaks a rule:" in lines
    assert "Looking where it may go" in browser.get("row", item="2c", meeting=PM).text
    assert browser.get("row", item="nothing", meeting=PM).text.count("This row is not there any more.") == 1
    assert browser.get("row", item="3", meeting="nowhere").status == 400


def test_the_dialogs_of_a_meeting_and_of_several_rows_open(browser):
    assert 'value="15:00"' in browser.get("meeting", meeting=PM).text
    assert browser.get("rows", row=f"3\t{PM}").text.count('name="row"') == 4
    assert "Choose rows first" in browser.get("rows").text


def test_all_that_a_move_would_break_can_be_read_and_the_best_meeting_stands_first(browser):
    from wgsched.editing import destinations

    browser.do("take_out", item="3")
    told = told_where(browser, item="3", listed="yes")
    page = "".join(each["line"] for each in sorted(told.values(), key=lambda each: each["rank"]))
    best, *others = sorted(destinations(browser.board.programme, "3"), key=lambda each: each.rank)
    assert re.findall(r'name="to" value="([^"]+)"', page) == [each.meeting.key for each in (best, *others)]
    assert "Allowed · cost +0" in page
    said = browser.app.page._verdict(browser.board.programme).said
    assert [len(each.broken) > 1 for each in others] == [True] * 3
    for each in others:
        assert all(f"<li>{said(broken)}</li>" in page for broken in each.broken)
        assert told[each.meeting.key]["text"] == " ".join(map(said, each.broken))
