"""Every registered rule, wgsched's own and those of installed packages, against its own examples."""

import pytest

from tests.examples import check_agreement, check_brings, check_named, check_words, every_rule
from wgsched.model import SIX, Rule

EVERY = every_rule()
EXAMPLES = [pytest.param(example, id=kind.code) for kind in EVERY for example in kind.examples()]


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.code)
def test_a_rule_brings_its_source_and_an_example(kind):
    check_brings(kind)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_rule_is_kept_and_broken_as_its_example_says(example):
    check_named(example)


@pytest.mark.parametrize("example", EXAMPLES)
def test_solver_and_checker_agree_on_a_rule_which_alone_decides(example):
    check_agreement(example)


@pytest.mark.parametrize("language", SIX)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_rule_says_its_sentence(example, language):
    check_words(example, language)


def deaf(kind: type[Rule]) -> type[Rule]:
    """Return a rule whose solver's half does nothing."""
    return type(kind.__name__, (kind,), {"post": lambda self, desk, *case: None})


def lenient(kind: type[Rule]) -> type[Rule]:
    """Return a rule whose checker's half accepts everything."""
    return type(kind.__name__, (kind,), {"holds": lambda self, programme, *case: True})


DEAF = "the solver allows what the checker refuses|post asks the desk for nothing"
LENIENT = "the solver refuses what the checker allows"


@pytest.mark.parametrize(("mutant", "sentence"), [(deaf, DEAF), (lenient, LENIENT)], ids=["post", "holds"])
@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.code)
def test_a_rule_that_is_broken_on_one_side_is_noticed(kind, mutant, sentence):
    for example in mutant(kind).examples():
        with pytest.raises(AssertionError, match=sentence):
            check_agreement(example)
