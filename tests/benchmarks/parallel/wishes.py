"""Quirks of the benchmark: what a room, tracks side by side and rooms of a track cost; a talk's rooms and its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Meeting, Preference, Programme, Quantity, Rule, Sentence, Session


@dataclass(frozen=True)
class PriceOfARoom(Preference):
    """Each meeting that is held costs the points of its room: ``(meeting, ((room, points), ...))``."""

    prices: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    code: ClassVar[str] = "price-of-a-room"

    def cases(self, session: Session) -> Iterator[tuple[Meeting, tuple[tuple[str, int], ...]]]:
        """Yield each meeting with what it costs in each room."""
        yield from ((session.meeting(key), rooms) for key, rooms in self.prices)

    def amount(self, programme: Programme, meeting: Meeting, rooms: tuple[tuple[str, int], ...]) -> int:
        """Return the points of its room."""
        held = programme.meeting(meeting.key)
        return dict(rooms).get(held.room or "", 0) if programme.rows(held) else 0

    def express(self, desk: Desk, meeting: Meeting, rooms: tuple[tuple[str, int], ...]) -> Quantity:
        """Ask the desk for the room; what the meeting costs anywhere is asked once."""
        least = min(points for _, points in rooms)
        above = [desk.in_room(meeting, room) * (points - least) for room, points in rooms if points > least]
        return desk.total([desk.used(meeting) * least, *above])

    def words(self, meeting: Meeting, rooms: tuple[tuple[str, int], ...]) -> Sentence:
        """Say it."""
        return Sentence(self.code, meeting=meeting, phrases={"en": "{meeting} is in a room that costs"})


@dataclass(frozen=True)
class SideBySide(Preference):
    """Each day on which both of two forums meet costs points: ``(forum, other, points)``."""

    forums: tuple[tuple[str, str, int], ...]
    code: ClassVar[str] = "side-by-side"

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Meeting, int]]:
        """Yield each two meetings of these forums that are held at once."""
        for one, other, points in self.forums:
            both = zip(session.meetings_of(one), session.meetings_of(other), strict=True)
            yield from ((first, second, points) for first, second in both)

    def amount(self, programme: Programme, first: Meeting, second: Meeting, points: int) -> int:
        """Return the points if both take up items."""
        return points if programme.rows(first) and programme.rows(second) else 0

    def express(self, desk: Desk, first: Meeting, second: Meeting, points: int) -> Quantity:
        """Ask the desk for the same."""
        return desk.least([desk.used(first), desk.used(second)]) * points

    def words(self, first: Meeting, second: Meeting, points: int) -> Sentence:
        """Say it."""
        return Sentence(self.code, meetings=(first, second), phrases={"en": "{meetings} are side by side"})


@dataclass(frozen=True)
class RoomsOfATrack(Preference):
    """Each room of a track after the first costs points: ``(forums of the track, points)``."""

    tracks: tuple[tuple[tuple[str, ...], int], ...]
    code: ClassVar[str] = "rooms-of-a-track"

    def cases(self, session: Session) -> Iterator[tuple[tuple[Meeting, ...], int]]:
        """Yield the meetings of each track."""
        for forums, points in self.tracks:
            yield tuple(meeting for forum in forums for meeting in session.meetings_of(forum)), points

    def amount(self, programme: Programme, meetings: tuple[Meeting, ...], points: int) -> int:
        """Return the points of its rooms."""
        held = (programme.meeting(each.key) for each in meetings)
        return points * len({each.room for each in held if programme.rows(each)})

    def least(self, session: Session, meetings: tuple[Meeting, ...], points: int) -> int:
        """Return the points of one room: each track has submissions."""
        return points

    def express(self, desk: Desk, meetings: tuple[Meeting, ...], points: int) -> Quantity:
        """Ask the desk for the rooms."""
        return desk.rooms_used(meetings) * points

    def words(self, meetings: tuple[Meeting, ...], points: int) -> Sentence:
        """Say it."""
        return Sentence(self.code, meetings=meetings, phrases={"en": "{meetings} are in several rooms"})


@dataclass(frozen=True)
class InTwoRooms(Preference):
    """Each day on which two items are in different rooms costs points: ``(item, other, points)``."""

    pairs: tuple[tuple[str, str, int], ...]
    code: ClassVar[str] = "in-two-rooms"

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, AgendaItem, int]]:
        """Yield each two items."""
        yield from ((session.agenda[one], session.agenda[other], points) for one, other, points in self.pairs)

    def amount(self, programme: Programme, first: AgendaItem, second: AgendaItem, points: int) -> int:
        """Return the points if both are on one day and not in one meeting."""
        one, other = ({programme.meeting(row.meeting) for row in programme.of(item)} for item in (first, second))
        days = {each.date for each in one} & {each.date for each in other}
        return points * len(days - {each.date for each in one & other})

    def express(self, desk: Desk, first: AgendaItem, second: AgendaItem, points: int) -> Quantity:
        """Ask the desk on how many days they are parted."""
        return desk.parted(first, second, desk.session.day_windows) * points

    def words(self, first: AgendaItem, second: AgendaItem, points: int) -> Sentence:
        """Say it."""
        return Sentence(self.code, item=first, other=second, phrases={"en": "{item} and {other} are in two rooms"})


@dataclass(frozen=True)
class RoomInTurn(Preference):
    """Each day on which a forum meets without the one before it costs points: ``(forum before, forum, points)``."""

    forums: tuple[tuple[str, str, int], ...]
    code: ClassVar[str] = "room-in-turn"

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Meeting, int]]:
        """Yield each two meetings of these forums that are held at once."""
        for one, other, points in self.forums:
            both = zip(session.meetings_of(one), session.meetings_of(other), strict=True)
            yield from ((before, meeting, points) for before, meeting in both)

    def amount(self, programme: Programme, before: Meeting, meeting: Meeting, points: int) -> int:
        """Return the points if only the second takes up items."""
        return points if programme.rows(meeting) and not programme.rows(before) else 0

    def express(self, desk: Desk, before: Meeting, meeting: Meeting, points: int) -> Quantity:
        """Ask the desk for the same; a meeting that takes up nothing has no room, though it may count as used."""
        alone = desk.total([desk.used(meeting), desk.rooms_used([before]) * -1])
        return desk.most([desk.total([]), alone]) * points

    def words(self, before: Meeting, meeting: Meeting, points: int) -> Sentence:
        """Say it."""
        return Sentence(self.code, meeting=meeting, phrases={"en": "{meeting} is held without the one before it"})


@dataclass(frozen=True)
class OutOfRooms(Rule):
    """An item is not taken up in some rooms."""

    item: str
    rooms: tuple[str, ...]
    code: ClassVar[str] = "out-of-rooms"

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem]]:
        """Yield the item."""
        yield (session.agenda[self.item],)

    def post(self, desk: Desk, item: AgendaItem) -> None:
        """Keep it out of the rooms."""
        desk.not_in_rooms(item, self.rooms)

    def holds(self, programme: Programme, item: AgendaItem) -> bool:
        """Return whether it has no row in one of the rooms."""
        return not any(programme.meeting(row.meeting).room in self.rooms for row in programme.of(item))

    def words(self, item: AgendaItem) -> Sentence:
        """Say it."""
        return Sentence(self.code, item=item, phrases={"en": "{item} is in a room that suits it"})


@dataclass(frozen=True)
class AtItsPlace(Preference):
    """Each place that an item is away from its own costs points: ``(item, the others, place among all, points)``."""

    places: tuple[tuple[str, tuple[str, ...], int, int], ...]
    code: ClassVar[str] = "at-its-place"

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, tuple[AgendaItem, ...], int, int]]:
        """Yield each item with the others."""
        for item, others, place, points in self.places:
            yield session.agenda[item], tuple(session.agenda[each] for each in others), place, points

    def amount(
        self, programme: Programme, item: AgendaItem, others: tuple[AgendaItem, ...], place: int, points: int
    ) -> int | None:
        """Return the points of those before it that are too many, or after it."""
        opened, of_others = programme.opened(item), [programme.opened(each) for each in others]
        before, after = [opened <= each for each in of_others], [each <= opened for each in of_others]
        if None in before or None in after:
            return None
        return points * max(before.count(False) + 1 - place, after.count(False) + place - 1 - len(others))

    def express(
        self, desk: Desk, item: AgendaItem, others: tuple[AgendaItem, ...], place: int, points: int
    ) -> Quantity:
        """Ask the desk for those before it that are too many, and for those after it."""
        before = desk.total([desk.inverted(item, each) for each in others])
        after = desk.total([desk.inverted(each, item) for each in others])
        return desk.most([desk.total([]), before + (1 - place), after + (place - 1 - len(others))]) * points

    def words(self, item: AgendaItem, others: tuple[AgendaItem, ...], place: int, points: int) -> Sentence:
        """Say it."""
        return Sentence(self.code, item=item, phrases={"en": "{item} is not at its place"})
