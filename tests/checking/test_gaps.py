"""Time that had business when a programme was published, and has none now."""

from dataclasses import replace

import pendulum
import pytest

from tests.programmes import timed, typed
from tests.sessions import at, item, meeting, session
from wgsched.checking import record
from wgsched.checking.gaps import announced, follower, free_minutes, gaps, hindrance
from wgsched.model import SIX, Document, EarlyEnd, Hindrance, Role


def given(*items, **more):
    return session(*(items or (item("1", 60), item("2", 60), item("3", 60))), **more)


PUBLISHED = {"14-am": [("1", 60), ("2", 60)], "14-pm": [("3", 60)]}


def shown(found):
    return [(each.meeting, f"{each.opens:%H:%M}", f"{each.closes:%H:%M}", each.dead) for each in found]


def test_a_meeting_without_its_rows_is_dead_while_business_comes_after_it():
    before = timed(given(), PUBLISHED)
    after = timed(given(), {"14-pm": [("3", 60)]})
    assert shown(gaps(after, before)) == [("14-am", "10:00", "13:00", True)]
    assert gaps(timed(given(), {"14-am": [("1", 60), ("2", 60)]}), before) == ()


def test_a_stretch_counts_as_far_as_it_had_business_and_from_half_an_hour_on():
    before = timed(given(), PUBLISHED)
    after = timed(given(), {"14-am": [("1", 60)], "14-pm": [("3", 60)]})
    assert shown(gaps(after, before)) == [("14-am", "11:00", "12:00", False)]
    shorter = timed(given(), {"14-am": [("1", 60), ("2", 45)], "14-pm": [("3", 60)]})
    assert gaps(shorter, before) == ()


def test_rows_without_hours_show_dead_meetings_alone():
    before = typed(given(), {"14-am": ["1", "2"], "14-pm": ["3"]})
    assert gaps(typed(given(), {"14-am": ["1"], "14-pm": ["3"]}), before) == ()
    assert [each.dead for each in gaps(typed(given(), {"14-pm": ["3"]}), before)] == [True]


def test_what_is_over_and_what_is_optional_is_no_gap():
    before, after = timed(given(), PUBLISHED), timed(given(), {"14-pm": [("3", 60)]})
    assert gaps(after, before, at(14, 13)) == ()
    optional = given(meetings=(meeting("14-am", 14, 10, optional=True), meeting("14-pm", 14, 15)))
    assert gaps(timed(optional, {"14-pm": [("3", 60)]}), timed(optional, PUBLISHED)) == ()


@pytest.mark.parametrize(("early", "found"), [(EarlyEnd.NEXT_ITEM, 1), (EarlyEnd.ADJOURN, 0)])
def test_the_rest_of_a_meeting_that_sits_counts_unless_it_adjourns(early, found):
    held = record(timed(replace(given(), early_end=early), PUBLISHED), "1", "concluded", "2009-05-14 10:20")
    assert shown(gaps(held, held, at(14, 10, 20))) == [("14-am", "10:20", "11:00", False)][:found]


def test_what_records_spare_was_announced_until_it_is_planned_again():
    long = session(item("1", 300), item("2", 60))
    published = timed(long, {"14-am": [("1", 180)], "14-pm": [("1", 120), ("2", 60)]})
    held = record(published, "1", "concluded", "2009-05-14 12:00")
    spared = [(row.meeting, f"{row.opens:%H:%M}") for row in announced(held)[2:]]
    assert spared == [("14-am", "12:00"), ("14-pm", "15:00")]
    assert len(announced(replace(held, as_of=at(14, 12)))) == 2


def test_free_minutes_are_those_before_the_business_ends():
    assert free_minutes(timed(given(), {"14-pm": [("", 30), ("3", 60)]})) == 180 + 30


def test_the_follower_is_what_comes_next_in_the_forum():
    after = timed(given(), {"14-am": [("1", 60)], "14-pm": [("3", 60)]})
    (gap,) = gaps(after, timed(given(), PUBLISHED))
    assert follower(after, gap).key == "3"


@pytest.mark.parametrize(
    ("third", "why"),
    [
        ({}, None),
        ({"firm": True}, Hindrance.FIRM),
        ({"decision": True}, Hindrance.DECISION),
        ({"role": Role.OFFICERS}, Hindrance.ROLE),
    ],
)
def test_some_items_are_never_moved_forward(third, why):
    mine = given(item("1", 60), item("2", 60), item("3", 60, **third), item("4", 60))
    after = timed(mine, {"14-am": [("1", 60)], "14-pm": [("3", 60), ("4", 60)]})
    (gap,) = gaps(after, timed(mine, {**PUBLISHED, "14-pm": [("3", 60), ("4", 60)]}))
    assert hindrance(after, gap) is why


@pytest.mark.parametrize(("day", "why"), [(13, None), (15, Hindrance.DOCUMENTS), (None, Hindrance.DOCUMENTS)])
def test_an_item_waits_for_its_documents(day, why):
    issued = tuple((language, pendulum.date(2009, 5, day)) for language in SIX) if day else ()
    mine = given(documents=(Document("A/1", items=("3",), issued=issued),))
    after = timed(mine, {"14-am": [("1", 60)], "14-pm": [("3", 60)]})
    (gap,) = gaps(after, timed(mine, PUBLISHED))
    assert hindrance(after, gap, at(13, 12)) is why


def test_another_day_and_too_short_notice_are_asked_about():
    mine = replace(given(), notice=24 * 60)
    far = timed(mine, {"14-am": [("1", 60)], "15-am": [("3", 60)]})
    (gap,) = gaps(far, timed(mine, PUBLISHED))[:1]
    assert (hindrance(far, gap, at(12, 9)), Hindrance.DAY.asks) == (Hindrance.DAY, True)
    near = timed(mine, {"14-am": [("1", 60)], "14-pm": [("3", 60)]})
    (gap,) = gaps(near, timed(mine, PUBLISHED))
    assert [hindrance(near, gap, moment) for moment in (at(13, 11), at(13, 12))] == [None, Hindrance.NOTICE]
