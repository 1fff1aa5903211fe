"""The model is stated in one order: what the solver takes of equals depends on it."""

import os
import subprocess
import sys

STATED = """
from hashlib import sha256
from tests.benchmarks.instances import Size, generated
from wgsched.planning.model.posting import cost_of, demands, desk_with
from wgsched.planning.search.minutes import _no_more_than_there_is
asked = generated(Size(2, 6, forums=3, teams=2, delegations=3), "order", "order")
desk = desk_with(asked, demands(asked), minutes={each.key: (30, 90) for each in asked.agenda.instalments})
assert desk.settle()
desk.model.minimize(cost_of(desk))
_no_more_than_there_is(desk)
print(sha256(str(desk.model.proto).encode()).hexdigest())
"""


def test_the_model_is_the_same_whatever_the_hash_seed():
    said = {
        subprocess.run(
            [sys.executable, "-c", STATED], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
