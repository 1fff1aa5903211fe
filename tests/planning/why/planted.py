"""Feasible random sessions, and a conflict of a known kind planted in each: what stands against what is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from tests.planning.why.conflicts import crowded
from wgsched.model import (
    SIX,
    Document,
    Forum,
    Holiday,
    Participant,
    Rows,
    Session,
    Text,
    Window,
)
from wgsched.model.edits import with_minutes
from wgsched.rules import (
    ConcludedBy,
    InMeetings,
    KeptFree,
    MeetingsInAll,
    NotBefore,
    OpensAt,
    Precedes,
    Undivided,
)


@dataclass(frozen=True)
class Planted:
    """A session without a programme, and the codes of rules or sentences of which at least one must be named."""

    session: Session
    named: frozenset[str]


def feasible(luck: Random) -> Session:
    """Return a session of two or three days that can be planned, with a few rules of its own."""
    return crowded(luck.choice((2, 3)), 2, luck.randint(5, 8), luck.randrange(10**6), cases=luck.randint(0, 4))


def planted(seed: int) -> Planted:
    """Return a session with a conflict; the kinds come in turn."""
    luck = Random(seed)
    kind = list(KINDS.values())[seed % len(KINDS)]
    session, codes = kind(luck, feasible(luck))
    return Planted(session, frozenset(codes.split()))


def _two(luck: Random, session: Session) -> list[str]:
    return luck.sample([each.key for each in session.agenda.instalments], 2)


def _ring(luck: Random, session: Session) -> tuple[Session, str]:
    """Two items wait for each other."""
    one, other = _two(luck, session)
    return session.with_rules(Precedes(one, other), Precedes(other, one)), "precedes"


def _crossed(luck: Random, session: Session) -> tuple[Session, str]:
    """An item may begin only after it must be over."""
    key = luck.choice(session.agenda.instalments).key
    middle = session.meetings[len(session.meetings) // 2].opens
    return session.with_rules(NotBefore(key, middle), ConcludedBy(key, middle)), "not-before concluded-by"


def _crush(luck: Random, session: Session) -> tuple[Session, str]:
    """More must be over by the end of the first meeting than there is time in it."""
    first, rules, minutes = session.meetings[0], [], 0
    for each in luck.sample(session.agenda.instalments, len(session.agenda.instalments)):
        if minutes <= first.minutes:
            rules.append(ConcludedBy(each.key, first.closes))
            minutes += session.minutes_of(each)
    return session.with_rules(*rules), "concluded-by"


def _too_long(luck: Random, session: Session) -> tuple[Session, str]:
    """An item that is longer than a meeting is never divided."""
    longest = max(session.agenda.instalments, key=session.minutes_of)
    longer = with_minutes(session, {longest.key: max(195, session.minutes_of(longest))})
    return longer.with_rules(Undivided(longest.key)), "undivided too-little-time"


def _absent(luck: Random, session: Session) -> tuple[Session, str]:
    """A minister who speaks on an item comes only when nothing meets."""
    key, meeting = luck.choice(session.agenda.instalments).key, luck.choice(session.meetings)
    lunch = Window(meeting.closes, meeting.closes.add(minutes=30))
    who = Participant("minister", Text(en="the Minister"), (key,), (lunch,))
    return replace(session, participants=(who,)), "available"


def _closed(luck: Random, session: Session) -> tuple[Session, str]:
    """A day of the session is a holiday, and its time is needed."""
    day = luck.choice(session.days)
    return replace(session, place=replace(session.place, holidays=(Holiday(day, Text(en="Feast")),))), "holidays-free"


def _kept_free(luck: Random, session: Session) -> tuple[Session, str]:
    """Meetings whose time is needed are kept free."""
    some = tuple(each.key for each in luck.sample(session.meetings, len(session.meetings) // 2))
    return session.with_rules(KeptFree(some)), "kept-free"


def _late(luck: Random, session: Session) -> tuple[Session, str]:
    """The document for a decision is out after the session."""
    item = luck.choice(session.agenda.items)
    out = session.days[-1].add(days=1)
    late = Document("A/1", items=(item.key,), issued=tuple((language, out) for language in SIX))
    items = tuple(replace(each, decision=True) if each is item else each for each in session.agenda)
    return replace(session, documents=(late,), agenda=type(session.agenda)(items)), "documents-out"


def _speechless(luck: Random, session: Session) -> tuple[Session, str]:
    """An item needs a language that no meeting has."""
    item = luck.choice(session.agenda.items)
    items = tuple(replace(each, languages=("en", "sw")) if each is item else each for each in session.agenda)
    return replace(session, agenda=type(session.agenda)(items)), "languages-there"


def _typed(luck: Random, session: Session) -> tuple[Session, str]:
    """An item is typed as the first of a meeting before which it may not be taken up."""
    key, meeting = luck.choice(session.agenda.instalments).key, session.meetings[0]
    typed = Rows(meeting.key, (key,), open_ended=True)
    rules = NotBefore(key, session.meetings[1].opens)
    return replace(session.with_rules(rules), organization=(typed,)), "typed-rows not-before"


def _at_once(luck: Random, session: Session) -> tuple[Session, str]:
    """Two items are promised the same hour."""
    hour = luck.choice(session.meetings).opens
    return session.with_rules(*(OpensAt(key, hour) for key in _two(luck, session))), "opens-at"


def _few(luck: Random, session: Session) -> tuple[Session, str]:
    """Fewer meetings may be held than are needed."""
    return session.with_rules(MeetingsInAll(len(session.meetings) // 2)), "meetings-in-all"


def _elsewhere(luck: Random, session: Session) -> tuple[Session, str]:
    """Two items share one meeting that is too short for both."""
    one, other = sorted(session.agenda.instalments, key=session.minutes_of)[-2:]
    meeting = luck.choice(session.meetings).key
    rules = (InMeetings(one.key, (meeting,)), InMeetings(other.key, (meeting,)))
    return with_minutes(session, {one.key: 105, other.key: 105}).with_rules(*rules), "in-meetings"


def _one_team(luck: Random, session: Session) -> tuple[Session, str]:
    """Two forums must meet at one hour, and only one team is there; nothing else is asked."""
    shortest = sorted(session.agenda.instalments, key=session.minutes_of)[:2]
    (key, other), meeting = luck.sample([each.key for each in shortest], 2), luck.choice(session.meetings)
    items = tuple(replace(each, forums=("beside",)) if each.key == key else each for each in session.agenda)
    beside = replace(meeting, key="beside", forum="beside", closes=meeting.opens.add(hours=3))
    rules = (InMeetings(other, (meeting.key,)),)
    forums = (*session.forums, Forum("beside", Text(en="Committee")))
    meetings = tuple(sorted((*session.meetings, beside), key=lambda each: (each.opens, each.key)))
    changed = replace(session, rules=rules, agenda=type(session.agenda)(items), forums=forums, meetings=meetings)
    return changed, "in-meetings pause-between meetings-a-day"


KINDS: Mapping[str, Callable[[Random, Session], tuple[Session, str]]] = {
    "ring": _ring,
    "crossed": _crossed,
    "crush": _crush,
    "too-long": _too_long,
    "absent": _absent,
    "closed": _closed,
    "kept-free": _kept_free,
    "late": _late,
    "speechless": _speechless,
    "typed": _typed,
    "at-once": _at_once,
    "few": _few,
    "elsewhere": _elsewhere,
    "one-team": _one_team,
}
"""What is planted, by name."""
