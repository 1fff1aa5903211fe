"""The nouns: frozen dataclasses named in the words of the field, and the protocols of rules."""

from wgsched.model.agenda import Agenda
from wgsched.model.body import (
    Body,
    Distribution,
    EarlyEnd,
    Reopening,
    SessionKind,
    SessionPart,
    SessionType,
    TableStyle,
)
from wgsched.model.conference import (
    ConferenceServices,
    Forum,
    ForumKind,
    Holiday,
    InterpretationTeam,
    Meeting,
    Opening,
    Place,
    ServiceBasis,
)
from wgsched.model.considerations import Actual, Consideration, Leaving, LeftOut, Outcome
from wgsched.model.desk import Desk, Quantity
from wgsched.model.easing import Ease, Ladder
from wgsched.model.events import Event, Participant
from wgsched.model.example import Example
from wgsched.model.finding import Finding, Unique, Verdict
from wgsched.model.gaps import Advance, Gap, GapChoice, Hindrance, Offer, Price, ProofLevel
from wgsched.model.grades import Grades, Strength
from wgsched.model.items import HALF_HOUR, AgendaItem, Instalment, ItemNumber, Role, Unit
from wgsched.model.keys import Day, Deadline, HourCount, Hours, ItemKey, MeetingKey, MinuteCount, Moment
from wgsched.model.papers import Annotation, Document, Issue, IssueKind, Mandate, Recommendation
from wgsched.model.programme import Programme, Status
from wgsched.model.rooms import Room
from wgsched.model.rows import RowHours, Rows
from wgsched.model.rule import Case, Preference, Rule
from wgsched.model.sentence import Fact, Minutes, Repair, Sentence
from wgsched.model.session import Session
from wgsched.model.text import SIX, Language, Text
from wgsched.model.time import AFTERNOON, MORNING, Duration, Limits, Period, Takes, Window
from wgsched.model.when import When
from wgsched.model.wish import Wish

__all__ = [
    "AFTERNOON",
    "HALF_HOUR",
    "MORNING",
    "SIX",
    "Actual",
    "Advance",
    "Agenda",
    "AgendaItem",
    "Annotation",
    "Body",
    "Case",
    "ConferenceServices",
    "Consideration",
    "Day",
    "Deadline",
    "Desk",
    "Distribution",
    "Document",
    "Duration",
    "EarlyEnd",
    "Ease",
    "Event",
    "Example",
    "Fact",
    "Finding",
    "Forum",
    "ForumKind",
    "Gap",
    "GapChoice",
    "Grades",
    "Hindrance",
    "Holiday",
    "HourCount",
    "Hours",
    "Instalment",
    "InterpretationTeam",
    "Issue",
    "IssueKind",
    "ItemKey",
    "ItemNumber",
    "Ladder",
    "Language",
    "Leaving",
    "LeftOut",
    "Limits",
    "Mandate",
    "Meeting",
    "MeetingKey",
    "MinuteCount",
    "Minutes",
    "Moment",
    "Offer",
    "Opening",
    "Outcome",
    "Participant",
    "Period",
    "Place",
    "Preference",
    "Price",
    "Programme",
    "ProofLevel",
    "Quantity",
    "Recommendation",
    "Reopening",
    "Repair",
    "Role",
    "Room",
    "RowHours",
    "Rows",
    "Rule",
    "Sentence",
    "ServiceBasis",
    "Session",
    "SessionKind",
    "SessionPart",
    "SessionType",
    "Status",
    "Strength",
    "TableStyle",
    "Takes",
    "Text",
    "Unique",
    "Unit",
    "Verdict",
    "When",
    "Window",
    "Wish",
]
