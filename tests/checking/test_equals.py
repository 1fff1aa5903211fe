"""Which of the programmes that cost the same is taken."""

from dataclasses import replace

from tests.sessions import item, session
from wgsched.checking.equals import agenda_weights


def test_what_comes_first_in_the_agreed_order_weighs_most():
    given = session(item("1", 60), item("2", 60), item("3", 60))
    assert agenda_weights(given) == {"1": 3, "2": 2, "3": 1}
    assert agenda_weights(replace(given, sequence=("3", "1"))) == {"3": 3, "2": 2, "1": 1}
