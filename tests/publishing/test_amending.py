from dataclasses import replace

import pytest

from tests.feeds.samples import thin
from tests.sessions import at
from wgsched.checking import check
from wgsched.editing import place
from wgsched.errors import BadInput, UnknownName
from wgsched.files import programme_from_json, programme_to_json
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
    assert back.programme == thin()


def test_a_row_that_was_placed_elsewhere_meanwhile_does_not_come_back():
    cancelled = amend(thin(), "15-pm", cancel=True).programme
    placed = place(cancelled, "2 (c)", "15-am", "60 min").programme
    back = amend(placed, "15-pm", restore=True).programme
    assert [row.instalment for row in back.rows(back.meeting("15-pm"))] == ["3"]
    assert back.set_aside == ()


def test_a_restored_meeting_has_its_rows_also_from_a_file():
    cancelled = programme_from_json(programme_to_json(amend(thin(), "15-pm", cancel=True).programme))
    back = amend(cancelled, "15-pm", restore=True).programme
    assert back.rows(back.meeting("15-pm")) == thin().rows(thin().meeting("15-pm"))


def test_a_meeting_that_opens_later_closes_when_it_was_to_and_its_items_keep_their_hours_in_it():
    rows = (replace(thin().considerations[0], opens=at(14, 10), closes=at(14, 10, 15)), *thin().considerations[1:])
    amended = amend(replace(thin(), considerations=rows), "14-am", opens="2009-05-14 11:00")
    assert (amended.meeting.opens, amended.meeting.closes) == (at(14, 11), at(14, 13))
    assert (amended.programme.considerations[0].opens, amended.programme.considerations[0].closes) == (
        at(14, 11),
        at(14, 11, 15),
    )


def test_a_meeting_can_close_earlier_and_be_in_another_room():
    amended = amend(thin(), "14-am", closes="2009-05-14 12:00", room="C1")
    assert (amended.meeting.opens, amended.meeting.closes, amended.meeting.room) == (at(14, 10), at(14, 12), "C1")


def test_what_no_longer_fits_is_named():
    rows = (replace(thin().considerations[0], opens=at(14, 12), closes=at(14, 13)), *thin().considerations[3:])
    amended = amend(replace(thin(), considerations=rows), "14-am", closes="2009-05-14 12:30")
    assert [str(each) for each in check(amended.programme) if each.rule == "meeting-hours"] == [
        "Item 1 (a) must be taken up within the hours of a meeting of its forum. "
        "Item 1 (a) is taken up at these times: Thursday, 14 May, noon–1 p.m."
    ]


def test_a_meeting_cannot_open_after_it_closes_and_is_told_why():
    with pytest.raises(BadInput) as refused:
        amend(thin(), "14-am", opens="2009-05-14 14:00")
    assert str(refused.value) == (
        "the meeting Thu am would close before it opens. It closes at 13:00 unless you give its closing too."
    )


def test_meetings_stay_in_order_of_time():
    amended = amend(thin(), "14-am", opens="2009-05-16 10:00").programme
    assert amended.meeting("14-am").closes == at(16, 13)
    assert [each.key for each in amended.meetings] == ["14-pm", "15-am", "15-pm", "14-am"]


@pytest.mark.parametrize("what", [{}, {"closes": "2009-05-14 09:00"}, {"opens": "tomorrow"}])
def test_an_amendment_that_makes_no_sense_is_refused(what):
    with pytest.raises(BadInput):
        amend(thin(), "14-am", **what)


def test_an_unknown_meeting_is_refused():
    with pytest.raises(UnknownName):
        amend(thin(), "x", cancel=True)
