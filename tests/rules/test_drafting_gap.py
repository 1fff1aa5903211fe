from dataclasses import replace

import pytest

from tests.programmes import judged, timed, typed
from tests.sessions import item, session
from wgsched.model import Role, Session, SessionKind
from wgsched.rules.drafting_gap import DraftingGap


def reported() -> Session:
    return session(item("1", 60), item("2", 30, role=Role.REPORT), item("3", 30, role=Role.CLOSURE))


def test_a_gap_in_clock_time_over_the_break_keeps_the_rule():
    found = timed(reported(), {"14-am": [("", 120), ("1", 60)], "14-pm": [("2", 30), ("3", 30)]})
    assert judged(DraftingGap(120), found) == [True]


def test_a_minute_less_breaks_it():
    found = timed(reported(), {"14-am": [("", 120), ("1", 60)], "14-pm": [("2", 30), ("3", 30)]})
    assert judged(DraftingGap(121), found) == [False]


def test_it_cannot_be_judged_without_hours_unless_the_order_is_wrong():
    assert judged(DraftingGap(60), typed(reported(), {"14-am": ["1"], "14-pm": ["2", "3"]})) == [None]
    assert judged(DraftingGap(60), typed(reported(), {"14-am": ["2"], "14-pm": ["1", "3"]})) == [False]


@pytest.mark.parametrize(
    ("days", "kind", "minutes"),
    [
        (2, SessionKind.SESSION, []),
        (3, SessionKind.MEETING, [960]),
        (3, SessionKind.SESSION, [960]),
        (3, SessionKind.CONFERENCE, [1440]),
    ],
)
def test_without_minutes_it_is_the_usual_time_of_the_kind_of_session_and_none_in_a_short_one(days, kind, minutes):
    given = reported()
    dates = tuple(given.days[0].add(days=day) for day in range(days))
    asked = replace(given, days=dates, kind=kind)
    assert [gap for _, _, _, gap in DraftingGap().cases(asked)] == minutes
