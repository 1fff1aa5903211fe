"""A meeting that is over, or cancelled, takes up nothing more, and the sentence says which of the two it is."""

from wgsched.languages import lexicon
from wgsched.model.example import a_meeting, a_session
from wgsched.rules import MeetingsOver


def test_a_cancelled_meeting_is_said_to_be_cancelled():
    meetings = (a_meeting("am", cancelled=True), a_meeting("pm", 15))
    session, rule = a_session(meetings=meetings), MeetingsOver(("am", "pm"))
    say = lexicon("en", session).say
    assert [say(rule.words(*case)) for case in rule.cases(session)] == [
        "Cancelled: the meeting of Thursday, 14 May, 10–11 a.m.",
        "The meeting of Thursday, 14 May, 3–4 p.m. is over.",
    ]
