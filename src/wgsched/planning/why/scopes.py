"""What a demand speaks about: told by a desk on which nothing is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from wgsched.model import Desk, Instalment, InterpretationTeam, Meeting, Session, Unit
from wgsched.planning.model.posting import Demand


@dataclass
class Scope:
    """What one demand speaks about, by keys.

    ``alone`` are the instalments whose place it limits, ``timed`` those that it gives their time, ``closes`` the
    meetings in which it allows nothing, ``orders`` the pairs of which the first is to be concluded before the second is
    opened, ``limits`` how many of some meetings may be held. ``rooms`` are what it leaves a meeting, and ``one_in`` of
    which meetings one at most is held in a room.
    """

    alone: set[str] = field(default_factory=set)
    timed: set[str] = field(default_factory=set)
    closes: set[str] = field(default_factory=set)
    orders: list[tuple[str, str]] = field(default_factory=list)
    limits: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    rooms: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    one_in: list[tuple[str, frozenset[str]]] = field(default_factory=list)


class ScopeDesk:
    """Implements the rules' half of `wgsched.model.Desk` by writing down what is asked."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.scope = Scope()

    def _keys(self, unit: Unit) -> tuple[str, ...]:
        return tuple(each.key for each in self.session.agenda.instalments_of(unit))

    def _limited(self, *asked: Any, **named: Any) -> None:
        """Note the instalments of the unit, or the instalment, of which something is asked."""
        self.scope.alone.update(self._keys(asked[0] if asked else named.get("unit") or named["instalment"]))

    within = unbroken = opens_at = whole = no_part_under = only_in = not_in_rooms = _limited

    def _nothing(self, *_: object, **__: object) -> None:
        """Note nothing: it limits no place of a single instalment that is left."""

    once_a_meeting = was_held = one_at_a_time = apart = pause = opened_first = resumed_next = waits = _nothing
    in_one_meeting = in_different_meetings = on_one_day = on_different_days = _nothing
    in_one_forum = in_different_forums = opens_meeting = closes_meeting = spread = taken_up_in = _nothing
    in_one_room = held_in_one_room = held_in_a_row = _nothing

    def takes(self, instalment: Instalment, minutes: int) -> None:  # noqa: ARG002
        """Note the instalment, which is given its time."""
        self.scope.alone.add(instalment.key)
        self.scope.timed.add(instalment.key)

    def not_held(self, meeting: Meeting) -> None:
        """Note the meeting."""
        self.scope.closes.add(meeting.key)

    def before(self, earlier: Unit, later: Unit, gap: int = 0) -> None:  # noqa: ARG002
        """Note the pairs."""
        self.scope.orders += [(one, other) for one in self._keys(earlier) for other in self._keys(later)]

    directly_after = before

    def rows(self, meeting: Meeting, instalments: Sequence[Instalment], *, open_ended: bool) -> None:  # noqa: ARG002
        """Note the instalments, and all others where they are kept out."""
        named = instalments if open_ended else self.session.agenda.instalments
        self.scope.alone.update(each.key for each in named)

    def at_most(self, limit: int, meetings: Sequence[Meeting]) -> None:
        """Note the limit."""
        self.scope.limits.append((limit, frozenset(meeting.key for meeting in meetings)))

    def served(self, meeting: Meeting, teams: Sequence[InterpretationTeam]) -> None:
        """Note the meeting when no team can serve it."""
        if not teams:
            self.not_held(meeting)

    def held_in(self, meeting: Meeting, rooms: Sequence[str]) -> None:
        """Note the rooms, and the meeting when it can have none of them."""
        self.scope.rooms.append((meeting.key, frozenset(rooms)))
        if not set(rooms) & set(meeting.room_choice) and not meeting.kept:
            self.not_held(meeting)

    def one_there(self, room: str, meetings: Sequence[Meeting]) -> None:
        """Note the meetings, and the limit where no meeting can be held elsewhere."""
        self.scope.one_in.append((room, frozenset(each.key for each in meetings)))
        if all(each.room == room and not each.kept for each in meetings):
            self.at_most(1, meetings)

    def serves_at_most(self, team: InterpretationTeam, limit: int, meetings: Sequence[Meeting]) -> None:  # noqa: ARG002
        """Note the limit where there is no other team."""
        if len(self.session.services.teams) == 1:
            self.at_most(limit, meetings)


def scope_of(session: Session, demand: Demand) -> Scope:
    """Return what a demand speaks about."""
    desk = ScopeDesk(session)
    demand.rule.post(cast("Desk", desk), *demand.case)
    return desk.scope
