"""The founding document's session: six orders are feasible, and its table is the only optimum."""

from dataclasses import replace

import pytest
from ortools.sat.python import cp_model

from tests.enumerating import programmes
from tests.programmes import FOUNDING, timed
from tests.sessions import founding, item, meeting, session
from wgsched.checking import check, score
from wgsched.errors import NoProgramme
from wgsched.model import Programme, Unique, Verdict
from wgsched.planning import plan
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.search import planner
from wgsched.planning.search.stopping import StoppableSolver


def rows(programme: Programme) -> list[tuple[str, str]]:
    return [(row.meeting, row.instalment) for row in programme.considerations]


def test_the_founding_table_is_the_only_optimum():
    found = plan(founding())
    assert found.considerations == timed(founding(), FOUNDING).considerations
    assert (found.finding.verdict, found.finding.unique) == (Verdict.BEST, Unique.YES)


def test_six_orders_are_feasible_and_the_table_is_the_best():
    given = founding()
    found = {tuple(rows(each)): score(each).total for each in programmes(desk_with(given, demands(given)))}
    assert len(found) == 6
    table = tuple(rows(timed(given, FOUNDING)))
    assert [order for order, cost in found.items() if cost <= found[table]] == [table]


def test_the_solver_counts_what_the_score_counts():
    found = plan(founding())
    assert (found.finding.objective, found.finding.bound) == (score(found).total, score(found).total)


def test_the_checker_finds_nothing():
    assert list(check(plan(founding()))) == []


def test_a_meeting_less_is_refused_in_sentences():
    with pytest.raises(NoProgramme) as refused:
        plan(replace(founding(), meetings=founding().meetings[:3]))
    assert len(str(refused.value).splitlines()) == len(refused.value.conflict) > 0


def test_two_programmes_as_good_are_said_to_be_so():
    alike = session(item("1", 60, jointly=None), item("2", 60), meetings=(meeting("a", 14, 10, 180),))
    found = plan(replace(alike, weights={"agenda-order-kept": 0}))
    assert (found.finding.verdict, found.finding.unique) == (Verdict.BEST, Unique.NO)


def test_what_was_published_changes_least():
    given = replace(founding(), weights={"dead-time": 0, "divided": 0})
    swapped = timed(given, {**FOUNDING, "14-am": [("1b", 15), ("1a", 15), ("2a", 150)]})
    found = plan(replace(given, waives=frozenset({"opening-first", "first-business"})), published=swapped)
    assert found.considerations == swapped.considerations


def test_a_solver_that_denies_the_programme_in_hand_is_not_believed(monkeypatch):
    honest = StoppableSolver.solve

    def denies(solver: StoppableSolver, model: cp_model.CpModel, *others: object) -> object:
        if model.has_objective():
            model = cp_model.CpModel()
            model.add_bool_or([])
        return honest(solver, model, *others)

    monkeypatch.setattr(planner, "SMALL", 0)
    monkeypatch.setattr(StoppableSolver, "solve", denies)
    found = plan(founding())
    assert list(check(found)) == []
    finding = found.finding
    assert (finding.verdict, finding.objective, finding.bound) == (Verdict.FOUND, score(found).total, 0)
