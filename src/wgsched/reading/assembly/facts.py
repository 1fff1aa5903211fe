"""What a reading knows of a session before it is written: facts with their places, still without identity."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from wgsched.reading.grammar.days import WrittenDay


@dataclass
class ReadRow:
    """One row of a programme: the items it names, its title, and whether it is marked as going on.

    ``led`` says that its number leads a line of a list, and does not stand in a column of numbers.
    """

    numbers: tuple[str, ...]
    title: str
    continued: bool
    place: str
    minutes: int | None = None
    entry: str = ""
    part: int = 0
    led: bool = False


@dataclass
class ReadSitting:
    """The rows between two hours of a day in one forum, in minutes after midnight.

    ``opens`` is -1 and ``closes`` None while they are unknown. ``typed`` says that its kind is not to be guessed,
    ``in_line`` that all meetings of its day stand one below the other, so that each ends when the next begins,
    ``printed`` that its hours are those of the paper and not inferred.
    """

    written: WrittenDay | datetime.date | None
    opens: int
    closes: int | None
    forum: str
    place: str
    sure: bool = True
    room: str = ""
    typed: bool = False
    in_line: bool = False
    printed: bool = True
    rows: list[ReadRow] = field(default_factory=list)
    day: datetime.date | None = None

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return (self.closes or self.opens) - self.opens

    def meets(self, other: ReadSitting) -> bool:
        """Return whether the two share some of their hours on one day."""
        ends = self.closes or self.opens + 1
        return self.day == other.day and self.opens < (other.closes or other.opens + 1) and other.opens < ends


@dataclass
class ReadEvent:
    """What happens and is not planned: a break, registration, a reception."""

    day: datetime.date
    opens: int
    closes: int
    title: str
    room: str = ""


@dataclass
class ReadAnnotation:
    """A paragraph of the annotations, and its lettered points."""

    text: str
    points: list[str] = field(default_factory=list)


@dataclass
class ReadItem:
    """An item of the agenda; ``annex`` is its title in the programme, where that differs."""

    number: str
    title: str = ""
    annex: str = ""
    role: str = ""
    minutes: list[int] = field(default_factory=list)
    estimate: bool = True
    jointly: str = ""
    annotations: list[ReadAnnotation] = field(default_factory=list)
    of: str = ""
    forums: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class Facts:
    """Everything that was understood or inferred of a session, in one language.

    ``bare`` are meetings without rows, ``stretches`` the weeks that it names, ``years`` those in it,
    each with whether it stands beside a month of the days.
    """

    language: str
    symbol: str = ""
    body: str = ""
    parent: str = ""
    place: str = ""
    issued: datetime.date | None = None
    original: str = ""
    days: list[datetime.date] = field(default_factory=list)
    header_days: WrittenDay | None = None
    meetings_a_day: int = 0
    interpreted: bool | None = None
    items: dict[str, ReadItem] = field(default_factory=dict)
    entries: dict[str, ReadItem] = field(default_factory=dict)
    sittings: list[ReadSitting] = field(default_factory=list)
    bare: list[ReadSitting] = field(default_factory=list)
    stretches: list[WrittenDay] = field(default_factory=list)
    years: dict[int, bool] = field(default_factory=dict)
    events: list[ReadEvent] = field(default_factory=list)
    own_agenda: bool = False
    holidays: dict[datetime.date, str] = field(default_factory=dict)
    written_holidays: list[tuple[WrittenDay | datetime.date | None, str]] = field(default_factory=list)
    documents: dict[str, tuple[str, str]] = field(default_factory=dict)
    mandates: dict[str, ReadAnnotation] = field(default_factory=dict)
    kind: str = ""
    ordinal: int | None = None

    @property
    def meetings(self) -> list[ReadSitting]:
        """The meetings with rows, then those without."""
        return [*self.sittings, *self.bare]

    def item_of(self, row: ReadRow) -> ReadItem:
        """Return the item that a row takes up, the first of several, or its entry."""
        return self.entries[row.entry] if row.entry else self.items[row.numbers[0]]
