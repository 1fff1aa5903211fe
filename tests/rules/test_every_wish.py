"""Every rule that may be only a wish: solver and checker count the same broken cases on every programme."""

from dataclasses import replace

import pytest

from tests.agreement import solver_set
from tests.examples import check_preference, every_rule
from wgsched.errors import BadInput
from wgsched.model import Strength, Wish
from wgsched.model.example import Example
from wgsched.rules import BOOK

EXAMPLES = [pytest.param(example, id=kind.code) for kind in every_rule() for example in kind.examples()]


@pytest.mark.parametrize("example", EXAMPLES)
def test_as_a_wish_a_rule_counts_what_its_checker_finds_broken(example):
    if not example.shown.may_be_a_wish:
        with pytest.raises(BadInput, match="is never a wish"):
            Wish(example.shown, Strength.NICE)
        return
    wish = Wish(example.shown, Strength.SHOULD)
    session = replace(example.session, wishes=(*example.session.wishes, wish))
    check_preference(Example(session, wish, example.kept, example.broken, example.beside))
    beside = [BOOK.kind(code)() for code in example.beside]
    assert solver_set(session, beside) == solver_set(example.session, beside), "a wish takes a programme away"
