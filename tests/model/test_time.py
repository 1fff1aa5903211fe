"""Windows of time, with two sides or one."""

from __future__ import annotations

import pytest
from tests.sessions import at

from wgsched.model import Limits, Window

MORNING = Window(at(14, 10), at(14, 13))


@pytest.mark.parametrize(
    ("limits", "holds", "meets"),
    [
        (Limits(at(14, 10), None), True, True),
        (Limits(at(14, 11), None), False, True),
        (Limits(at(14, 13), None), False, False),
        (Limits(None, at(14, 13)), True, True),
        (Limits(None, at(14, 12)), False, True),
        (Limits(None, at(14, 10)), False, False),
        (Limits(None, None), True, True),
        (Window(at(14, 10), at(14, 13)), True, True),
        (Window(at(14, 12), at(14, 15)), False, True),
    ],
)
def test_a_side_that_is_not_given_limits_nothing(limits, holds, meets):
    assert (limits.holds(MORNING), limits.meets(MORNING)) == (holds, meets)
