"""Random instances of the parallel benchmark: each is planned to a valid allocation, and what it costs is told."""

import pytest

from tests.benchmarks.parallel.drawn import drawn
from tests.benchmarks.parallel.dressing import allocation_of, session_of
from tests.benchmarks.parallel.instance import LINES, Instance
from tests.benchmarks.parallel.scoring import Scored
from wgsched.planning import plan

NOT_EXACT = ("order", "subs_rooms", "pres_sess", "att_sess", "pres_ts", "att_ts")
"""Lines that wishes count otherwise, as the docs say."""

IN_ONE_ROOM = (1, 7, 14, 16, 20, 26, 27, 36)
"""Seeds of instances in which each track can do with one room at a time, and so is one forum."""


def unavoidable(instance):
    """Return what submissions cost even in the cheapest sessions that can hold them."""
    return sum(
        min(
            cost
            for cost, session in zip(instance.session_costs(each), instance.sessions, strict=True)
            if session["timeslots"] >= each["timeslots"]
        )
        for each in instance.submissions
    )


@pytest.mark.parametrize("seed", [12, 19, 22, 23, 31, 37])
def test_a_random_instance_is_planned_to_a_valid_allocation(seed):
    instance = Instance(drawn(seed))
    allocation = allocation_of(plan(session_of(instance)))
    assert Scored(instance, allocation).faults == []


@pytest.mark.parametrize("seed", IN_ONE_ROOM)
def test_what_wishes_cost_is_what_the_score_counts(seed):
    given = drawn(seed)
    instance = Instance({**given, "weights": {**given["weights"], **dict.fromkeys(NOT_EXACT, 0)}})
    programme = plan(session_of(instance))
    scored = Scored(instance, allocation_of(programme))
    assert scored.faults == []
    assert programme.finding.objective + unavoidable(instance) == scored.cost


def test_each_line_of_the_score_is_drawn():
    weighed = {line for seed in IN_ONE_ROOM for line, weight in drawn(seed)["weights"].items() if weight}
    assert weighed == set(LINES)
