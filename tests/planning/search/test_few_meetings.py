"""A programme made better a few meetings at a time: it keeps every rule, costs less, and is the best where all fit."""

from dataclasses import replace

import pytest

from tests.benchmarks.instances import Size, generated
from wgsched.checking import check
from wgsched.model import Finding, Verdict
from wgsched.planning import plan
from wgsched.planning.model.posting import cost_of, demands, desk_with
from wgsched.planning.model.solution import programme_of
from wgsched.planning.search import few_meetings
from wgsched.planning.search.effort import Effort
from wgsched.planning.search.few_meetings import few_at_a_time
from wgsched.planning.search.first.constructing import constructed
from wgsched.planning.search.verifying import cost_of_solution

SIX_DAYS = Size(6, 24)
THREE = Size(6, 36, forums=3, teams=2, delegations=3)


@pytest.fixture(params=range(3))
def known(request):
    """A session, its desk, and a first programme."""
    session = generated(SIX_DAYS, "few", f"few-{request.param}")
    desk = desk_with(session, demands(session))
    assert desk.settle()
    return session, desk, constructed(desk, Effort())


def test_what_is_found_keeps_every_rule_and_costs_no_more(known, monkeypatch):
    _, desk, first = known
    monkeypatch.setattr(few_meetings, "HOURS", 4)
    found = few_at_a_time(desk, cost_of(desk), first, Effort())
    assert cost_of_solution(desk, found) < cost_of_solution(desk, first)
    assert list(check(programme_of(desk, found, Finding(Verdict.FOUND)))) == []


def test_with_all_meetings_at_once_it_is_the_best(known, monkeypatch):
    session, desk, first = known
    monkeypatch.setattr(few_meetings, "HOURS", 100)
    found = few_at_a_time(desk, cost_of(desk), first, Effort())
    assert cost_of_solution(desk, found) == plan(session).finding.objective


def test_what_lies_in_other_meetings_stays(known):
    _, desk, first = known
    [axis] = desk.axes.values()
    opens = {segment.opens for segment in axis.segments[2:5]}
    solver = Effort().solver()
    solver.solve(few_meetings._only(desk, cost_of(desk), first, opens))
    elsewhere = {key for key in first.forums if not {each.opens for each, _, _ in first.rows(desk, key)} <= opens}
    assert 0 < len(elsewhere) < len(first.forums)
    for key in elsewhere:
        for name, variable in desk.placement(key, first.forums[key]).unknowns.items():
            assert solver.value(variable) == first.values[name]


@pytest.mark.parametrize("number", range(3))
def test_forums_that_share_teams_are_planned_anew_together(number):
    session = generated(THREE, "few", f"few-{number}")
    desk = desk_with(session, demands(session))
    assert desk.settle()
    first = constructed(desk, Effort())
    found = few_at_a_time(desk, cost_of(desk), first, Effort())
    assert cost_of_solution(desk, found) < cost_of_solution(desk, first)
    assert list(check(programme_of(desk, found, Finding(Verdict.FOUND)))) == []


def test_what_is_held_at_other_hours_stays():
    session = generated(THREE, "few", "few-0")
    desk = desk_with(session, demands(session))
    assert desk.settle()
    first = constructed(desk, Effort())
    opens = {segment.opens for axis in desk.axes.values() for segment in axis.segments[2:5]}
    model = few_meetings._only(desk, cost_of(desk), first, opens)
    elsewhere = [s.meeting.key for axis in desk.axes.values() for s in axis.segments if s.opens not in opens]
    solver = Effort().solver()
    model.maximize(sum(~desk.held[key] if key not in first.shut else desk.held[key] for key in elsewhere))
    solver.solve(model)
    assert [key for key in elsewhere if solver.boolean_value(desk.held[key]) == (key in first.shut)] == []


def test_after_the_deadline_nothing_is_tried(known):
    _, desk, first = known
    assert few_at_a_time(desk, cost_of(desk), first, replace(Effort(), time_limit=0.0)) is first
