from dataclasses import replace

import pytest
from tests.sessions import at, founding

from wgsched.model import Opening, Participant, Text
from wgsched.model.subject import is_there, lacking
from wgsched.model.time import Window


def with_people(*people):
    return replace(founding(), participants=people)


def test_a_path_is_there_if_one_of_the_things_at_it_is():
    hours = Window(at(14, 10), at(14, 13))
    early, free = Participant("a", Text(en="A"), windows=(hours,)), Participant("b", Text(en="B"))
    assert [is_there(with_people(*each), "participants.windows") for each in ((), (free,), (free, early))] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(("minutes", "there"), [(0, False), (30, True)])
def test_no_minutes_are_nothing(minutes, there):
    assert is_there(with_people(Participant("a", Text(en="A"), pause=minutes)), "participants.pause") is there


def test_nothing_is_there_behind_what_is_not_there():
    first, *others = founding().meetings
    upon = replace(founding(), meetings=(replace(first, opening=Opening(item="2 (a)")), *others))
    assert [is_there(each, "meetings.opening.item") for each in (founding(), upon)] == [False, True]


def test_the_empty_path_is_always_there():
    assert is_there(founding(), "")


@pytest.mark.parametrize("path", ["", "waives", "place.holidays", "meetings.opening", "meetings.opening.item"])
def test_a_path_to_a_field_lacks_nothing(path):
    assert lacking(path) is None


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("participant", "Session has no field 'participant'"),
        ("participants.window", "Participant has no field 'window'"),
        ("agenda.decision", "Agenda has no field 'decision'"),
        ("services.weekly.teams", "int | None has no field 'teams'"),
    ],
)
def test_a_path_to_no_field_says_what_is_wrong(path, problem):
    assert lacking(path) == problem
