"""Rooms that are planned: chosen by seats, features, hours and what delegates wish for."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import wgsched as wg
from tests.examples import answers
from tests.sessions import at, item, meeting, session
from wgsched.files import session_from
from wgsched.languages import lexicon
from wgsched.model import ConferenceServices, Forum, Room, ServiceBasis, Text, Window

INPUTS = Path(__file__).parent.parent / "inputs"
WEEK = Path(__file__).parents[2] / "examples" / "week-of-groups-2023.yaml"


def planned(name):
    return wg.plan(wg.read_session(INPUTS / f"{name}.yaml"))


def rooms(programme):
    """Return which room each meeting is held in, of those that take place."""
    return {each.key: each.room for each in programme.meetings if programme.takes_place(each)}


def rows(programme):
    return {each.key: [row.instalment for row in programme.rows(each)] for each in programme.meetings}


def test_without_interpretation_there_is_no_team_and_no_limit_of_teams():
    assert planned("no-interpretation").finding.verdict is wg.Verdict.BEST
    both = planned("two-halls")
    assert {both.meeting(key).forum for key in rooms(both)} == {"a", "b"}


def test_hours_of_an_item_of_two_forums_leave_the_forum_open():
    assert sorted(rows(planned("hours-in-two-halls")).values()) == [["1"], ["2"]]


def test_an_event_in_a_room_keeps_a_meeting_out_of_it():
    with pytest.raises(wg.NoProgramme) as refused:
        planned("event-in-the-room")
    assert "one-meeting-a-room" in [each.code for each in refused.value.conflict]


def test_days_whose_weekdays_leave_a_gap_are_asked_about():
    with pytest.raises(wg.BadInput, match="does not say whether Sat 30 Jan 2027 is meant"):
        planned("friday-to-sunday")


def test_an_item_is_taken_up_where_there_are_seats_for_it():
    assert rows(planned("keynote-needs-seats"))["a-2027-05-10-am"] == ["1"]


def test_a_room_is_chosen_for_each_meeting_that_needs_seats():
    programme = planned("rooms-by-seats")
    assert rooms(programme) == {"wg1-2027-05-10-am": "r1", "wg2-2027-05-10-am": "r2"}
    assert (programme.finding.verdict, programme.finding.unique) == (wg.Verdict.BEST, wg.Unique.YES)


def halls(first, *meetings, services=None, **more):
    """Return a session of rooms I with a screen, and II with 50 seats and a quarter of an hour between two uses."""
    rooms = (wg.Room("I", features=("screen",)), wg.Room("II", seats=50, changeover=15))
    return session(first, meetings=meetings, services=services or wg.ConferenceServices(rooms=rooms), **more)


def free(key, hour, minutes=60, **more):
    return meeting(key, 14, hour, minutes, rooms=more.pop("rooms", ("I", "II")), kept=True, **more)


def test_a_kept_meeting_has_a_room_though_nothing_is_known_of_its_items():
    programme = wg.plan(halls(item("1", 30), free("a", 10)))
    assert rooms(programme).keys() == {"a"}
    assert rooms(programme)["a"] in ("I", "II")


def test_features_of_a_forum_and_of_an_item_decide_the_room():
    screen = halls(item("1", 30), free("a", 10), forums=(wg.Forum(features=("screen",)),))
    assert rooms(wg.plan(screen)) == {"a": "I"}
    assert rooms(wg.plan(halls(replace(item("1", 30), features=("screen",)), free("a", 10)))) == {"a": "I"}


def test_who_takes_part_needs_seats_too():
    crowd = wg.Participant("crowd", wg.Text(en="Delegates"), ("1",), seats=60)
    assert rooms(wg.plan(halls(item("1", 30), free("a", 10), participants=(crowd,)))) == {"a": "I"}


def test_a_room_is_used_in_its_hours_alone():
    morning = wg.Window(*(free("a", 10).opens.at(hour) for hour in (9, 11)))
    services = wg.ConferenceServices(rooms=(wg.Room("I", available=(morning,)), wg.Room("II")))
    later = halls(item("1", 30), free("a", 10), free("b", 11), services=services)
    assert rooms(wg.plan(later)) == {"a": "II", "b": "II"}


@pytest.mark.parametrize(("opens", "changed"), [(11, True), (12, False)])
def test_a_room_stays_empty_for_its_changeover(opens, changed):
    two = (wg.Forum(), wg.Forum("committee", wg.Text(en="Committee")))
    meetings = (free("a", 10, rooms=("II",)), free("b", opens, forum="committee"))
    first = halls(item("1", 30), *meetings, forums=two).with_wishes(wg.KeepARoomFree("I"))
    assert (rooms(wg.plan(first))["b"] == "I") is changed


def test_a_forum_stays_in_its_room_unless_more_is_gained():
    day = (free("a", 10), free("b", 15), free("c", 20))
    plain = wg.plan(halls(item("1", 30), *day))
    assert len(set(rooms(plain).values())) == 1
    assert plain.finding.objective == 0
    kept = halls(item("1", 30), *day).with_rules(wg.InRooms("1", ("II",)))
    assert set(rooms(wg.plan(kept)).values()) == {"II"}


def test_seats_for_all_who_may_come_are_wished_where_the_session_weighs_it():
    large = (wg.Room("small", seats=10), wg.Room("large", seats=90))
    found = halls(
        item("1", 30),
        free("a", 10, rooms=("small", "large")),
        services=wg.ConferenceServices(rooms=large),
        forums=(wg.Forum(audience=60),),
        weights={"room-fits": 1},
    )
    assert rooms(wg.plan(found)) == {"a": "large"}


def test_a_rule_of_rooms_that_no_room_can_keep_is_named():
    crowded = halls(item("1", 30), free("a", 10, rooms=("II",)), forums=(wg.Forum(seats=60),))
    with pytest.raises(wg.NoProgramme) as refused:
        wg.plan(crowded)
    assert [each.code for each in refused.value.conflict] == ["room-fits", "only-this-time"]


def test_a_programme_whose_room_is_not_one_to_choose_from_breaks_that():
    programme = wg.plan(halls(item("1", 30), free("a", 10)))
    elsewhere = replace(programme, meetings=tuple(replace(each, room="IX") for each in programme.meetings))
    assert answers(wg.RoomChosen(), elsewhere) == [False]


def test_rooms_to_choose_from_are_described():
    with pytest.raises(wg.BadInput, match="room"):
        planned("unknown-room-to-choose")


def test_a_week_of_223_meetings_has_a_room_for_each_group_and_no_change_of_room():
    programme = wg.plan(wg.read_session(WEEK))
    assert (len(rooms(programme)), None in rooms(programme).values()) == (223, False)
    assert (programme.finding.verdict, programme.finding.objective, list(wg.check(programme))) == (
        wg.Verdict.BEST,
        0,
        [],
    )
    groups = [[one.room for one in programme.meetings if one.forum == each.key] for each in programme.session.forums]
    assert sum(one != other for some in groups for one, other in pairwise(some)) == 0
    assert sum(len(set(some)) for some in groups) == 59


def test_a_published_programme_keeps_its_rooms_and_a_room_that_falls_away_is_replaced():
    day = (free("a", 10), free("b", 15))
    published = wg.plan(halls(item("1", 30), *day))
    again = wg.plan(published.session, published=published)
    assert rooms(again) == rooms(published)
    [taken] = set(rooms(published).values())
    [left] = {"I", "II"} - {taken}
    without = replace(published.session, meetings=tuple(replace(each, rooms=(left,)) for each in day))
    moved = wg.plan(without, published=published)
    assert set(rooms(moved).values()) == {left}
    assert [each.kind.value for each in wg.compare(published, moved)] == ["room", "room"]


def test_a_list_lays_many_items_before_their_rooms_are_chosen():
    items = [item(str(number), 30) for number in range(1, 25)]
    days = tuple(
        meeting(f"{day}-{hour}", day, hour, 180, rooms=("I", "II")) for day in (14, 15) for hour in (9, 13, 17)
    )
    roomed = wg.plan(session(*items, meetings=days))
    roomless = wg.plan(session(*items, meetings=tuple(replace(each, rooms=()) for each in days)))
    assert roomed.finding.objective == roomless.finding.objective
    assert (len(set(rooms(roomed).values())), list(wg.check(roomed)), rows(roomed)) == (1, [], rows(roomless))


def test_a_track_stays_in_one_room_in_a_block_and_not_beside_a_similar_one():
    forums = (wg.Forum(), wg.Forum("water", wg.Text(en="Water")), wg.Forum("rivers", wg.Text(en="Rivers")))
    hours = (9, 11, 13, 15)
    free_of_teams = {"rooms": ("I", "II"), "basis": wg.ServiceBasis.WITHOUT}
    meetings = tuple(
        meeting(f"{each.key}-{hour}", 14, hour, 60, forum=each.key, optional=each.key != "plenary", **free_of_teams)
        for each in forums
        for hour in hours
    )
    items = [item("1", 60), *(item(str(n), 60, forums=("water",)) for n in (2, 3)), item("4", 60, forums=("rivers",))]
    tracks = (wg.OneRoom("water"), wg.InABlock("water"), wg.MeetingsAtOnce(1, ("water", "rivers")))
    programme = wg.plan(session(*items, meetings=meetings, forums=forums).with_rules(*tracks))
    held = {each.key: [] for each in forums}
    for each in filter(programme.takes_place, programme.meetings):
        held[each.forum].append((hours.index(each.opens.hour), each.room))
    water, rivers = (dict(held[key]) for key in ("water", "rivers"))
    assert len(set(water.values())) == 1
    assert list(water) in ([0, 1], [1, 2], [2, 3])
    assert water.keys().isdisjoint(rivers)


BLOCK = """
body: Conference
place: Vienna
days: Mon 10 - Thu 13 May 2027
hours: 10-11
services: {teams: 1}
forums: {a: {title: A}, b: {title: B}}
agenda:
  1: {takes: 60 min, forum: a, at: Mon am}
  2: {takes: 60 min, forum: a, at: Wed am}
  3: {takes: 60 min, forum: b, at: Thu am}
