"""Who chairs a track is needed for all that it takes up, and one meeting of it is one conflict."""

from __future__ import annotations

from dataclasses import replace

import pytest

import wgsched as wg
from tests.programmes import judged, timed
from tests.sessions import item, meeting, session
from wgsched.errors import BadInput
from wgsched.model import Forum, Grades, Participant, ServiceBasis, Strength, Text
from wgsched.rules.attendance import Attendance
from wgsched.rules.one_place import OnePlace
from wgsched.rules.pause_for_people import PauseForPeople

ITEMS = (
    item("talk", 60, forums=("hall",)),
    item("1", 30, forums=("track",)),
    item("2", 30, forums=("track",)),
    item("any", 30, forums=("hall", "track")),
)
AT_ONCE = tuple(meeting(forum, 14, 10, 60, forum=forum, basis=ServiceBasis.WITHOUT) for forum in ("hall", "track"))
LATER = meeting("later", 14, 12, 60, forum="hall", basis=ServiceBasis.WITHOUT)
BOTH = {"hall": [("talk", 60)], "track": [("1", 30), ("2", 30)]}


def chaired(*meetings, items=ITEMS[:3], presents=(), **more):
    """Return a hall and a track at the same hour, with somebody who chairs the track."""
    ann = Participant("ann", Text(en="Ann"), items=presents, tracks=("track",), **more)
    return session(*items, meetings=(*AT_ONCE, *meetings), forums=(Forum("hall"), Forum("track")), participants=(ann,))


def test_the_chair_of_a_track_is_needed_for_what_it_alone_may_take_up():
    with_choice = chaired(items=ITEMS)
    [ann] = with_choice.participants
    assert [each.key for each in with_choice.needed_by(ann)] == ["1", "2"]


def test_what_they_present_elsewhere_is_not_beside_a_meeting_of_the_track():
    assert judged(OnePlace(), timed(chaired(presents=("talk",)), BOTH)) == [False]
    with pytest.raises(wg.NoProgramme):
        wg.plan(chaired(presents=("talk",)))
    planned = wg.plan(chaired(LATER, presents=("talk",)))
    assert [row.meeting for row in planned.considerations if row.instalment == "talk"] == ["later"]


def test_as_a_wish_one_meeting_of_the_track_is_one_conflict_however_many_items_it_has():
    planned = wg.plan(chaired(presents=("talk",), strength=Strength.SHOULD))
    assert planned.finding.grades == Grades(should=1)
    item_by_item = replace(planned.session.participants[0], tracks=(), chairs=("1", "2"))
    assert len(list(OnePlace().cases(replace(planned.session, participants=(item_by_item,))))) == 2


def test_what_they_would_like_to_attend_is_one_conflict_with_the_track_and_none_inside_it():
    assert judged(Attendance(), timed(chaired(attends=("talk",)), BOTH)) == [False]
    assert judged(Attendance(), timed(chaired(attends=("1",)), BOTH)) == []


def test_between_two_items_of_the_track_they_need_no_pause():
    two = chaired(presents=("talk",), pause=15)
    assert [case[1:] for case in PauseForPeople().cases(two)] == [
        tuple(map(two.agenda.instalment, ("talk", key))) for key in ("1", "2")
    ]


def test_a_forum_that_is_not_there_has_no_chair():
    with pytest.raises(BadInput, match="there is no forum 'trak'"):
        replace(chaired(), participants=(Participant("ann", Text(en="Ann"), tracks=("trak",)),))
