"""The hours that preferences wish for, as a list of items is laid by them."""

from dataclasses import replace

from tests.sessions import item, meeting, session
from wgsched.model import Finding, Verdict
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.model.solution import programme_of
from wgsched.planning.search.effort import Effort
from wgsched.planning.search.first.constructing import constructed
from wgsched.planning.search.first.wishes import wishes
from wgsched.preferences import PreferredDay

TWO_DAYS = session(item("1", 90), item("2", 90), meetings=(meeting("a", 14, 10, 90), meeting("b", 15, 10, 90)))
WEIGHTS = {"preferred-day": 300, "agenda-order-kept": 120}
LATER = replace(TWO_DAYS, wishes=(PreferredDay("1", "2009-05-15"),), weights=WEIGHTS)


def laid(asked):
    desk = desk_with(asked, demands(asked))
    assert desk.settle()
    programme = programme_of(desk, constructed(desk, Effort()), Finding(Verdict.FOUND))
    return [(row.instalment, row.meeting) for row in programme.considerations]


def test_a_wish_is_noted_with_its_windows_and_its_weight():
    day = LATER.day_window(LATER.days[1])
    assert wishes(LATER) == {"1": [((day,), 300)]}


def test_an_item_leaves_its_place_in_the_agenda_to_another_until_its_day():
    assert laid(TWO_DAYS) == [("1", "a"), ("2", "b")]
    assert laid(LATER) == [("2", "a"), ("1", "b")]
