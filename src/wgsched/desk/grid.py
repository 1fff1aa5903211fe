"""What the page shows of a programme: days, the lanes of its forums, meetings, rows, and what has no row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from wgsched.checking import Report
from wgsched.desk.lanes import Lane, lanes_of
from wgsched.desk.pageview import GridColumns, PageView
from wgsched.desk.pointing import PointedAt, row_anchor
from wgsched.desk.views import DayView, LaneView, MeetingView, RowMark, RowView, SlotView
from wgsched.desk.words import DeskWords
from wgsched.errors import MissingTitles
from wgsched.feeds.identity import plain
from wgsched.files.typedrows import pins_of
from wgsched.languages import lexicon
from wgsched.model import AgendaItem, Consideration, Instalment, Meeting, Programme
from wgsched.model.reading import left_out

MOST_SLOTS = 12
"""With more hours than these on a day, its lanes do not stand level: too much of each would be empty."""


class Grid:
    """Views of one programme in the languages of a page."""

    def __init__(self, programme: Programme, report: Report, view: PageView) -> None:
        self.programme, self.session, self.view = programme, programme.session, view
        self.say = DeskWords(view.language)
        self.words, self.titles = (lexicon(code, programme.session) for code in (view.language, view.titles))
        self.pins = pins_of(programme)
        self.pointed = PointedAt(programme, report)

    @cached_property
    def _has_items(self) -> bool:
        return bool(self.session.agenda.instalments)

    @property
    def several(self) -> bool:
        """Whether there are several forums."""
        return len(self.session.forums) > 1

    def days(self) -> Iterator[DayView]:
        """Yield the days on which there are meetings."""
        for date in sorted({meeting.date for meeting in self.programme.meetings}):
            of_day = [each for each in self.programme.meetings if each.date == date]
            here = [each for each in of_day if self.view.empty or each.cancelled or self.programme.rows(each)]
            anchor = f"d-{date}"
            drawn = lanes_of(here, self.session, self.view.columns, self.words, self.say)
            lanes = tuple(self._lane(anchor, lane) for lane in drawn)
            yield DayView(
                anchor=anchor,
                date=self.words.capital(self.words.date(date)),
                short=self.words.date(date, weekday=False),
                lanes=lanes,
                slots=self._level(lanes),
            )

    def _lane(self, day: str, lane: Lane) -> LaneView:
        anchor = f"{day}-{plain(lane.key)}"
        slots = lane.slots.items()
        views = (SlotView(f"{anchor}-{opens:%H%M}", tuple(map(self.meeting, each))) for opens, each in slots)
        return LaneView(anchor, lane.name, tuple(views))

    def _level(self, lanes: tuple[LaneView, ...]) -> int:
        slots = max((len(lane.slots) for lane in lanes), default=0)
        side_by_side = self.view.columns is GridColumns.ROOMS or (
            self.view.columns is GridColumns.FORUMS and self.several
        )
        return slots if side_by_side and slots <= MOST_SLOTS else 0

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
            forum=self._forum(meeting),
            marks=tuple(self._meeting_marks(meeting, used)),
            filled=self.say("filled", used=used, minutes=meeting.usable.minutes) if self._has_items else "",
            rows=tuple(self._row(row, rows, place) for place, row in enumerate(rows)),
            cancelled=meeting.cancelled,
            held=meeting.held,
        )

    def _forum(self, meeting: Meeting) -> str:
        """Return the name of the forum of a meeting, where the lane does not say it."""
        shown = len(self.session.forums) > 1 and self.view.columns is not GridColumns.FORUMS
        return self.words.forum_name(self.session.forum(meeting.forum)) if shown else ""

    def _meeting_marks(self, meeting: Meeting, used: int) -> Iterator[RowMark]:
        if meeting.cancelled:
            yield RowMark("wrong", "✕", self.say("cancelled"))
        if self.programme.was_held(meeting):
            yield RowMark("plain", "✓", self.say("was-held"))
        if not meeting.held and not meeting.cancelled:
            yield RowMark("plain", "○", self.say("not-held"))
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
        if nth := self._time(row):
            yield RowMark("plain", "↻", nth)
        rules = self.pointed.row(row)
        if "documents-out" in rules:
            yield RowMark("wrong", "✉", self.say("documents-late"))
        if more := self._more[row.instalment]:
            name = "minutes-more" if more > 0 else "minutes-fewer"
            yield RowMark("wrong" if more < 0 else "plain", "▲" if more > 0 else "▼", self.say(name, minutes=abs(more)))
        if rules - {"documents-out"}:
            yield RowMark("wrong", "!", self.say("breaks-a-rule"))

    def _time(self, row: Consideration) -> str:
        """Return which time it is that an item is held which is held several times."""
        agenda = self.session.agenda
        instalment = agenda.instalment(row.instalment)
        items = agenda.items_of(instalment)
        if not all(item.repeats for item in items):
            return ""
        return self.say("repeats", n=instalment.part, times=len(agenda.instalments_of(items[0])))

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
        """Yield what has no row, in agenda order."""
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
            marks=tuple(self._marks_without_row(items)),
            pinned=False,
        )

    def _marks_without_row(self, items: tuple[AgendaItem, ...]) -> Iterator[RowMark]:
        if any(map(self.programme.spares, items)):
            yield RowMark("plain", "–", self.say("left-out"))
        for item in items:
            if item.priority:
                yield RowMark("plain", "☆", self.say("priority", n=item.priority))

    def left_out(self) -> Iterator[str]:
        """Yield why each item that is left out is left out."""
        for _, sentence in left_out(self.programme):
            yield self.words.say(sentence, self.session)

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
