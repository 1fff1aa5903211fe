"""A forum that has too few minutes for what it takes up: told by a sum, without a model."""

from dataclasses import replace

import pytest

from tests.sessions import item, meeting, session
from wgsched.errors import NoProgramme
from wgsched.model import Duration, Forum, Session, Takes
from wgsched.planning import plan
from wgsched.planning.model.capacity import overfull_instalments, too_full
from wgsched.planning.search import minutes, planner
from wgsched.planning.why import together


def asked(*lengths: int, **more: object) -> Session:
    """Return items of so many minutes, and one meeting of three hours."""
    items = (item(str(number), length) for number, length in enumerate(lengths, start=1))
    return replace(session(*items, meetings=(meeting("a", 14, 10, 180),)), **more)


def test_what_fills_a_meeting_is_not_too_much_and_a_minute_more_is():
    assert [too_full(asked(90, last)) for last in (90, 91)] == [False, True]


@pytest.mark.parametrize("code", ["whole-time", "one-at-a-time", "meeting-hours"])
def test_without_a_rule_that_makes_the_sum_hold_nothing_is_told(code):
    assert not too_full(asked(90, 91, waives=frozenset({code})))


def test_an_item_that_another_forum_may_take_up_is_not_counted():
    both = item("2", 91, forums=("plenary", "other"))
    given = session(
        item("1", 90), both, meetings=(meeting("a", 14, 10, 180),), forums=(Forum("plenary"), Forum("other"))
    )
    assert not too_full(given)


def test_a_cancelled_meeting_has_no_minutes():
    given = asked(90)
    assert too_full(replace(given, meetings=tuple(replace(each, cancelled=True) for each in given.meetings)))


def test_items_that_can_do_with_less_are_counted_with_their_least_when_asked():
    given = session(
        replace(item("1"), takes=Takes(Duration(120), least=Duration(80))),
        item("2", 90),
        meetings=(meeting("a", 14, 10, 180),),
    )
    assert (too_full(given), too_full(given, least=True)) == (True, False)


def test_no_model_is_made_for_what_a_sum_tells(monkeypatch):
    for room in (planner, minutes):
        monkeypatch.setattr(room, "desk_with", None)
    with pytest.raises(NoProgramme) as refused:
        plan(asked(90, 91))
    assert str(refused.value) == (
        "Items 1 and 2 need 181 minutes, but the meetings from Thursday, 14 May, 10 a.m. to Thursday, 14 May, 1 p.m. "
        "have only 180 minutes."
    )


def test_only_what_the_forum_takes_up_that_is_too_full_is_named():
    given = session(
        item("1", 90),
        item("2", 90, forums=("other",)),
        item("3", 91, forums=("other",)),
        meetings=(meeting("a", 14, 10, 180), meeting("b", 14, 10, 180, forum="other")),
        forums=(Forum("plenary"), Forum("other")),
    )
    assert [each.key for each in overfull_instalments(given)] == ["2", "3"]


def test_changes_after_which_a_forum_is_still_too_full_are_not_looked_at_further(monkeypatch):
    asked_of: list[object] = []
    monkeypatch.setattr(together, "certificate", lambda *of: asked_of.append(of))
    with pytest.raises(NoProgramme):
        plan(asked(*[180] * 40))
    assert asked_of == []
