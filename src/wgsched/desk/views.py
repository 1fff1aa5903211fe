"""What the page shows of a programme, in plain values: days, the lanes of a day, meetings, rows and their marks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RowMark:
    """A remark on a row or a meeting: its sign and its words; ``kind`` says how it looks."""

    kind: str
    sign: str
    text: str


@dataclass(frozen=True)
class RowView:
    """A row: its instalment and meeting by key, its anchor on the page, and what is shown of it."""

    item: str
    meeting: str
    anchor: str
    number: str
    title: str
    minutes: int | None
    hours: str
    marks: tuple[RowMark, ...]
    pinned: bool
    up: str | None = None
    down: str | None = None


@dataclass(frozen=True)
class MeetingView:
    """A meeting: its key and anchor, its name, hours, room, marks and rows."""

    key: str
    anchor: str
    name: str
    hours: str
    room: str
    forum: str
    marks: tuple[RowMark, ...]
    filled: str
    rows: tuple[RowView, ...]
    cancelled: bool
    held: bool


@dataclass(frozen=True)
class SlotView:
    """The meetings of a lane that open at one hour."""

    anchor: str
    meetings: tuple[MeetingView, ...]


@dataclass(frozen=True)
class LaneView:
    """A lane of a day, such as that of a forum: its name, and a slot for each hour of the day."""

    anchor: str
    name: str
    slots: tuple[SlotView, ...]


@dataclass(frozen=True)
class DayView:
    """A day: its anchor, its date and the same shortly, its lanes, and how many slots each lane has."""

    anchor: str
    date: str
    short: str
    lanes: tuple[LaneView, ...]
    slots: int
