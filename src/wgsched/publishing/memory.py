"""What a ledger remembers of every entry that was ever in a feed: its SEQUENCE, its stamps, what changed last."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from pendulum import DateTime

from wgsched.feeds.entries import Entry, entries
from wgsched.feeds.history import EntryMark
from wgsched.feeds.identity import Kind
from wgsched.model import Language, Programme, Window
from wgsched.model.gate import instant


def _none(number: int) -> Programme:
    raise LookupError(number)


RowPart = tuple[str, str, int]
"""An instalment, a meeting, and which part of the instalment is taken up there."""


@dataclass(frozen=True)
class Stamp:
    """A fingerprint of what an entry says in a language, since when it says so, and whether it never said else.

    ``changes`` are the sentences of what last changed about it.
    """

    digest: str
    since: DateTime
    new: bool = True
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trace:
    """What is remembered of one entry. ``source`` is the publication whose programme held it last."""

    sequence: int
    window: Window
    place: str
    room: str | None
    status: str
    rows: tuple[str, ...]
    source: int
    part: RowPart | None = None
    stamps: Mapping[Language, Stamp] = field(default_factory=dict)

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled, or is gone."""
        return self.status == "CANCELLED"

    def is_elsewhere(self, entry: Entry) -> bool:
        """Return whether time, place or status differ, which is what SEQUENCE counts."""
        before = (_hours(self.window), self.place, self.room, self.status)
        return before != (_hours(entry.window), place_of(entry), entry.room, entry.status)


@dataclass(frozen=True)
class Memory:
    """The traces of all entries by identity; a history for feeds. ``programme`` finds the one of a publication."""

    traces: Mapping[str, Trace] = field(default_factory=dict)
    programme: Callable[[int], Programme] = field(default=_none, repr=False, compare=False)

    @cached_property
    def parts(self) -> Mapping[tuple[str, str], int]:
        """Which part of its instalment each row is, by instalment and meeting; those that were given up give way."""
        traces = sorted(self.traces.values(), key=lambda trace: not trace.cancelled)
        return {trace.part[:2]: trace.part[2] for trace in traces if trace.part}

    def mark(self, uid: str, language: Language) -> EntryMark:
        """Return what is remembered of an entry in a language."""
        trace = self.traces[uid]
        stamp = trace.stamps[language]
        return EntryMark(trace.sequence, stamp.since, stamp.changes, stamp.new)

    def completed(self, alive: Collection[Entry]) -> tuple[Entry, ...]:
        """Return the entries and those that are gone, cancelled; what a cancelled meeting was to take up is kept.

        Once something is published, a meeting without business that nobody ever saw is not shown as cancelled either.
        """
        unseen = {each.uid for each in alive if each.cancelled and not each.rows} - set(self.traces)
        every = {each.uid: each for each in alive if not self.traces or each.uid not in unseen}
        sitting = {entry.meeting.key for entry in every.values() if entry.meeting and not entry.cancelled}
        for name, trace in self.traces.items():
            entry = every.get(name)
            if entry is None:
                gone = self._last(name, trace)
                left_out = gone.kind is Kind.ITEM and gone.meeting is not None and gone.meeting.key in sitting
                every[name] = replace(gone, cancelled=True, left_out=left_out)
            elif entry.cancelled and not entry.rows and self.programme(trace.source) is not entry.programme:
                last = self._last(name, trace)
                every[name] = replace(entry, programme=last.programme, rows=last.rows)
        return tuple(sorted(every.values(), key=lambda entry: entry.place))

    def _last(self, name: str, trace: Trace) -> Entry:
        """Return an entry as the publication had it that held it last."""
        if trace.source not in self._published:
            published = entries(self.programme(trace.source))
            self._published[trace.source] = {row_of(entry) or entry.uid: entry for entry in published}
        return replace(self._published[trace.source][trace.part[:2] if trace.part else name], uid=name)

    @cached_property
    def _published(self) -> dict[int, dict[object, Entry]]:
        """The entries of publications, those of items by instalment and meeting, the others by identity."""
        return {}


def _hours(window: Window) -> tuple[float, float]:
    return instant(window.opens), instant(window.closes)


def rows_of(entry: Entry) -> tuple[str, ...]:
    """Return the instalments that an entry is about, in order."""
    return tuple(row.instalment for row in entry.rows)


def row_of(entry: Entry) -> tuple[str, str] | None:
    """Return the instalment and the meeting of an entry of the items feed."""
    return (entry.rows[0].instalment, entry.rows[0].meeting) if entry.kind is Kind.ITEM else None


def place_of(entry: Entry) -> str:
    """Return the key of the place of an entry's session."""
    return entry.programme.session.place.key
