"""Parallel conferences of a benchmark, dressed as sessions: on a tiny one, each line of the score counts."""

import json
import sys
from time import monotonic

import pytest

from tests.benchmarks.parallel.__main__ import main
from tests.benchmarks.parallel.dressing import allocation_of, session_of
from tests.benchmarks.parallel.instance import LINES, Instance
from tests.benchmarks.parallel.peer import workbook
from tests.benchmarks.suites.parallel import figures
from tests.benchmarks.tables import conferences
from wgsched.checking import score
from wgsched.planning import plan


def submission(key, track, timeslots=1, order=0, zone=0, presenters=(), attendees=()):
    who = {"presenters": list(presenters), "attendees": list(attendees)}
    return {"id": key, "track": track, "timeslots": timeslots, "order": order, "zone": zone, **who}


def instance(*submissions, weights, sessions=2, timeslots=2, chairs=None, **more):
    """Return two tracks, A and B, in two rooms; the sessions are from ten to eleven on as many days."""
    hours = {"opens": "10:00", "closes": "11:00", "timeslots": timeslots}
    given = {
        "local_zone": 0,
        "suitable_hours": ["09:30", "21:30"],
        "less_suitable_hours": ["07:00", "23:00"],
        "zone_penalties": {"less suitable": 1, "unsuitable": 10},
        "weights": {**dict.fromkeys(LINES, 0), **weights},
        "sessions": [{"id": f"S{day}", "day": day, **hours} for day in range(1, sessions + 1)],
        "rooms": ["R1", "R2"],
        "tracks": [{"id": track, "chairs": (chairs or {}).get(track, [])} for track in ("A", "B")],
        "submissions": list(submissions),
        "similar_tracks": [],
    }
    names = ("track_session", "track_room", "session_room", "submission_session", "submission_room")
    return {**given, **{f"{name}_penalties": [] for name in names}, **more}


def planned(given):
    """Return what the wishes cost, and the allocation."""
    programme = plan(session_of(Instance(given)))
    return score(programme).total, allocation_of(programme)


def one_each(**more):
    return (submission("a", "A", **more), submission("b", "B", **more))


def test_a_submission_takes_its_timeslots_one_after_another():
    cost, found = planned(instance(*(submission(k, "A", 2) for k in "ab"), weights={"rooms_per_track": 1}))
    assert cost == 0
    assert sorted(found.values()) == [("S1", found["a"][1], 1), ("S2", found["a"][1], 1)]


def test_a_track_that_cannot_do_with_a_room_has_two():
    cost, found = planned(instance(*(submission(k, "A", 2) for k in "abcd"), weights={"parallel_tracks": 3}))
    assert cost == 6
    assert {(s, r) for s, r, _ in found.values()} == {(s, r) for s in ("S1", "S2") for r in ("R1", "R2")}


@pytest.mark.parametrize("line", ["pres_sess", "pres_ts"])
def test_submissions_of_one_presenter_are_kept_apart(line):
    cost, found = planned(instance(*one_each(presenters=["P"]), weights={line: 5}))
    assert (cost, found["a"][0] == found["b"][0] and found["a"][2] == found["b"][2]) == (0, False)
    long = one_each(timeslots=2, presenters=["P"])
    assert planned(instance(*long, weights={line: 5}, sessions=1))[0] == 5


@pytest.mark.parametrize(
    ("weights", "more"),
    [
        ({"chairs": 5}, {"chairs": {"A": ["P"], "B": ["P"]}}),
        ({"similar_tracks": 5}, {"similar_tracks": [["B", "A", 1]]}),
    ],
)
def test_tracks_that_hinder_each_other_are_not_side_by_side(weights, more):
    cost, found = planned(instance(*one_each(), weights=weights, **more))
    assert (cost, found["a"][0] != found["b"][0]) == (0, True)
    assert planned(instance(*one_each(), weights=weights, sessions=1, **more))[0] == 5


