"""The parsers that are installed: how each is run on files, and whether it reads VTIMEZONEs at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent / "parsers"
CLIENTS = Path(__file__).parent.parent.parent / ".clients"
ENVIRONMENT = {"TZ": "UTC", "PYTHONDONTWRITEBYTECODE": "1", "PYTZ_TZDATADIR": "/usr/share/zoneinfo"}
"""All parsers are asked about one edition of the tz database, the system's."""

SYSTEM_PYTHON = "/usr/bin/python3"

Found = dict[str, dict[str, list[int]]]


@dataclass(frozen=True)
class Reader:
    """A program that prints, for the files it is given, each event's UID and the instants of its ends."""

    name: str
    command: tuple[str | Path, ...]
    reads_vtimezone: bool = True

    def read(self, paths: list[Path]) -> Found:
        """Return what it found in each file."""
        environment = {**os.environ, **ENVIRONMENT}
        ran = subprocess.run([*self.command, *paths], capture_output=True, text=True, env=environment, check=False)
        assert ran.returncode == 0, f"{self.name} ended with {ran.returncode}: {ran.stderr[-2000:]}"
        return json.loads(ran.stdout)


def in_python(name: str, *, environment: str = "") -> Reader:
    """Return a Python parser, which has an environment of its own."""
    python = CLIENTS / (environment or name) / "bin" / "python"
    return Reader(name, (python, HERE / f"read_{name.replace('-', '_')}.py"))


def in_node(name: str, *, reads_vtimezone: bool = True) -> Reader:
    """Return a JavaScript parser."""
    return Reader(name, ("node", HERE / f"read_{name.replace('.', '_').replace('-', '_')}.mjs"), reads_vtimezone)


READERS = (
    in_python("icalendar", environment="recurring-ical-events"),
    in_python("recurring-ical-events"),
    in_python("vobject"),
    in_python("ics"),
    in_python("ical"),
    in_python("khal"),
    in_python("vdirsyncer"),
    in_python("radicale"),
    in_python("xandikos"),
    in_node("ical.js"),
    in_node("node-ical", reads_vtimezone=False),
    in_node("ts-ics"),
    Reader("libical", (SYSTEM_PYTHON, HERE / "read_libical.py")),
    Reader("calcurse", (sys.executable, HERE / "read_calcurse.py"), reads_vtimezone=False),
    Reader("sabre-vobject", ("php", HERE / "read_sabre.php"), reads_vtimezone=False),
    Reader("ruby-icalendar", ("ruby", HERE / "read_ruby_icalendar.rb")),
    Reader("kcalendarcore", (CLIENTS / "bin" / "read_kcalendarcore",)),
)
