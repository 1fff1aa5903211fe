"""What the page shows of a programme: days, the lanes of its forums, meetings, rows, and what has no row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wgsched.checking import Report
from wgsched.desk.pointing import PointedAt, row_anchor
from wgsched.desk.words import DeskWords
from wgsched.errors import MissingTitles
from wgsched.feeds.identity import plain
from wgsched.files.typedrows import pins_of
from wgsched.languages import Lexicon
from wgsched.model import AgendaItem, Consideration, Instalment, Language, Meeting, Programme


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
    marks: tuple[RowMark, ...]
    filled: str
    rows: tuple[RowView, ...]
    cancelled: bool
    held: bool


@dataclass(frozen=True)
class LaneView:
    """The meetings of a forum on one day."""

    forum: str
    meetings: tuple[MeetingView, ...]


@dataclass(frozen=True)
class DayView:
    """A day, with a lane for each forum."""

    date: str
    lanes: tuple[LaneView, ...]


class Grid:
    """Views of one programme in the languages of a page."""

    def __init__(self, programme: Programme, report: Report, say: DeskWords, words: Lexicon, titles: Lexicon) -> None:
        self.programme, self.session = programme, programme.session
        self.say, self.words, self.titles = say, words, titles
        self.pins = pins_of(programme)
        self.pointed = PointedAt(programme, report)

    @property
    def title_language(self) -> Language:
        """The language of the titles."""
        return self.titles.code

    @property
    def several(self) -> bool:
        """Whether there are several forums."""
        return len(self.session.forums) > 1

    def days(self) -> Iterator[DayView]:
        """Yield the days on which there are meetings."""
        dates = sorted({meeting.date for meeting in self.programme.meetings})
        for date in dates:
            lanes = []
            for forum in self.session.forums:
                here = [each for each in self.programme.meetings if each.date == date and each.forum == forum.key]
                name = self.words.forum_name(forum) if self.several else ""
                lanes.append(LaneView(name, tuple(self.meeting(each) for each in here)))
            yield DayView(self.words.capital(self.words.date(date)), tuple(lanes))

    def meeting(self, meeting: Meeting) -> MeetingView:
        """Return the view of a meeting."""
        number = self.programme.number(meeting)
        rows = self.programme.rows(meeting)
        used = sum(row.window.minutes for row in rows if row.window)
        name = self.say("meeting", nth=self.words.ordinal(number)) if number else self.say("meeting-without-number")
        return MeetingView(
            key=meeting.key,
            anchor=f"m-{plain(meeting.key)}",
            name=name,
            hours=self.words.meeting_hours(meeting, self.session),
            room=self.words.room_name(meeting.room) if meeting.room else "",
            marks=tuple(self._meeting_marks(meeting, used)),
            filled=self.say("filled", used=used, minutes=meeting.usable.minutes),
            rows=tuple(self._row(row, rows, place) for place, row in enumerate(rows)),
            cancelled=meeting.cancelled,
            held=meeting.held,
        )

    def _meeting_marks(self, meeting: Meeting, used: int) -> Iterator[RowMark]:
        if meeting.cancelled:
            yield RowMark("wrong", "✕", self.say("cancelled"))
        if self.programme.was_held(meeting):
            yield RowMark("plain", "✓", self.say("was-held"))
        if used > meeting.usable.minutes:
            yield RowMark("wrong", "▲", self.say("meeting-over", minutes=used - meeting.usable.minutes))
        if self.pointed.meeting(meeting.key):
            yield RowMark("wrong", "!", self.say("breaks-a-rule"))

    def _row(self, row: Consideration, rows: tuple[Consideration, ...], place: int) -> RowView:
        items = self.programme.items(row)
        firm = self.programme.firm(row) and row.window
        return RowView(
            item=row.instalment,
            meeting=row.meeting,
            anchor=row_anchor(row),
            number=self.words.labels(items),
            title=self.title(items),
            minutes=row.window.minutes if row.window else None,
            hours=self.words.hours(row.window) if firm and row.window else "",
            marks=tuple(self._marks(row)),
            pinned=(row.meeting, row.instalment) in self.pins,
            up=rows[place - 1].instalment if place else None,
            down=_after(rows, place),
        )

    def _marks(self, row: Consideration) -> Iterator[RowMark]:
        if (row.meeting, row.instalment) in self.pins:
            yield RowMark("pinned", "⚲", self.say("pinned"))
        if self.programme.firm(row):
            yield RowMark("plain", "◆", self.say("firm"))
        if self.programme.continued(row):
            yield RowMark("plain", "…", self.say("continued"))
        rules = self.pointed.row(row)
        if "documents-out" in rules:
            yield RowMark("wrong", "✉", self.say("documents-late"))
        if more := self._more[row.instalment]:
            name = "minutes-more" if more > 0 else "minutes-fewer"
            yield RowMark("wrong" if more < 0 else "plain", "▲" if more > 0 else "▼", self.say(name, minutes=abs(more)))
        if rules - {"documents-out"}:
            yield RowMark("wrong", "!", self.say("breaks-a-rule"))

    @cached_property
    def _more(self) -> dict[str, int]:
        """How many more minutes each instalment has than expected; 0 where a row has no hours."""
        more: dict[str, int] = {}
        for each in self.session.agenda.instalments:
            windows = [row.window for row in self.programme.of(each)]
            used = sum(window.minutes for window in windows if window)
            more[each.key] = used - self.session.minutes_of(each) if all(windows) and windows else 0
        return more

    def unplaced(self) -> Iterator[RowView]:
        """Yield what has no row, or lacks minutes of what is expected, in agenda order."""
        concluded = {each.instalment for each in self.programme.actuals}
        for each in self.session.agenda.instalments:
            if not self.programme.of(each) and each.key not in concluded:
                yield self._without_row(each)

    def _without_row(self, instalment: Instalment) -> RowView:
        items = self.session.agenda.items_of(instalment)
        return RowView(
            item=instalment.key,
            meeting="",
            anchor=f"t-{plain(instalment.key)}",
            number=self.words.labels(items),
            title=self.title(items),
            minutes=self.session.minutes_of(instalment),
            hours="",
            marks=(),
            pinned=False,
        )

    def title(self, items: tuple[AgendaItem, ...]) -> str:
        """Return the title of items, also where one has none in the language."""
        return "; ".join(map(self._title, items))

    def _title(self, item: AgendaItem) -> str:
        try:
            return self.titles.title(item, self.session)
        except MissingTitles:
            return self.titles.version(item.title, self.session) or item.key


def _after(rows: tuple[Consideration, ...], place: int) -> str | None:
    """Return before which row one stands when it is moved down; ``""`` is the end, None if it is the last."""
    if place == len(rows) - 1:
        return None
    return rows[place + 2].instalment if place + 2 < len(rows) else ""
