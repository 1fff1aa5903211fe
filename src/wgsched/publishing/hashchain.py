"""An append-only file of records, each sealed with a hash over itself and everything before it.

One line is one record in JSON, in the order in which the caller put its parts::

    {"record": {"number": 1, ...}, "previous": "<64 hex digits>", "hash": "<64 hex digits>"}

The hash is SHA-256 over the previous hash, a line feed, and the record's own bytes, so any change to any line shows. A
record counts as written when its line is whole, with or without the line feed. What a killed process left of a line is
told from damage by its shape: it is the beginning of a line, and it is the last one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from wgsched.errors import Fault, LedgerError
from wgsched.files.disk import sync

SEED = hashlib.sha256(b"wgsched ledger, form 1").hexdigest()
HEAD = b'{"record": '
MIDDLE, LAST, TAIL = b', "previous": "', b'", "hash": "', b'"}'
HEX = 64
CLOSING = len(MIDDLE) + HEX + len(LAST) + HEX + len(TAIL)
REMEDY = (
    "Nothing was written. Put the ledger back from a backup; the lines before this one are sound. "
    "To begin a new ledger instead, move this one away, knowing that subscribers' calendars may then miss changes."
)


@dataclass(frozen=True)
class SealedRecord:
    """One record as it stands in the file; ``number`` is its line, from 1."""

    number: int
    hash: str
    text: bytes = field(repr=False)

    @cached_property
    def record(self) -> dict[str, Any]:
        """The record as its writer gave it."""
        record: dict[str, Any] = json.loads(self.text)
        return record


@dataclass(frozen=True)
class Chain:
    """A verified file of records; ``size`` is what the sound lines take, in bytes.

    ``torn`` is what a killed writer left of a record; ``unended`` is a last record that lacks only its line feed.
    """

    path: Path
    entries: tuple[SealedRecord, ...] = ()
    size: int = 0
    torn: bytes = b""
    unended: bool = False

    @property
    def hash(self) -> str:
        """The seal of the last record, which seals all the others."""
        return self.entries[-1].hash if self.entries else SEED


def read_chain(path: Path) -> Chain:
    """Read and verify a file of records; a file that is not there has none.

    Raises:
        LedgerError: at the first line that is not what was written, with what to do about it.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Chain(path)
    *lines, rest = content.split(b"\n")
    chain = Chain(path, size=len(content) - len(rest))
    entries: list[SealedRecord] = []
    seal = chain.hash
    for number, line in enumerate(lines, 1):
        entries.append(_entry(path, number, line, seal))
        seal = entries[-1].hash
    if not rest:
        return replace(chain, entries=tuple(entries))
    # The beginning of a record, and not a whole one that was changed.
    if HEAD.startswith(rest[: len(HEAD)]) and not _has_closing(rest):
        return replace(chain, entries=tuple(entries), torn=rest)
    entries.append(_entry(path, len(entries) + 1, rest, seal))
    return replace(chain, entries=tuple(entries), size=len(content), unended=True)


def append(chain: Chain, record: Mapping[str, Any]) -> Chain:
    """Add a record and return the longer chain, once the record is on the disk itself; mends the chain before.

    The caller keeps other writers away. When the disk refuses, the file is as before.

    Raises:
        LedgerError: when the file has grown since it was read.
        OSError: when the disk refuses.
        ValueError: when the record is not JSON.
    """
    chain = mend(chain)
    text = json.dumps(dict(record), ensure_ascii=False, allow_nan=False).encode()
    seal = _seal(chain.hash, text)
    line = b"".join((HEAD, text, MIDDLE, chain.hash.encode(), LAST, seal.encode(), TAIL, b"\n"))
    _add(chain, line)
    entry = SealedRecord(len(chain.entries) + 1, seal, text)
    return replace(chain, entries=(*chain.entries, entry), size=chain.size + len(line))


def mend(chain: Chain) -> Chain:
    """Take away what a killed writer left of a record that was never whole, or end a whole one; else touch nothing."""
    if chain.torn:
        with chain.path.open("r+b") as file:
            file.truncate(chain.size)
            os.fsync(file.fileno())
        return replace(chain, torn=b"")
    if chain.unended:
        _add(chain, b"\n")
        return replace(chain, unended=False, size=chain.size + 1)
    return chain


def _add(chain: Chain, line: bytes) -> None:
    handle = os.open(chain.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o660)
    try:
        if os.fstat(handle).st_size != chain.size:
            raise LedgerError(Fault("has changed since it was read", file=str(chain.path), hint="Nothing was written."))
        try:
            left = memoryview(line)
            while left:
                left = left[os.write(handle, left) :]
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, chain.size)
            raise
    finally:
        os.close(handle)
    if not chain.size:
        sync(chain.path.parent)


def _seal(previous: str, text: bytes) -> str:
    return hashlib.sha256(previous.encode() + b"\n" + text).hexdigest()


def _has_closing(line: bytes) -> bool:
    closing = line[-CLOSING:]
    return len(line) > len(HEAD) + CLOSING and closing.startswith(MIDDLE) and closing.endswith(TAIL)


def _entry(path: Path, number: int, line: bytes, previous: str) -> SealedRecord:
    text, closing = line[len(HEAD) : -CLOSING], line[-CLOSING:]
    seal, fault = _seal(previous, text), "this record was changed after it was written"
    if not (line.startswith(HEAD) and _has_closing(line)):
        fault = "this line is not a record"
    elif closing == b"".join((MIDDLE, previous.encode(), LAST, seal.encode(), TAIL)):
        return SealedRecord(number, seal, text)
    elif closing[len(MIDDLE) :][:HEX] != previous.encode():
        fault = "this record does not follow the one before it: a line was changed, lost or moved"
    raise LedgerError(Fault(fault, file=str(path), line=number, hint=REMEDY))
