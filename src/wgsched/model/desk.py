"""The verbs with which rules and preferences address the solver, without seeing it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from pendulum import DateTime

from wgsched.model.conference import Forum, InterpretationTeam, Meeting
from wgsched.model.items import Instalment, Unit
from wgsched.model.session import Session
from wgsched.model.time import Limits, Window


class Quantity(Protocol):
    """A whole number that the solver determines. You can add quantities, and multiply one by a number."""

    def __add__(self, other: Quantity | int, /) -> Quantity: ...

    def __mul__(self, factor: int, /) -> Quantity: ...


class Desk(Protocol):
    """Where a programme is put together. Windows are clock time; a unit is an item with all below it, or an instalment.

    Only the desk knows how the solver represents minutes, breaks and forums. No verb takes or returns an expression of
    the solver, except an opaque `Quantity`.
    """

    @property
    def session(self) -> Session:
        """The session that is planned."""

    # What must hold

    def takes(self, instalment: Instalment, minutes: int) -> None:
        """Give the instalment this many minutes, in rows of meetings of one of its forums."""

    def within(self, unit: Unit, windows: Sequence[Limits]) -> None:
        """Keep every row of the unit inside one of the windows."""

    def unbroken(self, instalment: Instalment, around: Mapping[Instalment, Window] | None = None) -> None:
        """Take up nothing else in the forum, and leave no time free, between the rows of the instalment.

        Only those ``around`` may stand between, each at the hours given for it.
        """

    def once_a_meeting(self, instalment: Instalment) -> None:
        """Give the instalment at most one row in each meeting."""

    def opens_at(self, instalment: Instalment, moment: DateTime) -> None:
        """Open the instalment at exactly this moment."""

    def whole(self, instalment: Instalment) -> None:
        """Take up the instalment in one meeting."""

    def no_part_under(self, instalment: Instalment, minutes: int) -> None:
        """When the instalment is divided over meetings, give no meeting fewer minutes of it."""

    def one_at_a_time(self, forum: Forum) -> None:
        """Take up one instalment at a time in the forum."""

    def only_in(self, unit: Unit, meetings: Sequence[Meeting]) -> None:
        """Keep every row of the unit in one of these meetings, inside its usable time."""

    def apart(self, units: Sequence[Unit]) -> None:
        """Never take up two of these at once, in clock time."""

    def pause(self, units: Sequence[Unit], minutes: int) -> None:
        """Of each two of these, conclude one so many minutes of clock time before the other is opened."""

    def before(self, earlier: Unit, later: Unit, gap: int = 0) -> None:
        """Conclude the one before the other is opened, with ``gap`` minutes of clock time between."""

    def opened_first(self, earlier: Unit, later: Unit) -> None:
        """Open the one no later than the other."""

    def directly_after(self, earlier: Unit, later: Unit) -> None:
        """Open the one as soon as the other is concluded: nothing in their forum, and no time free, between them.

        In different forums, the same as `before`.
        """

    def resumed_next(self, earlier: Instalment, later: Instalment) -> None:
        """Skip no meeting of a forum, held or not optional, between the rows of the one and of the other."""

    def rows(self, meeting: Meeting, instalments: Sequence[Instalment], *, open_ended: bool) -> None:
        """Take up exactly these in the meeting, in this order; if open-ended, others may follow."""

    def not_held(self, meeting: Meeting) -> None:
        """Take up nothing in the meeting."""

    def was_held(self, meeting: Meeting) -> None:
        """Count the meeting as one that took up items before planning began."""

    def at_most(self, limit: int, meetings: Sequence[Meeting]) -> None:
        """Take up items in at most ``limit`` of these meetings."""

    def waits(self, meeting: Meeting, followed: Unit | Meeting) -> None:
        """Take up nothing in the meeting before the unit, or all that the other meeting takes up, is concluded."""

    def served(self, meeting: Meeting, teams: Sequence[InterpretationTeam]) -> None:
        """When items are taken up in the meeting, have one of these teams serve it; with no team, take up nothing."""

    def serves_at_most(self, team: InterpretationTeam, limit: int, meetings: Sequence[Meeting]) -> None:
        """Have the team serve at most ``limit`` of these meetings."""

    def in_one_meeting(self, units: Sequence[Unit]) -> None:
        """Keep all rows of these in one meeting."""

    def in_different_meetings(self, units: Sequence[Unit]) -> None:
        """Never take up two of these in one meeting."""

    def on_one_day(self, units: Sequence[Unit]) -> None:
        """Keep all rows of these in the meetings of one day."""

    def on_different_days(self, units: Sequence[Unit]) -> None:
        """Never take up two of these on one day."""

    def in_one_forum(self, units: Sequence[Unit]) -> None:
        """Take up all of these in one forum, of those that each may choose."""

    def in_different_forums(self, units: Sequence[Unit]) -> None:
        """Never take up two of these in one forum."""

    def opens_meeting(self, instalment: Instalment) -> None:
        """Take up nothing before the instalment in the meeting in which it is opened."""

    def closes_meeting(self, instalment: Instalment) -> None:
        """Take up nothing after the instalment in the meeting in which it is concluded."""

    def spread(self, unit: Unit, least: int, most: int) -> None:
        """Take up the unit in at least ``least`` and at most ``most`` meetings."""

    def taken_up_in(self, meeting: Meeting, units: Sequence[Unit], least: int, most: int) -> None:
        """Take up at least ``least`` and at most ``most`` of these in the meeting."""

    def held_in(self, meeting: Meeting, rooms: Sequence[str]) -> None:
        """When the meeting takes place, hold it in one of these rooms, by key; with no room, take up nothing."""

    def one_there(self, room: str, meetings: Sequence[Meeting]) -> None:
        """Hold at most one of these meetings in the room."""

    def not_in_rooms(self, unit: Unit, rooms: Collection[str]) -> None:
        """Take up the unit in no meeting that is held in one of these rooms."""

    def in_one_room(self, units: Sequence[Unit]) -> None:
        """Take up all of these in one room, of those that are known or chosen."""

    def held_in_one_room(self, meetings: Sequence[Meeting]) -> None:
        """Hold those of these meetings that take place in one room, of those that are known or chosen."""

    def held_in_a_row(self, meetings: Sequence[Meeting]) -> None:
        """Leave out none of these meetings between two that take place."""

    # What is better

    def inverted(self, earlier: Unit, later: Unit) -> Quantity:
        """Count 1 when ``later`` is opened before ``earlier`` is, else 0."""

    def continuations(self, instalment: Instalment) -> Quantity:
        """Count the further meetings in which the instalment is continued."""

    def outside(self, unit: Unit, windows: Sequence[Window]) -> Quantity:
        """Count the instalments of the unit that are not wholly inside these windows."""

    def minutes_in(self, meeting: Meeting) -> Quantity:
        """Count the minutes for which items are taken up in the meeting."""

    def most(self, quantities: Iterable[Quantity]) -> Quantity:
        """Return the largest of these."""

    def least(self, quantities: Iterable[Quantity]) -> Quantity:
        """Return the smallest of these."""

    def total(self, quantities: Iterable[Quantity]) -> Quantity:
        """Return the sum of these."""

    def used(self, meeting: Meeting) -> Quantity:
        """Count 1 when items are taken up in the meeting, else 0."""

    def divided(self, instalment: Instalment) -> Quantity:
        """Count the further meetings of an instalment that one meeting of its forum could hold, else 0."""

    def skipped(self, earlier: Instalment, later: Instalment) -> Quantity:
        """Count the meetings of a forum, held or not optional, that lie between the rows of two instalments.

        That is from the last row of the one to the first of the other; for one instalment, between its own rows.
        """

    def idle(self, forum: Forum, business: Collection[Instalment]) -> Quantity:
        """Count the minutes that the forum leaves free before the last row of its business."""

    def broken(self, rule: object, case: tuple[object, ...]) -> Quantity:
        """Count 1 when a case of a rule that is only a wish is broken, else 0."""

    def days(self, units: Sequence[Unit]) -> Quantity:
        """Count the days on which one of these has a row."""

    def together(self, first: Unit, second: Unit, windows: Sequence[Window]) -> Quantity:
        """Count the windows in which both have a row."""

    def parted(self, first: Unit, second: Unit, windows: Sequence[Window]) -> Quantity:
        """Count the windows in which both have a row, but no meeting has rows of both."""

    def in_room(self, meeting: Meeting, room: str) -> Quantity:
        """Count 1 when the meeting takes place in the room, else 0."""

    def rooms_used(self, meetings: Sequence[Meeting]) -> Quantity:
        """Count the rooms in which these meetings take place."""

    def room_changed(self, first: Meeting, second: Meeting) -> Quantity:
        """Count 1 when both take place, in different rooms, else 0."""

    def rooms_of(self, units: Sequence[Unit]) -> Quantity:
        """Count the rooms in which these are taken up."""
