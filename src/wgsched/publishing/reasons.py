"""Why a programme is published again: coded, so that every language says it."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """A reason as a code, for which each language has a phrase."""

    FIRST = "first-publication"
    ADOPTED = "adopted"
    CORRECTION = "correction"
    DOCUMENTS_LATE = "documents-late"
    MEETING_CANCELLED = "meeting-cancelled"
    OFFICERS_REQUEST = "officers-request"
    PROGRESS_OF_WORK = "progress-of-work"
    REQUEST_OF_DELEGATIONS = "request-of-delegations"
    ROOM_CHANGE = "room-change"
    SERVICES = "conference-services"
    SPEAKERS = "availability-of-speakers"
    TIME_AVAILABLE = "time-available"
