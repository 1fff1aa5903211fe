"""Sessions with a conflict planted in them."""

from __future__ import annotations

import random

import pendulum

from tests.sessions import ZONE
from wgsched.model import (
    Agenda,
    AgendaItem,
    Body,
    ConferenceServices,
    Duration,
    ItemNumber,
    Meeting,
    Place,
    Rule,
    Session,
    Takes,
    Text,
)
from wgsched.rules import ConcludedBy, InMeetings, NotBefore, Precedes, Undivided

FIRST = pendulum.date(2026, 6, 1)


def crowded(days: int, meetings: int, items: int, seed: int, *, cases: int = 0) -> Session:
    """Return a session that can be planned, with about so many cases of rules of its own: all keep one hidden order."""
    dice = random.Random(seed)
    sittings = tuple(_meetings(days, meetings))
    total = 180 * len(sittings)
    lengths = _lengths(dice, items, total * 9 // 10)
    agenda = Agenda(
        tuple(
            AgendaItem(str(n), ItemNumber.parse(str(n)), Text(en=f"Subject {n}"), takes=Takes(Duration(length)))
            for n, length in enumerate(lengths, start=1)
        )
    )
    rules = tuple(_rules(dice, lengths, sittings, cases))
    dates = tuple(dict.fromkeys(meeting.date for meeting in sittings))
    services = ConferenceServices(meetings_a_day=meetings, pause=0)
    place = Place("vienna", Text(en="Vienna"), ZONE)
    body = Body(Text(en="Committee on Tests"))
    return Session("crowded", body, place, dates, sittings, agenda, services=services, rules=rules)


def _meetings(days: int, each: int):
    date, found = FIRST, 0
    while found < days:
        if date.weekday() < 5:
            found += 1
            for hour in (9, 12, 15)[:each]:
                opens = pendulum.datetime(date.year, date.month, date.day, hour, tz=ZONE)
                yield Meeting(f"{date}-{hour}", "plenary", opens, opens.add(hours=3))
        date = date.add(days=1)


def _lengths(dice: random.Random, items: int, total: int) -> list[int]:
    decomposed = [dice.uniform(0.5, 1.5) for _ in range(items)]
    return [max(15, int(total * share / sum(decomposed)) // 15 * 15) for share in decomposed]


def _rules(dice: random.Random, lengths: list[int], sittings: tuple[Meeting, ...], cases: int):
    order = dice.sample(range(len(lengths)), len(lengths))
    opened, at = {}, 0
    for index in order:
        opened[index] = at
        at += lengths[index]
    for _ in range(cases):
        first, second = sorted(dice.sample(range(len(lengths)), 2), key=opened.__getitem__)
        choice = dice.random()
        if choice < 0.4:
            yield Precedes(str(first + 1), str(second + 1))
        elif choice < 0.7:
            meeting = sittings[(opened[first] + lengths[first] - 1) // 180]
            yield ConcludedBy(str(first + 1), meeting.closes.add(days=dice.randrange(2)))
        else:
            meeting = sittings[opened[second] // 180]
            yield NotBefore(str(second + 1), meeting.opens.subtract(days=dice.randrange(2)))


def plant(session: Session, seed: int) -> Session:
    """Return the session with rules added that cannot all hold."""
    dice = random.Random(seed)
    return session.with_rules(*dice.choice((_ring, _crossed, _crush, _chain, _packed))(dice, session))


def _numbers(dice: random.Random, session: Session, number: int) -> list[str]:
    return dice.sample([each.key for each in session.agenda.instalments], number)


def _ring(dice: random.Random, session: Session) -> list[Rule]:
    """Each waits for the next, and the last for the first."""
    items = _numbers(dice, session, dice.randint(2, 4))
    return [Precedes(one, other) for one, other in zip(items, [*items[1:], items[0]], strict=True)]


def _crossed(dice: random.Random, session: Session) -> list[Rule]:
    """The earlier may begin only when the later must be over."""
    one, other = _numbers(dice, session, 2)
    middle = session.meetings[len(session.meetings) // 2].opens
    needed = sum(session.minutes_of(session.agenda.instalment(key)) for key in (one, other))
    late = middle.add(minutes=min(60, needed - 15))
    return [Precedes(one, other), NotBefore(one, middle), ConcludedBy(other, late)]


def _crush(dice: random.Random, session: Session) -> list[Rule]:
    """More must be over by an hour than there is time before it."""
    meeting = session.meetings[dice.randint(0, max(0, len(session.meetings) // 4 - 1))]
    room = sum(each.minutes for each in session.meetings if each.closes <= meeting.closes)
    rules, minutes = [], 0
    for each in dice.sample(session.agenda.instalments, len(session.agenda.instalments)):
        if minutes <= room:
            rules.append(ConcludedBy(each.key, meeting.closes))
            minutes += session.minutes_of(each)
    return rules


def _chain(dice: random.Random, session: Session) -> list[Rule]:
    """Three that are never divided, one after another, in one meeting that is too short for them."""
    items = sorted(_numbers(dice, session, 3), key=lambda key: session.minutes_of(session.agenda.instalment(key)))
    meeting = session.meetings[-1]
    rules: list[Rule] = [Undivided(key) for key in items]
    rules += [Precedes(items[0], items[1]), Precedes(items[1], items[2])]
    needed = sum(session.minutes_of(session.agenda.instalment(key)) for key in items)
    late = meeting.closes.subtract(minutes=min(150, max(15, needed - 15)))
    return [*rules, NotBefore(items[0], late)]


def _packed(dice: random.Random, session: Session) -> list[Rule]:
    """Items that are never divided, in two meetings that would have the minutes, but not in two pieces."""
    meetings = tuple(each.key for each in dice.sample(session.meetings, 2))
    rules: list[Rule] = []
    minutes: list[int] = []
    for each in dice.sample(session.agenda.instalments, len(session.agenda.instalments)):
        if not minutes or _packs(minutes):
            minutes.append(session.minutes_of(each))
            rules += [InMeetings(each.key, meetings), Undivided(each.key)]
    return rules


def _packs(minutes: list[int]) -> bool:
    """Return whether these fit into two meetings of three hours without being divided."""
    sums = {0}
    for each in minutes:
        sums |= {total + each for total in sums}
    return any(total <= 180 and sum(minutes) - total <= 180 for total in sums)
