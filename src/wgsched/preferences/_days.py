"""On how many days some items are taken up, read off a programme."""

from __future__ import annotations

from collections.abc import Iterable

from wgsched.model import Programme, Unit
from wgsched.model.reading import meetings_of


def days_of(programme: Programme, units: Iterable[Unit]) -> int:
    """Return on how many days one of these is taken up; a meeting past midnight belongs to the day it opens."""
    return len({meeting.date for unit in units for meeting in meetings_of(programme, unit)})
