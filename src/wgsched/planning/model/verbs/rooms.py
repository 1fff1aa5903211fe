"""What rules ask of rooms, and what wishes count of them: which meeting is held in which."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import product

from wgsched.model import Meeting, Unit
from wgsched.planning.model.axes import Segment
from wgsched.planning.model.builder import keys, shared, when_settled
from wgsched.planning.model.literals import Expression, Literal, both, either, negated
from wgsched.planning.model.placements.placement import Placement
from wgsched.planning.model.room_shortage import surely_held
from wgsched.planning.model.verbs.meetings import MeetingVerbs
from wgsched.planning.model.verbs.sharing import SharingVerbs
from wgsched.planning.model.verbs.single import SingleVerbs


class RoomVerbs(SingleVerbs, MeetingVerbs, SharingVerbs):
    """Verbs about rooms. Only a meeting that has rooms to choose from brings variables: one for each of them."""

    def held_in(self, meeting: Meeting, rooms: Sequence[str]) -> None:
        """Hold the meeting in one of these rooms when it takes place."""
        if self.guard:
            self._post_held_in(meeting, rooms)
            return
        left = tuple(key for key in self.choices.get(meeting.key, meeting.room_choice) if key in rooms)
        self.choices[meeting.key] = left
        if not left and not self.surely(meeting):
            self.not_held(meeting)

    @when_settled
    def _post_held_in(self, meeting: Meeting, rooms: Sequence[str]) -> None:
        """Hold a meeting in none of its other rooms: of a case that may be broken, these are still to choose from."""
        for room in meeting.room_choice:
            if room not in rooms:
                self.clause(negated(self.there(meeting, room)))

    @when_settled
    def one_there(self, room: str, meetings: Sequence[Meeting]) -> None:
        """Hold at most one of these meetings in the room."""
        if not self.guard:
            self.one_in.append((room, keys(meetings)))
        if all(each.room and not self.surely(each) for each in meetings):
            self.hold_at_most(1, meetings)
        else:
            there = [self.there(each, room) for each in meetings]
            self.at_most_one([each for each in there if each is not False])

    def at_most_one(self, literals: Sequence[Literal]) -> None:
        """Let at most one of these be true."""
        if sum(each is True for each in literals) > 1:
            self.model.add_bool_or([])
        elif len(literals) > 1 and self.guard:
            self.model.add(sum(literals) <= 1)
        elif len(literals) > 1:
            self.model.add_at_most_one(literals)

    def not_in_rooms(self, unit: Unit, rooms: Collection[str]) -> None:
        """Take up the unit in no meeting that is held in one of these rooms."""
        left = [each for each in self.session.meetings if not each.room_choice or set(each.room_choice) - set(rooms)]
        if len(left) < len(self.session.meetings):
            self.only_in(unit, left)
        self._post_not_in_rooms(unit, sorted(rooms))

    @when_settled
    def _post_not_in_rooms(self, unit: Unit, rooms: Sequence[str]) -> None:
        reached = [(placement, segment) for placement in self.of(unit) for segment in placement.reach]
        for (placement, segment), room in product(reached, rooms):
            if (there := self.there(segment.meeting, room)) is not False:
                self.clause(negated(placement.touches(segment)), negated(there))

    @when_settled
    def in_one_room(self, units: Sequence[Unit]) -> None:
        """Take up all of these in one room."""
        self.share_one(units, self.by_room)

    @when_settled
    def held_in_one_room(self, meetings: Sequence[Meeting]) -> None:
        """Hold those of these meetings that take place in one room."""
        rooms = dict.fromkeys(room for each in meetings for room in each.room_choice)
        chosen = {room: self.model.new_bool_var("") for room in rooms}
        self.at_most_one(list(chosen.values()))
        for meeting, room in product(meetings, rooms):
            self.clause(negated(self.there(meeting, room)), chosen[room])

    @when_settled
    def held_in_a_row(self, meetings: Sequence[Meeting]) -> None:
        """Leave out none of these meetings between two that take place."""
        held = [self.takes_place(each) for each in meetings]
        for place in range(1, len(held) - 1):
            before, after = (either(self.whole_model, some) for some in (held[:place], held[place + 1 :]))
            self.clause(negated(before), held[place], negated(after))

    def by_room(self, placement: Placement) -> Iterator[tuple[Hashable, Literal]]:
        """Yield each room of each meeting, and whether the placement has a row in that meeting there."""
        for segment in placement.reach:
            for room in segment.meeting.room_choice:
                yield room, self._row_in(placement, segment, room)

    @shared
    def _row_in(self, placement: Placement, segment: Segment, room: str) -> Literal:
        return both(self.model, placement.touches(segment), self.there(segment.meeting, room))

    def surely(self, meeting: Meeting) -> bool:
        """Return whether a meeting takes place whatever it takes up."""
        return surely_held(meeting)

    def takes_place(self, meeting: Meeting) -> Literal:
        """Return whether a meeting takes place."""
        if self.surely(meeting) or meeting.key in self.begun:
            return True
        # by its rows: an optional meeting that the solver holds for nothing takes up nothing
        return self._has_rows(meeting.key) if self.at(meeting) else False

    def there(self, meeting: Meeting, room: str) -> Literal:
        """Return whether a meeting takes place in a room."""
        if meeting.room:
            return self.takes_place(meeting) if meeting.room == room else False
        return self.rooms.get((meeting.key, room), False)

    def post_rooms(self) -> None:
        """Make the variables that say where each meeting is held that has rooms to choose from: in one, if at all."""
        for key, rooms in self.choices.items():
            meeting = self.session.meeting(key)
            held = self.takes_place(meeting)
            if held is True and not rooms:
                self.model.add_bool_or([])
            if meeting.room or held is False:
                continue
            for room in rooms:
                self.rooms[key, room] = True if held is True and len(rooms) == 1 else self.model.new_bool_var("")
            if held is True and len(rooms) > 1:
                self.model.add_exactly_one(self.rooms[key, room] for room in rooms)
            elif held is not True:
                self.model.add(sum(self.rooms[key, room] for room in rooms) == held)

    # What is better

    def in_room(self, meeting: Meeting, room: str) -> Expression:
        """Count 1 when the meeting takes place in the room."""
        return self.there(meeting, room)

    def rooms_used(self, meetings: Sequence[Meeting]) -> Expression:
        """Count the rooms in which these meetings take place."""
        rooms = dict.fromkeys(room for each in meetings for room in each.room_choice)
        return sum(either(self.whole_model, [self.there(each, room) for each in meetings]) for room in rooms)

    def rooms_of(self, units: Sequence[Unit]) -> Expression:
        """Count the rooms in which these are taken up."""
        literals: dict[Hashable, list[Literal]] = {}
        placements = [placement for unit in units for placement in self.of(unit)]
        for room, literal in (pair for placement in placements for pair in self.by_room(placement)):
            literals.setdefault(room, []).append(literal)
        return sum(either(self.whole_model, some) for some in literals.values())

    def room_changed(self, first: Meeting, second: Meeting) -> Expression:
        """Count 1 when both take place, in different rooms."""
        rooms = dict.fromkeys((*first.room_choice, *second.room_choice))
        if not first.room_choice or not second.room_choice:
            return 0
        changed, sits = self.model.new_bool_var(""), (self.takes_place(first), self.takes_place(second))
        for room in rooms:
            here, there = self.there(first, room), self.there(second, room)
            self.clause(changed, negated(here), there, negated(sits[1]))
            self.clause(~changed, negated(here), negated(there))
        for each in sits:
            self.clause(~changed, each)
        return changed

    def clause(self, *literals: Literal) -> None:
        """Let one of these be true."""
        if True not in [each for each in literals if isinstance(each, bool)]:
            self.model.add_bool_or([each for each in literals if each is not False])
