"""What is better, and by how much: the usual preferences and their weights on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import cast

from wgsched.model import Preference, Session, Wish
from wgsched.model.extensions import Book
from wgsched.preferences.agenda_order_kept import AgendaOrderKept
from wgsched.preferences.days_to_avoid import DaysToAvoid
from wgsched.preferences.dead_time import DeadTime
from wgsched.preferences.divided import Divided
from wgsched.preferences.few_days import FewDays
from wgsched.preferences.few_interpreted import FewInterpreted
from wgsched.preferences.few_room_changes import FewRoomChanges
from wgsched.preferences.few_rooms import FewRooms
from wgsched.preferences.heavy_apart import HeavyApart
from wgsched.preferences.in_one_room import InOneRoom
from wgsched.preferences.keep_a_room_free import KeepARoomFree
from wgsched.preferences.last_meeting import LastMeeting
from wgsched.preferences.office_hours import OfficeHours
from wgsched.preferences.parts_near import PartsNear
from wgsched.preferences.preferred_day import PreferredDay
from wgsched.preferences.preferred_meeting import PreferredMeeting
from wgsched.preferences.preferred_period import PreferredPeriod
from wgsched.preferences.same_days import SameDays
from wgsched.preferences.seats_for_all import SeatsForAll
from wgsched.preferences.slack_kept import SlackKept

__all__ = [
    "REPLACED",
    "USUAL",
    "AgendaOrderKept",
    "DaysToAvoid",
    "DeadTime",
    "Divided",
    "FewDays",
    "FewInterpreted",
    "FewRoomChanges",
    "FewRooms",
    "HeavyApart",
    "InOneRoom",
    "KeepARoomFree",
    "LastMeeting",
    "OfficeHours",
    "PartsNear",
    "PreferredDay",
    "PreferredMeeting",
    "PreferredPeriod",
    "SameDays",
    "SeatsForAll",
    "SlackKept",
    "wishbook",
]

STANDING: tuple[Preference, ...] = (
    AgendaOrderKept(),
    Divided(),
    PartsNear(),
    DeadTime(),
    LastMeeting(),
    DaysToAvoid(),
    OfficeHours(),
    SlackKept(),
    FewInterpreted(),
    FewDays(),
    FewRoomChanges(),
    FewRooms(),
    SeatsForAll(),
)
"""The preferences of every session; a weight of 0 leaves one out."""

ON_DEMAND: tuple[type[Preference], ...] = (
    PreferredMeeting,
    PreferredDay,
    PreferredPeriod,
    HeavyApart,
    SameDays,
    InOneRoom,
    KeepARoomFree,
)
"""The preferences that a session wishes for, with the items they speak about."""

USUAL: Mapping[str, int] = MappingProxyType(
    {
        "agenda-order-kept": 360,  # six divisions, or six hours free: nobody leaves the agenda to fill a gap of an hour
        "divided": 60,
        "parts-near": 100,  # a meeting
        "dead-time": 1,  # a minute
        "last-meeting": 120,  # as an inversion: every published programme keeps it
        "days-to-avoid": 600,  # a meeting
        "office-hours": 240,
        "slack-kept": 0,  # a minute
        "few-interpreted": 0,  # a meeting
        "few-room-changes": 60,  # as a division: people move in the same way
        "few-rooms": 20,  # a room of a forum: another room on another day is a lesser evil than a change within one
        "room-fits": 0,  # a person without a seat
        "same-room": 60,
        "keep-a-room-free": 20,  # a meeting
        "preferred-meeting": 360,
        "preferred-day": 360,
        "preferred-period": 240,
        "heavy-apart": 240,
        "few-days": 360,  # a day
        "same-days": 360,  # a day
    }
)
"""What one unit of each preference costs, unless a session weighs it otherwise."""

REPLACED: Mapping[str, str] = MappingProxyType({"few-continuations": "divided", "early-close": "dead-time"})
"""Preferences of earlier versions, by code, each with the one that files which weigh it mean today."""

BOOK: Book[Preference] = Book("preference", Preference, "wgsched.preferences", STANDING, ON_DEMAND)  # type: ignore[type-abstract]
"""Every preference that a session has or can ask for, those of other packages too."""

KINDS = BOOK.kinds
"""Every preference of wgsched by its code."""

kind = BOOK.kind


def wishbook(session: Session) -> Iterator[tuple[Preference, int]]:
    """Yield the preferences of a session with their weights: standing ones, those of other packages, its own wishes.

    What weighs nothing is left out, and what has a strength: that comes before what only weighs something. So is a
    standing preference that speaks of what the session does not have. A preference whose weight is not known weighs 1.
    """
    asked = {wish.code for wish in session.wishes}
    standing = [each for each in BOOK.standing_in(session) if each.code not in asked]
    for preference in (*standing, *cast("tuple[Preference, ...]", session.wishes)):
        weight = weight_of(session, preference)
        if weight > 0 and not (isinstance(preference, Wish) and preference.strength):
            yield preference, weight


def weight_of(session: Session, preference: Preference) -> int:
    """Return what one unit of a preference costs in a session."""
    if isinstance(preference, Wish):
        return preference.weight
    return session.weights.get(preference.code, USUAL.get(preference.code, 1))
