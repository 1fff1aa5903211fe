"""Which meetings can still be held, by which team each can be served and in which room, while a programme is laid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.search.first.places import Places


class Services:
    """The meetings that are held so far, with their teams and rooms, against all limits that rules have posted."""

    def __init__(self, desk: SolverDesk) -> None:
        self._places = Places(desk)
        self._able = desk.able
        self._caps = {index: limit for index, (limit, _) in enumerate(desk.caps)}
        self._capped: dict[str, list[int]] = {}
        for index, (_, keys) in enumerate(desk.caps):
            for key in keys:
                self._capped.setdefault(key, []).append(index)
        self._limits: dict[tuple[str, str], list[tuple[str, int]]] = {}
        self._most: dict[tuple[str, int], int] = {}
        for team, limits in desk.limits.items():
            for index, (limit, keys) in enumerate(limits):
                self._most[team, index] = limit
                for key in keys:
                    self._limits.setdefault((team, key), []).append((team, index))
        self._held: Counter[int] = Counter()
        self._served: Counter[tuple[str, int]] = Counter()
        self.teams: dict[str, str] = {}

    @property
    def rooms(self) -> Mapping[str, str]:
        """The room of each meeting for which one is chosen."""
        return self._places.rooms

    def admit(self, key: str) -> bool:
        """Return whether one more meeting can be held, this one, by its key."""
        within = all(self._held[cap] < self._caps[cap] for cap in self._capped.get(key, ()))
        return within and (key not in self._able or self._team(key) is not None) and self._places.has_one_for(key)

    def hold(self, key: str) -> None:
        """Hold a meeting that can be held."""
        self._held.update(self._capped.get(key, ()))
        self._places.take(key)
        team = self._team(key) if key in self._able else None
        if team is not None:
            self.teams[key] = team
            self._served.update(self._limits.get((team, key), ()))

    def _team(self, key: str) -> str | None:
        """Return the first team that can serve a meeting, so that of teams that are alike the first begin."""
        for team in self._able[key]:
            if all(self._served[limit] < self._most[limit] for limit in self._limits.get((team, key), ())):
                return team
        return None