def test_a_cell_costs_by_its_session_and_its_room():
    weights = {"tracks_sessions": 100, "tracks_rooms": 10, "sessions_rooms": 1}
    penalties = {"track_session_penalties": [["A", "S1", 1]], "track_room_penalties": [["A", "R1", 1]]}
    more = {**penalties, "session_room_penalties": [["S2", "R2", 3]]}
    cost, found = planned(instance(submission("a", "A"), weights=weights, **more))
    assert (cost, found) == (3, {"a": ("S2", "R2", 1)})


def test_a_session_costs_by_submission_and_by_the_hours_of_its_zone():
    weights = {"subs_sessions": 2, "timezones": 1}
    given = instance(submission("a", "A", 2, zone=-2), weights=weights, submission_session_penalties=[["a", "S1", 4]])
    assert Instance(given).session_costs(given["submissions"][0]) == [18, 2]
    assert planned(given)[1]["a"][0] == "S2"


def test_submissions_with_a_place_in_their_track_come_first():
    given = (submission("a", "A"), submission("b", "A", order=2), submission("c", "A", order=1))
    cost, found = planned(instance(*given, weights={"order": 1, "rooms_per_track": 1}))
    assert cost == 0
    assert sorted(found, key=lambda key: (found[key][0], found[key][2])) == ["c", "b", "a"]


def test_before_a_place_further_on_stand_others():
    given = (submission("a", "A", order=3), *(submission(key, "A") for key in "bcd"))
    cost, found = planned(instance(*given, weights={"order": 1, "rooms_per_track": 1}))
    assert cost == 0
    assert sorted(found, key=lambda key: (found[key][0], found[key][2]))[2] == "a"


def test_who_stands_before_a_place_is_open():
    penalties = {"submission_session_penalties": [["b", "S1", 1]]}
    given = (submission("a", "A", order=2), submission("b", "A"), submission("c", "A"))
    cost, found = planned(instance(*given, weights={"order": 9, "subs_sessions": 1}, **penalties))
    assert cost == 0
    assert (found["c"][0], found["a"][0], found["b"][0]) == ("S1", "S1", "S2")
    assert (found["c"][2], found["a"][2]) == (1, 2)


def test_each_place_away_from_its_own_costs():
    given = (submission("a", "A", order=3), *(submission(key, "A") for key in "bc"))
    penalties = {"submission_session_penalties": [["a", "S2", 100]]}
    programme = plan(session_of(Instance(instance(*given, weights={"order": 9, "subs_sessions": 1}, **penalties))))
    assert score(programme).total == 9


def test_submissions_of_one_presenter_share_a_session_of_their_track_in_one_room_alone():
    pair = [submission(key, "A", presenters=["P"]) for key in "ab"]
    alone = instance(*pair, *(submission(key, "A") for key in "cd"), weights={"pres_sess": 5}, sessions=1)
    cost, found = planned(alone)
    assert (cost, found["a"][1] == found["b"][1]) == (0, True)
    long = [{**each, "timeslots": 2} for each in pair]
    assert planned(instance(*long, weights={"pres_sess": 5}, sessions=1))[0] == 5


def test_each_room_beside_the_first_counts_once():
    given = instance(*(submission(key, "A", 2) for key in "abc"), weights={"parallel_tracks": 3}, sessions=1)
    assert planned({**given, "rooms": ["R1", "R2", "R3"]})[0] == 6


def test_a_track_in_two_rooms_at_once_has_no_gap():
    weights = {"consecutive_tracks": 9, "tracks_sessions": 1}
    dear = {"track_session_penalties": [["A", "S2", 1]]}
    cost, found = planned(instance(*(submission(key, "A", 2) for key in "abc"), weights=weights, sessions=3, **dear))
    assert (cost, [session for session, _, _ in found.values()].count("S2")) == (1, 1)


