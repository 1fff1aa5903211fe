"""Sittings in order of time: halves of the day by order, ends by the next beginning, events apart, doubles joined."""

from __future__ import annotations

import datetime
from itertools import pairwise

from wgsched.model.lookup import grouped
from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts, ReadEvent, ReadRow, ReadSitting
from wgsched.reading.grammar.hours import AFTERNOON, DAY, MORNING, NOON
from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists

Periods = tuple[tuple[int, int], ...]

EARLIEST = 7 * 60
"""Nothing begins before seven in the morning; ``1.00`` without a mark is one in the afternoon."""

LATEST = 20 * 60
"""An hour without a mark is never taken for one after eight in the evening."""

EVENING = 17 * 60
"""What opens from here on may close after midnight."""

LONGEST_SERVED = 180
PAUSE = 90
"""Minutes that a team of interpreters serves at a time, and rests between two meetings."""

LONGEST_EVENT = 90
LONGEST_LUNCH = 180
STEP = 30
USUAL = 60
"""Minutes of what has no end and nothing after it."""


def settle(facts: Facts, words: WordLists, account: Account, usual: Periods, *, known: bool = False) -> None:
    """Bring the sittings into order, without what is no meeting; ``usual`` are the periods of the place.

    ``known`` says that the meetings are those of a session that is known, so that none is joined or put elsewhere.
    """
    facts.sittings = [each for each in facts.sittings if each.day and each.rows]
    for each in facts.sittings:
        _unknown(each, account, usual)
    _halves(facts.sittings, account)
    _ends(facts.sittings, account)
    facts.sittings = [each for each in facts.sittings if _lasts(each, account)]
    if not known:
        _events(facts, words, account)
    facts.sittings.sort(key=lambda each: (each.day or datetime.date.min, each.opens, each.closes or 0))
    if known:
        _joined(facts)
        return
    _in_rooms(facts, account)
    _joined(facts)
    _merge(facts)
    _apart(facts, account)
    for sitting in facts.sittings:
        sitting.rows = _undoubled(sitting.rows, account)


def _halves(sittings: list[ReadSitting], account: Account) -> None:
    """Say which hours without a mark are after noon: those too early, and those that would run backwards."""
    before: dict[tuple[datetime.date | None, str, str], int] = {}
    for each in sittings:
        key = (each.day, each.forum, each.room)
        if key in before and each.opens < before[key] and (each.sure or each.opens + NOON >= LATEST):
            account.refused(
                each.place, each.rows[0].title, f"{_clock(each.opens)} is listed after {_clock(before[key])}"
            )
        if key in before and each.opens == before[key] and each.closes is None:
            account.refused(each.place, each.rows[0].title, f"{_clock(each.opens)} is listed twice")
        late = each.opens < EARLIEST or (each.opens < before.get(key, 0) and each.opens < NOON)
        if not each.sure and late and before.get(key, 0) <= each.opens + NOON < LATEST:
            each.opens += NOON
            if each.closes is not None and each.closes < each.opens:
                each.closes += NOON
            account.inferred(each.place, "", f"{_clock(each.opens)}, after noon because of the order of the hours")
        before[key] = max(before.get(key, 0), each.opens)


def _ends(sittings: list[ReadSitting], account: Account) -> None:
    """Give an end to what has only a beginning: the next beginning on that day, else an hour later."""
    for each in sittings:
        if each.closes is not None:
            continue
        later = [one.opens for one in sittings if one.day == each.day and one.opens > each.opens
                 and (each.in_line or (one.forum, one.room) == (each.forum, each.room))]  # fmt: skip
        each.closes, each.printed = min(later, default=min(DAY, each.opens + USUAL)), False
        reason = "the next begins" if later else "nothing follows, and an hour is usual"
        account.inferred(each.place, "", f"until {_clock(each.closes)}, when {reason}" if later else
                        f"until {_clock(each.closes)}: {reason}")  # fmt: skip


def _unknown(sitting: ReadSitting, account: Account, usual: Periods) -> None:
    """Give hours to a day without any: from the usual opening, as long as its rows or as the usual day."""
    if sitting.opens >= 0:
        return
    sitting.printed = False
    if sitting.opens in (MORNING, AFTERNOON):
        sitting.opens, sitting.closes = usual[0] if sitting.opens == MORNING else usual[-1]
        hours = f"{_clock(sitting.opens)}-{_clock(sitting.closes)}"
        account.inferred(sitting.place, "", f"the hours {hours}, usual at the place: the paper names half a day")
        return
    printed = sum(row.minutes or 0 for row in sitting.rows)
    whole = all(row.minutes for row in sitting.rows)
    sitting.opens, last = usual[0][0], usual[-1][1]
    sitting.closes = min(DAY, sitting.opens + printed + (0 if whole else STEP))
    sitting.closes = sitting.closes if whole else max(last, sitting.closes)
    hours = f"{_clock(sitting.opens)}-{_clock(sitting.closes)}"
    account.inferred(sitting.place, "", f"the hours {hours}, from those usual at the place: the paper says none")


