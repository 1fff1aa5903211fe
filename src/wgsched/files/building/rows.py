"""Which meeting a text means, and the rows that were typed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgsched.errors import UnknownName
from wgsched.files.building.context import Context, item_named
from wgsched.files.building.meetings import Sitting, forum_and_rest
from wgsched.files.grammar import Stretch, Wrong
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.model import Agenda, Meeting, Rows

_HINT = "Expected for example Thu am, or a forum and Thu am."


class Meetings:
    """Finds meetings by what an officer calls them: a key, ``Thu am``, ``committee Fri 15 May 10-12``, a day."""

    def __init__(self, meetings: tuple[Meeting, ...], places: tuple[Sitting, ...]) -> None:
        self.meetings, self.places = meetings, places

    def one(self, text: str) -> Meeting:
        """Return the one meeting that a text means.

        Raises:
            Wrong: it means none, or several.
        """
        meetings = self.several(text)
        if len(meetings) > 1:
            names = ", ".join(f"{meeting.forum} {meeting.opens:%a %H:%M}" for meeting in meetings[:4])
            raise Wrong(f"{text!r} could be {len(meetings)} meetings: {names}", _HINT)
        return meetings[0]

    def several(self, text: str, forums: Sequence[str] = ()) -> tuple[Meeting, ...]:
        """Return the meetings that a text means: one, or all of a day; of the forums named, else of the first.

        Raises:
            Wrong: there are none.
        """
        by_key = [meeting for meeting in self.meetings if meeting.key == text.strip()]
        if by_key:
            return tuple(by_key)
        named, rest = forum_and_rest(text, self.places)
        if rest != text:
            sittings: Sequence[Sitting] = [named]
        else:
            sittings = [each for each in self.places if each.forum.key in forums] or self.places
        wrong: Wrong | None = None
        for sitting in sittings:
            try:
                stretch = sitting.calendar.read(rest)
            except Wrong as error:
                wrong = wrong or error
                continue
            if meetings := self._in(sitting, stretch):
                return meetings
        raise wrong or Wrong(f"there is no meeting {text!r}", _HINT)

    def _in(self, sitting: Sitting, stretch: Stretch) -> tuple[Meeting, ...]:
        mine = [meeting for meeting in self.meetings if meeting.forum == sitting.forum.key]
        if stretch.period:
            return tuple(
                meeting for meeting in mine if meeting.period == stretch.period and meeting.date == stretch.opens.date()
            )
        if stretch.whole_day:
            return tuple(meeting for meeting in mine if meeting.date == stretch.opens.date())
        return tuple(meeting for meeting in mine if meeting.window.holds(stretch.window))


def rows_of(shape: SessionShape, agenda: Agenda, meetings: Meetings, context: Context) -> tuple[Rows, ...]:
    """Return the rows typed by hand, in order of time."""
    if not context.calendar.days:
        return ()
    by_meeting: dict[str, Rows] = {}
    parts = Parts(agenda)
    written = [
        (context.attempt(("organization", key), meetings.one, key, default=None), key) for key in shape.organization
    ]
    for meeting, key in sorted(((m, k) for m, k in written if m), key=lambda pair: pair[0].opens):
        path: Path = ("organization", key)
        if meeting.key in by_meeting:
            context.faults.at(path, f"{key!r} is a meeting that is here already", key=True)
        texts = [row.strip() for row in shape.organization[key] if row.strip()]
        rows = _rows(path, texts, parts, context)
        by_meeting[meeting.key] = Rows(meeting.key, tuple(row for row in rows if row), "..." in texts)
    return tuple(by_meeting.values())


def _rows(path: Path, texts: Sequence[str], parts: Parts, context: Context) -> Iterator[str | None]:
    for place, text in enumerate(texts):
        where: Path = (*path, place)
        if text in ("...", "…"):
            if place != len(texts) - 1:
                context.faults.at(where, "'...' stands last: what is planned comes after what was typed")
            continue
        yield context.attempt(where, parts.of, text, default=None)


class Parts:
    """Tells which instalment a row means, when an item has several: ``2 (a) part 2``, or the next one in order."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.reached: dict[str, int] = {}
        self.last = ""

    def of(self, text: str) -> str:
        """Return the key of the instalment.

        Raises:
            Wrong: there is none.
        """
        name, _, part = text.partition(" part ")
        try:
            exact = self.agenda.instalment(text)
        except UnknownName:
            key = item_named(name, self.agenda)
        else:
            self.last, self.reached[exact.items[0]] = exact.items[0], exact.part
            return exact.key
        instalments = self.agenda.instalments_of(self.agenda[key])
        own = [each for each in instalments if key in each.items]
        if not own:
            below = [str(item.number or item.key) for item in self.agenda.children(self.agenda[key])]
            raise Wrong(
                f"{name!r} is a heading and is not taken up itself", f"Below it: {', '.join(below)}." if below else ""
            )
        number = self._number(key, part, len(own), text)
        self.reached[key], self.last = number, key
        return own[number - 1].key

    def _number(self, key: str, part: str, count: int, text: str) -> int:
        if part:
            if not part.strip().isdecimal() or not 1 <= int(part) <= count:
                raise Wrong(f"{text!r}: the item has {count} part{'s' if count > 1 else ''}")
            return int(part)
        reached = self.reached.get(key, 0)
        return max(1, min(count, reached if self.last == key else reached + 1))
