"""Programmes typed wrongly or damaged: each fault is a sentence, and no exception escapes."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.programmes import FOUNDING, timed
from tests.rules.test_sentences import ASKED, WISHED, rich
from tests.sessions import at, founding
from wgsched.checking import check, compare, score
from wgsched.model import Consideration, Programme
from wgsched.preferences import USUAL


def damaged(*rows: Consideration) -> Programme:
    sound = timed(founding(), FOUNDING)
    return replace(sound, considerations=sound.considerations + rows)


def faults(programme: Programme) -> list[str]:
    return [str(violation) for violation in check(programme) if violation.rule == "damage"]


def test_a_row_of_an_unknown_item_is_named():
    assert faults(damaged(Consideration("9", "15-pm"))) == [
        "The programme has a row for “9”, which is not a planned item of the agenda."
    ]


def test_a_row_of_an_item_that_is_not_planned_is_named():
    assert faults(damaged(Consideration("2", "15-pm"))) == [
        "The programme has a row for “2”, which is not a planned item of the agenda."
    ]


def test_a_row_in_an_unknown_meeting_is_named():
    assert faults(damaged(Consideration("3", "16-am"))) == [
        "A row of item 3 is in “16-am”, which is not a meeting of the programme."
    ]


def test_hours_that_run_backwards_are_named_and_then_left_out():
    found = damaged(Consideration("3", "15-pm", at(15, 18), at(15, 17)))
    assert faults(found) == ["The hours of item 3 at the meeting of Friday, 15 May, 3–6 p.m. cannot be right."]


def test_rows_whose_hours_contradict_their_order_are_named():
    found = timed(founding(), FOUNDING)
    found = replace(found, considerations=(found.considerations[1], found.considerations[0], *found.considerations[2:]))
    assert faults(found) == [
        "The hours of the rows of the meeting of Thursday, 14 May, 10 a.m.–1 p.m. contradict their order."
    ]


keys = some.sampled_from(["1a", "1b", "2a", "2b", "2c", "3", "2", "9", ""])
places = some.sampled_from(["14-am", "14-pm", "15-am", "15-pm", "16-am"])
moments = some.one_of(some.none(), some.integers(0, 40).map(lambda quarter: at(14, 9).add(minutes=15 * quarter)))
rows = some.lists(some.builds(Consideration, keys, places, moments, moments), max_size=8)


@settings(max_examples=60, deadline=None)
@given(rows, rows, some.sets(places), some.sets(places))
def test_no_exception_escapes_whatever_the_rows(before, after, dropped, cancelled):
    meetings = tuple(
        replace(each, cancelled=each.key in cancelled) for each in founding().meetings if each.key not in dropped
    )
    earlier = Programme(founding(), founding().meetings, tuple(before))
    later = Programme(founding(), meetings, tuple(after))
    assert str(check(later))
    assert score(later).total >= 0
    assert str(compare(earlier, later)) is not None


names = some.sampled_from([*(each.key for each in rich().agenda.instalments), "3", "9"])
rich_rows = some.lists(
    some.builds(Consideration, names, some.sampled_from(["14-am", "15-pm", "night"]), moments, moments)
)
teams = some.sampled_from([None, "1", "z"])


@settings(max_examples=60, deadline=None)
@given(rich_rows, teams, some.sampled_from([None, "C2", "C9"]), some.integers(1, 600))
def test_no_exception_escapes_under_every_rule_there_is(laid, team, room, length):
    demanding = replace(rich().with_rules(*ASKED).with_wishes(*WISHED), weights=dict.fromkeys(USUAL, 1))
    first, second = demanding.meetings
    moved = replace(first, team=team, room=room, closes=first.opens.add(minutes=length))
    found = Programme(demanding, (moved, second), tuple(laid))
    assert check(found).unjudged is not None
    assert score(found).total >= 0
