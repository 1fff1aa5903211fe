"""The example of a conference of tracks: planned with proof, and printed by track, by room and by person."""

from functools import cache
from pathlib import Path

import pytest

import wgsched as wg
from wgsched.model import Verdict

pytestmark = pytest.mark.long

EXAMPLE = Path(__file__).parents[2] / "examples" / "water-days-2027.yaml"
TRACKS = ("floods", "drought", "cities", "data", "law", "health")


@cache
def planned():
    return wg.plan(wg.read_session(EXAMPLE))


def held(forum):
    """Return the meetings in which a track takes up talks."""
    programme = planned()
    return [each for each in programme.meetings if each.forum == forum and programme.rows(each)]


def test_it_is_planned_with_proof_and_nothing_is_broken():
    assert planned().finding.verdict is Verdict.BEST
    assert list(map(str, wg.check(planned()))) == []


@pytest.mark.parametrize("track", TRACKS)
def test_each_track_is_in_one_room_and_in_periods_that_follow_one_another(track):
    periods = sorted({each.opens for each in planned().meetings if each.forum == track})
    places = [periods.index(each.opens) for each in held(track)]
    assert len({each.room for each in held(track)}) == 1
    assert places == list(range(places[0], places[0] + len(places)))


def test_floods_and_drought_are_never_at_once():
    assert {each.opens for each in held("floods")} & {each.opens for each in held("drought")} == set()


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
@pytest.mark.parametrize("layout", ["by-forum", "room-grid"])
def test_each_talk_is_printed_once(layout, language):
    paper = wg.annex(planned(), language=language, layout=layout).text
    talks = [each.title[language] for each in planned().session.agenda]
    assert {talk: paper.count(talk) for talk in talks if paper.count(talk) != 1} == {}


def test_a_person_has_what_they_present_and_chair():
    paper = wg.annex(planned(), language="en", layout="person", person="osei").text
    named = ("Keynote", "Wells", "Leaks", "Rain gardens", "The price", "Sewers", "A city")
    assert [name for name in named if paper.count(name) != 1] == []
