"""The programme file: self-contained JSON, its rows grouped by meeting, so that an officer can move an item by hand."""

from __future__ import annotations

import json
import os
from typing import Any

from pendulum import DateTime

from wgsched.errors import BadInput
from wgsched.files.coding import encoded
from wgsched.files.coding.fields import default_of, fields_of
from wgsched.files.faults import Faults
from wgsched.files.nodes import MappingNode, Node, plain_text
from wgsched.files.pretty import pretty
from wgsched.files.programmereading import programme_of
from wgsched.files.sessions import content_of
from wgsched.files.source import read_nodes
from wgsched.files.writing import write_whole
from wgsched.model import Meeting, Programme

VERSION = 1
"""The version of the programme file; it rises when a reader of the last one would misread a file."""

_KIND = "programme"


def write_programme(programme: Programme, path: str | os.PathLike[str]) -> None:
    """Write a programme file, whole or not at all.

    Raises:
        BadInput: it cannot be written.
    """
    write_whole(path, programme_to_json(programme))


def read_programme(path: str | os.PathLike[str]) -> Programme:
    """Read a programme file, written by wgsched or by a person.

    Raises:
        BadInput: it cannot be read, or something in it is wrong; every fault is named with its place.
    """
    return programme_from_json(content_of(path), str(path))


def programme_to_json(programme: Programme) -> bytes:
    """Return a programme as the bytes of its file; the same programme, the same bytes.

    Raises:
        BadInput: a row is in a meeting that the programme does not have.
    """
    zone = programme.session.zone
    known = {meeting.key for meeting in programme.meetings}
    lost = sorted({row.meeting for row in programme.considerations} - known)
    if lost:
        raise BadInput(*(f"there are rows in {key!r}, which is not a meeting of the programme" for key in lost))
    parts: dict[str, Any] = {"wgsched": _KIND, "version": VERSION}
    for name, (field, _) in fields_of(Programme).items():
        value = getattr(programme, field.name)
        if name in ("session", "considerations"):
            continue
        if name == "meetings":
            parts[name] = [_meeting(meeting, programme, zone) for meeting in programme.meetings]
        elif value != default_of(field):
            parts[name] = encoded(value, zone)
    parts["session"] = encoded(programme.session, zone)
    return pretty(parts)


def programme_from_json(content: bytes | str, name: str = "programme.json") -> Programme:
    """Read a programme from the content of a file of this name.

    Raises:
        BadInput: something in it is wrong; every fault is named with its place.
    """
    root = read_nodes(content, name)
    faults = Faults(name, root)
    if not isinstance(root, MappingNode) or plain_text(root.get("wgsched")) != _KIND:
        faults.at((), "is not a programme file", 'It begins with "wgsched": "programme".')
        faults.done()
        raise AssertionError("unreachable")  # pragma: no cover
    _check_version(root.get("version"), faults)
    return programme_of(root, faults)


def _meeting(meeting: Meeting, programme: Programme, zone: str) -> dict[str, Any]:
    rows = []
    for row in programme.rows(meeting):
        hours = {"opens": row.opens, "closes": row.closes}
        said = {name: _hour(moment, meeting, zone) for name, moment in hours.items() if moment}
        rows.append({"item": row.instalment, **said})
    return {**encoded(meeting, zone), "rows": rows}


def _hour(moment: DateTime, meeting: Meeting, zone: str) -> str:
    """Return the hour alone where the day and the zone are those of the meeting."""
    whole = str(encoded(moment, zone))
    return whole[11:] if whole[:10] == f"{meeting.opens:%Y-%m-%d}" and len(whole) == 16 else whole


def _check_version(node: Node | None, faults: Faults) -> None:
    version = plain_text(node)
    if version == str(VERSION):
        return
    if version.isdecimal() and int(version[:9]) > VERSION:
        message = (
            f"was written by a newer wgsched: version {version} of the programme file, and this one reads {VERSION}"
        )
        faults.at(("version",), message, "Update wgsched.")
    else:
        faults.at(("version",), f"the version of a programme file is {VERSION}, not {json.dumps(version)}")
    faults.done()
