"""Entries of a programme and what is remembered of them, without publishing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wgsched.feeds.entries import Entry, entries
from wgsched.model import Programme
from wgsched.publishing.memory import Trace, place_of, row_of, rows_of

AM, PM = "meeting.14-am@test.wgsched", "meeting.14-pm@test.wgsched"


def entry_of(programme: Programme, uid: str = AM) -> Entry:
    """Return an entry of a programme."""
    return next(entry for entry in entries(programme) if entry.uid == uid)


def trace_of(entry: Entry, source: int = 1, **more: object) -> Trace:
    """Return the trace of an entry as it is."""
    row = row_of(entry)
    part = (*row, 1) if row else None
    given = Trace(0, entry.window, place_of(entry), entry.room, entry.status, rows_of(entry), source, part)
    return replace(given, **more)  # type: ignore[arg-type]


def by_uid(found: Iterable[Entry]) -> dict[str, Entry]:
    """Return entries by identity."""
    return {entry.uid: entry for entry in found}
