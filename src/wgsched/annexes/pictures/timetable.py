"""The timetable grid: a column per day, hours downwards, a box per meeting and in it a band per item."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, TypeAlias

from pendulum import Date, DateTime

from wgsched.annexes.clean import clean
from wgsched.annexes.layouts.sheet import Sheet, by_date
from wgsched.model import Consideration, Event, Meeting

DatedThings: TypeAlias = tuple[Date, list[Meeting | Event]]

MINUTE = 0.9
"""Points of height for a minute."""
FORUM = 132
"""Points of width for one forum on one day."""
HEAD = 36
"""Points between the weeks, for the dates of the next one."""
WEEK = 7
"""Of more days than these each week has a row of its own."""
FEW, NARROW = 4, 96
"""With more columns than these they are drawn narrower."""


def drawn(sheet: Sheet) -> dict[str, object]:
    """Return the boxes of the timetable as data for the template; lengths in points."""
    days = list(by_date(sheet.meetings, sheet.events("grid")).items())
    tracks = [forum.key for forum in sheet.forums] or [""]
    width = NARROW if len(days) * len(tracks) > FEW else FORUM
    wide = len(tracks) * width
    top, bottom = _hours([thing for _, things in days for thing in things])
    height = (bottom - top) * MINUTE
    weeks = _weeks(days)
    boxes = [
        {**box, "top": box["top"] + week * (height + HEAD)}
        for week, own in enumerate(weeks)
        for column, (_, things) in enumerate(own)
        for thing in things
        for box in _boxes(sheet, thing, column, tracks, width, top)
    ]
    return {
        "kind": "timetable",
        "title": sheet.words.phrase("timetable"),
        "columns": [
            {"left": number * wide, "top": week * (height + HEAD), "width": wide, "text": sheet.day(day)}
            for week, own in enumerate(weeks)
            for number, (day, _) in enumerate(own)
        ],
        "hours": [
            _hour(sheet, hour, top, week * (height + HEAD))
            for week in range(len(weeks))
            for hour in range(top // 60, bottom // 60 + 1)
        ],
        "width": max(map(len, weeks)) * wide,
        "height": len(weeks) * (height + HEAD) - HEAD,
        "boxes": boxes,
    }


def _weeks(days: list[DatedThings]) -> list[list[DatedThings]]:
    """Return the days as they stand side by side: all of few, else week by week below each other."""
    if len(days) <= WEEK:
        return [days]
    return [list(week) for _, week in groupby(days, key=lambda each: each[0].isocalendar()[:2])]


def _hours(things: list[Meeting | Event]) -> tuple[int, int]:
    """Return the first and last full hour that the day needs, in minutes since midnight."""
    opens = min((_minute(thing.opens) for thing in things), default=600)
    closes = max((_end(thing) for thing in things), default=1080)
    return opens // 60 * 60, -(-closes // 60) * 60


def _minute(moment: DateTime) -> int:
    return moment.hour * 60 + moment.minute


def _end(thing: Meeting | Event) -> int:
    """Return when it closes, in minutes since the midnight before it opens."""
    return _minute(thing.opens) + int((thing.closes - thing.opens).total_seconds() // 60)


def _hour(sheet: Sheet, hour: int, top: int, above: float) -> dict[str, object]:
    day = sheet.programme.session.days[0]
    text = "" if hour > 23 else sheet.words.time(sheet.programme.session.moment(f"{day.isoformat()} {hour:02}:00"))
    return {"top": above + (hour * 60 - top) * MINUTE, "text": text}


def _boxes(
    sheet: Sheet, thing: Meeting | Event, column: int, tracks: list[str], width: int, top: int
) -> Iterator[dict[str, Any]]:
    begins = (_minute(thing.opens) - top) * MINUTE
    height = (_end(thing) - _minute(thing.opens)) * MINUTE
    track = tracks.index(thing.forum) if thing.forum in tracks else 0
    wide = width if thing.forum in tracks else width * len(tracks)
    place = {"left": (column * len(tracks) + track) * width, "top": begins, "width": wide, "height": height}
    if isinstance(thing, Event):
        yield {**place, "kind": "event", "head": clean(sheet.words.text(thing.title, thing.key)), "bands": []}
        return
    head = sheet.track(thing.forum) if len(tracks) > 1 else ""
    room = sheet.room(thing.room)
    yield {
        **place,
        "kind": "meeting",
        "interpreted": bool(thing.languages),
        "head": clean(" · ".join(filter(None, (head, sheet.words.opening(thing), room)))),
        "bands": list(_bands(sheet, thing)),
    }


def _bands(sheet: Sheet, meeting: Meeting) -> Iterator[dict[str, object]]:
    """Yield the items of a meeting with the share of its height that each takes: by its minutes, else alike."""
    rows = sheet.programme.rows(meeting)
    timed = all(row.window for row in rows)
    for number, row in enumerate(rows):
        window = row.window if timed else None
        opens = (window.opens - meeting.opens).total_seconds() / 60 if window else 0
        yield {
            "label": clean(sheet.label(row)),
            "title": clean(sheet.title(row).replace("\n", " / ")),
            "mark": clean(sheet.words.phrase("continued")) if sheet.programme.continued(row) else "",
            "share": window.minutes / meeting.minutes if window else 1 / len(rows),
            "offset": opens / meeting.minutes if window else number / len(rows),
            "tone": _tone(sheet, row),
        }


def _tone(sheet: Sheet, row: Consideration) -> int:
    """Return the place of the row's main item in the agenda, by which bands are told apart."""
    agenda = sheet.programme.session.agenda
    item = sheet.programme.items(row)[0]
    while item.parent is not None and item.parent in agenda:
        item = agenda[item.parent]
    return [each.key for each in agenda if each.parent is None].index(item.key)
