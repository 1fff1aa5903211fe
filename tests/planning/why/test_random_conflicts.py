"""Of random sessions without a programme, the answer is a contradiction, all of it is needed, and what helps helps."""

from __future__ import annotations

from random import Random

import pytest

from tests.planning.why.test_conflict import is_smallest
from tests.rules.test_random_agreement import a_session
from wgsched.languages import lexicon
from wgsched.model.edits import with_minutes
from wgsched.planning.model.posting import demands
from wgsched.planning.search.minutes import least_minutes
from wgsched.planning.why.conflict import Conflict, conflict
from wgsched.planning.why.probing import Probe
from wgsched.planning.why.repairs import changes

ALONE = ("no-meeting", "no-meeting-of", "too-little-time")
"""The sentences that are a contradiction in themselves: they set what is needed against what is there."""


def answered(seed: int) -> bool | None:
    """Assert what is true of every answer; return whether something helps, or None if there is a programme."""
    whole = a_session(Random(seed))
    least = with_minutes(whole, least_minutes(whole))
    if Probe(least).fits(demands(least)):
        return None
    found = conflict(least)
    assert (is_smallest(least, found), found.minimal) == (True, True)
    assert len(found.sentences) > 1 or found.sentences[0].code in ALONE, said(least, found)
    helpful = changes(least, found)
    for each in helpful:
        probe = Probe(each.session)
        assert (probe.fits(each.asked()), probe.sure) == (True, True), each.repair
    return bool(helpful)


def said(whole, found: Conflict) -> list[str]:
    return [lexicon("en", whole).say(sentence, whole) for sentence in found.sentences]


@pytest.mark.parametrize("seed", [2, 3, 10, 20, 24, 31, 49, 62, 1032])
def test_of_a_random_session_the_answer_is_whole_and_something_helps(seed):
    assert answered(seed) is True


@pytest.mark.long
@pytest.mark.parametrize("batch", range(3))
def test_of_the_random_sessions_without_a_programme_something_helps_all_but_a_few(batch):
    answers = [answered(seed) for seed in range(1000 + 55 * batch, 1055 + 55 * batch)]
    assert answers.count(None) <= 20
    assert answers.count(False) <= 4
