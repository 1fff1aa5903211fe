"""Every registered preference, wgsched's own and those of installed packages, against its own examples."""

import pytest

from tests.examples import check_brings, check_preference, check_words, every_preference
from wgsched.model import SIX, Preference

EVERY = every_preference()
EXAMPLES = [pytest.param(example, id=kind.code) for kind in EVERY for example in kind.examples()]


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.code)
def test_a_preference_brings_its_source_and_an_example(kind):
    check_brings(kind)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_preference_counts_as_its_example_says_and_for_the_solver_as_for_the_score(example):
    check_preference(example)


@pytest.mark.parametrize("language", SIX)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_preference_says_its_sentence(example, language):
    check_words(example, language)


def unsaid(kind: type[Preference]) -> type[Preference]:
    """Return a preference of which the solver counts nothing."""
    return type(kind.__name__, (kind,), {"express": lambda self, desk, *case: desk.total(())})


def free(kind: type[Preference]) -> type[Preference]:
    """Return a preference of which the score counts nothing."""
    return type(kind.__name__, (kind,), {"amount": lambda self, programme, *case: 0})


@pytest.mark.parametrize(
    ("mutant", "sentence"), [(unsaid, "express and amount differ"), (free, "amount is 0")], ids=["express", "amount"]
)
@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.code)
def test_a_preference_that_is_broken_on_one_side_is_noticed(kind, mutant, sentence):
    for example in mutant(kind).examples():
        with pytest.raises(AssertionError, match=sentence):
            check_preference(example)
