"""The rule book: one rule in each file, and the lists of all rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from wgsched.model import Rule, Session, Wish
from wgsched.model.extensions import Book
from wgsched.rules import _openings, _otherwise, _planned, typed_rows
from wgsched.rules.adjourns import Adjourns
from wgsched.rules.agenda_order import AgendaOrder
from wgsched.rules.attendance import Attendance
from wgsched.rules.available import Available
from wgsched.rules.close_by import CloseBy
from wgsched.rules.closure_last import ClosureLast
from wgsched.rules.concluded_by import ConcludedBy
from wgsched.rules.consecutive import Consecutive
from wgsched.rules.documents_out import DocumentsOut
from wgsched.rules.drafting_gap import DraftingGap
from wgsched.rules.first_business import FirstBusiness
from wgsched.rules.following_hours import FollowingHours
from wgsched.rules.groups_report_back import GroupsReportBack
from wgsched.rules.holidays import HolidaysFree
from wgsched.rules.in_a_block import InABlock
from wgsched.rules.in_meetings import InMeetings
from wgsched.rules.in_rooms import InRooms
from wgsched.rules.instalments_in_order import InstalmentsInOrder
from wgsched.rules.introduced_first import IntroducedFirst
from wgsched.rules.joint_meetings import JointMeetings
from wgsched.rules.kept_free import KeptFree
from wgsched.rules.languages_there import LanguagesThere
from wgsched.rules.meeting_hours import MeetingHours
from wgsched.rules.meeting_length import MeetingLength
from wgsched.rules.meeting_stays import MeetingStays
from wgsched.rules.meetings_a_day import MeetingsADay
from wgsched.rules.meetings_at_once import MeetingsAtOnce
from wgsched.rules.meetings_in_all import MeetingsInAll
from wgsched.rules.meetings_over import MeetingsOver
from wgsched.rules.no_short_part import NoShortPart
from wgsched.rules.not_at_once import NotAtOnce
from wgsched.rules.not_before import NotBefore
from wgsched.rules.not_first_hour import NotFirstHour
from wgsched.rules.once_a_meeting import OnceAMeeting
from wgsched.rules.one_at_a_time import OneAtATime
from wgsched.rules.one_forum_at_a_time import OneForumAtATime
from wgsched.rules.one_meeting_a_room import OneMeetingARoom
from wgsched.rules.one_place import OnePlace
from wgsched.rules.one_room import OneRoom
from wgsched.rules.opening_first import OpeningFirst
from wgsched.rules.opens_at import OpensAt
from wgsched.rules.pause_between import PauseBetween
from wgsched.rules.pause_for_people import PauseForPeople
from wgsched.rules.pinned_rows import PinnedRows
from wgsched.rules.precedes import Precedes
from wgsched.rules.proposals_tabled import ProposalsTabled
from wgsched.rules.report_in_last_meeting import ReportInLastMeeting
from wgsched.rules.report_last import ReportLast
from wgsched.rules.reports_on import ReportsOn
from wgsched.rules.room_chosen import RoomChosen
from wgsched.rules.room_fits import RoomFits
from wgsched.rules.room_for_item import RoomForItem
from wgsched.rules.same_room import SameRoom
from wgsched.rules.served import Served
from wgsched.rules.spread import Spread
from wgsched.rules.stays import Stays
from wgsched.rules.suitable_hours import SuitableHours
from wgsched.rules.typed_rows import TypedRows
from wgsched.rules.undivided import Undivided
from wgsched.rules.uninterrupted import Uninterrupted
from wgsched.rules.upon_conclusion import UponConclusion
from wgsched.rules.weekly_quota import WeeklyQuota
from wgsched.rules.whole_time import WholeTime
from wgsched.rules.within_windows import WithinWindows

__all__ = [
    "Adjourns",
    "AgendaOrder",
    "Attendance",
    "Available",
    "CloseBy",
    "ClosureLast",
    "ConcludedBy",
    "Consecutive",
    "DocumentsOut",
    "DraftingGap",
    "FirstBusiness",
    "FollowingHours",
    "GroupsReportBack",
    "HolidaysFree",
    "InABlock",
    "InMeetings",
    "InRooms",
    "InstalmentsInOrder",
    "IntroducedFirst",
    "JointMeetings",
    "KeptFree",
    "LanguagesThere",
    "MeetingHours",
    "MeetingLength",
    "MeetingStays",
    "MeetingsADay",
    "MeetingsAtOnce",
    "MeetingsInAll",
    "MeetingsOver",
    "NoShortPart",
    "NotAtOnce",
    "NotBefore",
    "NotFirstHour",
    "OnceAMeeting",
    "OneAtATime",
    "OneForumAtATime",
    "OneMeetingARoom",
    "OnePlace",
    "OneRoom",
    "OpeningFirst",
    "OpensAt",
    "PauseBetween",
    "PauseForPeople",
    "PinnedRows",
    "Precedes",
    "ProposalsTabled",
    "ReportInLastMeeting",
    "ReportLast",
    "ReportsOn",
    "RoomChosen",
    "RoomFits",
    "RoomForItem",
    "SameRoom",
    "Served",
    "Spread",
    "Stays",
    "SuitableHours",
    "TypedRows",
    "Undivided",
    "Uninterrupted",
    "UponConclusion",
    "WeeklyQuota",
    "WholeTime",
    "WithinWindows",
    "rulebook",
]

STANDING: tuple[Rule, ...] = (
    WholeTime(),
    MeetingHours(),
    OneAtATime(),
    OpeningFirst(),
    FirstBusiness(),
    ReportLast(),
    ClosureLast(),
    InstalmentsInOrder(),
    IntroducedFirst(),
    GroupsReportBack(),
    Uninterrupted(),
    OnceAMeeting(),
    NoShortPart(),
    TypedRows(),
    PinnedRows(),
    HolidaysFree(),
    FollowingHours(),
    JointMeetings(),
    RoomChosen(),
    RoomFits(),
    RoomForItem(),
    OneMeetingARoom(),
    Available(),
    OnePlace(),
    Attendance(),
    PauseForPeople(),
    NotFirstHour(),
    SuitableHours(),
    OneForumAtATime(),
    LanguagesThere(),
    MeetingLength(),
    Served(),
    PauseBetween(),
    MeetingsADay(),
    WeeklyQuota(),
    DocumentsOut(),
)
"""The rules that every session keeps, unless it waives one by its code, in the order in which they are checked."""

ON_DEMAND: tuple[type[Rule], ...] = (
    AgendaOrder,
    Precedes,
    UponConclusion,
    OpensAt,
    NotBefore,
    ConcludedBy,
    WithinWindows,
    InMeetings,
    InRooms,
    SameRoom,
    OneRoom,
    InABlock,
    Undivided,
    Consecutive,
    Spread,
    ProposalsTabled,
    ReportsOn,
    ReportInLastMeeting,
    DraftingGap,
    NotAtOnce,
    KeptFree,
    CloseBy,
    MeetingsAtOnce,
    MeetingsInAll,
)
"""The rules that a session asks for, with the items that they are about."""

BY_PLANNING: tuple[type[Rule], ...] = (MeetingsOver, Adjourns, Stays, MeetingStays)
"""The rules that planning adds for what is over and what is locked. No session asks for them."""

BOOK: Book[Rule] = Book("rule", Rule, "wgsched.rules", STANDING, ON_DEMAND)  # type: ignore[type-abstract]
"""Every rule that a session keeps or can ask for, also those of other packages."""

KINDS = BOOK.kinds
"""Every rule of wgsched that a session keeps or can ask for, by its code."""

kind = BOOK.kind

item_stays, meeting_stays, staying = _planned.item_stays, _planned.meeting_stays, _planned.staying
of_running, of_the_past = _planned.of_running, _planned.of_the_past
before_meeting, in_order = _otherwise.before_meeting, _otherwise.in_order
typed = _planned.typed
with_openings = _openings.with_openings
rows_named = typed_rows.rows_named


def rulebook(session: Session) -> Iterator[Rule]:
    """Yield the rules that a session must keep: the standing rules that it does not waive, and its own.

    A standing rule that the session asks for as a wish need not be kept. One that speaks of what the session does not
    have is left out: there is nothing to keep.
    """
    wished = {each.code for each in session.wishes if isinstance(each, Wish) and isinstance(each.asked, Rule)}
    yield from (rule for rule in BOOK.standing_in(session) if rule.code not in session.waives | wished)
    yield from cast("tuple[Rule, ...]", session.rules)
