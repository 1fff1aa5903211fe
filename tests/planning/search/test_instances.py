"""The generated sessions: always the same, and the small ones proved."""

import pytest

from tests.benchmarks.instances import NAMES, instance
from wgsched.checking import check, score
from wgsched.model import Verdict
from wgsched.planning import plan


def test_a_name_always_gives_the_same_session():
    assert instance("2f80-s3") == instance("2f80-s3")
    assert len(NAMES) == 60


@pytest.mark.parametrize("name", [f"{size}-s{seed}" for size in ("2x8", "5x25") for seed in (1, 2, 3)])
def test_a_generated_session_is_proved_and_keeps_every_rule(name):
    found = plan(instance(name))
    assert found.finding.verdict is Verdict.BEST
    assert found.finding.objective == found.finding.bound == score(found).total
    assert list(check(found)) == []