def _merge(facts: Facts) -> None:
    """Make one meeting of rows that follow each other, each with short hours of its own: these are their minutes."""
    merged: list[ReadSitting] = []
    for each in facts.sittings:
        last = next((one for one in reversed(merged) if (one.day, one.forum, one.room) ==
                     (each.day, each.forum, each.room)), None)  # fmt: skip
        short = len(each.rows) == 1 and each.minutes <= LONGEST_EVENT
        if short and not each.rows[0].minutes:
            each.rows[0].minutes = each.minutes
            follows = last and last.closes == each.opens and (each.closes or 0) <= DAY and last.rows[-1].minutes
            if last and follows and not any(_same(one, each.rows[0]) for one in last.rows):
                last.closes = each.closes
                last.rows.append(each.rows[0])
                continue
        merged.append(each)
    facts.sittings = merged


def _lasts(sitting: ReadSitting, account: Account) -> bool:
    if sitting.closes is not None and sitting.closes <= EARLIEST and sitting.opens >= EVENING:
        sitting.closes += DAY
    latest = DAY + EARLIEST if sitting.opens >= EVENING else DAY
    if sitting.minutes > 0 and sitting.closes is not None and sitting.closes <= latest:
        return True
    hours = f"{_clock(sitting.opens)}-{_clock(sitting.closes or 0)}"
    account.refused(sitting.place, sitting.rows[0].title, f"the hours {hours} run backwards")
    return False


def _events(facts: Facts, words: WordLists, account: Account) -> None:
    """Take out what is no meeting: rows alone in their hours, without a number, that are named like an event."""
    kept, events = list[ReadSitting](), list[tuple[ReadSitting, ReadRow]]()
    for each in facts.sittings:
        only = each.rows[0]
        longest = LONGEST_LUNCH if words.has("lunch", only.title) else LONGEST_EVENT
        named = words.has("event", only.title) and each.minutes <= longest
        if not each.typed and len(each.rows) == 1 and not only.numbers and not only.continued and named and each.day:
            title = " ".join(only.title.split())
            facts.events.append(ReadEvent(each.day, each.opens, each.closes or 0, title, each.room))
            events.append((each, only))
            account.inferred(only.place, only.title, "an event, which is not planned, from its name and its hours")
        else:
            kept.append(each)
    facts.sittings = kept
    for event, row in events:
        other = next((one for one in kept if one.forum == event.forum and one.meets(event)), None)
        if other:
            hours, taken = (f"{_clock(one.opens)}-{_clock(one.closes or 0)}" for one in (event, other))
            title = " ".join(other.rows[0].title.split())
            account.refused(row.place, row.title, f"{hours} overlaps {taken}, {title}")


def _in_rooms(facts: Facts, account: Account) -> None:
    """Take rooms for forums where no forum is named and the hours of different rooms overlap."""
    own = [each for each in facts.sittings if each.room and not each.forum]
    parallel = any(one.room != other.room and one.meets(other) for one, other in pairwise(own))
    for each in own if parallel else ():
        each.forum = each.room
    if parallel:
        account.inferred("", "", "a forum for each room, since the hours of rooms overlap")


def _joined(facts: Facts) -> None:
    """Join sittings of a forum in the very same hours."""
    by_time: dict[tuple[object, ...], ReadSitting] = {}
    for each in facts.sittings:
        key = (each.day, each.opens, each.closes, each.forum)
        if key in by_time:
            by_time[key].rows.extend(each.rows)
        else:
            by_time[key] = each
    facts.sittings = list(by_time.values())


def _apart(facts: Facts, account: Account) -> None:
    """Give what overlaps in one forum a forum of its own: nobody can sit in two meetings at once."""
    reached: dict[tuple[datetime.date | None, str], int] = {}
    for each in facts.sittings:
        forum, number = each.forum, 1
        while reached.get((each.day, forum), 0) > each.opens:
            number += 1
            forum = f"{each.forum} {number}".strip()
        if forum != each.forum:
            account.refused(each.place, each.rows[0].title,
                           f"its hours, {_clock(each.opens)}-{_clock(each.closes or 0)}, overlap others; it is put "
                           f"beside them as “{forum}”")  # fmt: skip
            each.forum = forum
        reached[each.day, forum] = each.closes or 0


def _undoubled(rows: list[ReadRow], account: Account) -> list[ReadRow]:
    """Join rows of one meeting that name the same items with the same title: an item is taken up once in it."""
    kept: list[ReadRow] = []
    for row in rows:
        if any(_same(one, row) for one in kept):
            account.refused(row.place, row.title, "the meeting has this row already; they are taken as one")
        else:
            kept.append(row)
    return kept


def _same(one: ReadRow, other: ReadRow) -> bool:
    titles = {low(" ".join(row.title.split())) for row in (one, other)}
    return one.numbers == other.numbers and (len(titles) == 1 or (bool(one.numbers) and not other.title))


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def fits_a_team(sittings: list[ReadSitting]) -> bool:
    """Return whether one team of interpreters could serve all: twice a day, three hours each, with a pause between."""
    by_day = grouped((each.day, each) for each in sittings)
    return all(
        len(day) <= 2 and all(each.minutes <= LONGEST_SERVED for each in day)
        and all(other.opens - (one.closes or 0) >= PAUSE for one, other in pairwise(day))
        for day in by_day.values()
    )  # fmt: skip
