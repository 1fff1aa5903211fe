"""One deadline for all that a plan does: each search gets what is left of the seconds, and explanations too."""

from dataclasses import replace

import pytest

from tests.sessions import founding, item, meeting, session
from wgsched.errors import LimitReached, NoProgramme
from wgsched.planning import plan
from wgsched.planning.search import effort as efforts
from wgsched.planning.search.effort import Effort, Way
from wgsched.planning.search.stopping import Stop
from wgsched.planning.why.explain import UNKNOWN, no_programme
from wgsched.rules import Undivided


@pytest.fixture
def clock(monkeypatch):
    """Return a clock that goes on only when it is told to."""
    now = [100.0]
    monkeypatch.setattr(efforts, "monotonic", lambda: now[0])
    return now


def test_each_search_gets_what_is_left_of_the_seconds(clock):
    effort = Effort(time_limit=40.0, began=100.0)
    limits = []
    for moment in (100.0, 125.0, 140.0, 150.0):
        clock[0] = moment
        limits.append((effort.solver().parameters.max_time_in_seconds, effort.over))
    assert limits == [(40.0, False), (15.0, False), (0.0, True), (0.0, True)]


def test_a_part_of_the_seconds_ends_before_the_deadline_and_never_after_it(clock):
    effort = Effort(time_limit=40.0, began=100.0)
    clock[0] = 130.0
    assert [effort.within(each).seconds for each in (4.0, 10.0, 25.0, None)] == [4.0, 10.0, 10.0, 10.0]
    assert effort.within(8.0).within(2.0).seconds == 2.0
    assert [effort.lasting(part).seconds for part in (0.25, 0.5, 1.0)] == [2.5, 5.0, 10.0]


def test_other_work_and_other_searches_keep_the_deadline(clock):
    effort = Effort(time_limit=40.0, began=100.0)
    clock[0] = 130.0
    others = (effort.after(3.0), replace(effort, work=1.0))
    assert [each.seconds for each in others] == [10.0, 10.0]
    assert [each.parameters.max_time_in_seconds for each in (effort.scout(prepare=True), effort.solver(Way.BOTH))] == [
        10,
        10,
    ]


def test_what_follows_the_searches_has_its_seconds_before_the_deadline(clock):
    effort = Effort(time_limit=40.0, began=100.0)
    clock[0] = 110.0
    assert [effort.sparing(each).seconds for each in (0.0, 10.0, 50.0)] == [30.0, 20.0, 0.0]
    assert Effort(began=100.0).sparing(10.0).seconds is None


def test_after_the_deadline_nothing_more_is_begun(clock):
    begun = Effort(time_limit=40.0, began=100.0).in_time(range(9))
    assert [next(begun), next(begun)] == [0, 1]
    clock[0] = 140.0
    with pytest.raises(LimitReached):
        next(begun)


def test_without_a_limit_there_is_no_deadline(clock):
    clock[0] = 1e9
    effort = Effort()
    assert (effort.seconds, effort.over, effort.within(3.0), effort.lasting(0.5)) == (None, False, effort, effort)


def test_who_is_stopped_looks_for_nothing_more():
    assert Effort(stop=Stop(asked=True)).over
    assert not Effort(stop=Stop()).over


def test_after_the_deadline_a_no_is_said_without_its_reasons():
    """Three items of two hours fill two meetings of three, but none may be divided: arithmetic does not tell."""
    items = [item(number, 120) for number in "123"]
    asked = session(*items, meetings=(meeting("a", 14, 10), meeting("b", 14, 15)))
    asked = asked.with_rules(*(Undivided(number) for number in "123"))
    assert no_programme(asked).conflict
    refused = no_programme(asked, Effort(time_limit=0.0))
    assert (refused.conflict, refused.repairs, refused.minimal) == ((), (), False)
    assert str(refused) == UNKNOWN


def test_without_seconds_nothing_is_found():
    with pytest.raises((LimitReached, NoProgramme)):
        plan(founding(), time_limit=0.0)
