"""What rules ask of several instalments: one at a time, in which order, what directly after what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise, product

from wgsched.model import Forum, Instalment, Meeting, Unit
from wgsched.planning.model.builder import ModelBuilder, when_settled
from wgsched.planning.model.literals import Literal, given, negated
from wgsched.planning.model.placements.placement import Placement


class OrderVerbs(ModelBuilder):
    """Verbs that compare starts and ends: on one axis as they are, else as moments of the clock."""

    def one_at_a_time(self, forum: Forum) -> None:
        """Take up one instalment at a time in the forum."""
        self.singly.add(forum.key)
        self._post_one_at_a_time(forum)

    @when_settled
    def _post_one_at_a_time(self, forum: Forum) -> None:
        here = self.on(self.axes[forum.key])
        self.model.add_no_overlap(interval for placement in here for interval in placement.intervals)
        if forum.key in self.times:
            # implied, but said aloud: held time must hold all items, which lifts the bound where teams are scarce
            needed = sum(placement.ticks for placement in here if placement.present is True)
            self.model.add(self.times[forum.key].at[-1] >= needed)

    @when_settled
    def apart(self, units: Sequence[Unit]) -> None:
        """Never take up two of these at once."""
        if not self.guard:
            self.separate.append(units)
        for first, second in combinations(units, 2):
            for one, other in product(self.of(first), self.of(second)):
                if one.axis.hours != other.axis.hours:
                    self._never_at_once(one, other)
                else:
                    self.model.add_no_overlap([*one.intervals, *other.intervals])
        # on comparable axes one row for all of them propagates more than a row for each two
        together: dict[object, list[Placement]] = {}
        single = (unit for unit in units if len(self.requirements_of(unit)) == 1)
        for placement in (each for unit in single for each in self.of(unit)):
            together.setdefault(placement.axis.hours, []).append(placement)
        for placements in together.values():
            self.model.add_no_overlap(interval for placement in placements for interval in placement.intervals)

    def _never_at_once(self, one: Placement, other: Placement) -> None:
        """Keep two apart whose axes cannot be compared: by intervals of the clock, in meetings that share time."""
        for here, there in product(one.reach, other.reach):
            if here.opens < there.closes and there.opens < here.closes:
                self.model.add_no_overlap([one.part(here)[0], other.part(there)[0]])

    def before(self, earlier: Unit, later: Unit, gap: int = 0) -> None:
        """Conclude the one before the other is opened, with a gap in minutes of clock time."""
        self.gaps.add(gap)
        self._post_before(earlier, later, gap)

    @when_settled
    def _post_before(self, earlier: Unit, later: Unit, gap: int) -> None:
        ticks = -(-gap // self.clock.tick)
        if not self.guard:
            self.orders.append((earlier, later, ticks))
        for one, other in product(self.of(earlier), self.of(later)):
            if one.axis is other.axis and not gap:
                ordered = one.end <= other.start
            else:  # a gap is clock time, which no axis tells: a break takes no place on it
                ordered = one.closes + ticks <= other.opens
            self.model.add(ordered).only_enforce_if(given(one.present, other.present))

    def pause(self, units: Sequence[Unit], minutes: int) -> None:
        """Of each two of these, conclude one so many minutes of clock time before the other is opened."""
        self.gaps.add(minutes)
        self._post_pause(units, minutes)

    @when_settled
    def _post_pause(self, units: Sequence[Unit], minutes: int) -> None:
        ticks = -(-minutes // self.clock.tick)
        for first, second in combinations(units, 2):
            second_later = self.model.new_bool_var("")
            for one, other in product(self.of(first), self.of(second)):
                there = (one.present, other.present)
                self.model.add(one.closes + ticks <= other.opens).only_enforce_if(given(second_later, *there))
                self.model.add(other.closes + ticks <= one.opens).only_enforce_if(given(~second_later, *there))

    @when_settled
    def waits(self, meeting: Meeting, followed: Unit | Meeting) -> None:
        """Take up nothing in the meeting before the other is concluded."""
        for concluded, literal in self.conclusions(followed):
            for placement, segment in self.at(meeting):
                opens = placement.part(segment)[0].start_expr()
                self.model.add(concluded <= opens).only_enforce_if(given(literal, placement.touches(segment)))

    def directly_after(self, earlier: Unit, later: Unit) -> None:
        """Open the one as soon as the other is concluded."""
        self._post_before(earlier, later, 0)
        self._post_directly_after(earlier, later)

    @when_settled
    def _post_directly_after(self, earlier: Unit, later: Unit) -> None:
        if not self.of(earlier) or not self.of(later):
            return
        lasts, firsts = self._chosen(self.of(earlier), last=True), self._chosen(self.of(later), last=False)
        for (one, is_last), (other, is_first) in product(lasts, firsts):
            if one.axis is other.axis:
                self.model.add(one.end == other.start).only_enforce_if(given(is_last, is_first))

    def _chosen(self, placements: list[Placement], *, last: bool) -> list[tuple[Placement, Literal]]:
        """Return each placement with a literal, true for one alone: for the last concluded, or the first opened."""
        if len(placements) == 1:
            return [(placements[0], placements[0].present)]
        chosen = [(placement, self.model.new_bool_var("")) for placement in placements]
        self.model.add_exactly_one(literal for _, literal in chosen)
        for placement, literal in chosen:
            if placement.present is not True:
                self.model.add_implication(literal, placement.present)
            for other in (each for each in placements if each is not placement):
                ordered = other.closes <= placement.closes if last else placement.opens <= other.opens
                self.model.add(ordered).only_enforce_if(given(literal, other.present))
        return chosen

    def rows(self, meeting: Meeting, instalments: Sequence[Instalment], *, open_ended: bool) -> None:
        """Take up exactly these in the meeting, in this order; open-ended, others after them."""
        listed = {each.key for each in instalments}
        for key, required in self.required.items() if not self.guard else ():
            if key in listed:
                required.touching.add(meeting.key)
            elif not open_ended:
                required.avoiding.add(meeting.key)
        self._post_rows(meeting, tuple(instalments), open_ended=open_ended)

    @when_settled
    def _post_rows(self, meeting: Meeting, instalments: tuple[Instalment, ...], *, open_ended: bool) -> None:
        listed = {each.key for each in instalments}
        if self.guard:
            self._post_listed(meeting, listed, open_ended=open_ended)
        here = {placement.instalment.key: (placement, segment) for placement, segment in self.at(meeting)}
        order = [here[each.key] for each in instalments if each.key in here]
        for number, ((one, segment), (other, _)) in enumerate(pairwise(order)):
            if one.instalment.key in self.required[other.instalment.key].around and other in dict(order[:number]):
                self.model.add(one.row(segment)[1] < other.row(segment)[1])  # it goes on after its own entry
            elif other.instalment.key in self.required[one.instalment.key].around:
                self.model.add(one.row(segment)[0] < other.row(segment)[0])
            else:
                self.model.add(one.row(segment)[1] <= other.row(segment)[0])
        for placement, segment in self.at(meeting):
            if order and placement.instalment.key not in listed:
                after = order[-1][0].row(segment)[1] <= placement.row(segment)[0]
                self.model.add(after).only_enforce_if(given(placement.touches(segment)))

    def _post_listed(self, meeting: Meeting, listed: set[str], *, open_ended: bool) -> None:
        """Give a row in the meeting to all that are listed and, where it is not open-ended, to nothing else."""
        rows: dict[str, Literal] = dict.fromkeys(listed, False)
        for placement, segment in self.at(meeting):
            rows[placement.instalment.key] = placement.touches(segment)
        for key, literal in rows.items():
            if key in listed:
                self.model.add_bool_or([literal])
            elif not open_ended:
                self.model.add_bool_or([negated(literal)])
