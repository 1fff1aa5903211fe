"""What a demand speaks about: noted by a desk on which nothing is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from pendulum import DateTime

from wgsched.model import Desk, Forum, Instalment, InterpretationTeam, Limits, Meeting, Session, Unit

if TYPE_CHECKING:
    from wgsched.planning.posting import Demand


@dataclass
class Note:
    """What one demand speaks about, by keys.

    ``alone`` are the instalments whose place it limits, ``timed`` those that it gives their time, ``closes`` the
    meetings in which it allows nothing, ``orders`` the pairs of which it wants the first concluded before the second is
    opened, ``limits`` how many of some meetings may be held.
    """

    alone: set[str] = field(default_factory=set)
    timed: set[str] = field(default_factory=set)
    closes: set[str] = field(default_factory=set)
    orders: list[tuple[str, str]] = field(default_factory=list)
    limits: list[tuple[int, frozenset[str]]] = field(default_factory=list)


class Notes:
    """Implements the rules' half of `wgsched.model.Desk` by writing down what is asked."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.note = Note()

    def _keys(self, unit: Unit) -> tuple[str, ...]:
        return tuple(each.key for each in self.session.agenda.instalments_of(unit))

    def takes(self, instalment: Instalment, minutes: int) -> None:  # noqa: ARG002
        """Note the instalment, which is given its time."""
        self.note.alone.add(instalment.key)
        self.note.timed.add(instalment.key)

    def within(self, unit: Unit, windows: Sequence[Limits]) -> None:  # noqa: ARG002
        """Note the instalments of the unit."""
        self.note.alone.update(self._keys(unit))

    def unbroken(self, instalment: Instalment, around: Sequence[Instalment] = ()) -> None:  # noqa: ARG002
        """Note the instalment."""
        self.note.alone.add(instalment.key)

    def once_a_meeting(self, instalment: Instalment) -> None:
        """Note nothing: no place has more."""

    def opens_at(self, instalment: Instalment, moment: DateTime) -> None:  # noqa: ARG002
        """Note the instalment."""
        self.note.alone.add(instalment.key)

    def whole(self, instalment: Instalment) -> None:
        """Note the instalment."""
        self.note.alone.add(instalment.key)

    def no_part_under(self, instalment: Instalment, minutes: int) -> None:  # noqa: ARG002
        """Note the instalment."""
        self.note.alone.add(instalment.key)

    def only_in(self, unit: Unit, meetings: Sequence[Meeting]) -> None:  # noqa: ARG002
        """Note the instalments of the unit."""
        self.note.alone.update(self._keys(unit))

    def not_held(self, meeting: Meeting) -> None:
        """Note the meeting."""
        self.note.closes.add(meeting.key)

    def was_held(self, meeting: Meeting) -> None:
        """Note nothing: the past limits no place that is left."""

    def one_at_a_time(self, forum: Forum) -> None:
        """Note nothing: it limits no single place."""

    def apart(self, units: Sequence[Unit]) -> None:
        """Note nothing: it limits no single place."""

    def before(self, earlier: Unit, later: Unit, gap: int = 0) -> None:  # noqa: ARG002
        """Note the pairs."""
        self.note.orders += [(one, other) for one in self._keys(earlier) for other in self._keys(later)]

    def opened_first(self, earlier: Unit, later: Unit) -> None:
        """Note the pairs."""
        self.note.orders += [(one, other) for one in self._keys(earlier) for other in self._keys(later)]

    def directly_after(self, earlier: Unit, later: Unit) -> None:
        """Note the pairs."""
        self.before(earlier, later)

    def rows(self, meeting: Meeting, instalments: Sequence[Instalment], *, open_ended: bool) -> None:  # noqa: ARG002
        """Note the instalments, and all others where they are kept out."""
        named = instalments if open_ended else self.session.agenda.instalments
        self.note.alone.update(each.key for each in named)

    def at_most(self, limit: int, meetings: Sequence[Meeting]) -> None:
        """Note the limit."""
        self.note.limits.append((limit, frozenset(meeting.key for meeting in meetings)))

    def served(self, meeting: Meeting, teams: Sequence[InterpretationTeam]) -> None:
        """Note the meeting when no team can serve it."""
        if not teams:
            self.not_held(meeting)

    def serves_at_most(self, team: InterpretationTeam, limit: int, meetings: Sequence[Meeting]) -> None:  # noqa: ARG002
        """Note the limit where there is no other team."""
        if len(self.session.services.teams) == 1:
            self.at_most(limit, meetings)

    def _nothing(self, *_: object) -> None:
        """Note nothing: it limits no single place."""

    in_one_meeting = in_different_meetings = on_one_day = on_different_days = _nothing
    in_one_forum = in_different_forums = opens_meeting = closes_meeting = spread = taken_up_in = _nothing


def note(session: Session, demand: Demand) -> Note:
    """Return what a demand speaks about."""
    notes = Notes(session)
    demand.rule.post(cast("Desk", notes), *demand.case)
    return notes.note
