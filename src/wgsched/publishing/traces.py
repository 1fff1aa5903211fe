"""Traces as the ledger writes them: plain data that a person can read."""

from __future__ import annotations

from typing import Any

import pendulum
from pendulum import DateTime

from wgsched.model import Window
from wgsched.publishing.memory import Stamp, Trace


def written(trace: Trace) -> dict[str, Any]:
    """Return a trace as plain data; what is as usual is left out."""
    plain: dict[str, Any] = {
        "sequence": trace.sequence,
        "time": [moment_written(trace.window.opens), moment_written(trace.window.closes)],
        "place": trace.place,
        "room": trace.room,
        "status": trace.status,
        "rows": list(trace.rows),
        "source": trace.source,
        "part": list(trace.part) if trace.part else None,
        "texts": {
            language: [stamp.digest, moment_written(stamp.since), *(["new"] if stamp.new else [])]
            for language, stamp in sorted(trace.stamps.items())
        },
        "changes": {language: list(stamp.changes) for language, stamp in sorted(trace.stamps.items()) if stamp.changes},
    }
    return {name: value for name, value in plain.items() if value not in (None, [], {})}


def read(plain: dict[str, Any]) -> Trace:
    """Return the trace that was written as this.

    Of what changed, older ledgers have no sentences: their entries are stamped anew, for they lose their first lines.
    """
    part, changes, outdated = plain.get("part"), plain.get("changes", {}), "change" in plain
    return Trace(
        sequence=plain["sequence"],
        window=Window(*map(moment_read, plain["time"])),
        place=plain["place"],
        room=plain.get("room"),
        status=plain["status"],
        rows=tuple(plain.get("rows", ())),
        source=plain["source"],
        part=(part[0], part[1], part[2]) if part else None,
        stamps={
            language: Stamp("" if outdated else digest, moment_read(since), bool(new), tuple(changes.get(language, ())))
            for language, (digest, since, *new) in plain.get("texts", {}).items()
        },
    )


def moment_written(moment: DateTime) -> str:
    """Return a moment with its zone: ``2009-05-14T10:00:00+02:00 Europe/Vienna``."""
    return f"{moment.to_iso8601_string()} {moment.timezone_name}"


def moment_read(text: str) -> DateTime:
    """Return the moment that was written so."""
    iso, zone = text.split()
    moment = pendulum.parse(iso)
    if not isinstance(moment, DateTime):
        raise TypeError(f"not a moment: {text}")
    return moment.in_timezone(zone)
