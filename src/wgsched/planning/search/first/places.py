"""In which room each meeting can be held, while a programme is laid: others give way where they can."""

from __future__ import annotations

from collections import defaultdict

from wgsched.planning.model.desk import SolverDesk


class Places:
    """The rooms of the meetings that are held so far; a forum keeps its room where that is free."""

    def __init__(self, desk: SolverDesk) -> None:
        self.rooms: dict[str, str] = {}
        self._choices = {key: tuple(rooms) for key, rooms in _choices(desk).items()}
        self._forums = {key: desk.session.meeting(key).forum for key in self._choices}
        self._beside: dict[tuple[str, str], set[str]] = defaultdict(set)
        for room, keys in desk.one_in:
            for key in keys & self._choices.keys():
                self._beside[key, room] |= keys - {key}
        self._usual: dict[str, str] = {}
        for key in self._choices:
            if desk.surely(desk.session.meeting(key)):
                self.take(key)

    def has_one_for(self, key: str) -> bool:
        """Return whether a meeting, by its key, has a room, or needs none."""
        return key not in self._choices or self._moves(key, set()) is not None

    def take(self, key: str) -> None:
        """Hold a meeting that has a room."""
        for other, room in self._moves(key, set()) or () if key in self._choices else ():
            self.rooms[other] = room
            self._usual.setdefault(self._forums[other], room)

    def _moves(self, key: str, tried: set[str]) -> list[tuple[str, str]] | None:
        """Return the room of a meeting and of those that give way for it; None where there is no room."""
        usual = self._usual.get(self._forums[key])
        left = [room for room in self._choices[key] if room not in tried]
        rooms = sorted(left, key=lambda room: (room != usual, room in self._usual.values()))
        there = {room: [each for each in self._beside[key, room] if self.rooms.get(each) == room] for room in rooms}
        free = next((room for room in rooms if not there[room]), None)
        if free is not None:
            return [(key, free)]
        for room in (each for each in rooms if len(there[each]) == 1 and each not in tried):
            tried.add(room)  # also while those who give way look for another
            moves = self._moves(there[room][0], tried)
            if moves is not None:
                return [(key, room), *moves]
        return None


def _choices(desk: SolverDesk) -> dict[str, list[str]]:
    """Return the rooms that each meeting may have for which one is chosen."""
    choices: dict[str, list[str]] = {}
    for (key, room), there in desk.rooms.items():
        if there is not False:
            choices.setdefault(key, []).append(room)
    return choices
