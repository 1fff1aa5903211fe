"""Random instances of the parallel benchmark: each is planned to a valid allocation, and what it costs is told."""

import pytest

from tests.benchmarks.parallel.drawn import drawn
from tests.benchmarks.parallel.dressing import allocation_of, session_of
from tests.benchmarks.parallel.instance import LINES, Instance
from tests.benchmarks.parallel.scoring import Scored
from wgsched.planning import plan

NOT_EXACT = ("order", "pres_ts", "att_ts")
"""Lines that wishes count otherwise, as the docs say."""

SEEDS = (1, 7, 16, 20, 27, 36, 66)
"""Of some of these instances, a track needs several rooms at a time, and so is several forums."""


@pytest.mark.parametrize("seed", [12, 19, 22, 23, 31, 37])
def test_a_random_instance_is_planned_to_a_valid_allocation(seed):
    instance = Instance(drawn(seed))
    allocation = allocation_of(plan(session_of(instance)))
    assert Scored(instance, allocation).faults == []


@pytest.mark.parametrize("seed", SEEDS)
def test_what_wishes_cost_is_what_the_score_counts(seed):
    given = drawn(seed)
    instance = Instance({**given, "weights": {**given["weights"], **dict.fromkeys(NOT_EXACT, 0)}})
    programme = plan(session_of(instance))
    scored = Scored(instance, allocation_of(programme))
    assert scored.faults == []
    assert programme.finding.objective + instance.unavoidable == scored.cost


def test_each_line_of_the_score_is_drawn():
    weighed = {line for seed in SEEDS for line, weight in drawn(seed)["weights"].items() if weight}
    assert weighed == set(LINES)
