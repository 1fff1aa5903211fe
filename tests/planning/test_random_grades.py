"""On random small sessions with rooms, strengths and priorities, planner, checker and brute force agree on the best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from tests.agreement import candidates, programmes_of
from tests.planning.drawn import a_session
from wgsched.checking import check, grades, score
from wgsched.checking.wished import must_hold
from wgsched.errors import NoProgramme, NotTakenUp
from wgsched.model import (
    Agenda,
    Case,
    Finding,
    Grades,
    Leaving,
    LeftOut,
    Programme,
    Rule,
    Session,
    Verdict,
)
from wgsched.planning import plan
from wgsched.planning.again.task import task_of
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.model.solution import programme_of
from wgsched.planning.search.effort import Effort, Infeasible
from wgsched.planning.search.nearest import nearest_programme
from wgsched.planning.search.planner import best_solution
from wgsched.planning.search.verifying import checked_programme
from wgsched.rules import rulebook


def without(whole: Session, items: tuple[str, ...]) -> Session:
    """Return a session in which some items are not planned."""
    agenda = tuple(replace(each, takes=None, parts=()) if each.key in items else each for each in whole.agenda)
    return replace(whole, agenda=Agenda(agenda))


def every_programme(whole: Session, *, firmly: bool = False) -> Iterator[Programme]:
    """Yield every programme, with every choice of items that are left out."""
    asked = (each for each in demands(whole) if not (firmly and each.rule.may_be_a_wish))
    closed = frozenset(desk_with(whole, asked).closed)
    typed = {key for rows in whole.organization for key in rows.pinned}
    may = [
        each.key for each in whole.agenda if each.priority and not typed & {each.key, f"{each.key}.1", f"{each.key}.2"}
    ]
    for number in range(len(may) + 1):
        for left in combinations(may, number):
            for rows in candidates(without(whole, left)):
                for each in programmes_of(whole, rows, closed, teams=True):
                    yield replace(each, left_out=tuple(LeftOut(key, Leaving.NO_TIME) for key in left))


def lawful(whole: Session) -> Iterator[Programme]:
    """Yield the programmes of which the checker finds nothing broken."""
    asked = [(rule, case) for rule in rulebook(whole) for case in must_hold(whole, rule)]
    for programme in every_programme(whole):
        for place, (rule, case) in enumerate(asked):
            if not programme.spares(*case) and not kept(rule, programme, case):
                asked.insert(0, asked.pop(place))
                break
        else:
            yield programme


def kept(rule: Rule, programme: Programme, case: Case) -> bool:
    try:
        return rule.holds(programme, *case) is True
    except NotTakenUp:
        return False


def cost(programme: Programme) -> tuple[Grades, int]:
    return grades(programme), score(programme).total


def least_of(programmes: Iterator[Programme]) -> tuple[Grades, int] | None:
    """Return the least cost of these; the total is asked only of those that are not already behind."""
    least: tuple[Grades, int] | None = None
    for each in programmes:
        unmet = grades(each)
        if least is None or unmet <= least[0]:
            found = unmet, score(each).total
            least = found if least is None else min(least, found)
    return least


def agreed(seed: int) -> bool:
    """Assert that all agree on a random session; return whether something stays unmet in it."""
    whole = a_session(Random(seed))
    least = least_of(lawful(whole))
    task = task_of(whole, None)
    try:
        desk, found, finding = best_solution(task, Effort())
    except Infeasible:
        assert least is None
        return False
    planned = checked_programme(task, desk, found, finding)
    assert list(check(planned)) == []
    assert (finding.grades or Grades(), finding.objective) == least
    assert cost(programme_of(desk, found, finding)) == least
    return bool(finding.grades)


@pytest.mark.parametrize("seed", range(1, 13))
def test_all_agree_on_a_random_session_with_rooms_strengths_and_priorities(seed):
    agreed(seed)


@pytest.mark.long
@pytest.mark.parametrize("batch", range(1, 11))
def test_all_agree_on_a_hundred_random_sessions_with_rooms_strengths_and_priorities(batch):
    assert sum(agreed(seed) for seed in range(100 * batch, 100 * batch + 100)) >= 10


@pytest.mark.parametrize("seed", range(1, 9))
def test_planned_again_nothing_changes_in_a_random_session_with_strengths_and_priorities(seed):
    whole = a_session(Random(seed))
    try:
        planned = plan(whole)
    except NoProgramme:
        assert next(lawful(whole), None) is None
        return
    again = plan(whole, published=planned)
    assert (again.considerations, again.left_out) == (planned.considerations, planned.left_out)
    assert again.finding.grades == planned.finding.grades


def nearest(whole: Session) -> tuple[Grades, int] | None:
    """Return the least that is broken by a programme that keeps what is never a wish."""
    firm = [(rule, case) for rule in rulebook(whole) if not rule.may_be_a_wish for case in must_hold(whole, rule)]
    sound = (
        replace(each, finding=Finding(Verdict.NEAREST))
        for each in every_programme(whole, firmly=True)
        if all(each.spares(*case) or kept(rule, each, case) for rule, case in firm)
    )
    return least_of(sound)


def agreed_on_nearest(seed: int) -> bool:
    """Assert that all agree on the nearest programme of a random session; return whether it breaks what must hold."""
    whole = a_session(Random(seed))
    least, found = nearest(whole), nearest_programme(task_of(whole, None), Effort())
    assert least == (found and (found.finding.grades or Grades(), found.finding.objective))
    return bool(least and least[0].must)


@pytest.mark.parametrize("seed", range(1, 9))
def test_all_agree_on_the_nearest_programme_of_a_random_session(seed):
    agreed_on_nearest(seed)


@pytest.mark.long
@pytest.mark.parametrize("batch", range(1, 11))
def test_all_agree_on_the_nearest_programmes_of_a_hundred_random_sessions(batch):
    assert sum(agreed_on_nearest(seed) for seed in range(100 * batch, 100 * batch + 100)) >= 10
