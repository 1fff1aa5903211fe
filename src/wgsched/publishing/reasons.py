"""Why a programme is published again: coded, so that every language says it."""

from __future__ import annotations

import re
from enum import StrEnum

from wgsched.model import Language, Text

_VERSIONS = re.compile(r"(?:^|;\s*)(ar|zh|en|fr|ru|es):\s*")


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


def reason_named(text: str | None, original: Language) -> Reason | Text | str | None:
    """Return the reason that a person types: a code, also with spaces, or words, also in several languages.

    ``The hall is flooded`` is in the original language; ``en: The hall is flooded; fr: La salle est inondée`` says in
    which. One word that is no code is returned as it is, for publishing to refuse.
    """
    if text is None or not text.strip():
        return text
    code = text.strip().lower().replace(" ", "-")
    if code in {each.value for each in Reason}:
        return Reason(code)
    if " " not in text.strip():
        return text
    _, *versions = _VERSIONS.split(text.strip())
    named = {language: words.strip() for language, words in zip(versions[::2], versions[1::2], strict=True)}
    return Text(named if _VERSIONS.match(text.strip()) else {original: text.strip()})
