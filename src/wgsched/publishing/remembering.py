"""How memory grows with a publication: which row goes on as which, what changed, and what is stamped anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, count

from pendulum import DateTime

from wgsched.feeds.entries import Entry, entries, in_time
from wgsched.model import Language, Programme
from wgsched.model.gate import instant
from wgsched.publishing.memory import Memory, Stamp, Trace, place_of, row_of, rows_of

Digests = Mapping[Language, Mapping[str, str]]
"""The fingerprint of every entry in every language: by language, then by identity."""

SaidLines = Mapping[Language, Mapping[str, tuple[str, ...]]]
"""The sentences of what changes about entries: by language, then by identity."""


def follow(memory: Memory, programme: Programme) -> dict[tuple[str, str], int]:
    """Return which part of its instalment each row of a programme is, so that a row that moved stays the same part.

    A row in the meeting where it was goes on as it was. What is left over is matched in order of time: first with
    rows that are nowhere any more, then with parts that were given up, and at last it becomes a new part.
    """
    now: dict[str, list[str]] = {}
    for row in in_time(programme):
        now.setdefault(row.instalment, []).append(row.meeting)
    known: dict[str, list[tuple[str, int, bool]]] = {}
    for trace in sorted(memory.traces.values(), key=lambda trace: (instant(trace.window.opens), trace.part or ())):
        if trace.part:
            known.setdefault(trace.part[0], []).append((trace.part[1], trace.part[2], trace.cancelled))
    return {
        (instalment, meeting): part
        for instalment, meetings in now.items()
        for meeting, part in _matched(meetings, known.get(instalment, [])).items()
    }


def _matched(meetings: list[str], known: list[tuple[str, int, bool]]) -> dict[str, int]:
    """Return the part of each meeting; ``known`` are meeting, part and whether it is given up, in order of time."""
    standing = sorted(known, key=lambda each: each[2])
    parts = {meeting: part for meeting, part, _ in reversed(standing) if meeting in meetings}
    free = [part for _, part, _ in standing if part not in parts.values()]
    left = chain(free, count(max([part for _, part, _ in known], default=0) + 1))
    return {meeting: parts[meeting] if meeting in parts else next(left) for meeting in meetings}


def completed(memory: Memory, programme: Programme) -> tuple[Entry, ...]:
    """Return the entries of a programme and, cancelled, those that were published once and are gone."""
    return memory.completed(entries(programme, follow(memory, programme)))


def remember(
    memory: Memory, shown: Iterable[Entry], digests: Digests, said: SaidLines, number: int, moment: DateTime
) -> Memory:
    """Return the memory after a publication of this number at this moment."""
    traces = dict(memory.traces)
    for entry in shown:
        before = memory.traces.get(entry.uid)
        trace = _trace(before, entry, number)
        traces[entry.uid] = replace(trace, stamps=_stamps(before, trace, entry.uid, digests, said, moment))
    return Memory(traces, memory.programme)


def _trace(before: Trace | None, entry: Entry, number: int) -> Trace:
    row = row_of(entry)
    now = Trace(
        sequence=0,
        window=entry.window,
        place=place_of(entry),
        room=entry.room,
        status=entry.status,
        rows=rows_of(entry),
        source=number,
        part=(*row, int(entry.uid.split("@")[0].split(".")[-1])) if row else None,
    )
    if before is None:
        return now
    return replace(
        now,
        sequence=before.sequence + before.is_elsewhere(entry),
        rows=before.rows if entry.cancelled else now.rows,
        source=before.source if entry.cancelled else number,
    )


def _stamps(
    before: Trace | None, now: Trace, name: str, digests: Digests, said: SaidLines, moment: DateTime
) -> dict[Language, Stamp]:
    moved = before is not None and before.sequence != now.sequence
    stamps = dict(before.stamps) if before else {}
    for language, of_language in digests.items():
        old, changes = stamps.get(language), said[language].get(name)
        if old is None or moved or changes or old.digest != of_language[name]:
            new = old is None and now.sequence == 0 and not changes
            stamps[language] = Stamp(of_language[name], moment, new, changes or (old.changes if old else ()))
    return stamps
