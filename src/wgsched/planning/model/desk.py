"""The desk on which a programme is put together: the verbs of rules and preferences, on OR-Tools."""

from __future__ import annotations

from wgsched.planning.model.axes import Span, StartRange
from wgsched.planning.model.domains import start_ranges
from wgsched.planning.model.literals import Literal
from wgsched.planning.model.placements.around import AroundPlacement
from wgsched.planning.model.placements.fixed import FixedPlacement
from wgsched.planning.model.placements.floating import FloatingPlacement, HeldTime
from wgsched.planning.model.placements.in_parts import PlacementInParts
from wgsched.planning.model.placements.placement import Placement
from wgsched.planning.model.requirements import Requirements
from wgsched.planning.model.room_shortage import room_shortage
from wgsched.planning.model.verbs.counting import CountingVerbs
from wgsched.planning.model.verbs.gaps import GapVerbs
from wgsched.planning.model.verbs.order import OrderVerbs
from wgsched.planning.model.verbs.rooms import RoomVerbs


class SolverDesk(RoomVerbs, OrderVerbs, GapVerbs, CountingVerbs):
    """Implements `wgsched.model.Desk`: rules first, then `settle`, then preferences.

    What a rule asks of one instalment alone shrinks the starts that it may have before any variable is made; the rest
    is kept and posted by `settle`. An instalment for which no rule asked its time has the shortest there is;
    ``minutes`` has instalments, by key, that are given from so many to so many minutes, whatever a rule asks for.
    """

    def allowed_starts(self, required: Requirements) -> dict[str, tuple[StartRange, ...]]:
        """Return the starts that are left to an instalment, by forum; none where it has none."""
        by_forum = {
            forum: start_ranges(required, self.axes[forum], self.clock, tuple(self.pauses(required, forum)))
            for forum in self.session.forums_of(required.instalment)
        }
        return {forum: starts for forum, starts in by_forum.items() if starts}

    def pauses(self, required: Requirements, forum: str) -> dict[Span, str]:
        """Return the times on the axis of a forum around which an instalment may be taken up, in order, and for what.

        They are times of other instalments, by key; where these are elsewhere, there is no pause.
        """
        axis = self.axes[forum]
        if not required.around or axis.floating or not required.is_one_interval:
            return {}
        spans = {key: axis.at_clock(self.clock.span(window)) for key, window in required.around.items()}
        return dict(sorted((span, key) for key, span in spans.items() if span))

    def settle(self) -> bool:
        """Make the variables and post what was kept; return False when an instalment has no start left, or rooms lack.

        An empty domain is asked for before anything is built: the solver would only call the model invalid. It would
        look for minutes how to give more meetings a room each than there are rooms.
        """
        allowed = {key: self.allowed_starts(required) for key, required in self.required.items()}
        if not all(by_forum or key in self.taken for key, by_forum in allowed.items()):
            return False
        self.times = {forum: HeldTime(self.model, axis) for forum, axis in self.axes.items() if axis.floating}
        for key, by_forum in allowed.items():
            self.placements[key] = tuple(
                self._placement(self.required[key], forum, starts, alone=len(by_forum) == 1 and key not in self.taken)
                for forum, starts in by_forum.items()
            )
            if key in self.taken:
                self.model.add(sum(placement.present for placement in self.placements[key]) == self.taken[key])
            elif len(by_forum) > 1:
                self.model.add_exactly_one(placement.present for placement in self.placements[key])
        self._post_pauses()
        self.post_serving()
        self.post_rooms()
        for post in self.postponed:
            post()
        self.post_displaced()
        self.post_teams_in_turn()
        return room_shortage(self.session.meetings, self.choices, self.one_in) is None

    def _post_pauses(self) -> None:
        """Leave an instalment only for an entry that is taken up at that time."""
        for key, placements in self.placements.items():
            for each in (each for each in placements if isinstance(each, AroundPlacement)):
                entries = self.pauses(self.required[key], each.axis.forum)
                for inside, literal in each.left_for.items():
                    for pause in inside:
                        entry = self.placement(entries[pause], each.axis.forum)
                        self.model.add(entry.start == pause[0]).only_enforce_if(literal)
                        if entry.instalment.key in self.taken:
                            self.model.add_implication(literal, entry.present)

    def _placement(
        self, required: Requirements, forum: str, starts: tuple[StartRange, ...], *, alone: bool
    ) -> Placement:
        present: Literal = True if alone else self.model.new_bool_var("")
        if not required.is_one_interval:
            return PlacementInParts(self.model, required, self.axes[forum], self.clock, present, self.times.get(forum))
        if forum in self.times:
            return FloatingPlacement(self.model, required, self.times[forum], self.clock, present)
        axis, ticks, pauses = self.axes[forum], required.ticks(self.clock), self.pauses(required, forum)
        if any(each.skipped for each in starts):
            return AroundPlacement(self.model, required.instalment, axis, starts, ticks, present, tuple(pauses))
        return FixedPlacement(self.model, required.instalment, axis, starts, ticks, present)

    def may_interrupt(self, forum: str) -> bool:
        """Return whether something that may be interrupted can be taken up in a forum."""
        return not all(placement.is_one_interval for placement in self.on(self.axes[forum]))
