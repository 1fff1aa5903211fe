"""What would be asked if a programme were to be otherwise: another order, or an earlier meeting."""

import pytest

from tests.programmes import typed
from tests.sessions import item, minutes, session
from wgsched.languages import lexicon
from wgsched.model.example import a_session
from wgsched.rules import AgendaOrder, ConcludedBy, before_meeting, in_order

THREE = session(item("1", 30), item("2", 30), item("3", 30))


@pytest.mark.parametrize(
    ("rows", "name", "changed"),
    [
        ({"14-am": ["1", "2", "3"]}, "2", []),
        ({"14-am": ["2", "1", "3"]}, "2", [("1", "2")]),
        ({"14-am": ["2", "1", "3"]}, "1", [("1", "2")]),
        ({"14-am": ["2", "1", "3"]}, "3", []),
        ({"14-am": ["1", "3"], "14-pm": ["2"]}, "3", [("2", "3")]),
        ({"14-am": ["3"], "14-pm": ["1"]}, "3", []),
        ({"14-am": ["3", "2"]}, "2", [("2", "3")]),
    ],
)
def test_the_neighbours_with_which_an_item_changed_places_are_named(rows, name, changed):
    programme = typed(THREE, rows)
    assert [rule for rule, _ in in_order(programme, THREE.agenda[name])] == [AgendaOrder(pair) for pair in changed]


def test_the_sentence_says_in_which_meetings_they_are():
    programme = typed(THREE, {"14-am": ["2"], "14-pm": ["1", "3"]})
    say = lexicon("en", THREE).say
    assert [say(said) for _, said in in_order(programme, THREE.agenda["2"])] == [
        "Item 2 is opened in the meeting of Thursday, 14 May, 10 a.m.–1 p.m., and item 1 is concluded "
        "in the meeting of Thursday, 14 May, 3–6 p.m."
    ]


def test_the_parts_of_one_item_change_no_places():
    parts = session(item("1", parts=(minutes(30), minutes(30))), item("2", 30))
    one, again, two = (each.key for each in parts.agenda.instalments)
    programme = typed(parts, {"14-am": [again, one, two]})
    assert list(in_order(programme, parts.agenda["1"])) == []


def test_before_a_meeting_is_concluded_by_its_opening():
    example = a_session()
    assert before_meeting(example.agenda["1"], example.meetings[1]) == ConcludedBy("1", example.meetings[1].opens)
