from dataclasses import replace

import pendulum

from tests.programmes import judged, typed
from tests.sessions import item, session
from wgsched.model import Holiday, Session, Text
from wgsched.rules.holidays import HolidaysFree


def closed(*holidays: Holiday) -> Session:
    plain = session(item("1", 30))
    return replace(plain, place=replace(plain.place, holidays=holidays))


FIRST = Holiday(pendulum.date(2009, 5, 14), Text(en="Official United Nations holiday"))


def test_nothing_on_a_holiday_keeps_the_rule():
    assert judged(HolidaysFree(), typed(closed(FIRST), {"15-am": ["1"]})) == [True]


def test_an_item_on_a_holiday_breaks_it():
    assert judged(HolidaysFree(), typed(closed(FIRST), {"14-am": ["1"]})) == [False]


def test_a_day_to_avoid_and_a_holiday_outside_the_session_are_not_its_affair():
    others = closed(replace(FIRST, firm=False), Holiday(pendulum.date(2009, 5, 1)))
    assert list(HolidaysFree().cases(others)) == []
