"""Meetings and moments as people name them on the command line."""

import pendulum
import pytest

from tests.sessions import at, founding, item, meeting, session
from wgsched.errors import BadInput
from wgsched.files.spoken import day_named, meeting_named, moment_named
from wgsched.model import Forum, ForumKind, Text


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


def test_a_forum_alone_is_its_only_meeting_or_else_asks_which():
    informals = Forum("informals", Text(en="Informal consultations"), ForumKind.INFORMAL)
    held = (meeting("14-am", 14, 10), meeting("15-am", 15, 10), meeting("inf", 14, 15, forum="informals"))
    two = session(item("1"), meetings=held, forums=(Forum(), informals))
    assert [meeting_named(two, held, text).key for text in ("informals", "Informal Consultations ")] == ["inf", "inf"]
    with pytest.raises(BadInput, match="'plenary' could be 2 meetings: Thu am, Fri am"):
        meeting_named(two, held, "plenary")
    with pytest.raises(BadInput, match=r"'informals' has no meeting\. The meetings are Thu am, Fri am\."):
        meeting_named(two, held[:2], "informals")
