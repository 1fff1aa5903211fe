"""Which meeting takes up each item that is whole, and which room holds each meeting, without hours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from wgsched.model import Meeting
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.fits import MeetingFit, meeting_fits
from wgsched.planning.model.literals import Expression, Literal


@dataclass(frozen=True)
class Merged:
    """What is counted together: of instalments that are alike, and of rooms that are, the first stands for all.

    Both say for what each stands, by key, itself included; those for which another stands, for nothing. What is not
    named, stands for itself.
    """

    instalments: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rooms: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def alike(self, instalment: str) -> Sequence[str]:
        """Return the instalments for which one stands."""
        return self.instalments.get(instalment, (instalment,))

    def kind(self, room: str) -> Sequence[str]:
        """Return the rooms for which one stands."""
        return self.rooms.get(room, (room,))


class WholeCounts:
    """A model of a settled desk in which each instalment is whole in one meeting.

    ``rows`` says, by instalment and meeting, whether it is there, or of those alike how many are; ``taking`` whether a
    meeting has rows, ``rooms`` whether it is in a room. ``tied`` are the variables of which something other than a sum
    was said: what they are of is alike to nothing.
    """

    def __init__(self, desk: SolverDesk, merged: Merged) -> None:
        self.desk, self.session, self.merged = desk, desk.session, merged
        self.model = cp_model.CpModel()
        self.rows: dict[str, dict[str, Literal]] = {}
        self.rooms: dict[tuple[str, str], Literal] = {}
        self.taking: dict[str, Literal] = {}
        self.tied: set[int] = set()
        self._ticks = {key: each.ticks(desk.clock) for key, each in desk.required.items()}
        self._lengths = {each.meeting.key: each.length for axis in desk.axes.values() for each in axis.segments}
        for key in desk.placements:
            self.rows[key] = self._rows(key, len(merged.alike(key)))
        self._post_time()
        self._post_rooms()

    def fits(self, key: str) -> Iterator[tuple[str, MeetingFit]]:
        """Yield the meetings, by key, that can hold an instalment whole, and where."""
        for placement in self.desk.placements[key]:
            fits = meeting_fits(self.desk.required[key], placement.axis, self.desk.clock)
            for segment, fit in zip(placement.axis.segments, fits, strict=True):
                if fit.whole:
                    yield segment.meeting.key, fit

    def _rows(self, key: str, number: int) -> dict[str, Literal]:
        if not number:
            return {}
        meetings = [meeting for meeting, _ in self.fits(key)]
        if number == 1:
            rows = {meeting: self.model.new_bool_var("") for meeting in meetings}
            self.model.add_exactly_one(rows.values())
            return rows
        most = {each: min(number, self._lengths[each] // self._ticks[key]) for each in meetings}
        rows = {each: self.model.new_int_var(0, most[each], "") for each in meetings}
        self.model.add(sum(rows.values()) == number)
        return rows

    def _post_time(self) -> None:
        """Have room in each meeting, which is used when it has a row."""
        here: dict[str, list[tuple[str, Literal]]] = defaultdict(list)
        for key, rows in self.rows.items():
            for meeting, row in rows.items():
                here[meeting].append((key, row))
        for meeting, some in here.items():
            used = self.taking[meeting] = self.model.new_bool_var("")
            length = self._lengths[meeting]
            self.model.add(sum(self._ticks[key] * row for key, row in some) <= length * used)
            self.model.add(sum(row for _, row in some) >= used)
            for key, row in some:
                number = len(self.merged.alike(key))
                self.model.add(row <= min(number, length // self._ticks[key]) * used)

    def _post_rooms(self) -> None:
        for key, rooms in self.desk.choices.items():
            meeting = self.session.meeting(key)
            held = self.takes_place(meeting)
            if meeting.room or held is False:
                continue
            for room in rooms:
                if self.merged.kind(room):
                    self.rooms[key, room] = self.model.new_bool_var("")
            self.model.add(sum(self.rooms[key, room] for room in rooms if (key, room) in self.rooms) == held)

    def takes_place(self, meeting: Meeting) -> Literal:
        """Return whether a meeting takes place."""
        return True if self.desk.surely(meeting) else self.taking.get(meeting.key, False)

    def there(self, meeting: Meeting, room: str) -> Literal:
        """Return whether a meeting takes place in a room."""
        if meeting.room:
            return self.takes_place(meeting) if meeting.room == room else False
        return self.rooms.get((meeting.key, room), False)

    def among(self, key: str, meetings: Collection[str]) -> Expression:
        """Return whether one of these meetings takes up an instalment."""
        return sum(row for meeting, row in self.rows[key].items() if meeting in meetings)

    def tie(self, *expressions: Expression) -> None:
        """Note that something other than a sum is said of these."""
        for each in expressions:
            if not isinstance(each, int):
                self.tied.update(variable.index for variable in cp_model.FlatIntExpr(each).vars)


def merged(counts: WholeCounts, cost: Expression) -> Merged:
    """Return what is alike in a model in which nothing is merged: what costs the same everywhere, and is not tied."""
    flat = cp_model.FlatIntExpr(cp_model.LinearExpr.sum([cost]))
    costs = {variable.index: points for variable, points in zip(flat.vars, flat.coeffs, strict=True)}
    instalments: dict[object, list[str]] = defaultdict(list)
    for key, rows in counts.rows.items():
        if counts.tied.isdisjoint(row.index for row in rows.values()):
            what = tuple((meeting, costs.get(row.index, 0)) for meeting, row in rows.items())
            instalments[counts.desk.required[key].ticks(counts.desk.clock), what].append(key)
    by_room: dict[str, list[tuple[str, Literal]]] = defaultdict(list)
    for (meeting, room), there in counts.rooms.items():
        by_room[room].append((meeting, there))
    rooms: dict[object, list[str]] = defaultdict(list)
    for room, some in by_room.items():
        if counts.tied.isdisjoint(there.index for _, there in some):
            rooms[tuple((meeting, costs.get(there.index, 0)) for meeting, there in some)].append(room)
    return Merged(_groups(instalments.values()), _groups(rooms.values()))


def _groups(groups: Collection[list[str]]) -> dict[str, Sequence[str]]:
    """Return for which the first of each group stands; the others stand for none."""
    return {key: () if place else group for group in groups for place, key in enumerate(group)}
