"""The founding document's programme with its hours, and short views of programmes, for the tests of edits."""

from __future__ import annotations

from tests.programmes import FOUNDING, timed
from tests.sessions import founding
from wgsched.model import Programme


def founded() -> Programme:
    """Return the founding document's programme, with hours that fill its meetings."""
    return timed(founding(), FOUNDING)


def rows(programme: Programme, meeting: str) -> str:
    """Return what a meeting takes up, with hours: ``1a 10:00-10:15, 1b 10:15-10:30``."""
    return ", ".join(
        f"{row.instalment} {row.opens:%H:%M}-{row.closes:%H:%M}" if row.opens and row.closes else row.instalment
        for row in programme.rows(programme.meeting(meeting))
    )
