"""Traces as the ledger writes them: plain data that a person can read."""

from __future__ import annotations

from typing import Any

import pendulum
from pendulum import DateTime

from wgsched.feeds.history import EntryChange
from wgsched.model import Window
from wgsched.publishing.memory import Stamp, Trace

FLAGS = ("items", "cancelled", "left_out", "restored")
"""What a change says with yes or no."""


def written(trace: Trace) -> dict[str, Any]:
    """Return a trace as plain data; what is as usual is left out."""
    found: dict[str, Any] = {
        "sequence": trace.sequence,
        "time": _window(trace.window),
        "place": trace.place,
        "room": trace.room,
        "status": trace.status,
        "rows": list(trace.rows),
        "source": trace.source,
        "part": list(trace.part) if trace.part else None,
        "change": _change(trace.change),
        "texts": {language: _stamp(stamp) for language, stamp in sorted(trace.stamps.items())},
    }
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def read(found: dict[str, Any]) -> Trace:
    """Return the trace that was written as this."""
    part = found.get("part")
    return Trace(
        sequence=found["sequence"],
        window=_read_window(found["time"]),
        place=found["place"],
        room=found.get("room"),
        status=found["status"],
        rows=tuple(found.get("rows", ())),
        source=found["source"],
        part=(part[0], part[1], part[2]) if part else None,
        change=_read_change(found.get("change", {})),
        stamps={language: _read_stamp(stamp) for language, stamp in found.get("texts", {}).items()},
    )


def moment_written(moment: DateTime) -> str:
    """Return a moment with its zone: ``2009-05-14T10:00:00+02:00 Europe/Vienna``."""
    return f"{moment.to_iso8601_string()} {moment.timezone_name}"


def moment_read(text: str) -> DateTime:
    """Return the moment that was written so."""
    iso, zone = text.split()
    found = pendulum.parse(iso)
    if not isinstance(found, DateTime):
        raise TypeError(f"not a moment: {text}")
    return found.in_timezone(zone)


def _window(window: Window) -> list[str]:
    return [moment_written(window.opens), moment_written(window.closes)]


def _read_window(found: list[str]) -> Window:
    opens, closes = found
    return Window(moment_read(opens), moment_read(closes))


def _change(change: EntryChange) -> dict[str, Any]:
    flags = {name.replace("_", " "): True for name in FLAGS if getattr(change, name)}
    moved = {"moved from": _window(change.moved_from)} if change.moved_from else {}
    roomed = {"room from": change.room_from} if change.room_changed else {}
    return {**moved, **roomed, **flags}


def _read_change(found: dict[str, Any]) -> EntryChange:
    return EntryChange(
        moved_from=_read_window(found["moved from"]) if "moved from" in found else None,
        room_changed="room from" in found,
        room_from=found.get("room from"),
        **{name: found.get(name.replace("_", " "), False) for name in FLAGS},
    )


def _stamp(stamp: Stamp) -> list[Any]:
    return [stamp.digest, moment_written(stamp.since), *(["new"] if stamp.new else [])]


def _read_stamp(found: list[Any]) -> Stamp:
    return Stamp(found[0], moment_read(found[1]), len(found) > 2)
