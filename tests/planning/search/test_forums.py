"""Planning forum by forum: the bound is never too high, and the programme keeps every rule and costs what is said."""

from dataclasses import replace

import pytest
from ortools.sat.python import cp_model

from tests.benchmarks.instances import Size, generated
from tests.sessions import item, meeting, session
from wgsched.checking import check, score
from wgsched.model import ConferenceServices, Finding, Forum, InterpretationTeam, Session, Verdict
from wgsched.planning import Progress, plan
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.posting import cost_of, demands, desk_with
from wgsched.planning.model.solution import programme_of, read_solution
from wgsched.planning.search import all_together, forums, planner
from wgsched.planning.search.decomposition import decomposed
from wgsched.planning.search.effort import Effort, Way
from wgsched.planning.search.forums import ForumSearch
from wgsched.preferences import HeavyApart
from wgsched.rules import Precedes

TWO = Size(2, 8, forums=2, teams=2, delegations=4)
SCARCE = Size(2, 6, forums=3, teams=2, delegations=3)
SOME = [(f"{name}-{seed}", size) for name, size in (("two", TWO), ("scarce", SCARCE)) for seed in range(1, 6)]


def settled(asked: Session) -> SolverDesk:
    desk = desk_with(asked, demands(asked))
    assert desk.settle()
    return desk