rules:
  - in-a-block: {forum: a, weight: 10}
"""


def test_an_optional_meeting_that_takes_up_nothing_fills_no_gap_in_a_block():
    asked = session_from(BLOCK)
    optional = tuple(replace(each, optional=True) for each in asked.meetings)
    finding = wg.plan(replace(asked, meetings=optional)).finding
    assert (finding.verdict, finding.objective) == (wg.Verdict.BEST, 10)


def three_rooms(**rooms):
    """Return two forums that each meet twice at the same hours, with three rooms to choose from."""
    described = tuple(wg.Room(key, **rooms.get(key, {})) for key in ("I", "II", "III"))
    two = (wg.Forum(), wg.Forum("committee", wg.Text(en="Committee")))
    meetings = tuple(
        free(f"{name}{hour}", hour, forum=forum, rooms=("I", "II", "III"))
        for hour in (10, 15)
        for name, forum in (("p", "plenary"), ("c", "committee"))
    )
    services = wg.ConferenceServices(rooms=described)
    items = (item("1", 60), item("2", 60, forums=("committee",)))
    return session(*items, meetings=meetings, services=services, forums=two)


def test_only_what_was_in_a_room_that_is_withdrawn_gets_another_room():
    published = wg.plan(three_rooms())
    taken = rooms(published)["p15"]
    morning = (wg.Window(*(free("p", 10).opens.at(hour) for hour in (8, 12))),)
    again = wg.plan(three_rooms(**{taken: {"available": morning}}), published=published)
    changed = {key for key, room in rooms(again).items() if room != rooms(published)[key]}
    assert changed == {"p15"}
    assert [row.meeting for row in again.considerations] == [row.meeting for row in published.considerations]
    assert (again.finding.fewest, list(wg.check(again))) == (True, [])


def test_rooms_stay_when_nothing_changes_or_another_room_could_be_chosen_too():
    published = wg.plan(three_rooms())
    assert rooms(wg.plan(three_rooms(), published=published)) == rooms(published)
    more = three_rooms()
    wider = replace(more, meetings=tuple(replace(each, rooms=("III", "II", "I")) for each in more.meetings))
    assert rooms(wg.plan(wider, published=published)) == rooms(published)


def test_a_room_that_an_officer_gave_stays():
    published = wg.plan(three_rooms())
    other = next(key for key in ("I", "II", "III") if key not in rooms(published).values())
    given = wg.amend(published, "p15", room=other).programme
    assert rooms(wg.plan(three_rooms(), published=given))["p15"] == other


def test_the_best_without_rooms_has_no_rooming_and_what_is_proved_is_proved_of_the_whole():
    """Both items at ten would be best, and only one room has seats for either."""
    rooms_ = (wg.Room("large", seats=90), wg.Room("small", seats=20))
    two = (wg.Forum(seats=60), wg.Forum("committee", wg.Text(en="Committee"), seats=60))
    both = ("small", "large")
    meetings = tuple(
        meeting(f"{forum[0]}{hour}", 14, hour, 60, forum=forum, rooms=both, basis=wg.ServiceBasis.WITHOUT)
        for hour in (10, 15)
        for forum in ("plenary", "committee")
    )
    wishes = (wg.PreferredMeeting("1", ("p10",)), wg.PreferredMeeting("2", ("c10",)))
    whole = session(
        item("1", 60), item("2", 60, forums=("committee",)), meetings=meetings, forums=two, wishes=wishes,
        services=wg.ConferenceServices(rooms=rooms_),
    )  # fmt: skip
    free_of_rooms = replace(whole, meetings=tuple(replace(each, rooms=()) for each in meetings))
    unhindered, best = wg.plan(free_of_rooms), wg.plan(whole)
    assert {row.meeting for row in unhindered.considerations} == {"p10", "c10"}
    assert (unhindered.finding.objective, best.finding.verdict) == (0, wg.Verdict.BEST)
    assert len({best.meeting(row.meeting).opens for row in best.considerations}) == 2
    assert best.finding.objective == best.finding.bound == wg.score(best).total > 0


def test_a_feature_that_no_room_has_is_told_with_the_nearest():
    with pytest.raises(wg.BadInput) as refused:
        planned("unknown-feature")
    assert [fault.message for fault in refused.value.faults] == ["there is no room with the feature 'scren'"] * 3
    assert refused.value.faults[0].hint == "Did you mean 'screen'?"


def three_groups_in(**hours):
    """Return three groups that meet at ten, and the rooms that they can have, with hours in which these can be used."""
    forums = tuple(Forum(key, Text(en=f"Group {key}")) for key in ("A", "B", "C"))
    meetings = tuple(
        meeting(key, 14, 10, forum=key, basis=ServiceBasis.WITHOUT, kept=True, rooms=tuple(hours)) for key in "ABC"
    )
    rooms = tuple(Room(key, available=windows) for key, windows in hours.items())
    return session(meetings=meetings, forums=forums, services=ConferenceServices(rooms=rooms))


def test_more_meetings_at_once_than_rooms_are_refused_with_the_hour_the_meetings_and_the_rooms():
    afternoon = (Window(at(14, 15), at(14, 18)),)
    with pytest.raises(wg.NoProgramme) as refused:
        wg.plan(three_groups_in(I=(), II=(), III=afternoon))
    said = [lexicon("en").say(each) for each in refused.value.conflict]
    assert said == [
        "3 meetings must be held at once (Thursday, 14 May, 10 a.m.: Group A, Group B and Group C), "
        "but of the rooms only 2 can hold any of them: Room I and Room II."
    ]
    helps = [lexicon("en").say(each.sentence) for each in refused.value.repairs]
    assert helps == ["Make room III available at all hours."]
    assert wg.plan(three_groups_in(I=(), II=(), III=())).finding.verdict is wg.Verdict.BEST


@pytest.mark.long
def test_a_week_of_groups_with_a_room_too_few_is_refused_without_a_search(tmp_path):
    text = WEEK.read_text(encoding="utf-8")
    short = text.replace("R15: {seats: 130}", "R15: {seats: 130, hours: [Mon 9:30-18:30, Tue 9:30-18:30]}")
    path = tmp_path / "week.yaml"
    path.write_text(short, encoding="utf-8")
    with pytest.raises(wg.NoProgramme) as refused:
        wg.plan(wg.read_session(path))
    (told,) = refused.value.conflict
    assert (told["n"], told["there"], "R15" in told["rooms"]) == (17, 16, False)
