"""The rule book. One rule, one file; a rule that is not here is asked for by a session, by its code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from wgsched.model import Rule, Session
from wgsched.model.extensions import brought, kinds_brought, of_code
from wgsched.rules.agenda_order import AgendaOrder
from wgsched.rules.available import Available
from wgsched.rules.close_by import CloseBy
from wgsched.rules.closure_last import ClosureLast
from wgsched.rules.concluded_by import ConcludedBy
from wgsched.rules.documents_out import DocumentsOut
from wgsched.rules.drafting_gap import DraftingGap
from wgsched.rules.first_business import FirstBusiness
from wgsched.rules.holidays import HolidaysFree
from wgsched.rules.in_meetings import InMeetings
from wgsched.rules.instalments_in_order import InstalmentsInOrder
from wgsched.rules.joint_meetings import JointMeetings
from wgsched.rules.kept_free import KeptFree
from wgsched.rules.languages_there import LanguagesThere
from wgsched.rules.meeting_hours import MeetingHours
from wgsched.rules.meeting_length import MeetingLength
from wgsched.rules.meetings_a_day import MeetingsADay
from wgsched.rules.meetings_at_once import MeetingsAtOnce
from wgsched.rules.meetings_in_all import MeetingsInAll
from wgsched.rules.no_short_part import NoShortPart
from wgsched.rules.not_before import NotBefore
from wgsched.rules.once_a_meeting import OnceAMeeting
from wgsched.rules.one_at_a_time import OneAtATime
from wgsched.rules.one_meeting_a_room import OneMeetingARoom
from wgsched.rules.one_place import OnePlace
from wgsched.rules.opening_first import OpeningFirst
from wgsched.rules.opens_at import OpensAt
from wgsched.rules.pause_between import PauseBetween
from wgsched.rules.precedes import Precedes
from wgsched.rules.proposals_tabled import ProposalsTabled
from wgsched.rules.report_last import ReportLast
from wgsched.rules.room_fits import RoomFits
from wgsched.rules.served import Served
from wgsched.rules.typed_rows import TypedRows
from wgsched.rules.undivided import Undivided
from wgsched.rules.uninterrupted import Uninterrupted
from wgsched.rules.upon_conclusion import UponConclusion
from wgsched.rules.weekly_quota import WeeklyQuota
from wgsched.rules.whole_time import WholeTime
from wgsched.rules.within_windows import WithinWindows

__all__ = [
    "AgendaOrder",
    "Available",
    "CloseBy",
    "ClosureLast",
    "ConcludedBy",
    "DocumentsOut",
    "DraftingGap",
    "FirstBusiness",
    "HolidaysFree",
    "InMeetings",
    "InstalmentsInOrder",
    "JointMeetings",
    "KeptFree",
    "LanguagesThere",
    "MeetingHours",
    "MeetingLength",
    "MeetingsADay",
    "MeetingsAtOnce",
    "MeetingsInAll",
    "NoShortPart",
    "NotBefore",
    "OnceAMeeting",
    "OneAtATime",
    "OneMeetingARoom",
    "OnePlace",
    "OpeningFirst",
    "OpensAt",
    "PauseBetween",
    "Precedes",
    "ProposalsTabled",
    "ReportLast",
    "RoomFits",
    "Served",
    "TypedRows",
    "Undivided",
    "Uninterrupted",
    "UponConclusion",
    "WeeklyQuota",
    "WholeTime",
    "WithinWindows",
    "rulebook",
]

_GROUP = "wgsched.rules"

STANDING: tuple[Rule, ...] = (
    WholeTime(),
    MeetingHours(),
    OneAtATime(),
    OpeningFirst(),
    FirstBusiness(),
    ReportLast(),
    ClosureLast(),
    InstalmentsInOrder(),
    Uninterrupted(),
    OnceAMeeting(),
    NoShortPart(),
    TypedRows(),
    HolidaysFree(),
    JointMeetings(),
    RoomFits(),
    OneMeetingARoom(),
    Available(),
    OnePlace(),
    LanguagesThere(),
    MeetingLength(),
    Served(),
    PauseBetween(),
    MeetingsADay(),
    WeeklyQuota(),
    DocumentsOut(),
)
"""The rules that every session keeps, unless it waives one by its code."""

ON_DEMAND: tuple[type[Rule], ...] = (
    AgendaOrder,
    Precedes,
    UponConclusion,
    OpensAt,
    NotBefore,
    ConcludedBy,
    WithinWindows,
    InMeetings,
    Undivided,
    ProposalsTabled,
    DraftingGap,
    KeptFree,
    CloseBy,
    MeetingsAtOnce,
    MeetingsInAll,
)
"""The rules that a session asks for, with the items they speak about."""

KINDS: Mapping[str, type[Rule]] = MappingProxyType(
    {kind.code: kind for kind in (*(type(rule) for rule in STANDING), *ON_DEMAND)}
)
"""Every rule of wgsched by its code."""


def rulebook(session: Session) -> Iterator[Rule]:
    """Yield the rules that a session must keep: the standing ones it does not waive, others' standing ones, its own."""
    others = (each for each in brought(_GROUP) if isinstance(each, Rule))
    for rule in (*STANDING, *others):
        if rule.code not in session.waives:
            yield rule
    yield from session.rules


def kind(code: str) -> type[Rule]:
    """Return the rule of this code, wgsched's or one that another package brings.

    Raises:
        UnknownName: there is none.
    """
    others = (each for each in kinds_brought(_GROUP) if issubclass(each, Rule))
    return of_code("rule", code, KINDS, others)
