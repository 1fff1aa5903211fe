"""No programme is handed out that the checker refuses, or that does not cost what the solver says."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.benchmarks.instances import Size, generated
from tests.programmes import FOUNDING, timed
from tests.sessions import founding, item, session
from wgsched.checking import check, record, score
from wgsched.cli.app import main
from wgsched.errors import InternalError
from wgsched.model import Consideration, Duration, Programme, Session, Takes, Verdict
from wgsched.planning import alternatives, plan, wish_cost
from wgsched.planning.many import plan_many
from wgsched.planning.many.answers import answer_from_json, answer_to_json
from wgsched.planning.search import planner, verifying
from wgsched.planning.search.stopping import StoppableSolver
from wgsched.preferences import DeadTime, Divided
from wgsched.rules import NotBefore, WithinWindows

LATE = NotBefore("2", "2009-05-15 15:00")


def weak(monkeypatch: pytest.MonkeyPatch) -> Session:
    """Let a rule post nothing, and return a session that it is needed for."""
    monkeypatch.setattr(NotBefore, "post", lambda *_: None)
    return session(item("1", 60), item("2", 60)).with_rules(LATE)


def test_a_rule_that_posts_less_than_it_holds_is_an_internal_error(monkeypatch):
    asked = weak(monkeypatch)
    with pytest.raises(
        InternalError, match="It breaks the rule not-before: Item 2 must not be taken up before"
    ) as wrong:
        plan(asked)
    assert wrong.value.session == asked


@pytest.mark.parametrize("limits", [{"time_limit": 60.0}, {"workers": 2}, {"seed": 3}])
def test_no_limit_and_no_other_search_lets_it_pass(limits, monkeypatch):
    with pytest.raises(InternalError):
        plan(weak(monkeypatch), **limits)


def test_it_is_an_internal_error_of_alternatives_and_of_the_cost_of_a_wish_too(monkeypatch):
    asked = weak(monkeypatch)
    with pytest.raises(InternalError):
        alternatives(asked, 2)
    with pytest.raises(InternalError):
        wish_cost(asked, "dead-time")


def test_planning_many_ends_that_session_alone_with_it_and_does_not_remember_it(monkeypatch, tmp_path):
    asked = weak(monkeypatch)
    with ThreadPoolExecutor(1) as pool:
        wrong, right = plan_many((asked, founding()), executor=pool, cache=tmp_path)
    assert (type(wrong.error), wrong.error.session, right.error) == (InternalError, asked, None)
    monkeypatch.undo()
    with ThreadPoolExecutor(1) as pool:
        assert list(check(plan_many((asked,), executor=pool, cache=tmp_path)[0].programme)) == []


def test_a_programme_planned_again_is_checked_and_the_published_one_is_kept(monkeypatch):
    published = timed(founding(), FOUNDING)
    held = record(published, "1 (a)", "concluded", "2009-05-14 10:15")
    monkeypatch.setattr(WithinWindows, "post", lambda *_: None)
    asked = founding().with_rules(WithinWindows("2 (c)", (("2009-05-14 10:00", "2009-05-15 12:00"),)))
    with pytest.raises(InternalError, match="It breaks the rule within-windows") as wrong:
        plan(asked, published=held)
    assert (wrong.value.session, wrong.value.published.actuals) == (asked, held.actuals)


@pytest.mark.parametrize("off", [-1, 1])
def test_a_preference_that_the_solver_counts_otherwise_is_an_internal_error(off, monkeypatch):
    right = Divided.express
    monkeypatch.setattr(Divided, "express", lambda *args: right(*args) + off)
    with pytest.raises(InternalError, match=r"It costs \d+, and the solver counted -?\d+"):
        plan(founding())


def test_a_preference_that_the_checker_counts_otherwise_is_an_internal_error(monkeypatch):
    monkeypatch.setattr(DeadTime, "amount", lambda *_: 10_000)
    with pytest.raises(InternalError, match="It costs"):
        plan(founding())


def test_minutes_are_not_stretched_where_that_breaks_something(monkeypatch):
    long = replace(item("1", 60), takes=Takes(Duration(60), most=Duration(90)))
    asked = session(long, item("2", 60))
    as_planned = plan(replace(asked, agenda=session(item("1", 60), item("2", 60)).agenda))

    def broken(found: Programme, published: Programme | None = None) -> Programme:
        rows = (Consideration(row.instalment, "14-am", found.meetings[0].opens) for row in found.considerations)
        return replace(found, considerations=tuple(rows)[:1])

    monkeypatch.setattr(verifying, "stretched", broken)
    assert plan(asked).considerations == as_planned.considerations


def test_the_cost_and_the_bound_are_those_of_the_minutes_that_were_planned():
    asked = session(replace(item("1", 60), takes=Takes(Duration(60), most=Duration(90))), item("2", 60))
    shorter = plan(replace(asked, agenda=session(item("1", 60), item("2", 60)).agenda))
    longer = plan(asked)
    assert longer.considerations != shorter.considerations
    assert longer.finding == shorter.finding


def test_an_internal_error_survives_pickling_and_travels_as_text():
    wrong = InternalError(("one", "two"), founding(), timed(founding(), FOUNDING), ("a.yaml",))
    again = pickle.loads(pickle.dumps(wrong))
    assert (str(again), again.faults, again.session) == (str(wrong), wrong.faults, wrong.session)
    assert again.published == wrong.published
    told = answer_from_json(answer_to_json(wrong, "UTC"), founding())
    assert (type(told), told.faults, told.session) == (InternalError, wrong.faults, wrong.session)


@pytest.mark.parametrize("command", [["plan"], ["explain", "--wish", "dead-time"]])
def test_the_command_names_the_file_to_report_and_ends_with_70(command, monkeypatch, tmp_path, capsys):
    file = tmp_path / "session.yaml"
    file.write_text(SESSION)
    monkeypatch.setattr(NotBefore, "post", lambda *_: None)
    assert main([command[0], str(file), *command[1:]]) == 70
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("This is an error in wgsched, not in the input: ")
    assert f"Please report this, with these files: {file}." in said.err
    assert "Traceback" not in said.err


SESSION = """\
body: {en: Tests}
place: Vienna
days: Thu 14 May 2009
languages: [en]
agenda:
  1: {title: {en: One}, takes: 60 min}
  2: {title: {en: Two}, takes: 60 min, not before: Thu 15:00}
"""


@pytest.mark.parametrize("small", [0, 20], ids=["forum by forum", "all together"])
@pytest.mark.parametrize("seed", "abcd")
def test_a_search_that_is_cut_costs_what_the_score_says_though_the_solver_counts_more(seed, small, monkeypatch):
    solve = StoppableSolver.solve

    def cut(solver, *given):
        solver.parameters.stop_after_first_solution = True
        return solve(solver, *given)

    monkeypatch.setattr(StoppableSolver, "solve", cut)
    monkeypatch.setattr(planner, "SMALL", small)
    made = plan(generated(Size(2, 12, forums=3, teams=2), seed, seed))
    assert (made.finding.verdict, made.finding.objective) == (Verdict.FOUND, score(made).total)
