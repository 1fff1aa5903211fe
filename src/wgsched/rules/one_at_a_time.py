"""A forum takes up one item at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Instalment, Meeting, Minutes, Programme, Rule, Sentence, Session, Window
from wgsched.model.example import Example, a_meeting, a_session
from wgsched.model.gate import instant
from wgsched.model.reading import meetings_of


@dataclass(frozen=True)
class OneAtATime(Rule):
    """A forum takes up one item at a time."""

    code: ClassVar[str] = "one-at-a-time"
    ground: ClassVar[bool] = True
    source: ClassVar[str] = "what a meeting is; items considered jointly are one consideration."

    def cases(self, session: Session) -> Iterator[tuple[Forum]]:
        """Yield each forum."""
        yield from ((forum,) for forum in session.forums)

    def post(self, desk: Desk, forum: Forum) -> None:
        """Keep the items of the forum apart."""
        desk.one_at_a_time(forum)

    def holds(self, programme: Programme, forum: Forum) -> bool | None:
        """Return whether no two rows share time; without hours, whether more is taken up than meetings can hold."""
        meetings = [meeting for meeting in programme.meetings if meeting.forum == forum.key]
        windows = [row.window for meeting in meetings for row in programme.rows(meeting)]
        known = [window for window in windows if window is not None]
        if any(earlier.meets(later) for earlier, later in pairwise(sorted(known, key=_by_hour))):
            return False
        if len(known) == len(windows):
            return True
        if any(_overfull(programme, meetings)):
            return False
        return None if any(len(programme.rows(meeting)) > 1 for meeting in meetings) else True

    def words(self, forum: Forum) -> Sentence:
        """Say which forum takes one item at a time."""
        return Sentence(self.code, forum=forum)

    def deviation(self, programme: Programme, forum: Forum) -> Sentence | None:
        """Say which items are taken up at once, or need more minutes than their meetings have."""
        meetings = [meeting for meeting in programme.meetings if meeting.forum == forum.key]
        rows = [(row.window, row) for meeting in meetings for row in programme.rows(meeting) if row.window]
        for (hours, earlier), (others, later) in pairwise(sorted(rows, key=lambda row: _by_hour(row[0]))):
            if hours.meets(others):
                items = tuple(dict.fromkeys((*programme.items(earlier), *programme.items(later))))
                return Sentence("found-at-once", items=items, meeting=programme.meeting(later.meeting))
        return next(_overfull(programme, meetings), None)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two items one after the other, and at once."""
        yield Example(a_session(meetings=(a_meeting("am"),)), cls(), kept={"am": "1 2"}, broken={"am": "1+2 -"})


def _by_hour(window: Window) -> tuple[float, float]:
    return instant(window.opens), instant(window.closes)


def _overfull(programme: Programme, meetings: list[Meeting]) -> Iterator[Sentence]:
    """Yield each run of meetings of which the items taken up only there need more minutes than it has."""
    ordered = sorted(meetings, key=lambda each: each.opens)
    inside = {meeting.key: index for index, meeting in enumerate(ordered)}
    spans = [(min(span), max(span), each, minutes) for span, each, minutes in _spans(programme, inside)]
    runs = {(low, high) for low, *_ in spans for _, high, *_ in spans if low <= high}
    for first, last in sorted(runs, key=lambda run: (run[1] - run[0], run)):
        within = [(each, minutes) for low, high, each, minutes in spans if first <= low and high <= last]
        needed, run = sum(minutes for _, minutes in within), tuple(ordered[first : last + 1])
        there = sum(meeting.usable.minutes for meeting in run)
        if needed > there:
            items = tuple(item for each, _ in within for item in programme.session.agenda.items_of(each))
            yield Sentence("found-overfull", items=items, meetings=run, needed=Minutes(needed), there=Minutes(there))


def _spans(programme: Programme, inside: dict[str, int]) -> Iterator[tuple[list[int], Instalment, int]]:
    for instalment in programme.session.agenda.instalments:
        span = [inside[meeting.key] for meeting in meetings_of(programme, instalment) if meeting.key in inside]
        if span:
            yield span, instalment, programme.session.range_of(instalment)[0]
