"""What rules ask and wishes count of rooms where each item is whole in one meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from wgsched.model import Meeting
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression, Literal, either, negated
from wgsched.planning.search.by_meeting.counts import Merged, WholeCounts


class WholeRooms(WholeCounts):
    """The verbs of rooms; what they post binds where what is asked now is kept: what is only a wish may be broken."""

    def __init__(self, desk: SolverDesk, merged: Merged) -> None:
        super().__init__(desk, merged)
        self._guard: Literal | None = None
        self._verbs = 0
        self._rooms_apart: dict[frozenset[str], set[str]] = defaultdict(set)

    def _clause(self, *literals: Literal) -> None:
        """Let one of these be true, where what is asked now is kept."""
        some = literals if self._guard is None else (*literals, ~self._guard)
        if not any(each is True for each in some):
            self.model.add_bool_or([each for each in some if each is not False])

    def _at_most(self, sums: Expression, limit: int, slack: int) -> None:
        """Let a sum be within a limit; where what is asked now is not kept, it may be so much larger."""
        self.model.add(sums <= (limit if self._guard is None else limit + slack * (1 - self._guard)))

    def one_there(self, room: str, meetings: Sequence[Meeting]) -> None:
        """Hold at most one of these in the room, or as many as there are rooms for which it stands."""
        self._verbs += 1
        if self._guard is None:
            self._rooms_apart[frozenset(each.key for each in meetings)].add(room)
        there = [literal for each in meetings if (literal := self.there(each, room)) is not False]
        number = len(self.merged.kind(room))
        if number == 1 and self._guard is None:
            self.model.add_at_most_one(there)
        elif number:
            self._at_most(sum(there), number, len(there))

    def held_in_one_room(self, meetings: Sequence[Meeting]) -> None:
        """Hold those that take place in one room."""
        self._verbs += 1
        for one, other in combinations(meetings, 2):
            for room in one.room_choice:
                here, there = self.there(one, room), self.there(other, room)
                self._clause(negated(here), there, negated(self.takes_place(other)))

    def in_room(self, meeting: Meeting, room: str) -> Expression:
        """Count 1 when the meeting takes place in the room."""
        return self.there(meeting, room)

    def rooms_used(self, meetings: Sequence[Meeting]) -> Expression:
        """Count the rooms in which these take place: at least those of meetings that cannot share one."""
        if len(meetings) == 1 and meetings[0].room_choice:
            return self.takes_place(meetings[0])
        rooms = dict.fromkeys(room for each in meetings for room in each.room_choice)
        of_kinds = sum(either(self.model, [self.there(each, room) for each in meetings]) for room in rooms)
        number = self.model.new_int_var(0, len(rooms), "")
        self.model.add(number >= of_kinds)  # of rooms of a kind this counts one
        for some in self._rooms_apart_of(meetings, set(rooms)):
            self.model.add(number >= sum(map(self.takes_place, some)))
        return number

    def _rooms_apart_of(self, meetings: Sequence[Meeting], rooms: set[str]) -> Iterator[list[Meeting]]:
        """Yield those of these of which no two share any room; and each alone, which the relaxation does not see."""
        yield from ([each] for each in meetings)
        for group, apart in self._rooms_apart.items():
            some = [each for each in meetings if each.key in group]
            if len(some) > 1 and rooms <= apart:
                yield some

    def room_changed(self, first: Meeting, second: Meeting) -> Expression:
        """Count 1 when both take place, in different rooms."""
        changed, sits = self.model.new_bool_var(""), self.takes_place(second)
        for room in first.room_choice if second.room_choice else ():
            here, there = self.there(first, room), self.there(second, room)
            self._clause(changed, negated(here), there, negated(sits))
        return changed
