"""The programme: which item is taken up in which meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import pendulum
from pendulum import DateTime

from wgsched.errors import NotTakenUp
from wgsched.model.conference import Meeting, numbers_of
from wgsched.model.considerations import Actual, Consideration, LeftOut, Outcome
from wgsched.model.finding import Finding
from wgsched.model.gate import all_in_zone, doubled, in_time, on_clock, put, refuse, strangers, with_moments
from wgsched.model.items import AgendaItem, Unit
from wgsched.model.lookup import Known, grouped
from wgsched.model.notebook import programme_table
from wgsched.model.session import Session
from wgsched.model.when import When


class Status(StrEnum):
    """The status of a programme on its way to adoption."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    SILENCE = "silence"
    AGREED = "agreed"
    ADOPTED = "adopted"


@dataclass(frozen=True)
class Programme:
    """The meetings and considerations of a session, the considerations of each meeting in their order.

    ``meetings`` are those of the session, as this programme holds, moves or cancels them or gives them rooms. Until
    ``silence_until`` a silence procedure runs: without an objection by then, the programme is agreed. ``set_aside`` are
    the rows of cancelled meetings, for the case that these are held after all. ``left_out`` are the items that may be
    left out and have no row; no rule is judged on them. Meetings are put in order of time, and
    all moments on the clock of the place.

    Raises:
        BadInput: two meetings have the same key, or a moment has no zone.
    """

    session: Session
    meetings: tuple[Meeting, ...]
    considerations: tuple[Consideration, ...]
    status: Status = Status.DRAFT
    finding: Finding = Finding()
    as_of: DateTime | None = None
    actuals: tuple[Actual, ...] = ()
    silence_until: DateTime | None = None
    set_aside: tuple[Consideration, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def __post_init__(self) -> None:
        refuse(strangers("session", (self.session,), Session, "session"))
        refuse(strangers("meeting", self.meetings, Meeting, "meetings"))
        refuse(strangers("consideration", self.considerations, Consideration, "considerations"))
        with_moments(self, "as_of", "silence_until")
        refuse(doubled("meeting", self.meetings, "meetings"))
        zone = pendulum.timezone(self.session.zone)
        put(
            self,
            meetings=in_time(all_in_zone(self.meetings, zone, "opens", "closes")),
            considerations=all_in_zone(self.considerations, zone, "opens", "closes"),
            set_aside=all_in_zone(self.set_aside, zone, "opens", "closes"),
            actuals=all_in_zone(self.actuals, zone, "moment", "opened"),
            as_of=self.as_of and on_clock(self.as_of, zone),
            silence_until=self.silence_until and on_clock(self.silence_until, zone),
            left_out=self._still_left_out(),
        )

    def _still_left_out(self) -> tuple[LeftOut, ...]:
        """Return what is left out and was not taken up all the same: placed by hand, or held."""
        if not self.left_out:
            return ()
        taken_up = {row.instalment for row in self.considerations}
        lacking = {each.items[0] for each in self.session.agenda.instalments if each.key not in taken_up}
        return tuple(each for each in self.left_out if each.item in lacking or each.item not in self.session.agenda)

    def _repr_html_(self) -> str:
        taken_up = ((meeting, self.rows(meeting)) for meeting in self.meetings)
        original = self.session.original
        caption = self.session.body.title.best(original) or self.session.key
        return programme_table(caption, self.session.agenda, original, taken_up)

    @cached_property
    def _meetings(self) -> Known[Meeting]:
        return Known("meeting", {meeting.key: meeting for meeting in self.meetings})

    def meeting(self, key: str) -> Meeting:
        """Return the meeting of this key, as this programme holds it.

        Raises:
            UnknownName: there is none.
        """
        return self._meetings[key]

    @cached_property
    def _by_meeting(self) -> dict[str, tuple[Consideration, ...]]:
        return grouped((row.meeting, row) for row in self.considerations)

    def rows(self, meeting: Meeting) -> tuple[Consideration, ...]:
        """Return what is taken up in a meeting, in order."""
        return self._by_meeting.get(meeting.key, ())

    def items(self, row: Consideration) -> tuple[AgendaItem, ...]:
        """Return the items of a row: one, or several considered jointly."""
        return self.session.agenda.items_in(row.instalment)

    def firm(self, row: Consideration) -> bool:
        """Return whether the hours of a row are a promise."""
        return row.instalment in self._firm

    @cached_property
    def _firm(self) -> frozenset[str]:
        agenda = self.session.agenda
        return frozenset(each.key for each in agenda.instalments if any(item.firm for item in agenda.items_of(each)))

    @cached_property
    def _spared(self) -> frozenset[str]:
        """The keys of the instalments that are left out and may be."""
        agenda = self.session.agenda
        items = {each.item for each in self.left_out if each.item in agenda and agenda[each.item].priority}
        return frozenset(
            part.key for part in agenda.instalments if part.items[0] in items and part.key not in self._by_instalment
        )

    def spares(self, *facts: object) -> bool:
        """Return whether one of some facts, such as those of a case, is an item or an instalment that is left out.

        Of a fact that is several, all are.
        """
        parts = map(self.session.agenda.parts_of, facts if self._spared else ())
        return any(each and all(part.key in self._spared for part in each) for each in parts)

    def takes_place(self, meeting: Meeting) -> bool:
        """Return whether a meeting sits, and takes up something; or is kept though nothing is known of that yet."""
        return meeting.sits and (meeting.kept or meeting.key in self._by_meeting or meeting.key in self.begun)

    def number(self, meeting: Meeting) -> int | None:
        """Return the number of a meeting in its forum, counting those that take place; None for another.

        A number fixed by an earlier part of the session is kept, and counting continues from it.
        """
        return self._numbers.get(meeting.key)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return numbers_of(filter(self.takes_place, self.meetings))

    def was_held(self, meeting: Meeting) -> bool:
        """Return whether a meeting is over: it has a record, or the programme is of a later moment."""
        if any(actual.meeting == meeting.key for actual in self.actuals):
            return True
        return self.as_of is not None and meeting.sits and meeting.closes <= self.as_of

    @cached_property
    def begun(self) -> frozenset[str]:
        """The keys of the meetings that really took up something."""
        return frozenset(each.meeting for each in self.actuals if each.outcome is not Outcome.NOT_REACHED)

    @cached_property
    def with_rows(self) -> Mapping[str, Meeting]:
        """The meetings that take up something, or really did, by key."""
        return {each.key: each for each in self.meetings if each.key in self._by_meeting or each.key in self.begun}

    @cached_property
    def _by_instalment(self) -> dict[str, tuple[Consideration, ...]]:
        return grouped((row.instalment, row) for row in sorted(self.considerations, key=self._position))

    def of(self, unit: Unit) -> tuple[Consideration, ...]:
        """Return the considerations of an item (with all below it) or of an instalment, in order of time."""
        instalments = self.session.agenda.instalments_of(unit)
        if len(instalments) == 1:
            return self._by_instalment.get(instalments[0].key, ())
        rows = (row for each in instalments for row in self._by_instalment.get(each.key, ()))
        return tuple(sorted(rows, key=self._position))

    def continued(self, row: Consideration) -> bool:
        """Return whether an item of this row goes on from an earlier meeting of the same forum.

        The rooms in which groups meet are one forum here: a group goes on in any of them. A cancelled meeting does not
        count. Of several rows of an item in one meeting, only the first goes on.
        """
        return row in self._continued

    @cached_property
    def _continued(self) -> frozenset[Consideration]:
        begun: set[tuple[str | None, str]] = set()
        continued: set[Consideration] = set()
        groups = {forum.key for forum in self.session.forums if forum.is_group}
        for meeting in self.meetings:
            here: set[tuple[str | None, str]] = set()
            forum = None if meeting.forum in groups else meeting.forum
            for row in self.rows(meeting):
                items = {(forum, item) for item in self._items_of[row.instalment]}
                if items & begun and not items <= here:
                    continued.add(row)
                here |= items
            if not meeting.cancelled:
                begun |= here
        return frozenset(continued)

    def opened(self, unit: Unit) -> When:
        """Return when a unit is opened: exactly, or as far as its rows tell.

        Raises:
            NotTakenUp: it has no row.
        """
        return self._when(self._rows_of(unit)[0], end=False)

    def concluded(self, unit: Unit) -> When:
        """Return when a unit is concluded: exactly, or as far as its rows tell.

        Raises:
            NotTakenUp: it has no row.
        """
        return max((self._when(row, end=True) for row in self._rows_of(unit)), key=lambda when: when.sorting)

    def _rows_of(self, unit: Unit) -> tuple[Consideration, ...]:
        rows = self.of(unit)
        if not rows:
            raise NotTakenUp(unit.key)
        return rows

    def _when(self, row: Consideration, *, end: bool) -> When:
        meeting = self.meeting(row.meeting)
        exact = row.closes if end else row.opens
        place = self.rows(meeting).index(row)
        earliest, latest = (exact, exact) if exact else (meeting.opens, meeting.closes)
        return When(earliest, latest, meeting.forum, (meeting.opens, place, int(end)))

    def _position(self, row: Consideration) -> tuple[DateTime, str, int]:
        meeting = self.meeting(row.meeting)
        return meeting.opens, meeting.key, self.rows(meeting).index(row)

    @cached_property
    def _items_of(self) -> dict[str, frozenset[str]]:
        """The items of each instalment; one that repeats an item goes on from nothing but itself."""
        agenda = self.session.agenda
        again = {item.key for item in agenda if item.repeats}
        return {
            each.key: frozenset({each.key} if each.items[0] in again else each.items) for each in agenda.instalments
        }