def least_cost(asked: Session) -> int:
    """Return what one search of all forums together proves."""
    desk = settled(asked)
    desk.model.minimize(cost_of(desk))
    solver = Effort().solver()
    assert solver.solve(desk.model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def by_forum(asked: Session) -> ForumSearch:
    desk = settled(asked)
    found = ForumSearch(desk, cost_of(desk), Effort())
    found.plan(None)
    return found


@pytest.mark.parametrize(("name", "size"), SOME)
def test_what_forums_cost_alone_is_never_more_than_the_least_cost(name, size):
    asked = replace(generated(size, name, name), weights={"few-interpreted": 120})
    best = least_cost(asked)
    found = by_forum(asked)
    assert 0 < found.bound <= best
    if found.solution is not None:
        made = programme_of(found.desk, found.solution, Finding(Verdict.FOUND))
        assert best <= found.best == score(made).total
        assert list(check(made)) == []


@pytest.mark.parametrize(("name", "size"), SOME[::2])
def test_the_least_cost_is_the_same_forum_by_forum(name, size, monkeypatch):
    asked = generated(size, name, name)
    monkeypatch.setattr(planner, "SMALL", 0)
    heard: list[Progress] = []
    found = plan(asked, on_progress=heard.append)
    assert (found.finding.verdict, found.finding.objective) == (Verdict.BEST, least_cost(asked))
    assert list(check(found)) == []
    assert [each.bound for each in heard] == sorted(each.bound for each in heard)
    assert plan(asked).considerations == found.considerations


@pytest.mark.parametrize("name", ["two-1", "two-2", "two-4"])
def test_what_cores_do_not_prove_is_searched_both_ways(name, monkeypatch):
    asked = replace(generated(TWO, name, name), weights={"few-interpreted": 120})
    monkeypatch.setattr(planner, "SMALL", 0)
    monkeypatch.setattr(all_together, "BY_CORES", 1e-9)
    ways = []
    searched = all_together.searched
    monkeypatch.setattr(all_together, "searched", lambda *given: ways.append(given[3]) or searched(*given))
    found = plan(asked)
    assert (found.finding.verdict, found.finding.objective) == (Verdict.BEST, least_cost(asked))
    assert ways == [Way.CORES, Way.BOTH]
    assert list(check(found)) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_the_least_cost_is_the_same_counted_by_meeting(seed, monkeypatch, caplog):
    asked = generated(Size(2, 12, forums=3, teams=2, delegations=3), f"scarce-{seed}", f"scarce-{seed}")
    monkeypatch.setattr(planner, "SMALL", 0)
    monkeypatch.setattr(forums, "MANY", 0)
    heard: list[Progress] = []
    found = plan(asked, on_progress=heard.append)
    assert (found.finding.verdict, found.finding.objective) == (Verdict.BEST, least_cost(asked))
    assert list(check(found)) == []
    assert [each.bound for each in heard] == sorted(each.bound for each in heard)
    assert plan(asked, workers=2).considerations == found.considerations
    assert caplog.messages == []


def two_forums(**more: object) -> Session:
    return session(
        *(item(number, 60, forums=("plenary",)) for number in ("1", "2")),
        *(item(number, 60, forums=("other",)) for number in ("3", "4")),
        meetings=tuple(
            meeting(f"{forum}-{day}", day, 10, forum=forum) for day in (14, 15) for forum in ("plenary", "other")
        ),
        forums=(Forum(), Forum("other")),
        services=ConferenceServices(teams=(InterpretationTeam("1"), InterpretationTeam("2"))),
        weights={"few-interpreted": 120},
        **more,
    )


def test_forums_that_share_nothing_are_proved_by_their_parts():
    found = by_forum(two_forums())
    assert (found.bound, found.best, found.proved) == (240, 240, True)


def test_what_ties_forums_is_dropped_from_the_bound_and_kept_in_the_programme():
    found = by_forum(two_forums(rules=(Precedes("2", "3"),)))
    assert (found.bound, found.best, found.proved) == (240, 420, False)
    made = programme_of(found.desk, found.solution, Finding(Verdict.FOUND))
    assert list(check(made)) == []


def test_what_one_wish_counts_in_two_forums_belongs_to_none():
    asked = two_forums(wishes=(HeavyApart(("1", "3")),))
    assert (by_forum(asked).bound, least_cost(asked)) == (240, 420)


def test_one_forum_has_no_shares():
    desk = settled(session(item("1", 60)))
    assert decomposed(desk, cost_of(desk)) is None


def test_a_forum_that_cannot_do_its_items_shows_that_nothing_can():
    asked = two_forums(rules=(Precedes("1", "2"), Precedes("2", "1")))
    desk = settled(asked)
    found = ForumSearch(desk, cost_of(desk), Effort())
    found.plan(None)
    assert (found.infeasible, found.bound, found.solution) == (True, 0, None)


def test_what_the_parts_leave_open_is_proved_by_a_search_of_all_forums(monkeypatch):
    asked = two_forums(rules=(Precedes("2", "3"),))
    monkeypatch.setattr(planner, "SMALL", 0)
    found = plan(asked)
    assert (found.finding.verdict, found.finding.objective, found.finding.bound) == (Verdict.BEST, 420, 420)
    assert plan(asked).considerations == found.considerations


def test_without_work_what_is_known_beforehand_is_the_bound():
    asked = generated(TWO, "two-1", "two-1")
    desk = settled(asked)
    cost = cost_of(desk)
    found = ForumSearch(desk, cost, Effort(time_limit=0.0))
    found.plan(None)
    known = decomposed(desk, cost)
    assert found.solution is None
    assert found.bound == max(0, known.rest_at_least + sum(share.at_least for share in known.each))
    assert found.bound < least_cost(asked)


def test_two_solves_that_go_both_ways_are_the_same():
    asked = generated(Size(4, 16, forums=2, teams=2, delegations=6), "both", "both")
    seen = []
    for _ in range(2):
        desk = settled(asked)
        desk.model.minimize(cost_of(desk))
        solver = Effort(work=0.05).solver(Way.BOTH)
        status = solver.solve(desk.model)
        seen.append((status, solver.objective_value, solver.best_objective_bound, read_solution(desk, solver).values))
    assert seen[0] == seen[1]


def either(count: int) -> Session:
    """Return so many entries that two forums may take up, and one item that is the first forum's alone."""
    entries = (item(str(number), 15, forums=("a", "b")) for number in range(2, count + 2))
    held = [
        meeting(f"{forum}{day}-{hour}", day, hour, forum=forum)
        for day in (14, 15)
        for hour in (10, 15)
        for forum in "ab"
    ]
    return session(item("1", 30, forums=("a",)), *entries, meetings=tuple(held), forums=(Forum("a"), Forum("b")))


def test_entries_that_two_forums_may_take_up_are_planned():
    found = plan(either(21), time_limit=5.0)
    assert list(check(found)) == []
    assert len({row.instalment for row in found.considerations}) == 22


def test_a_forum_alone_has_only_what_it_takes_up():
    desk = settled(either(21))
    solver = Effort(work=1.0).solver()
    assert solver.solve(desk.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    whole = read_solution(desk, solver)
    for forum in "ab":
        alone = {key for key, where in whole.forums.items() if where == forum}
        assert set(read_solution(desk, solver, forum).forums) == alone


def test_where_planning_by_forum_fails_all_forums_are_searched_together_and_the_failure_is_logged(monkeypatch, caplog):
    def fails(*_: object) -> None:
        raise RuntimeError("no place")

    asked = generated(TWO, "two-1", "two-1")
    monkeypatch.setattr(planner, "SMALL", 0)
    right = plan(asked)
    monkeypatch.setattr(ForumSearch, "_alone", fails)
    found = plan(asked)
    assert (found.finding.verdict, found.finding.objective) == (Verdict.BEST, right.finding.objective)
    assert [record.message for record in caplog.records] == [
        "planning forum by forum failed; all forums are searched together: RuntimeError: no place"
    ]
