"""Better no free time while there is business."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from pendulum import DateTime

from wgsched.model import (
    Desk,
    Forum,
    Instalment,
    Meeting,
    Preference,
    Programme,
    Quantity,
    Sentence,
    Session,
)
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.gate import instant
from wgsched.model.ranks import Rank, after_groups, ranks
from wgsched.model.reading import awaited_until, counted
from wgsched.model.waiting import waits_until


@dataclass(frozen=True)
class DeadTime(Preference):
    """A forum should leave no time free before its last business; each free minute before that counts 1.

    Business is what is neither the report, nor the closure, nor at a promised hour, nor waits for groups to report
    back. Time that the forum leaves free afterwards counts nothing, nor does the time for which a meeting waits that
    follows something else, or whose first item is taken up upon conclusion of another. Groups meet as often as they
    need: their free time counts nothing.
    """

    code: ClassVar[str] = "dead-time"
    unit: ClassVar[tuple[str, str]] = ("free minute before the business ends", "free minutes before the business ends")
    free_time: ClassVar[bool] = True
    source: ClassVar[str] = "meetings that are not needed are given back to conference services."

    def cases(self, session: Session) -> Iterator[tuple[Forum, frozenset[Instalment]]]:
        """Yield each forum that can meet, with its business."""
        business = tuple(_business(session))
        for forum in (each for each in session.forums if not each.is_group):
            if session.meetings_of(forum.key):
                yield forum, frozenset(each for each in business if forum.key in session.forums_of(each))

    def amount(self, programme: Programme, forum: Forum, business: frozenset[Instalment]) -> int | None:
        """Return the free minutes of the meetings that count, before the last row of business."""
        meetings, keys = counted(programme, forum.key), {each.key for each in business}
        rows = [row for meeting in meetings for row in programme.rows(meeting)]
        last = [instant(row.closes) for row in rows if row.closes and row.instalment in keys]
        windows = [row.window for row in rows if row.window]
        if len(windows) < len(rows):
            return None
        if not last:
            return 0
        free = [_usable(programme, meeting, max(last)) for meeting in meetings]
        minutes = sum(each for each in free if each is not None)
        if None in free:
            return None
        return max(0, minutes - sum(_before(max(last), each.opens, each.closes) for each in windows))

    def express(self, desk: Desk, forum: Forum, business: frozenset[Instalment]) -> Quantity:
        """Ask the desk how much time is free before the last row of business."""
        return desk.idle(forum, business)

    def words(self, forum: Forum, business: frozenset[Instalment]) -> Sentence:
        """Say which forum has free time while there is business."""
        return Sentence(self.code, forum=forum)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in the morning, and in the afternoon."""
        yield Example(a_session(an_item("1")), cls(), kept={"am": "1"}, broken={"pm": "1"})


def _business(session: Session) -> Iterator[Instalment]:
    """Yield what is neither report nor closure, nor at a promised hour, nor what waits for groups."""
    waiting = set(after_groups(session))
    for instalment, rank in ranks(session).items():
        firm = any(item.firm for item in session.agenda.items_of(instalment))
        if rank <= Rank.REST and not firm and instalment not in waiting:
            yield instalment


def _usable(programme: Programme, meeting: Meeting, until: float) -> int | None:
    """Return the usable minutes of a meeting before a moment; None if it is not known when it opens.

    One that the session lets follow something else leaves no time free before that is concluded, and neither does one
    whose first item is taken up upon conclusion of another.
    """
    given = programme.session.meeting(meeting.key).opening
    opens = awaited_until(programme, replace(meeting, opening=given)) if given else waits_until(programme, meeting)
    return None if opens is None else _before(until, opens, meeting.usable.closes)


def _before(until: float, opens: DateTime, closes: DateTime) -> int:
    """Return the minutes between two moments that lie before another."""
    return max(0, int(min(instant(closes), until) - instant(opens)) // 60)
