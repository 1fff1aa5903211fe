from dataclasses import replace

import pendulum

from tests.sessions import item, session
from wgsched.model import Holiday, Session, Text
from wgsched.rules.holidays import HolidaysFree


def closed(*holidays: Holiday) -> Session:
    plain = session(item("1", 30))
    return replace(plain, place=replace(plain.place, holidays=holidays))


FIRST = Holiday(pendulum.date(2009, 5, 14), Text(en="Official United Nations holiday"))


def test_a_day_to_avoid_and_a_holiday_outside_the_session_are_not_its_affair():
    others = closed(replace(FIRST, firm=False), Holiday(pendulum.date(2009, 5, 1)))
    assert list(HolidaysFree().cases(others)) == []
