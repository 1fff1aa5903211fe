"""What a page shows already is not sent again, and with it the answer is the whole board."""

import re

import pytest

from tests.desk.browser import opened

AM, PM = "plenary-2009-05-15-am", "plenary-2009-05-15-pm"
SAME = re.compile(r'<div id="([^"]+)" data-same></div>')
MOVE = {"verb": "move", "item": "3", "meeting": PM, "to": AM}


def name_of(text):
    return re.search(r'data-shown="([^"]+)"', text)[1]


def parts(text):
    """Return the meetings of a board, by their anchors."""
    found = re.finditer(r'<div role="group"[^>]* id="([^"]+)".*?</ol>', text, re.DOTALL)
    return {each[1]: each[0] for each in found}


def test_a_meeting_that_has_not_changed_is_only_named(browser):
    page = browser.get("").text
    answer = browser.post("do", MOVE, shown=name_of(page)).text
    assert SAME.findall(answer) == ["m-plenary-2009-05-14-am", "m-plenary-2009-05-14-pm"]
    assert f'id="r-{AM}.3"' in answer
    assert len(answer) < len(page) - 2_000


def test_nothing_is_left_out_for_a_page_that_says_nothing_or_something_unknown(browser):
    browser.get("")
    for shown in ("", "0", "999", "x"):
        assert SAME.findall(browser.get("board", shown=shown).text) == []


def test_what_is_refused_leaves_every_meeting_as_it_is(browser):
    page = browser.get("").text
    refused = browser.post("do", {"verb": "move", "item": "99", "to": AM}, shown=name_of(page))
    assert refused.status == 409
    assert len(SAME.findall(refused.text)) == 4


def test_titles_in_another_language_are_sent_anew(browser):
    page = browser.get("").text
    browser.post("view", {"language": "fr", "titles": "zh"})
    assert SAME.findall(browser.get("board", shown=name_of(page)).text) == []


@pytest.mark.parametrize("forget", [0, 20])
def test_a_page_that_keeps_what_is_only_named_shows_the_whole_board(session, forget):
    with opened(session) as browser:
        shown = browser.get("").text
        steps = [MOVE, {"verb": "pin", "item": "3"}, {"verb": "room", "meeting": AM, "room": "C1"}]
        for step in [*steps, {"verb": "take_out", "item": "2c"}, {"verb": "cancel", "meeting": PM}]:
            for _ in range(forget):  # other windows ask for boards meanwhile
                browser.get("board")
            answer = browser.post("do", step, shown=name_of(shown)).text
            whole = browser.get("board").text
            kept = {anchor: parts(shown)[anchor] for anchor in SAME.findall(answer)}
            assert bool(kept) == (forget == 0)
            assert len(parts(whole)) == 4
            assert {**kept, **parts(answer)} == parts(whole)
            shown = whole
