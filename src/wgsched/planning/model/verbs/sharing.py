"""What rules ask of units that share a meeting, a day or a forum, and of the first and the last of a meeting."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias

from wgsched.model import Instalment, Meeting, Unit
from wgsched.planning.model.axes import Segment
from wgsched.planning.model.builder import ModelBuilder, when_settled
from wgsched.planning.model.literals import Literal, either, given
from wgsched.planning.model.placements.placement import Placement

Sharing: TypeAlias = Callable[[Placement], Iterable[tuple[Hashable, Literal]]]
"""What a placement can share with others, each with a literal that is true when it has it."""


def by_meeting(placement: Placement) -> Iterator[tuple[Hashable, Literal]]:
    """Yield each meeting, and whether the placement has a row in it."""
    yield from ((segment.meeting.key, placement.touches(segment)) for segment in placement.reach)


def by_day(placement: Placement) -> Iterator[tuple[Hashable, Literal]]:
    """Yield the day of each meeting, and whether the placement has a row in that meeting."""
    yield from ((segment.meeting.date, placement.touches(segment)) for segment in placement.reach)


def by_forum(placement: Placement) -> Iterator[tuple[Hashable, Literal]]:
    """Yield the forum, and whether it was chosen."""
    yield placement.axis.forum, placement.present


class SharingVerbs(ModelBuilder):
    """Verbs that count who is where."""

    def in_one_meeting(self, units: Sequence[Unit]) -> None:
        """Keep all rows of these in one meeting."""
        self._in_one(units, by_meeting)

    def in_different_meetings(self, units: Sequence[Unit]) -> None:
        """Never take up two of these in one meeting."""
        self._in_different(units, by_meeting)

    def on_one_day(self, units: Sequence[Unit]) -> None:
        """Keep all rows of these in the meetings of one day."""
        self._in_one(units, by_day)

    def on_different_days(self, units: Sequence[Unit]) -> None:
        """Never take up two of these on one day."""
        self._in_different(units, by_day)

    def in_one_forum(self, units: Sequence[Unit]) -> None:
        """Take up all of these in one forum."""
        self._in_one(units, by_forum)

    def in_different_forums(self, units: Sequence[Unit]) -> None:
        """Never take up two of these in one forum."""
        self._in_different(units, by_forum)

    @when_settled
    def _in_one(self, units: Sequence[Unit], sharing: Sharing) -> None:
        self.share_one(units, sharing)

    def share_one(self, units: Sequence[Unit], sharing: Sharing) -> None:
        """Let all of these have the same one of what they can have."""
        shared = [pair for unit in units for placement in self.of(unit) for pair in sharing(placement)]
        chosen = {name: self.model.new_bool_var("") for name, _ in shared}
        if shared:
            self.model.add_exactly_one(chosen.values())
        for name, literal in shared:
            if literal is not False:
                self.model.add_bool_or(chosen[name]).only_enforce_if(given(literal))

    @when_settled
    def _in_different(self, units: Sequence[Unit], sharing: Sharing) -> None:
        each = [self._shared(unit, sharing) for unit in units]
        for name in dict.fromkeys(name for shared in each for name in shared):
            self._between([shared[name] for shared in each if name in shared], 0, 1)

    @when_settled
    def spread(self, unit: Unit, least: int, most: int) -> None:
        """Take up the unit in so many meetings."""
        self._between(list(self._shared(unit, by_meeting).values()), least, most)

    @when_settled
    def taken_up_in(self, meeting: Meeting, units: Sequence[Unit], least: int, most: int) -> None:
        """Take up between ``least`` and ``most`` of these in the meeting."""
        self._between([self._shared(unit, by_meeting).get(meeting.key, False) for unit in units], least, most)

    @when_settled
    def opens_meeting(self, instalment: Instalment) -> None:
        """Take up nothing before the instalment in the meeting in which it is opened."""
        for placement, other, segment in self._neighbours(instalment):
            after = placement.row(segment)[0] <= other.row(segment)[0]
            self.model.add(after).only_enforce_if(given(placement.begins_in(segment), other.touches(segment)))

    @when_settled
    def closes_meeting(self, instalment: Instalment) -> None:
        """Take up nothing after the instalment in the meeting in which it is concluded."""
        for placement, other, segment in self._neighbours(instalment):
            before = other.row(segment)[1] <= placement.row(segment)[1]
            self.model.add(before).only_enforce_if(given(placement.ends_in(segment), other.touches(segment)))

    def _neighbours(self, instalment: Instalment) -> Iterator[tuple[Placement, Placement, Segment]]:
        """Yield each placement of an instalment with each other that can have a row in the same meeting, and that."""
        for placement in self.placements[instalment.key]:
            for segment in placement.reach:
                for other, _ in self.at(segment.meeting):
                    if other.instalment.key != instalment.key:
                        yield placement, other, segment

    def _shared(self, unit: Unit, sharing: Sharing) -> dict[Hashable, Literal]:
        """Return what a unit can have, each with a literal that is true when any part of it does."""
        literals: dict[Hashable, list[Literal]] = {}
        for name, literal in (pair for placement in self.of(unit) for pair in sharing(placement)):
            literals.setdefault(name, []).append(literal)
        return {name: either(self.model, some) for name, some in literals.items()}

    def _between(self, literals: Sequence[Literal], least: int, most: int) -> None:
        sure = sum(literal is True for literal in literals)
        unsure = [literal for literal in literals if not isinstance(literal, bool)]
        if sure + len(unsure) > most:
            self.model.add(sum(unsure) <= most - sure)
        if sure < least:
            self.model.add(sum(unsure) >= least - sure)