def test_a_track_has_rooms_for_submissions_that_are_not_divided():
    two_each = [submission(key, "A", 2) for key in "ab"]
    assert Instance(instance(*two_each, weights={}, timeslots=2)).rooms_needed("A") == 1
    assert Instance(instance(*two_each, submission("c", "A"), weights={}, timeslots=3)).rooms_needed("A") == 1
    assert Instance(instance(*two_each, submission("c", "A", 2), weights={}, timeslots=3)).rooms_needed("A") == 2


def test_presenters_attendees_and_chairs_are_in_conflict():
    given = (
        submission("a", "A", presenters=["P"]),
        submission("b", "B", presenters=["Q"], attendees=["P"]),
        submission("c", "B", attendees=["Q"]),
    )
    found = Instance(instance(*given, weights={}, chairs={"B": ["P"]}))
    assert found.by_presenter() == {("a", "b"), ("a", "c")}
    assert found.by_attendee() == {("a", "b"), ("b", "c")}


def test_the_command_writes_an_allocation(tmp_path, capsys, monkeypatch):
    (tmp_path / "in.json").write_text(json.dumps(instance(*one_each(), weights={"subs_sessions": 1})))
    command = ["parallel", str(tmp_path / "in.json"), "-o", str(tmp_path / "out.json"), "--seconds", "30"]
    monkeypatch.setattr(sys, "argv", command)
    monkeypatch.setattr("tests.benchmarks.parallel.__main__.BEGAN", monotonic())  # not when this process began
    main()
    assert capsys.readouterr().out.startswith("best: wishes cost 0, bound 0, ")
    assert set(json.loads((tmp_path / "out.json").read_text())) == {"a", "b"}


def test_an_instance_is_written_in_the_form_of_its_collection():
    given = instance(*one_each(zone=-5), weights={"order": 7, "att_ts": 9}, submission_room_penalties=[["b", "R2", 3]])
    given["tracks"].append({"id": "empty", "chairs": []})
    book = workbook(Instance(given))
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    assert rows["submissions"][2] == ("b", "B", 1, 0, "GMT-5", "", "", None, None, None, 3)
    assert [row[0] for row in rows["tracks"]] == ["Tracks", "A", "B"]
    assert (rows["parameters"][9][4], rows["parameters"][16][4], rows["parameters"][1][1]) == (7, 9, "GMT+0")
    assert rows["sessions"][1] == ("S1", 2, "day 1", "10:00", "11:00")


def test_an_allocation_that_is_not_valid_is_none(tmp_path):
    file = tmp_path / "two.json"
    file.write_text(json.dumps(instance(*one_each(), weights={"chairs": 5}, chairs={"A": ["P"], "B": ["P"]})))
    apart, together = {"a": ["S1", "R1", 1], "b": ["S1", "R2", 1]}, {"a": ["S1", "R1", 1], "b": ["S1", "R1", 2]}
    right = figures(file, "wgsched", apart, "best: ...", "", 2.0, 1.0)
    wrong = figures(file, "cosplib", together, "", "", 2.0, 1.0)
    assert (right["status"], right["objective"], right["remarks"]) == ("OPTIMAL", 5, [])
    assert (wrong["status"], wrong["objective"], wrong["remarks"]) == ("UNKNOWN", None, ["S1 R1 holds two tracks"])


def test_the_table_has_both_methods_beside_each_other():
    ours = {"suite": "parallel", "instance": "gecco21", "engine": "wgsched", "status": "OPTIMAL", "objective": 10_933}
    ours |= {"solve_s": 35.25, "cpu_s": 34.0, "peak_mb": 200.4, "submissions": 138}
    peer = {**ours, "engine": "cosplib", "status": "FEASIBLE", "objective": 11_049}
    row = conferences([ours, peer])["parallel"].splitlines()[2]
    assert row == "| gecco21 | 138 | 10,933 | 11,049 | 10,933, proved | 35.2 | 34.0 | 200 |"
