from dataclasses import replace

import pytest

from tests.feeds.samples import thin
from tests.sessions import at
from wgsched.errors import BadInput, UnknownName
from wgsched.publishing import amend


def test_a_cancelled_meeting_stays_and_its_items_are_left_over():
    amended = amend(thin(), "15-pm", cancel=True)
    assert amended.meeting.cancelled
    assert amended.left_over == ("2c", "3")
    assert [each.key for each in amended.programme.meetings] == [each.key for each in thin().meetings]
    assert not amended.programme.rows(amended.meeting)


def test_an_item_that_goes_on_elsewhere_is_not_left_over():
    assert amend(thin(), "14-pm", cancel=True).left_over == ()


def test_a_cancelled_meeting_can_be_put_back():
    back = amend(amend(thin(), "15-pm", cancel=True).programme, "15-pm", restore=True)
    assert back.programme.meetings == thin().meetings


def test_a_meeting_that_opens_later_keeps_its_length_and_its_items_their_hours_in_it():
    rows = (replace(thin().considerations[0], opens=at(14, 10), closes=at(14, 10, 15)), *thin().considerations[1:])
    amended = amend(replace(thin(), considerations=rows), "14-am", opens="2009-05-14 11:00")
    assert (amended.meeting.opens, amended.meeting.closes) == (at(14, 11), at(14, 14))
    assert (amended.programme.considerations[0].opens, amended.programme.considerations[0].closes) == (
        at(14, 11),
        at(14, 11, 15),
    )


def test_a_meeting_can_close_earlier_and_be_in_another_room():
    amended = amend(thin(), "14-am", closes="2009-05-14 12:00", room="C1")
    assert (amended.meeting.opens, amended.meeting.closes, amended.meeting.room) == (at(14, 10), at(14, 12), "C1")


def test_meetings_stay_in_order_of_time():
    amended = amend(thin(), "14-am", opens="2009-05-16 10:00").programme
    assert [each.key for each in amended.meetings] == ["14-pm", "15-am", "15-pm", "14-am"]


@pytest.mark.parametrize("what", [{}, {"closes": "2009-05-14 09:00"}, {"opens": "tomorrow"}])
def test_an_amendment_that_makes_no_sense_is_refused(what):
    with pytest.raises(BadInput):
        amend(thin(), "14-am", **what)


def test_an_unknown_meeting_is_refused():
    with pytest.raises(UnknownName):
        amend(thin(), "x", cancel=True)
