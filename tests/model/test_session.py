"""What a session answers about itself."""

import pickle
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.sessions import at, founding, item, meeting, session

from wgsched.errors import BadInput, UnknownName
from wgsched.model import Agenda, Duration, Programme, Takes
from wgsched.rules.precedes import Precedes


def test_rules_are_added_to_a_copy():
    given = founding()
    rule = Precedes("2 (a)", "2 (c)")
    assert given.with_rules(rule).rules == (rule,)
    assert given.rules == ()


def test_a_moment_is_read_in_the_place_of_the_session():
    assert founding().moment("2009-05-14 18:00") == at(14, 18)
    with pytest.raises(BadInput, match="expected for example"):
        founding().moment("half past six")


def test_a_duration_in_meetings_counts_the_usual_length_of_the_forum():
    meetings = (meeting("a", 14, 10, 150), meeting("b", 14, 15, 150), meeting("c", 15, 10, 180))
    given = session(item("1"), meetings=meetings)
    assert given.meeting_length("plenary") == 150
    assert Duration(meetings=Fraction(3, 2)).in_minutes(150) == 225


def test_the_minutes_of_an_instalment_are_its_expected_ones():
    given = session(item("1", 45))
    assert given.minutes_of(given.agenda.instalments[0]) == 45
    assert Takes(Duration(45)).estimate is False


def test_the_reserve_is_not_usable():
    assert meeting("a", 14, 10, reserve=30).usable.closes == at(14, 12, 30)


def test_unknown_meetings_and_forums_are_refused_with_those_there_are():
    with pytest.raises(UnknownName, match="14-am"):
        founding().meeting("14")
    with pytest.raises(UnknownName, match="plenary"):
        founding().forum("plenery")


def test_the_span_runs_from_the_first_midnight_to_the_last():
    assert (founding().span.opens, founding().span.closes) == (at(14, 0), at(16, 0))


def test_equal_sessions_have_equal_hashes_also_with_weights_phrases_and_lists():
    given = replace(founding(), weights={"dead-time": 2, "slack-kept": 3}, phrases={"en": {"opening": "Opening"}})
    other = replace(
        founding(),
        meetings=[*founding().meetings][::-1],
        forums=[*founding().forums],
        agenda=Agenda([*founding().agenda]),
        weights={"slack-kept": 3, "dead-time": 2},
        phrases={"en": {"opening": "Opening"}},
    )
    again = pickle.loads(pickle.dumps(given))
    assert (other, again) == (given, given)
    assert {hash(given), hash(other), hash(again)} == {hash(given)}
    assert {given: "planned"}[other] == "planned"


def test_programmes_of_equal_sessions_have_equal_hashes():
    first, second = (Programme(founding(), founding().meetings, ()) for _ in range(2))
    assert hash(first) == hash(second)
