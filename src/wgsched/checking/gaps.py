"""Time that had business when a programme was published, and has none now; and what may be taken up in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pendulum import DateTime

from wgsched.model import (
    HALF_HOUR,
    Consideration,
    EarlyEnd,
    Gap,
    Hindrance,
    Instalment,
    Meeting,
    Programme,
    Role,
    Session,
    Window,
)
from wgsched.model.lookup import grouped
from wgsched.model.ranks import Rank, ranks
from wgsched.model.reading import counted
from wgsched.preferences import DeadTime

SHORTEST = HALF_HOUR.expected.minutes
"""Minutes. What is shorter is no gap: no part of an item is either."""


def gaps(programme: Programme, published: Programme, moment: DateTime | None = None) -> tuple[Gap, ...]:
    """Return the time from a moment on that had business when it was published, and has none in a later programme.

    Only time before the last business of its forum counts, and only meetings that are not optional. What was published
    empty is no gap. A meeting that has begun is none if it adjourns when its business ends early.
    """
    was = grouped((row.meeting, row) for row in announced(published))
    every_gap = (
        gap
        for forum in programme.session.forums
        for meeting in _before_business_ends(programme, forum.key)
        for gap in _gaps_of(programme, meeting, was.get(meeting.key, ()), moment)
    )
    return tuple(sorted(every_gap, key=lambda gap: (gap.opens, gap.meeting)))


def free_minutes(programme: Programme) -> int:
    """Return how many minutes are free before the business of each forum ends; 0 where hours are lacking."""
    preference = DeadTime()
    return sum(preference.amount(programme, *case) or 0 for case in preference.cases(programme.session))


def follower(programme: Programme, gap: Gap) -> Instalment | None:
    """Return what is taken up next after a gap in the same forum."""
    forum = programme.meeting(gap.meeting).forum
    meetings = (each for each in programme.meetings if each.forum == forum)
    rows = [row for each in meetings for row in programme.rows(each)]
    after = [row for row in rows if _opens(programme, row) >= gap.closes]
    first = min(after, key=lambda row: _opens(programme, row), default=None)
    return programme.session.agenda.instalment(first.instalment) if first else None


def hindrance(programme: Programme, gap: Gap, moment: DateTime | None = None) -> Hindrance | None:
    """Return why what follows a gap is not taken up in it unasked; None where it may be."""
    instalment = follower(programme, gap)
    if instalment is None:
        return Hindrance.NOTHING
    if bar := bars(programme.session, instalment, (moment or gap.opens)):
        return bar
    opened, here = programme.of(instalment)[0], programme.meeting(gap.meeting)
    if _opens(programme, opened) < gap.opens:
        return Hindrance.RULES
    if opened.meeting not in (here.key, *following(programme, here)):
        return Hindrance.DAY
    return Hindrance.NOTICE if is_short(programme.session, gap.opens, moment) else None


def bars(session: Session, instalment: Instalment, moment: DateTime) -> Hindrance | None:
    """Return what an instalment is that is never moved forward: promised, an election, the report, a decision.

    Nor is one moved forward whose documents are not out in all languages on the day of a moment.
    """
    items = session.agenda.items_of(instalment)
    out = [document.out(session.languages) for item in items for document in session.documents_of(item)]
    if any(item.firm for item in items):
        return Hindrance.FIRM
    if ranks(session)[instalment] > Rank.REST or any(item.role is Role.OFFICERS for item in items):
        return Hindrance.ROLE
    if any(item.decision for item in items):
        return Hindrance.DECISION
    if any(day is None or day > moment.date() for day in out):
        return Hindrance.DOCUMENTS
    return None


def following(programme: Programme, meeting: Meeting) -> Iterator[str]:
    """Yield the next meeting of the same forum on the same day, by key, if there is one."""
    after = [each for each in counted(programme, meeting.forum) if each.opens > meeting.opens]
    yield from (each.key for each in after[:1] if each.date == meeting.date)


def is_short(session: Session, opens: DateTime, moment: DateTime | None) -> bool:
    """Return whether there is less notice than the session wants before something is taken up earlier."""
    return moment is not None and opens < moment.add(minutes=session.notice)


def announced(published: Programme) -> tuple[Consideration, ...]:
    """Return the rows that were published, with what records that came later no longer need."""
    later = (each for each in published.actuals if published.as_of is None or each.moment > published.as_of)
    return (*published.considerations, *(row for actual in later for row in actual.spared))


def _before_business_ends(programme: Programme, forum: str) -> Iterator[Meeting]:
    """Yield the meetings of a forum that count and are not optional, up to that with its last business."""
    business = _business(programme.session)
    meetings = counted(programme, forum)
    last = max(
        (
            place
            for place, each in enumerate(meetings)
            if any(_is_business(programme, row, business) for row in programme.rows(each))
        ),
        default=-1,
    )
    yield from (each for each in meetings[: last + 1] if not each.optional)


def _business(session: Session) -> set[str]:
    """Return the keys of the instalments that are business: neither report nor closure."""
    return {each.key for each, rank in ranks(session).items() if rank <= Rank.REST}


def _is_business(programme: Programme, row: Consideration, business: set[str]) -> bool:
    return row.instalment in business and not programme.firm(row)


def _gaps_of(
    programme: Programme, meeting: Meeting, was: Sequence[Consideration], moment: DateTime | None
) -> Iterator[Gap]:
    usable = meeting.usable
    if not was or (moment is not None and usable.closes <= moment):
        return
    rows = programme.rows(meeting)
    begun = moment is not None and meeting.opens < moment
    if not rows and not begun:
        yield Gap(meeting.key, usable.opens, usable.closes, dead=True)
    elif rows and not (begun and programme.session.early_end is EarlyEnd.ADJOURN):
        windows = [row.window for row in rows]
        if all(windows):
            end = _last_business(programme, meeting.forum)
            opens = max(usable.opens, moment) if moment else usable.opens
            free = _free([each for each in windows if each], opens, min(usable.closes, end))
            for each in free:
                yield from _emptied(meeting, each, [row.window for row in was if row.window])


def _last_business(programme: Programme, forum: str) -> DateTime:
    """Return when the last business of a forum ends."""
    business = _business(programme.session)
    rows = (row for each in counted(programme, forum) for row in programme.rows(each))
    return max(
        row.closes or programme.meeting(row.meeting).closes for row in rows if _is_business(programme, row, business)
    )


def _free(windows: Sequence[Window], opens: DateTime, closes: DateTime) -> Iterator[tuple[DateTime, DateTime]]:
    """Yield the times between two moments that no window takes."""
    for each in sorted(windows, key=lambda window: window.opens):
        if opens < min(each.opens, closes):
            yield opens, min(each.opens, closes)
        opens = max(opens, each.closes)
    if opens < closes:
        yield opens, closes


def _emptied(meeting: Meeting, free: tuple[DateTime, DateTime], was: Sequence[Window]) -> Iterator[Gap]:
    """Yield what of a free time had business when it was published."""
    inside = [
        Window(max(free[0], each.opens), min(free[1], each.closes))
        for each in was
        if each.opens < free[1] and free[0] < each.closes
    ]
    joined: list[Gap] = []
    for each in sorted(inside, key=lambda window: window.opens):
        if joined and each.opens <= joined[-1].closes:
            joined[-1] = replace(joined[-1], closes=max(joined[-1].closes, each.closes))
        else:
            joined.append(Gap(meeting.key, each.opens, each.closes))
    yield from (gap for gap in joined if gap.minutes >= SHORTEST)


def _opens(programme: Programme, row: Consideration) -> DateTime:
    return row.opens or programme.meeting(row.meeting).opens
