"""The ledger: every publication of a programme, in order, and what subscribers' calendars rely on from one to the next.

A record names the publication's number, moment and reason, holds the programme that was published (or, when it is one
that was published before, its hash), and what is remembered of each entry that is new or different in it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pendulum import DateTime

from wgsched.errors import UnknownName
from wgsched.files import programme_from_json
from wgsched.model import Language, Programme, Status, Text
from wgsched.publishing.folder import read_records
from wgsched.publishing.memory import Memory, Trace
from wgsched.publishing.reasons import Reason
from wgsched.publishing.traces import moment_read, moment_written, read, written

ChangeSentences = Mapping[Language, Sequence[str]]
"""What changed with a publication, as sentences in each language."""


@dataclass(frozen=True)
class Publication:
    """A published state: its number from 1, when and why, in which languages, and what changed.

    ``reason`` is coded, or a text per language. ``views`` are the names of the feeds' views. ``left_out`` says, in a
    line each, which papers could not be written when it was made; the ledger does not keep it.
    """

    number: int
    moment: DateTime
    reason: Reason | Text
    languages: tuple[Language, ...]
    views: tuple[str, ...]
    settings: Mapping[str, Any]
    changes: ChangeSentences
    fingerprint: str
    load: Callable[[], Programme] = field(repr=False, compare=False)
    left_out: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def programme(self) -> Programme:
        """The programme, as it was published."""
        return self.load()


class Ledger:
    """The publications of a folder, oldest first, and the memory of every entry they ever showed."""

    def __init__(self, records: Sequence[Mapping[str, Any]] = ()) -> None:
        self._records = [record for record in records if "publication" in record]

    @classmethod
    def read(cls, folder: str | os.PathLike[str]) -> Ledger:
        """Return the ledger of a published folder; of one never published to, an empty one.

        Raises:
            LedgerError: it was damaged.
        """
        return cls(read_records(Path(folder)))

    def __len__(self) -> int:
        return len(self._records)

    def publication(self, number: int) -> Publication:
        """Return the publication of this number.

        Raises:
            UnknownName: there is none.
        """
        if not 0 < number <= len(self):
            raise UnknownName("publication", str(number), map(str, range(1, len(self) + 1)))
        record = self._records[number - 1]
        reason = record["reason"]
        return Publication(
            number=number,
            moment=moment_read(record["moment"]),
            reason=Reason(reason) if isinstance(reason, str) else Text(reason),
            languages=tuple(record["languages"]),
            views=tuple(record["views"]),
            settings=record["settings"],
            changes=record["changes"],
            fingerprint=record["programme"],
            load=lambda: self.programme(number),
        )

    @property
    def publications(self) -> tuple[Publication, ...]:
        """All of them, oldest first."""
        return tuple(self.publication(number) for number in range(1, len(self) + 1))

    @property
    def last(self) -> Publication | None:
        """The one that is shown, if any."""
        return self.publication(len(self)) if self._records else None

    @property
    def before_last(self) -> Ledger:
        """The ledger as it was before the last publication."""
        return Ledger(self._records[:-1])

    def programme(self, number: int) -> Programme:
        """Return the programme of a publication, as it was published."""
        fingerprint = self._records[number - 1]["programme"]
        if fingerprint not in self._read:
            text = next(r["text"] for r in self._records if r["programme"] == fingerprint and "text" in r)
            self._read[fingerprint] = programme_from_json(json.dumps(text), f"publication {number}")
        return self._read[fingerprint]

    @cached_property
    def _read(self) -> dict[str, Programme]:
        return {}

    def standing(self, number: int) -> tuple[Status, DateTime | None]:
        """Return how far the programme of a publication had come, and until when silence was to be kept."""
        status = Status(self._records[number - 1]["status"])
        return status, self.programme(number).silence_until if status is Status.SILENCE else None

    @cached_property
    def memory(self) -> Memory:
        """What is remembered of every entry; the history for feeds."""
        return self.memories[-1] if self.memories else Memory()

    @cached_property
    def memories(self) -> tuple[Memory, ...]:
        """What was remembered after each publication, oldest first."""
        traces: dict[str, Trace] = {}
        memories = []
        for record in self._records:
            traces = {**traces, **{name: read(trace) for name, trace in record["entries"].items()}}
            memories.append(Memory(traces, self.programme))
        return tuple(memories)

    def record(self, publication: Publication, text: bytes, memory: Memory) -> dict[str, Any]:
        """Return the record of one more publication, which holds of memory what is new in it."""
        is_known = any(record["programme"] == publication.fingerprint for record in self._records)
        changed = {name: trace for name, trace in memory.traces.items() if self.memory.traces.get(name) != trace}
        reason = publication.reason
        return {
            "publication": publication.number,
            "moment": moment_written(publication.moment),
            "reason": reason.value if isinstance(reason, Reason) else dict(reason),
            "status": publication.programme.status.value,
            "languages": list(publication.languages),
            "views": list(publication.views),
            "settings": dict(publication.settings),
            "changes": {language: list(lines) for language, lines in publication.changes.items()},
            "entries": {name: written(trace) for name, trace in sorted(changed.items())},
            "programme": publication.fingerprint,
            **({} if is_known else {"text": json.loads(text)}),
        }


def fingerprint(text: bytes) -> str:
    """Return the hash by which the ledger knows a programme."""
    return hashlib.sha256(text).hexdigest()
