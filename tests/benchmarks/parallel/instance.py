"""An instance: tracks with submissions, sessions of timeslots, rooms, and what each thing costs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

LINES = (
    *("tracks_sessions", "tracks_rooms", "sessions_rooms", "similar_tracks", "rooms_per_track", "parallel_tracks"),
    *("consecutive_tracks", "timezones", "order", "subs_sessions", "subs_rooms", "pres_sess", "att_sess", "chairs"),
    *("pres_ts", "att_ts"),
)
"""The lines of the score, each with its weight, in the order of the collection's own files."""


class Instance:
    """What a file of the benchmark says, with its penalties by name."""

    def __init__(self, given: Mapping[str, Any], more: int = 0) -> None:
        """Take what was read; each track may be in so many rooms more at once than it seems to need."""
        self.given, self.more = given, more
        self.weights = defaultdict[str, int](int, given["weights"])
        self.sessions: list[dict[str, Any]] = given["sessions"]
        self.rooms: list[str] = given["rooms"]
        self.submissions: list[dict[str, Any]] = given["submissions"]
        self.tracks: list[str] = [track["id"] for track in given["tracks"]]
        self._penalties: dict[str, Mapping[tuple[str, str], int]] = {}

    @classmethod
    def read(cls, path: Path) -> Instance:
        """Return the instance of a file."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def penalties(self, name: str) -> Mapping[tuple[str, str], int]:
        """Return the penalties of pairs of things; those that are not listed are 0."""
        if name not in self._penalties:
            listed = self.given[f"{name}_penalties"]
            self._penalties[name] = defaultdict(int, {(one, other): points for one, other, points in listed})
        return self._penalties[name]

    @cached_property
    def of_track(self) -> Mapping[str, list[dict[str, Any]]]:
        """The submissions of each track."""
        return {t: [each for each in self.submissions if each["track"] == t] for t in self.tracks}

    def rooms_needed(self, track: str) -> int:
        """Return with how many rooms in each session the submissions of a track find a place where they cost least.

        A second room is cheap beside a session that costs something, but not where the track has an order; where no
        number is enough, any session will do.
        """
        every = range(len(self.sessions))
        price = self.penalties("track_session") if self.weights["tracks_sessions"] else {}
        good = [place for place in every if not price.get((track, self.sessions[place]["id"]), 0)] or list(every)
        lengths = [int(each["timeslots"]) for each in self.of_track[track]]
        costs = [self.session_costs(each) for each in self.of_track[track]]
        cheap = [[place for place in good if cost[place] == min(cost[each] for each in good)] for cost in costs]
        free = [int(each["timeslots"]) for each in self.sessions]
        anywhere = [list(every) for _ in lengths]
        ordered = self.weights["order"] and any(each["order"] for each in self.of_track[track])
        for places in (anywhere,) if ordered else (cheap, anywhere):
            for rooms in range(1, len(self.rooms) + 1):
                if _fit(lengths, places, {place: [length] * rooms for place, length in enumerate(free)}):
                    return rooms
        return len(self.rooms)

    def rooms_at_once(self, track: str) -> int:
        """Return in how many rooms at once a track may be."""
        return self._rooms_at_once[track]

    @cached_property
    def _rooms_at_once(self) -> Mapping[str, int]:
        return {track: min(len(self.rooms), self.rooms_needed(track) + self.more) for track in self.tracks}

    def session_costs(self, submission: Mapping[str, Any]) -> list[int]:
        """Return what a submission costs in each session: by its own penalties, and by the hours of its zone."""
        own, zone = self.penalties("submission_session"), submission["zone"]
        each_slot = (
            self.weights["subs_sessions"] * own[submission["id"], session["id"]]
            + self.weights["timezones"] * self._zone_penalty(zone, session)
            for session in self.sessions
        )
        return [int(submission["timeslots"]) * cost for cost in each_slot]

    def _zone_penalty(self, zone: int, session: Mapping[str, str]) -> int:
        shift, given = 60 * (zone - self.given["local_zone"]), self.given
        opens, closes = ((_minutes(session[name]) + shift) % 1440 for name in ("opens", "closes"))
        good, fair = ([_minutes(hour) for hour in given[name]] for name in ("suitable_hours", "less_suitable_hours"))
        if opens < fair[0] or closes > fair[1] or closes < fair[0]:
            return int(given["zone_penalties"]["unsuitable"])
        less = fair[0] <= opens < good[0] or good[1] < closes <= fair[1]
        return int(given["zone_penalties"]["less suitable"]) if less else 0

    @property
    def unavoidable(self) -> int:
        """What submissions cost even in the cheapest sessions that can hold them; wishes count only what is beyond."""
        return sum(
            min(
                cost
                for cost, session in zip(self.session_costs(each), self.sessions, strict=True)
                if session["timeslots"] >= each["timeslots"]
            )
            for each in self.submissions
        )

    def by_presenter(self) -> set[tuple[str, str]]:
        """Return the submissions in conflict because one person presents both, or presents one and chairs the other."""
        presents = self._by_person("presenters")
        pairs = {_pair(*two) for mine in presents.values() for two in combinations(sorted(mine), 2)}
        return pairs | set(self._with_chaired(presents))

    def by_attendee(self) -> set[tuple[str, str]]:
        """Return those that one person wants to attend, or wants to attend one and presents or chairs the other."""
        attends, presents = self._by_person("attendees"), self._by_person("presenters")
        pairs = {_pair(*two) for mine in attends.values() for two in combinations(sorted(mine), 2)}
        pairs |= {_pair(a, b) for who, mine in attends.items() for a in mine for b in presents[who] if a != b}
        return pairs | set(self._with_chaired(attends))

    def by_chair(self) -> Counter[tuple[str, str]]:
        """Return the tracks that share a chair."""
        return Counter({_pair(*two) for tracks in self._chairs.values() for two in combinations(sorted(tracks), 2)})

    def similar(self) -> Counter[tuple[str, str]]:
        """Return the penalties of tracks side by side."""
        return Counter({_pair(a, b): points for a, b, points in self.given["similar_tracks"] if a != b})

    @cached_property
    def track_of(self) -> Mapping[str, str]:
        """The track of each submission."""
        return {each["id"]: each["track"] for each in self.submissions}

    @cached_property
    def _chairs(self) -> Mapping[str, set[str]]:
        chairs = defaultdict[str, set[str]](set)
        for track in self.given["tracks"]:
            for who in track["chairs"]:
                chairs[who].add(track["id"])
        return chairs

    def _by_person(self, role: str) -> defaultdict[str, set[str]]:
        found = defaultdict[str, set[str]](set)
        for each in self.submissions:
            for who in each[role]:
                found[who].add(each["id"])
        return found

    def _with_chaired(self, of_people: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
        for who, mine in of_people.items():
            chaired = [each["id"] for track in sorted(self._chairs.get(who, ())) for each in self.of_track[track]]
            for one in mine:
                yield from (_pair(one, other) for other in chaired if self.track_of[one] != self.track_of[other])


def _fit(lengths: list[int], places: list[list[int]], free: dict[int, list[int]]) -> bool:
    """Return whether each length finds a place in what the others have left, those with the fewest places first."""
    for length, choice in sorted(zip(lengths, places, strict=True), key=lambda each: (len(each[1]), -each[0])):
        cell = next(((place, n) for place in choice for n, left in enumerate(free[place]) if left >= length), None)
        if cell is None:
            return False
        free[cell[0]][cell[1]] -= length
    return True


def _minutes(hour: str) -> int:
    return int(hour[:2]) * 60 + int(hour[3:])


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
