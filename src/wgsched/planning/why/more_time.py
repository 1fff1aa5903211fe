"""Repairs that gain time: more meetings, fewer minutes, several instalments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product

import pendulum
from pendulum import Date, DateTime, Time

from wgsched.model import Ease, Instalment, Meeting, Minutes, Sentence, Session
from wgsched.model.edits import in_parts, with_meetings, with_minutes
from wgsched.model.reading import subject
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.why.probing import Trials

A_MEETING, A_DAY = 360, 240
"""What one more meeting costs, and what its being on one more day adds."""

A_FLEXIBLE_MINUTE, AN_ESTIMATED_MINUTE, A_STATED_MINUTE = 1, 3, 6
"""What it costs to take a minute from an item: one that it can do without, one that was estimated, one that was not."""

AN_INSTALMENT = 150
"""What it costs to interrupt an item."""

GRAIN, SHORTEST = 5, 15
"""Minutes by which durations are shortened, and that they keep."""

SATURDAY = 5
"""As `Date.weekday` counts."""

FEW = 4
"""So many items, meetings or days are tried."""

MOST_MEETINGS = 8
"""No more meetings than these are asked for at once."""


def least_minutes(session: Session, trials: Trials) -> Iterator[Ease]:
    """Give the items that say so the least minutes they can do with."""
    flexible = {part: session.range_of(part)[0] for part in session.agenda.instalments}
    cuts = {part: minutes for part, minutes in flexible.items() if minutes < session.minutes_of(part)}
    edited = with_minutes(session, {part.key: minutes for part, minutes in cuts.items()})
    if not cuts or not trials.fits(edited):
        return
    items = tuple(dict.fromkeys(session.agenda[part.items[0]] for part in cuts))
    was, needed = sum(session.minutes_of(part) for part in cuts), sum(cuts.values())
    sentence = Sentence("repair-flexible", items=items, n=len(items), minutes=Minutes(needed), was=Minutes(was))
    yield Ease(edited, sentence, (was - needed) * A_FLEXIBLE_MINUTE)


def shorter(session: Session, trials: Trials, parts: Iterable[Instalment]) -> Iterator[Ease]:
    """Give one item less time: as much as fits.

    Fewer minutes may not fit where more do: a part that is cut below the shortest there may be is not opened.
    """
    required = cache(lambda: desk_with(session, demands(session)).required)  # needed only where something fits
    for part in list(parts)[:FEW]:
        was = session.minutes_of(part)
        candidates = list(range((was - 1) // GRAIN * GRAIN, SHORTEST - 1, -GRAIN))

        def edited(minutes: int, part: Instalment = part) -> Session:
            return with_minutes(session, {part.key: minutes})

        def near(part: Instalment = part) -> int:
            return -(-required()[part.key].shortest // GRAIN)

        minutes = trials.soonest(candidates, edited, near)
        if minutes is not None:
            item = subject(session.agenda.items_of(part))
            sentence = Sentence("repair-shorter", item=item, minutes=Minutes(minutes), was=Minutes(was))
            yield Ease(edited(minutes), sentence, cost_of_minutes(session, part, minutes))


def cost_of_minutes(session: Session, part: Instalment, minutes: int) -> int:
    """Return what it costs to leave an instalment only so many minutes."""
    was, stated = session.minutes_of(part), session.range_of(part)[0]
    free = was - max(minutes, stated)
    dear = A_FLEXIBLE_MINUTE if minutes >= stated else AN_ESTIMATED_MINUTE if part.takes.estimate else A_STATED_MINUTE
    return free * A_FLEXIBLE_MINUTE + (was - minutes - free) * dear


def two_instalments(session: Session, trials: Trials, parts: Iterable[Instalment]) -> Iterator[Ease]:
    """Take up one item in two instalments, the first as long as a meeting or as half the item."""
    for part in [part for part in parts if part.key in part.items and session.minutes_of(part) >= 2 * SHORTEST][:FEW]:
        whole, meeting = session.minutes_of(part), session.meeting_length(session.forums_of(part)[0])
        firsts = dict.fromkeys((whole // 2 // GRAIN * GRAIN, meeting, whole - meeting))
        candidates = [(first, whole - first) for first in firsts if SHORTEST <= first <= whole - SHORTEST]
        item = session.agenda[part.items[0]]
        minutes = next((each for each in candidates if trials.fits(in_parts(session, item, each))), None)
        if minutes:
            said = tuple(Minutes(each) for each in minutes)
            sentence = Sentence("repair-instalments", item=item, n=len(said), minutes=said)
            yield Ease(in_parts(session, item, minutes), sentence, AN_INSTALMENT)


def more_meetings(session: Session, trials: Trials, parts: Iterable[Instalment]) -> Iterator[Ease]:
    """Hold one more meeting in a period that is free, else on the next day, else as few as help."""
    forums = dict.fromkeys(forum for part in parts for forum in session.forums_of(part))
    for forum in forums:
        free = list(_free(session, forum, sorted(session.days)))
        later = list(_free(session, forum, _days_after(session)))
        helpful = [each for each in free[-3 * FEW :] if trials.fits(with_meetings(session, [each]))]
        yield from (_meetings(session, forum, [each]) for each in helpful[:FEW])
        if helpful:
            continue
        if later and trials.fits(with_meetings(session, later[:1])):
            yield _meetings(session, forum, later[:1])
            continue
        tried = (_as_few(session, trials, _apart(pool)) for pool in ([*free[::-1], *later], later) if pool)
        fewest = min((some for some in tried if some), key=len, default=None)
        if fewest:
            yield _meetings(session, forum, fewest)


def _meetings(session: Session, forum: str, more: Sequence[Meeting]) -> Ease:
    """Return the session with these meetings held as well."""
    days = {each.date for each in more} - set(session.days)
    return Ease(with_meetings(session, more), _said(session, forum, more), A_MEETING * len(more) + A_DAY * len(days))


def _apart(pool: Iterable[Meeting]) -> list[Meeting]:
    """Return these meetings without those that overlap with one before them: a forum cannot hold both."""
    apart: list[Meeting] = []
    for meeting in pool:
        if not any(meeting.window.meets(other.window) for other in apart):
            apart.append(meeting)
    return apart


def _as_few(session: Session, trials: Trials, pool: Sequence[Meeting]) -> list[Meeting]:
    """Return the first few of these meetings that help, in order of time; none where all of them do not."""
    numbers = range(2, min(len(pool), MOST_MEETINGS) + 1)
    number = trials.soonest(numbers, lambda number: with_meetings(session, pool[:number]))
    return sorted(pool[: number or 0], key=lambda each: each.opens)


def _said(session: Session, forum: str, meetings: Sequence[Meeting]) -> Sentence:
    windows = tuple(meeting.window for meeting in meetings)
    of = "-of" if len(session.forums) > 1 else ""
    where = session.forum(forum)
    if len(windows) == 1:
        return Sentence(f"repair-meeting{of}", window=windows[0], forum=where)
    return Sentence(f"repair-meetings{of}", windows=windows, n=len(windows), forum=where)


def _free(session: Session, forum: str, days: Iterable[Date]) -> Iterator[Meeting]:
    """Yield a meeting for each usual period of these days in which the forum does not meet already.

    None is longer than meetings may be, if the longest of the forum are not longer either.
    """
    held = session.meetings_of(forum)
    longest = max([session.services.longest_meeting, *(each.minutes for each in held)])
    for day, (opens, closes, like) in product(days, _hours(session, forum)):
        window = _at(session, day, opens), _at(session, day if opens < closes else day.add(days=1), closes)
        window = window[0], min(window[1], window[0].add(minutes=longest))
        if not any(m.opens < window[1] and window[0] < m.closes for m in held):
            key = f"{forum}-{day.isoformat()}-{opens.strftime('%H%M')}"
            plain = replace(like or Meeting(key, forum, *window), room=None, number=None, team=None, optional=False)
            yield replace(plain, key=key, forum=forum, opens=window[0], closes=window[1])


def _hours(session: Session, forum: str) -> list[tuple[Time, Time, Meeting | None]]:
    """Return the hours of the place's periods and of the forum's meetings, each with a meeting to be like."""
    held = session.meetings_of(forum)
    hours: dict[tuple[Time, Time], Meeting | None] = {(m.opens.time(), m.closes.time()): m for m in held}
    usual = next(iter((*held, *session.meetings)), None)
    for period in session.place.periods:
        hours.setdefault((period.opens, period.closes), usual)
    return [(opens, closes, like) for (opens, closes), like in sorted(hours.items(), key=lambda each: each[0])]


def _at(session: Session, day: Date, hour: Time) -> DateTime:
    return pendulum.datetime(day.year, day.month, day.day, hour.hour, hour.minute, tz=session.zone)


def _days_after(session: Session) -> list[Date]:
    """Return the next days that are neither on a weekend nor a holiday of the place."""
    closed = {holiday.date for holiday in session.place.holidays if holiday.firm}
    following = (max(session.days).add(days=number) for number in range(1, 4 * FEW))
    return [day for day in following if day.weekday() < SATURDAY and day not in closed][:FEW]
