"""What a programme has instead of what a rule demands."""

from dataclasses import replace

from tests.programmes import timed, typed
from tests.sessions import at, item, meeting, session
from wgsched.model import Consideration, Forum, Minutes, Programme, Window
from wgsched.rules import _found

DAY = (
    meeting("nine", 14, 9, 60),
    meeting("eleven", 14, 11, 60),
    meeting("noon", 14, 12, 60),
    meeting("late", 14, 16, 60),
)
OF_DAY = session(item("1", 30), item("2", 30), item("3", 30), meetings=DAY)
NINE, ELEVEN, NOON, LATE = DAY


def facts(sentence):
    return sentence and (sentence.code, dict(sentence.facts))


def test_of_several_pauses_the_first_of_the_shortest_is_named_whatever_the_order():
    assert facts(_found.shortest_pause((LATE, NINE, ELEVEN))) == (
        "found-pause",
        {"minutes": Minutes(60), "meeting": NINE, "other": ELEVEN},
    )
    assert facts(_found.shortest_pause(DAY))[1] == {"minutes": Minutes(0), "meeting": ELEVEN, "other": NOON}
    even = (NINE, ELEVEN, meeting("one", 14, 13, 60))
    assert facts(_found.shortest_pause(even))[1]["other"] == ELEVEN


def test_meetings_that_overlap_have_no_pause_and_are_held_at_once():
    long = meeting("long", 14, 9, 150)
    assert facts(_found.shortest_pause((long, ELEVEN, LATE))) == ("found-held", {"meetings": (long, ELEVEN)})
    assert _found.shortest_pause((NINE,)) is None


def test_meetings_that_are_held_are_named_once():
    assert facts(_found.held((NINE, LATE, NINE))) == ("found-held", {"meetings": (NINE, LATE)})
    assert _found.held(()) is None


def test_one_meeting_is_said_with_its_items_and_several_with_their_names():
    programme = typed(OF_DAY, {"nine": ["1", "2"], "late": ["3"]})
    said = _found.business(programme, (NINE, NOON))
    assert (said.code, dict(said.facts)["meeting"]) == ("found-rows", NINE)
    assert facts(_found.business(programme, (NINE, NOON, LATE))) == ("found-held", {"meetings": (NINE, LATE)})
    assert _found.business(programme, (NOON,)) is None


def test_the_hours_of_the_first_row_and_of_the_last_are_said_where_known():
    programme = timed(OF_DAY, {"nine": [("1", 20)], "late": [("1", 30)]})
    unit = OF_DAY.agenda["1"]
    assert facts(_found.opened(programme, unit))[1]["moment"] == at(14, 9)
    assert facts(_found.concluded(programme, unit))[1]["moment"] == at(14, 16, 30)
    assert facts(_found.concluded(timed(OF_DAY, {"nine": [("1", 20)]}), unit))[1]["moment"] == at(14, 9, 20)
    assert _found.opened(typed(OF_DAY, {"nine": ["1"]}), unit) is None
    half = replace(programme, considerations=(Consideration("1", "nine"), programme.considerations[1]))
    assert _found.opened(half, unit) is None
    assert facts(_found.concluded(half, unit))[1]["moment"] == at(14, 16, 30)


def test_all_times_of_an_item_are_said_or_none():
    programme = timed(OF_DAY, {"nine": [("1", 20)], "late": [("1", 30)]})
    windows = (Window(at(14, 9), at(14, 9, 20)), Window(at(14, 16), at(14, 16, 30)))
    assert facts(_found.times(programme, programme.considerations))[1]["windows"] == windows
    unknown = (programme.considerations[0], Consideration("1", "late"))
    assert _found.times(replace(programme, considerations=unknown), unknown) is None
    assert _found.times(programme, ()) is None


def test_times_are_said_of_the_item_that_is_taken_up_first():
    programme = timed(OF_DAY, {"nine": [("1", 20)], "late": [("2", 30)]})
    assert facts(_found.times(programme, programme.considerations))[1]["item"] == OF_DAY.agenda["1"]


def between(programme: Programme):
    own = [row for row in programme.considerations if row.instalment == "1"]
    said = _found.between(programme, own)
    return said and dict(said.facts)["items"]


def test_what_a_forum_takes_up_between_two_rows_of_an_item_is_named_once_and_in_order():
    agenda = OF_DAY.agenda
    rows = {"nine": ["2", "1", "3"], "noon": ["2", "3"], "late": ["1", "2"]}
    assert between(typed(OF_DAY, rows)) == (agenda["3"], agenda["2"])
    assert between(typed(OF_DAY, {"nine": ["1"], "noon": ["2", "1"], "late": ["3", "1"]})) == (agenda["2"], agenda["3"])
    assert between(typed(OF_DAY, {"nine": ["1"], "late": ["1"]})) is None
    assert between(typed(OF_DAY, {"nine": ["1", "3"]})) is None


def test_what_other_forums_take_up_meanwhile_is_not_between():
    forums = (Forum("plenary"), Forum("committee"))
    sat = (NINE, meeting("c", 14, 11, forum="committee"), LATE)
    of = session(item("1", 30), item("2", 30, forums=("committee",)), meetings=sat, forums=forums)
    assert between(typed(of, {"nine": ["1"], "c": ["2"], "late": ["1"]})) is None


def test_between_rows_in_two_forums_there_is_nothing():
    forums = (Forum("plenary"), Forum("committee"))
    sat = (NINE, meeting("c", 14, 11, forum="committee"))
    of = session(item("1", 30, forums=("plenary", "committee")), item("2", 30), meetings=sat, forums=forums)
    assert between(typed(of, {"nine": ["1", "2"], "c": ["1"]})) is None
