from tests.programmes import judged, timed, typed
from tests.sessions import item, session
from wgsched.model import Minutes, Sentence, Session
from wgsched.rules.no_short_part import NoShortPart


def one() -> Session:
    return session(item("1", 75))


def test_a_part_of_exactly_thirty_minutes_keeps_the_rule():
    assert judged(NoShortPart(), timed(one(), {"14-am": [("", 150), ("1", 30)], "14-pm": [("1", 45)]})) == [True]


def test_a_part_of_less_breaks_it():
    assert judged(NoShortPart(), timed(one(), {"14-am": [("", 151), ("1", 29)], "14-pm": [("1", 46)]})) == [False]


def test_a_short_part_between_two_long_ones_breaks_it():
    found = {"14-am": [("1", 60)], "14-pm": [("1", 10)], "15-am": [("1", 60)]}
    assert judged(NoShortPart(), timed(session(item("1", 130)), found)) == [False]


def test_a_short_item_that_is_not_divided_keeps_it():
    assert judged(NoShortPart(), timed(session(item("1", 15)), {"14-am": [("1", 15)]})) == [True]


def test_the_minutes_can_be_other_than_thirty():
    found = timed(one(), {"14-am": [("", 150), ("1", 30)], "14-pm": [("1", 45)]})
    assert judged(NoShortPart(31), found) == [False]


def test_it_cannot_be_judged_without_hours():
    assert judged(NoShortPart(), typed(one(), {"14-am": ["1"], "14-pm": ["1"]})) == [None]


def test_of_several_parts_that_are_as_short_the_first_is_named_with_its_minutes():
    even = timed(session(item("1", 90)), {"14-am": [("1", 40)], "14-pm": [("1", 25)], "15-am": [("1", 25)]})
    ((_, items),) = NoShortPart().cases(even.session)
    assert NoShortPart().deviation(even, even.session.agenda.instalments[0], items) == Sentence(
        "found-minutes", item=items[0], minutes=Minutes(25), meetings=(even.session.meeting("14-pm"),)
    )
