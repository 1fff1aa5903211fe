"""Random small sessions with all at once: rooms to choose, strengths, people, items left out and items held again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from pendulum import Time

from tests.rules.test_random_agreement import RULES, SETTINGS
from tests.rules.test_random_agreement import a_session as a_plain_session
from tests.sessions import at, item, meeting, minutes, session
from wgsched.model import (
    Agenda,
    AgendaItem,
    ConferenceServices,
    Event,
    Forum,
    Meeting,
    Participant,
    Period,
    Preference,
    Room,
    Rule,
    ServiceBasis,
    Session,
    Strength,
    Takes,
    Text,
    Window,
    Wish,
)
from wgsched.model.items import NEVER_LEFT_OUT
from wgsched.preferences import InOneRoom, KeepARoomFree
from wgsched.rules import InABlock, InRooms, NotAtOnce, OneRoom, Precedes, SameRoom

ROOMS = ("I", "II", "III")
GRADES = ({"strength": Strength.SHOULD}, {"strength": Strength.NICE}, {"weight": 150})
FORUMS = (("plenary",), ("committee",), ("plenary", "committee"))


def a_session(luck: Random) -> Session:
    """Return a session in which rooms are chosen, some demands are only wishes, and items may be left out or repeat."""
    whole = _with_rooms(luck) if luck.random() < 0.7 else _with_teams(luck)
    agenda = Agenda(
        tuple(
            each if each.role in NEVER_LEFT_OUT else replace(each, priority=luck.choice((None, None, 1, 2)))
            for each in whole.agenda
        )
    )
    whole = replace(whole, agenda=agenda, participants=(*whole.participants, *_people(luck)))
    return _asking(luck, whole)


def _with_rooms(luck: Random) -> Session:
    """Return two or three meetings of two forums without interpretation, in three rooms that differ."""
    hours = luck.choice(((10, 10, 11), (10, 11, 15), (10, 10, 15)))
    forums = luck.choice((("plenary", "committee", "plenary"), ("plenary", "committee", "committee")))
    meetings = tuple(
        meeting(
            f"m{place}", 14, hour, luck.choice((30, 30, 30, 60)), forum=forum, basis=ServiceBasis.WITHOUT,
            kept=luck.random() < 0.3, room="I" if luck.random() < 0.15 else None,
            rooms=tuple(luck.sample(ROOMS, luck.choice((1, 2, 2, 3)))), optional=luck.random() < 0.15,
        )
        for place, (hour, forum) in enumerate(zip(hours, forums, strict=True))
    )  # fmt: skip
    more = {"events": (Event("e", Text(en="E"), at(14, 10), at(14, 11), room="III"),)} if luck.random() < 0.2 else {}
    crowd = (Participant("p", Text(en="P"), ("1",), seats=60),) if luck.random() < 0.15 else ()
    return session(
        *(_item(luck, number) for number in (1, 2)), meetings=meetings, participants=crowd, weights={"room-fits": 1},
        forums=(Forum("plenary", audience=60), Forum("committee", seats=luck.choice((0, 25)))),
        services=ConferenceServices(rooms=_rooms(luck)), **more,
    )  # fmt: skip


def _item(luck: Random, number: int) -> AgendaItem:
    needs = {"seats": luck.choice((0, 0, 40)), "features": ("screen",) if luck.random() < 0.2 else ()}
    again = {"parts": (minutes(30), minutes(30)), "repeats": True} if luck.random() < 0.2 else {}
    return replace(item(str(number), 30, forums=luck.choice(FORUMS)), **needs, **again)


def _rooms(luck: Random) -> tuple[Room, ...]:
    morning = (Window(at(14, 9), at(14, 11)),) if luck.random() < 0.2 else ()
    return (
        Room("I", seats=luck.choice((None, 30)), changeover=luck.choice((0, 0, 45))),
        Room("II", seats=50, features=("screen",), available=morning),
        Room("III", seats=luck.choice((20, 90))),
    )


def _with_teams(luck: Random) -> Session:
    """Return a session with interpretation, of any hours and zone, in which two meetings may have rooms to choose."""
    plain = a_plain_session(luck)
    where = next(each for each in SETTINGS if each.zone == plain.zone and each.days[0] == f"{plain.days[0]}")
    agenda = Agenda(
        tuple(
            replace(each, takes=each.takes and Takes(each.takes.expected), repeats=_again(luck, each))
            for each in plain.agenda
        )
    )
    meetings = (_choosing(luck, plain.meetings[0]), *plain.meetings[1:])
    asked = [rule(luck, where) for rule in luck.sample(RULES, luck.choice((1, 2)))]
    wishes = tuple(_wish(luck, rule) for rule in asked if rule.may_be_a_wish)
    return replace(plain, agenda=agenda, meetings=meetings, wishes=wishes)


def _again(luck: Random, each: AgendaItem) -> bool:
    return len(each.parts) > 1 and luck.random() < 0.5


def _choosing(luck: Random, each: Meeting) -> Meeting:
    return replace(each, room=None, rooms=tuple(luck.sample(ROOMS, 2))) if luck.random() < 0.5 else each


def _people(luck: Random) -> Iterator[Participant]:
    if luck.random() < 0.4:
        yield Participant(
            "ann",
            Text(en="Ann"),
            items=("1", "2")[: luck.choice((1, 2))],
            attends=("2",) * (luck.random() < 0.4),
            pause=luck.choice((0, 0, 30)),
            few_days=luck.random() < 0.3,
            not_first_hour=luck.random() < 0.3,
            office=luck.choice((None, Period("office", Time(10), Time(12)))),
            strength=luck.choice((None, Strength.SHOULD, Strength.NICE, Strength.MUST)),
        )


def _asking(luck: Random, whole: Session) -> Session:
    """Return a session that asks for some of what concerns rooms, conflicts and order: as a must, or as a wish."""
    forum, known = luck.choice(("plenary", "committee")), tuple(room.key for room in whole.services.rooms)
    rules: tuple[tuple[float, Rule], ...] = (
        (0.25 * bool(known), InRooms(luck.choice(("1", "2")), known[:2])), (0.3, SameRoom("2", "1")),
        (0.3, luck.choice((OneRoom(forum), InABlock(forum)))), (0.25, NotAtOnce(("1", "2"))), (0.2, Precedes("2", "1")),
    )  # fmt: skip
    preferences: tuple[tuple[float, Preference], ...] = (
        (0.3, InOneRoom(("1", "2"))), (0.3 * bool(known), KeepARoomFree(known[-1] if known else "II")),
    )  # fmt: skip
    for share, asked in (*rules, *preferences):
        if luck.random() >= share:
            continue
        if isinstance(asked, Rule) and luck.random() < 0.4:
            whole = whole.with_rules(replace(asked, weight=luck.choice((1, 3))))
        else:
            whole = whole.with_wishes(_wish(luck, asked))
    return whole


def _wish(luck: Random, asked: Rule | Preference) -> Wish:
    grade = luck.choice(GRADES)
    return Wish(asked, weight=luck.choice((1, 2)), **grade) if "strength" in grade else Wish(asked, **grade)
