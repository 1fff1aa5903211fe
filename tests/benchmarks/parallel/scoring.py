"""What an allocation costs by the rules of the benchmark, and what makes it invalid; nothing here knows wgsched."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from tests.benchmarks.parallel.instance import Instance

Allocation = Mapping[str, Sequence[object]]
"""The session, the room and the first timeslot of each submission."""

Cell = tuple[str, str]
"""A session and a room."""


class Scored:
    """An allocation of an instance, read cell by cell."""

    def __init__(self, instance: Instance, allocation: Allocation) -> None:
        self.instance = instance
        self.by_id = {each["id"]: each for each in instance.submissions}
        self.order = [each["id"] for each in instance.sessions]
        self.cells: dict[Cell, list[str]] = defaultdict(list)
        self.cell_of: dict[str, Cell] = {}
        self.slots: dict[str, range] = {}
        self._in_conflict = instance.by_presenter(), instance.by_attendee()
        for key, (session, room, first) in allocation.items():
            self.cell_of[key] = str(session), str(room)
            self.cells[self.cell_of[key]].append(key)
            self.slots[key] = range(int(str(first)), int(str(first)) + int(self.by_id[key]["timeslots"]))

    @property
    def faults(self) -> list[str]:
        """What makes it invalid, in words."""
        return [*self._misplaced(), *self._crowded()]

    @property
    def lines(self) -> dict[str, int]:
        """What each line of the score costs, by its name; those that cost nothing are left out."""
        counted = Counter[str]()
        for part in (self._of_cells(), self._of_tracks(), self._of_sessions(), self._of_submissions()):
            for line, count in part:
                counted[line] += count
        weights = self.instance.weights
        return {line: weights[line] * count for line, count in counted.items() if weights[line] * count}

    @property
    def cost(self) -> int:
        """What it costs in all."""
        return sum(self.lines.values())

    def _misplaced(self) -> Iterator[str]:
        sessions = {each["id"]: each for each in self.instance.sessions}
        yield from (f"{key} is not placed" for key in self.by_id if key not in self.slots)
        for key, (session, room) in self.cell_of.items():
            known = session in sessions and room in self.instance.rooms
            if not known or self.slots[key].start < 1 or self.slots[key].stop > sessions[session]["timeslots"] + 1:
                yield f"{key} is outside {session} {room}"

    def _crowded(self) -> Iterator[str]:
        for (session, room), keys in self.cells.items():
            taken = [slot for key in keys for slot in self.slots[key]]
            if len({self.by_id[key]["track"] for key in keys}) > 1:
                yield f"{session} {room} holds two tracks"
            if len(taken) > len(set(taken)):
                yield f"{session} {room} has two at once"

    def _track(self, cell: Cell) -> str:
        return str(self.by_id[self.cells[cell][0]]["track"])

    def _of_cells(self) -> Iterator[tuple[str, int]]:
        names = ("track_session", "track_room", "session_room")
        of_session, of_room, of_cell = (self.instance.penalties(name) for name in names)
        for session, room in self.cells:
            track = self._track((session, room))
            yield "tracks_sessions", of_session[track, session]
            yield "tracks_rooms", of_room[track, room]
            yield "sessions_rooms", of_cell[session, room]

    def _of_tracks(self) -> Iterator[tuple[str, int]]:
        for track in self.instance.tracks:
            here = [cell for cell in self.cells if self._track(cell) == track]
            places = [self.order.index(session) for session, _ in here]
            if here:
                yield "rooms_per_track", len({room for _, room in here}) - 1
                yield "parallel_tracks", len(places) - len(set(places))
                yield "consecutive_tracks", int(max(places) - min(places) + 1 > len(set(places)))
            in_turn = sorted(here, key=lambda cell: (self.order.index(cell[0]), self.instance.rooms.index(cell[1])))
            keys = [key for cell in in_turn for key in sorted(self.cells[cell], key=lambda key: self.slots[key].start)]
            yield "order", sum(self.by_id[key]["order"] not in (0, at) for at, key in enumerate(keys, 1))

    def _of_sessions(self) -> Iterator[tuple[str, int]]:
        similar, chairs = self.instance.similar(), self.instance.by_chair()
        for session in self.order:
            here = sorted(cell for cell in self.cells if cell[0] == session)
            for pair in combinations(map(self._track, here), 2):
                two = _pair(*pair)
                yield "similar_tracks", similar[two]
                yield "chairs", int(two in chairs)
            for one, other in combinations(here, 2):
                yield from self._of_two_cells(one, other)

    def _of_two_cells(self, one: Cell, other: Cell) -> Iterator[tuple[str, int]]:
        by_presenter, by_attendee = self._in_conflict
        for first, second in ((first, second) for first in self.cells[one] for second in self.cells[other]):
            pair, shared = _pair(first, second), len(set(self.slots[first]) & set(self.slots[second]))
            yield "pres_sess", int(pair in by_presenter)
            yield "att_sess", int(pair in by_attendee)
            yield "pres_ts", shared * (pair in by_presenter)
            yield "att_ts", shared * (pair in by_attendee)
            placed = all(self.by_id[key]["order"] for key in pair)
            yield "order", shared * (placed and self._track(one) == self._track(other))

    def _of_submissions(self) -> Iterator[tuple[str, int]]:
        by_session = self.instance.penalties("submission_session")
        by_room = self.instance.penalties("submission_room")
        sessions = {each["id"]: each for each in self.instance.sessions}
        for key, (session, room) in self.cell_of.items():
            timeslots, zone = len(self.slots[key]), self.by_id[key]["zone"]
            yield "timezones", timeslots * self._unsuitable(zone, sessions[session])
            yield "subs_sessions", timeslots * by_session[key, session]
            yield "subs_rooms", timeslots * by_room[key, room]

    def _unsuitable(self, zone: int, session: Mapping[str, Any]) -> int:
        """Return how unsuitable the hours of a session are in a zone."""
        given, shift = self.instance.given, zone - self.instance.given["local_zone"]
        opens, closes = ((_minutes(session[name]) + 60 * shift) % (24 * 60) for name in ("opens", "closes"))
        good, fair = (tuple(map(_minutes, given[name])) for name in ("suitable_hours", "less_suitable_hours"))
        if opens < fair[0] or not fair[0] <= closes <= fair[1]:
            return int(given["zone_penalties"]["unsuitable"])
        less = fair[0] <= opens < good[0] or good[1] < closes <= fair[1]
        return int(given["zone_penalties"]["less suitable"]) if less else 0


def _minutes(hour: str) -> int:
    return 60 * int(hour[:2]) + int(hour[3:])


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
