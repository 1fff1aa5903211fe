"""The generated sessions: always the same, and the small ones proved."""

import pytest

from tests.benchmarks.instances import NAMES, instance
from wgsched.checking import check, score
from wgsched.model import Verdict
from wgsched.planning import plan


def test_a_name_always_gives_the_same_session():
    assert instance("2f80-s3") == instance("2f80-s3")
    assert len(NAMES) == 120


def test_a_session_without_a_programme_lacks_a_tenth_of_its_minutes():
    asked = instance("no300-s1")
    needed = sum(asked.minutes_of(each) for each in asked.agenda.instalments)
    assert (needed, sum(each.minutes for each in asked.meetings)) == (18105, 16200)


@pytest.mark.parametrize("name", [f"{size}-s{seed}" for size in ("2x8", "5x25") for seed in (1, 2, 3)])
def test_a_generated_session_is_proved_and_keeps_every_rule(name):
    found = plan(instance(name))
    assert found.finding.verdict is Verdict.BEST
    assert found.finding.objective == found.finding.bound == score(found).total
    assert list(check(found)) == []
