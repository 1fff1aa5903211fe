"""Meetings and moments as people name them on the command line."""

import pendulum
import pytest

from tests.sessions import at, founding
from wgsched.errors import BadInput
from wgsched.files.spoken import day_named, meeting_named, moment_named


@pytest.mark.parametrize(("text", "key"), [("14-pm", "14-pm"), ("Thu 15:00", "14-pm"), ("15 May 11:00", "15-am")])
def test_a_meeting_is_named_by_its_key_or_by_when_it_sits(text, key):
    session = founding()
    assert meeting_named(session, session.meetings, text).key == key


@pytest.mark.parametrize(
    ("text", "said"), [("Thu", "2 meetings: Thu am, Thu pm"), ("Thu 14:00", "no meeting"), ("x", "'x'")]
)
def test_what_names_no_one_meeting_is_refused_with_those_there_are(text, said):
    session = founding()
    with pytest.raises(BadInput, match=said):
        meeting_named(session, session.meetings, text)


def test_a_moment_may_be_an_hour_of_a_known_day():
    session = founding()
    assert moment_named(session, "15:30", pendulum.date(2009, 5, 14)) == at(14, 15, 30)
    assert moment_named(session, "Fri 15:30") == at(15, 15, 30)


def test_a_day_is_named_in_words_or_in_figures():
    assert day_named("20 April 2009", founding()) == day_named("2009-04-20", founding()) == pendulum.date(2009, 4, 20)
    with pytest.raises(BadInput):
        day_named("the day after", founding())
