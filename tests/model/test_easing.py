import pytest
from tests.sessions import at, item, meeting, session

from wgsched.model import Ease, Ladder, Sentence
from wgsched.model.easing import cost_of_moving, moments

WHOLE = session(item("1", 30))


def ladder(made):
    def ease(step):
        made.append(step)
        return Ease(WHOLE, Sentence("step", n=step), step)

    return Ladder([1, 2, 3, 4], ease)


def test_a_ladder_makes_no_ease_before_it_is_looked_at():
    made = []
    steps = ladder(made)
    assert (len(steps), made) == (4, [])
    assert (steps[-1].cost, made) == (4, [4])


def test_a_piece_of_a_ladder_is_a_ladder():
    assert [each.cost for each in ladder([])[1:3]] == [2, 3]


def test_a_ladder_has_an_end():
    with pytest.raises(IndexError):
        ladder([])[4]


def test_a_limit_can_stand_at_each_quarter_of_an_hour_of_a_meeting():
    one = session(item("1", 30), meetings=(meeting("a", 14, 10, 60, reserve=30),))
    assert moments(one) == [at(14, 10), at(14, 10, 15), at(14, 10, 30)]


@pytest.mark.parametrize(
    ("was", "now", "cost"),
    [(at(14, 10), at(14, 12), 10), (at(14, 12), at(14, 10), 10), (at(14, 10), at(14, 10, 1), 1)],
)
def test_moving_a_moment_costs_five_an_hour_either_way_and_never_nothing(was, now, cost):
    assert cost_of_moving(was, now) == cost
