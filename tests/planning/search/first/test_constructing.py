"""A first programme without a solver: it keeps every rule, the solver takes it as it is, and it is always the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.benchmarks.instances import Size, generated
from tests.preferences.test_agreement import joint, optional, parallel, promised, resumed, tiny
from tests.sessions import item, meeting, session
from wgsched.checking import check
from wgsched.model import Finding, Forum, Role, ServiceBasis, Session, Verdict
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.model.solution import programme_of
from wgsched.planning.search import planner
from wgsched.planning.search.effort import Effort
from wgsched.planning.search.first import constructing
from wgsched.planning.search.first.constructing import constructed
from wgsched.planning.search.first.jobs import jobs_of
from wgsched.planning.search.first.laying import Laying
from wgsched.planning.search.stopping import StoppableSolver
from wgsched.planning.search.ties import hint_all

ONE = Size(3, 15)
SEVERAL = Size(4, 16, forums=2, teams=2, delegations=6)
SCARCE = Size(4, 24, forums=3, teams=2)
ROOMS = Size(4, 20, hours=(10, 15, 19), forums=5, rooms=2, delegations=4)
SIZES = [ONE, SEVERAL, SCARCE, ROOMS]


def settled(asked: Session) -> SolverDesk:
    desk = desk_with(asked, demands(asked))
    assert desk.settle()
    return desk


@pytest.mark.parametrize("size", SIZES, ids=["one forum", "several", "few teams", "few rooms"])
@pytest.mark.parametrize("seed", "fgj")
def test_what_is_laid_keeps_every_rule_and_the_model_allows_it(size, seed):
    desk = settled(generated(size, seed, seed))
    laid = constructed(desk, Effort())
    assert laid is not None
    assert list(check(programme_of(desk, laid, Finding(Verdict.FOUND)))) == []
    hint_all(desk, laid, Effort())
    assert len(desk.model.proto.solution_hint.vars) == len(desk.model.proto.variables)


@pytest.mark.parametrize("asked", [tiny, parallel, resumed, optional, joint, promised])
def test_of_any_session_what_is_laid_keeps_every_rule(asked):
    desk = settled(asked())
    laid = constructed(desk, Effort())
    assert laid is None or list(check(programme_of(desk, laid, Finding(Verdict.FOUND)))) == []


def test_the_same_is_laid_again():
    asked = generated(ROOMS, "same", "same")
    assert constructed(settled(asked), Effort()) == constructed(settled(asked), Effort())


def test_what_cannot_be_laid_is_none():
    longer = session(item("1", 200), item("2", 60), meetings=(meeting("a", 14, 10, 180), meeting("b", 14, 15, 60)))
    assert constructed(settled(longer), Effort()) is None


def test_where_a_forum_cannot_be_laid_a_solver_finds_it_beside_those_that_can(monkeypatch):
    asked = generated(SCARCE, "f", "f")
    desk = settled(asked)
    out = {next(each.key for each in asked.agenda if each.role is Role.REPORT and each.forums == ("plenary",))}
    tries: list[Laying] = []
    monkeypatch.setattr(constructing, "Laying", _without(out, tries))
    found = constructed(desk, Effort())
    assert found.forums.keys() == desk.placements.keys() > out
    best = next(each for each in tries if set(each.missing) == out)
    others = {key: job for key, job in jobs_of(desk).items() if job.axis.forum != "plenary"}
    laid = constructing._solution(desk, others, best)
    assert laid.values.items() <= found.values.items()
    assert list(check(programme_of(desk, found, Finding(Verdict.FOUND)))) == []
    assert constructed(settled(asked), Effort(), better_rooms=False) is None
    assert constructed(settled(asked), planner.replace(Effort(), work=0.0)) is None


def _without(keys: set[str], tries: list[Laying]) -> type[Laying]:
    """Return a list that never lays these, and notes all tries."""

    class Partial(Laying):
        def lay(self, effort: Effort) -> None:
            tries.append(self)
            self._left = {forum: [job for job in some if job.key not in keys] for forum, some in self._left.items()}
            super().lay(effort)

        @property
        def missing(self) -> list[str]:
            return [*super().missing, *sorted(keys)]

    return Partial


def test_what_the_checker_refuses_is_none(monkeypatch):
    monkeypatch.setattr(constructing, "judged", lambda _: "broken")
    assert constructed(settled(generated(ONE, "a", "a")), Effort()) is None


def test_where_nothing_better_is_found_what_was_laid_is_the_answer(monkeypatch):
    monkeypatch.setattr(planner, "SMALL", 4)
    asked = generated(SCARCE, "f", "f")
    desk = settled(asked)
    laid = constructed(desk, Effort())
    effort = planner.replace(Effort(), work=0.0)
    found = planner.best_programmes(1, planner.Task(asked, asked), effort)[0]
    assert found.considerations == programme_of(desk, laid, Finding(Verdict.FOUND)).considerations
    assert found.finding.verdict is Verdict.FOUND


def test_a_search_that_is_cut_ends_no_dearer_than_it_began(monkeypatch):
    asked = generated(ONE, "f", "f")
    task = planner.Task(asked, asked)
    _, best, finding = planner.best_solution(task, Effort())
    solve = StoppableSolver.solve

    def cut(solver, *given):
        solver.parameters.stop_after_first_solution = True
        solver.parameters.optimize_with_core = False  # by cores, the first solution is the best
        return solve(solver, *given)

    monkeypatch.setattr(planner, "_any_solution", lambda *_, **__: best)
    monkeypatch.setattr(StoppableSolver, "solve", cut)
    found = planner.best_programmes(1, task, Effort())[0].finding
    assert (found.verdict, found.objective) == (Verdict.FOUND, finding.objective)


def tracks(*rooms_of_each: tuple[str, ...]) -> Session:
    """Return a track for each of these choices of rooms, with an item of an hour and two hours at which it may meet."""
    held = [
        replace(
            meeting(f"{place}-{hour}", 14, hour, 60, forum=f"f{place}"),
            rooms=rooms,
            optional=True,
            basis=ServiceBasis.WITHOUT,
        )
        for place, rooms in enumerate(rooms_of_each)
        for hour in (10, 15)
    ]
    forums = tuple(Forum(f"f{place}") for place, _ in enumerate(rooms_of_each))
    items = [item(str(place), 60, forums=(f"f{place}",)) for place, _ in enumerate(rooms_of_each)]
    return session(*items, meetings=tuple(sorted(held, key=lambda each: each.opens)), forums=forums)


def test_no_more_meetings_are_laid_at_once_than_there_are_rooms(monkeypatch):
    monkeypatch.setattr(constructing, "with_rooms", lambda *_: None)
    desk = settled(tracks(("I", "II"), ("I", "II"), ("I", "II"), ("I", "II")))
    laid = constructed(desk, Effort())
    assert laid is not None
    assert sorted(laid.rooms.values()) == ["I", "I", "II", "II"]
    assert list(check(programme_of(desk, laid, Finding(Verdict.FOUND)))) == []


def test_a_meeting_gives_way_in_a_room_for_one_that_can_be_nowhere_else(monkeypatch):
    monkeypatch.setattr(constructing, "with_rooms", lambda *_: None)
    laid = constructed(settled(tracks(("I", "II"), ("I",))), Effort())
    assert laid is not None
    assert {key: laid.rooms[key] for key in ("0-10", "1-10")} == {"0-10": "II", "1-10": "I"}


def test_any_rooms_will_do_where_better_ones_are_not_asked_for(monkeypatch):
    monkeypatch.setattr(constructing, "with_rooms", lambda *_: pytest.fail("rooms were searched"))
    desk = settled(tracks(("I", "II"), ("I",)))
    laid = constructed(desk, Effort(), better_rooms=False)
    assert laid is not None
    assert list(check(programme_of(desk, laid, Finding(Verdict.FOUND)))) == []


def test_without_rooms_enough_nothing_is_laid():
    assert constructed(settled(tracks(("I",), ("I",), ("I",))), Effort()) is None
