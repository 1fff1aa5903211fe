"""Random instances, small and odd: one room, tracks without submissions, long submissions, weights of nothing."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

from tests.benchmarks.parallel.instance import LINES


def drawn(seed: int) -> dict[str, Any]:
    """Return an instance that has an allocation: each track is given cells until its submissions fit."""
    dice = Random(seed)
    sessions = [_session(dice, place) for place in range(1, dice.randint(1, 4) + 1)]
    rooms = [f"R{place}" for place in range(1, dice.randint(1, 4) + 1)]
    people = [f"P{place}" for place in range(1, 9)]
    cells = list(product((each["timeslots"] for each in sessions), rooms))
    dice.shuffle(cells)
    tracks: list[dict[str, Any]] = []
    submissions: list[dict[str, Any]] = []
    for place in range(1, dice.randint(1, 5) + 1):
        tracks.append({"id": f"T{place}", "chairs": dice.sample(people, dice.choice((0, 0, 1)))})
        for _ in range(dice.randint(0, 2)):
            left = cells.pop()[0] if cells else 0
            while left and dice.random() < 0.9:
                length = min(left, dice.choice((1, 1, 1, 2, 3)))
                left -= length
                submissions.append(_submission(dice, f"U{len(submissions) + 1}", f"T{place}", length, people))
    _put_in_order(dice, submissions)
    names = {"track": tracks, "session": sessions, "submission": submissions}
    keys = {name: [each["id"] for each in some] for name, some in names.items()} | {"room": rooms}
    penalties = ("track_session", "track_room", "session_room", "submission_session", "submission_room")
    pairs = [(a, b) for a, b in product(keys["track"], repeat=2) if a < b]
    return {
        "name": f"drawn {seed}",
        "local_zone": dice.choice((0, 0, -5)),
        "suitable_hours": ["09:30", "21:30"],
        "less_suitable_hours": ["07:00", "23:00"],
        "zone_penalties": {"less suitable": 1, "unsuitable": 10},
        "weights": {line: dice.choice((0, 1, 3, 10)) for line in LINES},
        "sessions": sessions,
        "rooms": rooms,
        "tracks": tracks,
        "submissions": submissions,
        "similar_tracks": [[*pair, dice.randint(1, 9)] for pair in pairs if dice.random() < 0.3],
        **{f"{name}_penalties": _penalties(dice, *(keys[each] for each in name.split("_"))) for name in penalties},
    }


def _session(dice: Random, place: int) -> dict[str, Any]:
    opens = dice.randint(8, 18)
    hours = {"opens": f"{opens:02}:{dice.choice((0, 30)):02}", "closes": f"{opens + 2:02}:00"}
    return {"id": f"S{place}", "day": 1 + place // 2, **hours, "timeslots": dice.randint(1, 5)}


def _submission(dice: Random, key: str, track: str, timeslots: int, people: list[str]) -> dict[str, Any]:
    who = {role: dice.sample(people, dice.choice((0, 1, 1, 2))) for role in ("presenters", "attendees")}
    return {"id": key, "track": track, "timeslots": timeslots, "order": 0, "zone": dice.randint(-9, 9), **who}


def _put_in_order(dice: Random, submissions: list[dict[str, Any]]) -> None:
    """Give some submissions of some tracks the place that they are to have in their track."""
    for track in sorted({each["track"] for each in submissions if dice.random() < 0.3}):
        of_track = [each for each in submissions if each["track"] == track]
        dice.shuffle(of_track)
        for place, each in enumerate(of_track, 1):
            each["order"] = place if dice.random() < 0.7 else 0


def _penalties(dice: Random, ones: list[str], others: list[str]) -> list[list[Any]]:
    return [[one, other, dice.randint(1, 9)] for one, other in product(ones, others) if dice.random() < 0.2]
