"""The rules that planning adds: the past does not change, and what is locked stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.model import EarlyEnd, Instalment, Meeting, Programme, Rule, Session
from wgsched.rules.adjourns import Adjourns
from wgsched.rules.meeting_stays import MeetingStays
from wgsched.rules.meetings_over import MeetingsOver
from wgsched.rules.not_before import NotBefore
from wgsched.rules.stays import Stays
from wgsched.rules.typed_rows import TypedRows


def of_the_past(over: Iterable[str], begun: Iterable[Meeting] = ()) -> Rule:
    """Return the rules for meetings, by key, that are over or cancelled, and for those that have begun."""
    return MeetingsOver(tuple(over), tuple(begun))


def of_running(left: Programme, begun: Iterable[str]) -> Iterator[Rule]:
    """Yield the rules for meetings, by key, that have begun: is free time used, and which hours are promised."""
    agenda = left.session.agenda
    for key in begun:
        here = {row.instalment for row in left.rows(left.meeting(key))}
        if left.session.early_end is EarlyEnd.ADJOURN:
            yield Adjourns(key, tuple(each.key for each in agenda.instalments if each.key not in here))
        for row in left.rows(left.meeting(key)):
            items = agenda.items_of(agenda.instalment(row.instalment))
            if row.opens is not None and any(item.firm for item in items):
                yield NotBefore(items[0].key, row.opens)


def item_stays(published: Programme, key: str) -> Iterator[Rule]:
    """Yield the rule that keeps an instalment, by key, as it was published, if it was."""
    rows = published.of(published.session.agenda.instalment(key))
    if rows:
        meetings = tuple(dict.fromkeys(row.meeting for row in rows))
        windows = tuple(row.window for row in rows if row.window)
        yield Stays(key, meetings, windows if len(windows) == len(rows) else ())


def meeting_stays(published: Programme, meeting: Meeting) -> Iterator[Rule]:
    """Yield the rules that keep a meeting as it was published, with all rows of the instalments in it."""
    keys = tuple(dict.fromkeys(row.instalment for row in published.rows(meeting)))
    for key in keys:
        yield from item_stays(published, key)
    yield MeetingStays(meeting.key, keys)


def staying(rules: Iterable[Rule]) -> frozenset[str]:
    """Return the keys of the instalments that these rules keep where they were published."""
    return frozenset(rule.instalment for rule in rules if isinstance(rule, Stays))


def typed(session: Session) -> Iterator[tuple[Meeting, tuple[Instalment, ...]]]:
    """Yield each meeting whose rows were typed by hand, with what it takes up, in order.

    Raises:
        UnknownName: a row names what is not planned.
    """
    for meeting, rows, _ in TypedRows().cases(session):
        yield meeting, tuple(instalment for instalment, _ in rows)
