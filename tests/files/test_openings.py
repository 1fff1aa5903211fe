"""Meetings that have no hour of their own: what a session file may say of them, and what it means."""

import pytest

from wgsched.errors import BadInput
from wgsched.files import session_from
from wgsched.model import Opening

SESSION = """
body: Council
place: Vienna
days: Mon 20 - Tue 21 Sep 2010
forums:
  plenary: {{title: {{en: Plenary}}, short: {{en: PL}}}}
  informals: {{title: {{en: Informal consultations}}}}
agenda: {{1: Opening, 2: Work, 2 (a): First}}
entries: {{debate: {{title: General debate}}}}
meetings:
  {}
"""


def opened(written):
    """Return the keys of the meetings that open upon something else, with what that is."""
    return {each.key: each.opening for each in session_from(SESSION.format(written)).meetings if each.opening}


MORNING = "informals-2010-09-20-am"


@pytest.mark.parametrize(
    ("followed", "opening"),
    [
        ("2", Opening(item="2")),
        ("2(a)", Opening(item="2a")),
        ("debate", Opening(item="debate")),
        ("plenary", Opening(meeting="plenary-2010-09-20-am")),
        ("Plenary", Opening(meeting="plenary-2010-09-20-am")),
        ("plenary Mon am", Opening(meeting="plenary-2010-09-20-am")),
        ("plenary-2010-09-20-am", Opening(meeting="plenary-2010-09-20-am")),
    ],
)
def test_a_meeting_follows_an_item_a_forum_or_a_meeting(followed, opening):
    assert opened(f"informals Mon am: {{follows: {followed}}}") == {MORNING: opening}


def test_a_meeting_follows_the_last_meeting_of_a_forum_up_to_it():
    assert opened("informals Mon pm: {hours: 18-19, follows: plenary}") == {
        "informals-2010-09-20-pm": Opening(meeting="plenary-2010-09-20-pm")
    }


@pytest.mark.parametrize("words", ["to be announced", "TBA"])
def test_the_time_of_a_meeting_is_to_be_announced(words):
    assert opened(f"informals Mon am: {{opens: {words}}}") == {MORNING: Opening()}


def test_a_meeting_with_a_key_of_its_own_follows_as_well():
    assert opened("informals Mon am: {key: first, follows: 2}") == {"first": Opening(item="2")}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "informals Mon am: {follows: plenery}",
            "11:31: meetings.informals Mon am.follows: 'plenery' is neither an agenda item, a forum nor a meeting. "
            "Did you mean 'plenary'?",
        ),
        (
            "informals Mon am: {follows: plenary Tue am}",
            "11:31: meetings.informals Mon am.follows: 'plenary Tue am' is not a meeting that opens before it on the "
            "same day",
        ),
        (
            "informals Mon 8-9: {follows: plenary}",
            "11:32: meetings.informals Mon 8-9.follows: 'plenary' does not meet before it on Mon 20 Sep 2010",
        ),
        (
            "informals Mon am: {opens: '10:00'}",
            "11:29: meetings.informals Mon am.opens: '10:00' is not 'to be announced'. Its hours are written as "
            "hours: 10-13; what it opens upon as follows: 9.",
        ),
        (
            "informals Mon am: {follows: 2, opens: to be announced}",
            "11:31: meetings.informals Mon am.follows: the meeting follows something, so its time is not to be "
            "announced",
        ),
        (
            "informals Mon am: {follows: plenary}\n  Mon am: {follows: informals}",
            "11:3: meetings: two meetings follow each other: Mon am and informals Mon am",
        ),
    ],
)
def test_what_a_meeting_cannot_follow_is_refused(written, said):
    with pytest.raises(BadInput) as refused:
        opened(written)
    assert str(refused.value).removeprefix("session.yaml:") == said
