from dataclasses import replace

import pytest

from tests.editing.samples import founded, rows
from tests.feeds.samples import full
from tests.sessions import at
from wgsched.editing import cancel, hold, retime, room
from wgsched.errors import BadInput
from wgsched.model import Opening


def test_a_cancelled_meeting_stays_and_takes_up_nothing():
    cancelled = cancel(founded(), "Fri pm")
    assert cancelled.programme.meeting("15-pm").cancelled
    assert rows(cancelled.programme, "15-pm") == ""
    assert str(cancelled) == "Cancelled: the meeting of Friday, 15 May, 3–6 p.m."


def test_a_cancelled_meeting_is_held_after_all():
    held = hold(cancel(founded(), "15-pm").programme, "15-pm")
    assert held.programme.meetings == founded().meetings
    assert held.sentence.code == "meeting-reinstated"


def test_a_meeting_that_was_not_going_to_be_held_is_held():
    held = hold(full(), "f")
    assert held.programme.meeting("f").held
    assert held.sentence.code == "meeting-added"


def test_the_rows_of_a_meeting_move_with_its_opening():
    moved = retime(founded(), "Thu am", "9:30")
    assert rows(moved.programme, "14-am") == "1a 09:30-09:45, 1b 09:45-10:00, 2a 10:00-12:30"
    assert moved.programme.meeting("14-am").closes == at(14, 13)
    assert moved.sentence.code == "meeting-retimed"


def test_a_meeting_closes_later_and_its_rows_stay():
    moved = retime(founded(), "Thu am", closes=at(14, 13, 30)).programme
    assert moved == replace(founded(), meetings=moved.meetings)
    assert moved.meeting("14-am").closes == at(14, 13, 30)


def test_a_room_is_given_and_left_open_again():
    given = room(founded(), "Thu am", "C2")
    assert given.programme.meeting("14-am").room == "C2"
    left = room(given.programme, "Thu am", None)
    assert left.programme == founded()
    assert (given.sentence.code, left.sentence.code) == ("meeting-room", "meeting-room-open")


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (lambda: cancel(founded(), "Mon am"), "Mon am"),
        (lambda: hold(founded(), "Thu"), "'Thu' could be 2 meetings"),
        (lambda: retime(founded(), "Thu am", closes="9:00"), "would close before it opens"),
        (lambda: retime(founded(), "Thu am", "soon"), "'soon'"),
        (lambda: room(founded(), "x", "C2"), "'x'"),
    ],
)
def test_a_refused_edit_says_why(refused, why):
    with pytest.raises(BadInput, match=why):
        refused()


def test_a_meeting_that_is_given_an_hour_no_longer_follows_anything():
    plain = founded()
    waits = replace(plain.meetings[1], opening=Opening(item="1b"))
    programme = replace(plain, meetings=(plain.meetings[0], waits, *plain.meetings[2:]))
    assert retime(programme, "Thu pm", "15:30").programme.meetings[1].opening is None
    assert retime(programme, "Thu pm", closes="17:30").programme.meetings[1].opening == Opening(item="1b")
