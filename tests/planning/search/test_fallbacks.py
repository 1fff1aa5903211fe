"""A search that only helps may fail: the plan goes on without it, and the log says so."""

import pytest

from tests.sessions import founding, item, meeting, session
from wgsched.errors import NoProgramme
from wgsched.model import Unique, Verdict
from wgsched.planning import plan
from wgsched.planning.search import planner, verifying
from wgsched.planning.search.effort import Infeasible
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.why import conflict, explain


def fails(*_: object, **__: object) -> None:
    raise KeyError("b")


def test_what_fails_is_replaced_and_logged_in_one_line(caplog):
    assert or_else(7, "counting failed; seven is taken", fails) == 7
    assert [record.getMessage() for record in caplog.records] == ["counting failed; seven is taken: KeyError: 'b'"]


def test_what_does_not_fail_is_returned():
    assert or_else(7, "counting failed", max, 1, 8) == 8


def test_that_there_is_no_programme_is_no_failure():
    def none() -> int:
        raise Infeasible

    with pytest.raises(Infeasible):
        or_else(7, "counting failed", none)


HELPERS = [
    (planner, "_any_solution", "looking for a first programme failed; the best is looked for at once"),
    (verifying, "stretched", "giving free minutes to items failed; none are given"),
]


@pytest.mark.parametrize(("module", "name", "said"), HELPERS)
def test_a_plan_does_without_a_helper_that_fails(module, name, said, monkeypatch, caplog):
    right = plan(founding())
    monkeypatch.setattr(module, name, fails)
    assert plan(founding()) == right
    assert [record.getMessage() for record in caplog.records] == [f"{said}: KeyError: 'b'"]


def test_without_a_choice_among_equals_the_programme_is_as_good(monkeypatch):
    right = plan(founding())
    monkeypatch.setattr(planner, "settle_ties", fails)
    found = plan(founding())
    assert (found.finding.verdict, found.finding.objective) == (Verdict.BEST, right.finding.objective)
    assert found.finding.unique is Unique.UNKNOWN


def overfull():
    return session(item("1", 120), item("2", 120), meetings=(meeting("a", 14, 10, 180),))


WHY = [
    (explain, "conflict", 0, False),
    (explain, "repairs", 1, False),
    (conflict, "certificate", 3, True),
]


@pytest.mark.parametrize(("module", "name", "sentences", "helped"), WHY)
def test_a_no_stays_a_no_when_its_explanation_fails(module, name, sentences, helped, monkeypatch):
    monkeypatch.setattr(module, name, fails)
    with pytest.raises(NoProgramme) as refused:
        plan(overfull())
    assert len(refused.value.conflict) == sentences
    assert bool(refused.value.repairs) is helped
