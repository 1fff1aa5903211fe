"""What holds after any edits, drawn at random."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editing.edits import Try, moves, rows_alone, tries
from tests.editing.samples import founded
from tests.feeds.samples import thin
from wgsched.checking import check, score
from wgsched.editing import History, pin
from wgsched.errors import WgschedError
from wgsched.languages import lexicon
from wgsched.model import SIX, Programme

STARTS = (founded(), thin())


def edited(
    start: Programme, data: st.DataObject, most: int, kind: Callable[[Programme], st.SearchStrategy[Try]] = tries
) -> History:
    """Return a history of edits drawn at random; those that are refused change nothing."""
    history = History(start)
    for each in data.draw(st.lists(kind(start), min_size=1, max_size=most)):
        try:
            history = history.do(each)
        except WgschedError:
            continue
    return history


def pinned(programme: Programme) -> Programme:
    """Return a programme of a session of which every second row is pinned."""
    for row in programme.considerations[::2]:
        programme = pin(programme, row.instalment, meeting=row.meeting).programme
    return programme


def minutes_of(programme: Programme, instalment: str) -> int:
    return sum(row.window.minutes for row in programme.considerations if row.instalment == instalment and row.window)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STARTS), st.data())
def test_undo_returns_each_programme_and_redo_makes_each_edit_again(start, data):
    history = edited(start, data, 8)
    back = history
    for edit in reversed(history.edits):
        assert back.programme == edit.programme
        back = back.undo()
        assert back.programme == edit.before
    assert back.programme == start
    for _ in history.edits:
        back = back.redo()
    assert back == history


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(STARTS), st.data())
def test_verdict_and_cost_of_an_edit_are_those_of_its_programme(start, data):
    for edit in edited(start, data, 3).edits:
        assert edit.report == check(edit.programme)
        assert set(edit.broken) <= set(check(edit.programme))
        assert set(edit.mended) <= set(check(edit.before))
        assert edit.cost == score(edit.programme).total - score(edit.before).total
    history = edited(start, data, 3)
    assert sum(edit.cost for edit in history.edits) == score(history.programme).total - score(start).total


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(STARTS), st.data())
def test_rows_that_are_moved_exchanged_or_divided_keep_their_minutes(start, data):
    programme = edited(start, data, 8, moves).programme
    for each in start.session.agenda.instalments:
        assert minutes_of(programme, each.key) == minutes_of(start, each.key)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(STARTS), st.data())
def test_edits_change_meetings_and_rows_alone_and_are_said_in_every_language(start, data):
    for edit in edited(start, data, 8).edits:
        assert all("{" not in lexicon(code, start.session).say(edit.sentence) for code in SIX)
        assert [each.key for each in sorted(edit.programme.meetings, key=lambda each: each.key)] == [
            each.key for each in sorted(start.meetings, key=lambda each: each.key)
        ]
        as_before = replace(edit.programme.session, organization=start.session.organization)
        rest = replace(edit.programme, session=as_before, meetings=start.meetings, considerations=start.considerations)
        assert replace(rest, set_aside=()) == start


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([pinned(start) for start in STARTS]), st.data())
def test_typed_rows_stay_those_of_the_programme_and_break_nothing(start, data):
    for edit in edited(start, data, 8, rows_alone).edits:
        for rows in edit.programme.session.organization:
            meeting = edit.programme.meeting(rows.meeting)
            assert rows.instalments == tuple(row.instalment for row in edit.programme.rows(meeting))
        assert not {each.rule for each in check(edit.programme)} & {"typed-rows", "pinned-rows"}
