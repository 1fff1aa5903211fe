"""The rest is planned beside the page: pins stay, and nothing is laid over later edits."""

import time
from pathlib import Path

import pytest

from tests.desk.browser import opened
from wgsched.desk.planner import Planner, Planning, PlanRequest
from wgsched.errors import NoProgramme
from wgsched.files import session_from
from wgsched.planning import plan

AM, PM = "plenary-2009-05-15-am", "plenary-2009-05-15-pm"


def settled(browser, seconds=120):
    """Poll as the page does until planning has ended, and return the last answer."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        reply = browser.get("board")
        if "data-planning" not in reply.text:
            return reply
        time.sleep(0.05)
    raise AssertionError("planning did not end")


def test_the_rest_is_planned_as_the_command_line_plans_the_saved_file(browser):
    browser.do("take_out", item="3")
    browser.do("pin", item="2c")
    wanted = plan(session_from(browser.board.as_saved()))
    assert "Planning" in browser.post("plan").text
    reply = settled(browser)
    assert reply.said.startswith("The rest was planned.")
    assert browser.board.programme.considerations == wanted.considerations
    browser.post("undo")
    assert 'id="t-3"' in browser.get("").text


def test_what_comes_after_further_edits_is_offered(browser):
    before = browser.board.programme
    browser.post("plan")
    browser.do("take_out", item="3")
    edited = browser.board.programme
    reply = settled(browser)
    assert browser.board.programme is edited is not before
    assert "was not laid over your edits" in reply.text
    assert browser.post("use").said.startswith("The rest was planned.")
    assert browser.board.programme.of(before.session.agenda["3"])
    assert "was not laid over your edits" not in browser.get("").text


def test_what_would_help_is_shown_when_rules_are_broken_by_hand_and_laid_only_when_it_is_used(browser):
    before = browser.board.programme.considerations
    assert 'action="help"' not in browser.get("").text
    browser.do("move", item="3", to="Thu am")
    broken = browser.board.programme
    assert 'action="help"' in browser.get("").text
    browser.post("help")
    page = settled(browser).text
    assert browser.board.programme is broken
    assert (
        "<li>Moved: item 3, from the meeting of Thursday, 14 May, 10 a.m.–1 p.m. to the meeting of "
        "Friday, 15 May, 3–6 p.m.</li>" in page
    )
    assert "what is pinned stays. Nothing is broken." in page
    assert browser.post("use").refused == ""
    assert browser.board.programme.considerations == before


@pytest.mark.long
def test_what_was_found_while_the_page_was_loaded_again_is_taken_over(browser):
    browser.do("take_out", item="3")
    found = plan(session_from(browser.board.as_saved()))
    browser.app.planner.planning = Planning(browser.board.version, ended=True, result=found)
    page = browser.get("").text
    assert "The rest was planned." in page
    assert 'id="planning"' not in page
    assert browser.board.programme.considerations == found.considerations


def test_what_would_help_names_the_pins_and_rules_that_cannot_all_hold(browser):
    browser.do("move", item="1 (a)", to="Fri pm")
    browser.post("help")
    page = settled(browser).text
    assert "<li>Item 1 (a) must come before everything else.</li>" in page
    assert "One of these would help:" in page
    assert (
        "<li>Do without this: item 1 (a) must be taken up at the meeting of Friday, 15 May, 3–6 p.m., as typed." in page
    )
    helps = page[page.index('<ul class="helps">') : page.index('action="nearest"')]
    assert helps.count('name="verb" value="unpin"') == 1
    assert helps.count('name="item" value="1a"') == helps.count('name="meeting" value="plenary-2009-05-15-pm"') == 1
    assert browser.do("unpin", item="1a", meeting="plenary-2009-05-15-pm").status == 200


def test_the_nearest_programme_is_shown_as_such_and_never_as_sound(browser):
    browser.do("move", item="1 (a)", to="Fri pm")
    browser.post("plan")
    settled(browser)
    browser.post("nearest")
    page = settled(browser).text
    assert "Nothing is broken." not in page[: page.index('class="bar"')]
    assert 'id="nearest"' not in page
    page = browser.post("use").text
    assert '<p class="note wrong" id="nearest">This is the nearest programme.' in page
    assert list(browser.board.programme.considerations) != []


def test_why_nothing_can_be_planned_is_said_with_what_would_help(browser):
    session = browser.board.programme.session
    with pytest.raises(NoProgramme) as refused:
        plan(session_from(_too_much(browser.board.content)))
    refusal = refused.value
    browser.app.planner.planning = Planning(browser.board.version, ended=True, result=refusal)
    page = browser.get("board").text
    assert "The rest cannot be planned:" in page
    helps = page[page.index('<ul class="helps">') : page.index('action="nearest"')]
    assert helps.count("<li>") == len(refusal.repairs) > 0
    assert "unpin" not in helps
    assert session is browser.board.programme.session
    assert "The rest cannot be planned:" not in browser.post("forget").text


@pytest.mark.long
def test_what_was_planned_is_there_after_a_kill(session):
    with opened(session) as browser:
        browser.do("take_out", item="3")
        browser.post("plan")
        settled(browser)
        after = browser.board.programme.considerations
    with opened(session) as browser:
        assert browser.board.programme.considerations == after
        assert browser.board.recovered == 2


@pytest.mark.long
def test_the_process_ends_with_the_desk(browser):
    browser.post("plan")
    settled(browser)
    process = browser.app.planner._process
    browser.app.close()
    assert not process.is_alive()


@pytest.mark.long
def test_stopping_keeps_the_best_so_far():
    path = Path("examples/human-rights-council-2017.yaml")
    planner = Planner()
    try:
        planner.plan(PlanRequest(path.read_bytes(), str(path)), 0)
        end = time.monotonic() + 120
        while (
            planner.busy
            and time.monotonic() < end
            and not (planner.planning.progress and planner.planning.progress.objective)
        ):
            time.sleep(0.02)
        planner.stop()
        while planner.busy and time.monotonic() < end:
            time.sleep(0.02)
        assert planner.planning.result.considerations
    finally:
        planner.close()


def _has_found(progress):
    return progress is not None and progress.objective is not None


def _too_much(content):
    return content.replace(b"2 (c) for 120 min, ~3", b"2 (c)").replace(b"takes: ~120 min", b"takes: 900 min")
