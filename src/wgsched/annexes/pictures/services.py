"""The service chart: for each meeting with interpretation, the minutes in which items are taken up, and those left."""

from __future__ import annotations

from wgsched.annexes.clean import clean
from wgsched.annexes.layouts.sheet import Sheet, by_date
from wgsched.model import Meeting
from wgsched.model.services import interpreted

MINUTE = 1.2
"""Points of width for a minute."""


def drawn(sheet: Sheet) -> dict[str, object]:
    """Return the bars of the chart as data for the template; lengths in points."""
    words = sheet.words
    offered = interpreted(sheet.programme.session.meetings)
    longest = max((meeting.minutes for meeting in offered), default=180)
    groups = [
        {"day": sheet.day(day), "bars": [_bar(sheet, each) for each in things if isinstance(each, Meeting)]}
        for day, things in by_date(offered).items()
    ]
    return {
        "kind": "services",
        "title": words.phrase("services"),
        "groups": groups,
        "width": longest * MINUTE,
        "used": words.phrase("column-used"),
        "left": words.phrase("column-left"),
    }


def _bar(sheet: Sheet, meeting: Meeting) -> dict[str, object]:
    """Return one bar: used and left; without hours a meeting in which items are taken up counts as used whole."""
    held = sheet.programme.meeting(meeting.key)
    rows = sheet.programme.rows(held) if held.sits else ()
    windows = [row.window for row in rows]
    used = sum(w.minutes for w in windows if w) if all(windows) and rows else held.minutes if rows else 0
    forum = sheet.forum(meeting.forum) if len(sheet.programme.session.forums) > 1 else ""
    hours = sheet.hours(held)
    left = held.minutes - used
    return {
        "name": clean(" · ".join(part for part in (hours, forum) if part)),
        "used": used * MINUTE,
        "left": left * MINUTE,
        "used_text": sheet.words.minutes(used) if used else "",
        "left_text": sheet.words.minutes(left) if left else "",
    }
