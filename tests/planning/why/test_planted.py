"""A conflict of a known kind, planted in a session that could be planned, is named, whole, and something helps."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.planning.why.planted import KINDS, planted
from tests.planning.why.test_conflict import is_smallest
from wgsched.planning.why.conflict import conflict
from wgsched.planning.why.probing import Probe
from wgsched.planning.why.repairs import changes


def helped(seed: int) -> bool:
    """Assert that the conflict is named and whole, and that all that is offered helps; return whether any is."""
    case = planted(seed)
    found = conflict(case.session)
    assert (is_smallest(case.session, found), found.minimal) == (True, True)
    assert case.named & {*(each.rule.code for each in found.demands), *(each.code for each in found.sentences)}
    assert len(found.sentences) > 1 or found.sentences[0].code == "too-little-time"
    helpful = changes(case.session, found)
    for each in helpful:
        probe = Probe(each.session)
        assert (probe.fits(each.asked()), probe.sure) == (True, True), each.repair
    return bool(helpful)


@pytest.mark.parametrize("seed", range(len(KINDS)), ids=list(KINDS))
def test_a_planted_conflict_is_named_and_something_helps(seed):
    assert helped(seed) is True


@pytest.mark.long
@pytest.mark.parametrize("batch", range(20))
def test_of_500_planted_conflicts_each_is_named_and_something_helps_all_but_a_few(batch):
    counted = Counter(helped(seed) for seed in range(100 + 25 * batch, 125 + 25 * batch))
    assert counted[False] <= 2
