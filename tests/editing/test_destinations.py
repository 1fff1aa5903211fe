"""Where an item may go: every other meeting, with what a move there breaks, or why it is impossible."""

import pytest

from tests.editing.samples import founded
from wgsched.editing import cancel, destinations, move, place, take_out
from wgsched.errors import BadInput
from wgsched.files import programme_of_rows, session_from


def test_each_other_meeting_says_what_the_move_itself_would_break():
    programme = founded()
    last = programme.meetings[3].key
    found = list(destinations(programme, "3", last))
    assert [each.meeting.key for each in found] == [meeting.key for meeting in programme.meetings[:3]]
    assert [each.broken for each in found] == [move(programme, "3", each.meeting.key).broken for each in found]
    assert all(each.possible and not each.allowed for each in found)


def test_an_item_without_a_row_may_be_placed_where_it_was():
    programme = take_out(founded(), "3").programme
    found = list(destinations(programme, "3"))
    assert [each.allowed for each in found] == [False, False, False, True]
    assert found[0].broken == place(programme, "3", found[0].meeting.key).broken


def test_a_cancelled_meeting_is_impossible_and_says_why():
    programme = cancel(founded(), "Thu pm").programme
    found = {each.meeting.key: each for each in destinations(programme, "3", programme.meetings[3].key)}
    there = found[programme.meetings[1].key]
    assert (there.possible, there.broken) == (False, ())
    assert there.refusal == "the meeting Thu pm is cancelled. Hold it first."


def test_what_is_allowed_ranks_before_what_breaks_least_and_both_before_the_impossible():
    programme = take_out(cancel(founded(), "Thu am").programme, "3").programme
    found = sorted(destinations(programme, "3"), key=lambda each: each.rank)
    later, friday, thursday, cancelled = (programme.meetings[number].key for number in (3, 2, 1, 0))
    assert [each.meeting.key for each in found] == [later, friday, thursday, cancelled]
    assert [each.rank for each in found] == [(False, 0, 0), (False, 2, 120), (False, 3, 120), (True, 0, 0)]
    assert [each.cost for each in found[:3]] == [place(programme, "3", each.meeting.key).cost for each in found[:3]]


FORUMS = """
key: two-forums
body: {en: Conference}
place: Vienna
days: Mon 7 - Tue 8 Jun 2027
languages: [en]
services: {interpretation: none}
forums: {plenary: {title: {en: Plenary}}, group: {title: {en: Group}}}
agenda:
  1: {is: opening, takes: 30 min, forum: plenary}
  2: {title: {en: Budget}, takes: 60 min, forum: group}
"""


def test_the_meetings_of_the_items_own_forum_come_first_each_in_order_of_time():
    programme = programme_of_rows(session_from(FORUMS.encode(), "two-forums.yaml"), unfinished=True)
    keys = [each.meeting.key for each in destinations(programme, "2")]
    hours = ["2027-06-07-am", "2027-06-07-pm", "2027-06-08-am", "2027-06-08-pm"]
    assert keys == [f"{forum}-{hour}" for forum in ("group", "plenary") for hour in hours]
    with pytest.raises(BadInput):
        next(destinations(programme, "9"))
