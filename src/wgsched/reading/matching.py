"""Which meeting and which item of a session each row of an edited paper means; what is in doubt is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wgsched.errors import MissingTitles
from wgsched.files import programme_of_rows
from wgsched.files.spoken import names_of
from wgsched.files.typedrows import pins_of
from wgsched.languages import lexicon
from wgsched.model import AgendaItem, Instalment, Meeting, Programme, Rows
from wgsched.model.lookup import grouped
from wgsched.reading.assembly.facts import Facts, ReadRow, ReadSitting
from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists

PINNED = "!"
"""The sign before a title by which a paper pins its row."""

RowsOfItems = list[tuple[ReadRow, Instalment]]


class PaperRows:
    """Matches sittings with meetings and rows with instalments."""

    def __init__(self, before: Programme, facts: Facts, words: WordLists) -> None:
        self.before, self.session, self.facts = before, before.session, facts
        self.names = names_of(self.session, self.session.meetings)
        self.lexicon = lexicon(words.code, self.session, fill=self.session.original)
        self.conflicts: list[tuple[str, str]] = []
        self.parts = grouped((each.items, each) for each in self.session.agenda.instalments)
        self.titles = self._titles()

    def programme(self) -> Programme:
        """Return the programme with the rows of the paper; what cannot be matched is in ``conflicts``."""
        rows: dict[str, RowsOfItems] = {}
        hours: dict[str, Meeting] = {}
        for sitting in sorted(self.facts.sittings, key=lambda each: (str(each.day), each.opens)):
            if all(self._is_event(row) for row in sitting.rows):
                continue
            meeting = self._meeting(sitting, taken=rows)
            if meeting is not None:
                hours[meeting.key] = self._retimed(meeting, sitting)
                rows.setdefault(meeting.key, []).extend(self._rows(sitting, meeting))
        self._dropped(rows)
        organization = tuple(self._typed(rows))
        meetings = tuple(hours.get(each.key, each) for each in self.before.meetings)
        session = replace(self.session, organization=organization)
        made = programme_of_rows(session, unfinished=True) if not self.conflicts else self.before
        return replace(made, meetings=meetings)

    # Meetings

    def _meeting(self, sitting: ReadSitting, *, taken: Iterable[str]) -> Meeting | None:
        """Return the meeting of a sitting: with its hours, else the only one of its forum that overlaps them."""
        day = [each for each in self.session.meetings if each.date == sitting.day and self._is_forum(each, sitting)]
        same = [each for each in day if _minutes(each) == (sitting.opens, sitting.closes)]
        near = same or [
            each for each in day
            if each.key not in taken and _minutes(each)[0] < (sitting.closes or 0) and sitting.opens < _minutes(each)[1]
        ]  # fmt: skip
        if len(near) == 1:
            return near[0]
        said = f"{sitting.day} {_clock(sitting.opens)}-{_clock(sitting.closes or 0)}"
        many = f"could be of several meetings: {', '.join(map(self.names.typed, near))}"
        self.conflicts.append((sitting.place, f"{said} {many if near else 'is no meeting of the session'}"))
        return None

    def _is_forum(self, meeting: Meeting, sitting: ReadSitting) -> bool:
        if not sitting.forum or len(self.session.forums) == 1:
            return True
        forum = self.session.forum(meeting.forum)
        names = (forum.key, self.lexicon.forum_name(forum), self.lexicon.text(forum.title))
        return low(sitting.forum) in map(low, filter(None, names))

    def _retimed(self, meeting: Meeting, sitting: ReadSitting) -> Meeting:
        """Return the meeting with the hours of the paper, and the room that it states."""
        opens, closes = _minutes(meeting)
        earliest = meeting.opens.add(minutes=sitting.opens - opens)
        latest = meeting.closes.add(minutes=(sitting.closes or closes) - closes)
        return replace(meeting, opens=earliest, closes=latest, room=self._room(sitting, meeting))

    def _room(self, sitting: ReadSitting, meeting: Meeting) -> str | None:
        """Return the room that a paper names, by its name in the session; one that it does not have is in doubt."""
        open_yet = (self.lexicon.phrase(name) for name in ("room-open", "feed-room-to-be-announced"))
        if not sitting.room or low(sitting.room) in map(low, open_yet):
            return meeting.room
        rooms = [each.key for each in self.session.services.rooms]
        keys = [*rooms, *(each.room for each in self.session.meetings if each.room)]
        known = next((key for key in keys if low(sitting.room) in (low(key), low(self.lexicon.room_name(key)))), None)
        if known is None and rooms and not sitting.typed:
            self.conflicts.append((sitting.place, f"“{sitting.room}” is no room of the session"))
            return meeting.room
        return known or sitting.room

    # Rows

    def _rows(self, sitting: ReadSitting, meeting: Meeting) -> Iterator[tuple[ReadRow, Instalment]]:
        for row in sitting.rows:
            parts = self._parts(row)
            if parts:
                yield row, self._part(parts, meeting)
            elif not self._is_event(row):
                said = " ".join((*row.numbers, *row.title.split()))
                self.conflicts.append((row.place, f"“{said}” is no item of the session"))

    def _parts(self, row: ReadRow) -> tuple[Instalment, ...]:
        """Return the instalments that a row may mean: those of its numbers, else those with its title."""
        agenda = self.session.agenda
        numbers = tuple(number for number in row.numbers if number in agenda)
        title = low(" ".join(row.title.replace(PINNED, " ", 1).split()))
        titled = self.titles.get(title, ())
        if row.numbers and len(numbers) == len(row.numbers):
            own = self.parts.get(tuple(agenda[number].key for number in numbers), ())
            under = tuple(each for each in titled if agenda[each.items[0]].parent == agenda[numbers[0]].key)
            return under or own
        return () if row.numbers else titled

    def _part(self, parts: tuple[Instalment, ...], meeting: Meeting) -> Instalment:
        """Return the part of an item that a row in a meeting means: that which stood there, else the next in time."""
        here = {row.instalment for row in self.before.rows(self.session.meeting(meeting.key))}
        stood = next((each for each in parts if each.key in here), None)
        if stood is not None or len(parts) == 1:
            return stood or parts[0]
        earlier = [each for each in parts if self._opened(each) and self._opened(each) <= str(meeting.opens)]
        return earlier[-1] if earlier else parts[0]

    def _opened(self, part: Instalment) -> str:
        rows = self.before.of(part)
        return str(self.session.meeting(rows[0].meeting).opens) if rows else ""

    def _titles(self) -> dict[str, tuple[Instalment, ...]]:
        """Return the instalments by the titles under which an annex prints their first items."""
        titles: dict[str, tuple[Instalment, ...]] = {}
        for items, parts in self.parts.items():
            for title in self._printed([self.session.agenda[key] for key in items]):
                titles.setdefault(low(" ".join(title.split())), parts)
        return titles

    def _printed(self, items: list[AgendaItem]) -> Iterator[str]:
        for say in (self.lexicon.annex_title, self.lexicon.title):
            try:
                yield " ".join(say(item) for item in items)
            except MissingTitles:
                continue

    def _is_event(self, row: ReadRow) -> bool:
        """Return whether a row is an event of the session, which is never planned."""
        titles = (self.lexicon.text(event.title, event.key) for event in self.session.events)
        return low(row.title) in map(low, titles)

    def _dropped(self, rows: dict[str, RowsOfItems]) -> None:
        """Tell which items had rows and have none in the paper."""
        kept = {part.items for placed in rows.values() for _, part in placed}
        names = {part.items: part for part in self.session.agenda.instalments if self.before.of(part)}
        for items, part in names.items():
            if items not in kept:
                item = self.session.agenda[items[0]]
                where = self.names.typed(self.session.meeting(self.before.of(part)[0].meeting))
                self.conflicts.append(("", f"item {item.number or item.key}, now in {where}, has no row in the paper"))

    # As typed rows

    def _typed(self, rows: dict[str, RowsOfItems]) -> Iterator[Rows]:
        """Yield the typed rows of each meeting: as they were where nothing changed, else placed."""
        old = {each.meeting: each for each in self.session.organization}
        pins = pins_of(self.before)
        stated = {(each.meeting, row.instalment): row for each in old.values() for row in each.hours}
        for meeting in self.session.meetings:
            placed = rows.get(meeting.key, [])
            keys = tuple(dict.fromkeys(part.key for _, part in placed))
            was = tuple(row.instalment for row in self.before.rows(meeting))
            marked = {part.key for row, part in placed if row.title.lstrip().startswith(PINNED)}
            if keys == was and marked <= {key for key in keys if (meeting.key, key) in pins}:
                yield from (old[meeting.key],) if meeting.key in old else ()
                continue
            loose = tuple(key for key in keys if (meeting.key, key) not in pins and key not in marked)
            hours = tuple(replace(stated[meeting.key, key], opens=None) for key in keys if (meeting.key, key) in stated)
            known = old.get(meeting.key)
            yield Rows(meeting.key, keys, not loose and (known is None or known.admits), loose, hours)


def _minutes(meeting: Meeting) -> tuple[int, int]:
    opens = meeting.opens.hour * 60 + meeting.opens.minute
    return opens, opens + meeting.window.minutes


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24}:{minute % 60:02}"
