"""An instance as a session, and a programme as an allocation.

A track is a forum, or several where it cannot do with one room at a time. Each session of the benchmark has a day of
its own, on which each forum may meet in any room. A submission is an item, ten minutes for each timeslot.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

import pendulum

from tests.benchmarks.parallel.instance import Instance
from tests.benchmarks.parallel.wishes import (
    AtItsPlace,
    InTwoRooms,
    OutOfRooms,
    PriceOfARoom,
    RoomInTurn,
    RoomsOfATrack,
    SideBySide,
)
from wgsched.model import (
    Agenda,
    AgendaItem,
    Body,
    ConferenceServices,
    Duration,
    Forum,
    ForumKind,
    Meeting,
    Place,
    Preference,
    Programme,
    Room,
    ServiceBasis,
    Session,
    SessionKind,
    Takes,
    Text,
    Window,
    Wish,
)
from wgsched.preferences import KINDS, HeavyApart, PreferredMeeting
from wgsched.rules import InABlock, NotAtOnce, Precedes, Undivided

SLOT = 10
START = pendulum.datetime(2026, 1, 1, 8, tz="UTC")


def session_of(instance: Instance) -> Session:
    """Return the session: what is asked of every programme, and what is wished for."""
    days = [START.add(days=place) for place, _ in enumerate(instance.sessions)]
    items = tuple(_item(instance, each) for each in instance.submissions)
    return Session(
        "conference",
        Body(Text(en="Conference"), Text(en="Conference")),
        Place("here", Text(en="Here"), "UTC"),
        tuple(day.date() for day in days),
        tuple(_meetings(instance, days)),
        Agenda(items),
        kind=SessionKind.CONFERENCE,
        languages=("en",),
        services=ConferenceServices(("en",), (), rooms=tuple(map(Room, instance.rooms))),
        forums=tuple(Forum(key, Text(en=key), ForumKind.COMMITTEE) for key in _forums(instance)),
        rules=tuple(Undivided(item.key) for item in items),
        wishes=tuple(_wishes(instance)),
        weights=dict.fromkeys(KINDS, 0),
    )


def allocation_of(programme: Programme) -> dict[str, tuple[str, str, int]]:
    """Return the session, the room and the first timeslot of each submission."""
    found = {}
    for row in programme.considerations:
        meeting = programme.meeting(row.meeting)
        [item] = programme.items(row)
        waited = Window(meeting.opens, row.opens).minutes if row.opens else 0
        found[item.key] = (meeting.key.partition("@")[2], str(meeting.room), waited // SLOT + 1)
    return found


def _forums_of(instance: Instance, track: str) -> tuple[str, ...]:
    return (track, *(f"{track}+{n}" for n in range(2, instance.rooms_at_once(track) + 1)))


def _forums(instance: Instance) -> Iterator[str]:
    for track in instance.tracks:
        yield from _forums_of(instance, track)


def _item(instance: Instance, submission: dict[str, object]) -> AgendaItem:
    length = Takes(Duration(SLOT * int(str(submission["timeslots"]))))
    key = str(submission["id"])
    return AgendaItem(key, title=Text(en=key), takes=length, forums=_forums_of(instance, str(submission["track"])))


def _meetings(instance: Instance, days: list[pendulum.DateTime]) -> Iterator[Meeting]:
    for forum, (opens, session) in product(_forums(instance), zip(days, instance.sessions, strict=True)):
        yield Meeting(
            f"{forum}@{session['id']}",
            forum,
            opens,
            opens.add(minutes=SLOT * session["timeslots"]),
            languages=("en",),
            basis=ServiceBasis.WITHOUT,
            optional=True,
            rooms=tuple(instance.rooms),
        )


def _wishes(instance: Instance) -> Iterator[Preference]:
    yield from _of_forums(instance)
    yield from _of_order(instance)
    for submission in instance.submissions:
        yield from _of_sessions(instance, submission)
        yield from _of_rooms(instance, submission)
    for name, pairs in (("pres", instance.by_presenter()), ("att", instance.by_attendee())):
        for pair in sorted(pairs):
            if weight := instance.weights[f"{name}_sess"]:
                one, other = (_forums_of(instance, instance.track_of[key]) for key in pair)
                if one != other:
                    yield Wish(HeavyApart(pair), weight=weight)
                elif len(one) > 1:
                    yield InTwoRooms(((*pair, weight),))
            if instance.weights[f"{name}_ts"]:
                yield Wish(NotAtOnce(pair), weight=instance.weights[f"{name}_ts"])


def _of_forums(instance: Instance) -> Iterator[Preference]:
    weights = instance.weights
    if weights["rooms_per_track"]:
        held = [_forums_of(instance, track) for track in instance.tracks if instance.of_track[track]]
        yield RoomsOfATrack(tuple((forums, weights["rooms_per_track"]) for forums in held))
    priced = tuple(each for each in _prices(instance) if any(points for _, points in each[1]))
    if priced:
        yield PriceOfARoom(priced)
    beside = instance.similar(), instance.by_chair()
    points = {
        pair: weights["similar_tracks"] * beside[0][pair] + weights["chairs"] * beside[1][pair]
        for pair in sorted(beside[0] | beside[1])
    }
    known = {track: _forums_of(instance, track) for track in instance.tracks}
    apart = [(a, b, much) for (one, two), much in points.items() for a, b in product(known[one], known[two]) if much]
    if apart:
        yield SideBySide(tuple(apart))
    if weights["consecutive_tracks"]:
        yield from (Wish(InABlock(track), weight=weights["consecutive_tracks"]) for track in instance.tracks)
        # so the first forum of a track meets whenever one of them does, and tells whether they are in a block
        in_turn = (two for forums in known.values() for two in pairwise(forums))
        yield RoomInTurn(tuple((*two, weights["consecutive_tracks"]) for two in in_turn))


def _prices(instance: Instance) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
    names = ("track_session", "track_room", "session_room")
    in_session, in_room, of_cell = (instance.penalties(name) for name in names)
    weights = instance.weights
    for track, session in product(instance.tracks, (each["id"] for each in instance.sessions)):
        always = weights["tracks_sessions"] * in_session[track, session]
        of_rooms = {
            room: weights["tracks_rooms"] * in_room[track, room] + weights["sessions_rooms"] * of_cell[session, room]
            for room in instance.rooms
        }
        for place, forum in enumerate(_forums_of(instance, track)):
            beside = weights["parallel_tracks"] if place else 0
            yield f"{forum}@{session}", tuple((room, always + beside + points) for room, points in of_rooms.items())


def _of_order(instance: Instance) -> Iterator[Preference]:
    """Yield the order of each track: the first ones in turn and before all others, then each at its place."""
    weight = instance.weights["order"]
    for track in instance.of_track.values() if weight else ():
        first, later = _first_and_later(track)
        others = [each["id"] for each in track if each not in first]
        yield from (Wish(Precedes(a["id"], b["id"]), weight=weight) for a, b in pairwise(first))
        yield from (Wish(Precedes(first[-1]["id"], each), weight=weight) for each in others if first)
        places = tuple((each["id"], _without(each, track), each["order"], weight) for each in later)
        if places:
            yield AtItsPlace(places)


def _first_and_later(track: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the submissions of the places 1, 2... up to one that none is to have, and those of later places."""
    first, later = list[dict[str, Any]](), list[dict[str, Any]]()
    for each in sorted((each for each in track if 0 < each["order"] <= len(track)), key=lambda each: each["order"]):
        (first if each["order"] == len(first) + 1 else later).append(each)
    return first, later


def _without(one: dict[str, Any], track: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(each["id"] for each in track if each is not one)


def _of_sessions(instance: Instance, submission: dict[str, object]) -> Iterator[Preference]:
    """Yield, for each step of what a submission costs, the sessions in which it does not cost so much."""
    costs, key = instance.session_costs(submission), str(submission["id"])
    for below, above in pairwise(sorted({0, *costs})):
        cheap = [s["id"] for s, cost in zip(instance.sessions, costs, strict=True) if cost <= below]
        meetings = tuple(f"{submission['track']}@{session}" for session in cheap)
        yield Wish(PreferredMeeting(key, meetings), weight=above - below)


def _of_rooms(instance: Instance, submission: dict[str, object]) -> Iterator[Preference]:
    """Yield, for each step of what a submission costs in rooms, the rooms in which it costs more."""
    own, key = instance.penalties("submission_room"), str(submission["id"])
    each = instance.weights["subs_rooms"] * int(str(submission["timeslots"]))
    costs = {room: each * own[key, room] for room in instance.rooms}
    for below, above in pairwise(sorted({0, *costs.values()})):
        dear = tuple(room for room, cost in costs.items() if cost > below)
        yield Wish(OutOfRooms(key, dear), weight=above - below)
