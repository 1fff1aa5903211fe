"""How memory grows with a publication: which row goes on as which, what changed, and what is stamped anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING

from wgsched.feeds.entries import entries, in_time
from wgsched.feeds.history import EntryChange
from wgsched.publishing.memory import Memory, Stamp, Trace, place_of, row_of, rows_of

if TYPE_CHECKING:
    from pendulum import DateTime

    from wgsched.feeds.entries import Entry
    from wgsched.model import Language, Programme

Digests = Mapping["Language", Mapping[str, str]]
"""The fingerprint of every entry in every language: by language, then by identity."""


def follow(memory: Memory, programme: Programme) -> dict[tuple[str, str], int]:
    """Return which part of its instalment each row of a programme is, so that a row that moved stays the same part.

    A row in the meeting where it was goes on as it was. What is left over is matched in order of time: first with
    rows that are nowhere any more, then with parts that were given up, and at last it becomes a new part.
    """
    now: dict[str, list[str]] = {}
    for row in in_time(programme):
        now.setdefault(row.instalment, []).append(row.meeting)
    return {
        (instalment, meeting): part
        for instalment, meetings in now.items()
        for meeting, part in _matched(meetings, _known(memory, instalment)).items()
    }


def _known(memory: Memory, instalment: str) -> list[tuple[str, int, bool]]:
    """Return the meeting, the part and whether it is given up, of each part ever published, in order of time."""
    found = [
        (trace.window.opens, trace.part, trace.cancelled)
        for trace in memory.traces.values()
        if trace.part and trace.part[0] == instalment
    ]
    return [(meeting, part, gone) for _, (_, meeting, part), gone in sorted(found)]


def _matched(meetings: list[str], known: list[tuple[str, int, bool]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for given_up in (False, True):
        for meeting, part, gone in known:
            if gone is given_up and meeting in meetings and meeting not in found:
                found[meeting] = part
    free = [part for _, part, gone in sorted(known, key=lambda each: each[2]) if part not in found.values()]
    highest = max((part for _, part, _ in known), default=0)
    parts = chain(free, count(highest + 1))
    for meeting in meetings:
        if meeting not in found:
            found[meeting] = next(parts)
    return found


def completed(memory: Memory, programme: Programme) -> tuple[Entry, ...]:
    """Return the entries of a programme and, cancelled, those that were published once and are gone."""
    return memory.completed(entries(programme, follow(memory, programme)))


def remember(memory: Memory, found: Iterable[Entry], digests: Digests, number: int, moment: DateTime) -> Memory:
    """Return the memory after a publication of this number at this moment."""
    traces = {entry.uid: _trace(memory.traces.get(entry.uid), entry, number) for entry in found}
    stamped = {
        name: replace(trace, stamps=_stamps(memory.traces.get(name), trace, name, digests, moment))
        for name, trace in traces.items()
    }
    return Memory({**memory.traces, **stamped}, memory.programme)


def _trace(before: Trace | None, entry: Entry, number: int) -> Trace:
    now = Trace(
        sequence=0,
        window=entry.window,
        place=place_of(entry),
        room=entry.room,
        status=entry.status,
        rows=rows_of(entry),
        source=number,
        part=_part(entry),
    )
    if before is None:
        return now
    change = before.change_to(entry)
    return replace(
        now,
        sequence=before.sequence + before.is_elsewhere(entry),
        rows=before.rows if entry.cancelled else now.rows,
        source=before.source if entry.cancelled else number,
        change=change or before.change,
    )


def _part(entry: Entry) -> tuple[str, str, int] | None:
    row = row_of(entry)
    return (*row, int(entry.uid.split("@")[0].split(".")[-1])) if row else None


def _stamps(before: Trace | None, now: Trace, name: str, digests: Digests, moment: DateTime) -> dict[Language, Stamp]:
    changed = before is not None and (before.sequence, before.change) != (now.sequence, now.change)
    stamps = dict(before.stamps) if before else {}
    for language, found in digests.items():
        old = stamps.get(language)
        if old is None or changed or old.digest != found[name]:
            new = old is None and now.sequence == 0 and now.change == EntryChange()
            stamps[language] = Stamp(found[name], moment, new)
    return stamps
