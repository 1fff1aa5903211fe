"""Why there is no programme, where arithmetic alone can tell: no solver is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from wgsched.model import Minutes, Sentence, Session
from wgsched.planning.narrowing import narrowed
from wgsched.planning.posting import Demand, desk_with
from wgsched.planning.shrinking import shrunk

if TYPE_CHECKING:
    from wgsched.planning.desk import Desk
    from wgsched.planning.hall import Overload
    from wgsched.planning.noting import Note

GROUND = frozenset({"whole-time", "meeting-hours", "one-at-a-time", "uninterrupted"})
"""What makes a programme one at all: these rules are never given up, and named only when nothing else is left."""

MANY = 8
"""So many items a sentence names; it counts more."""


@dataclass(frozen=True)
class Certificate:
    """Demands that cannot all hold beside the ground, and a sentence that says why they cannot."""

    demands: tuple[Demand, ...]
    note: Sentence | None = None


def is_ground(demand: Demand) -> bool:
    """Return whether a demand is never given up."""
    return demand.rule.code in GROUND


def certificate(session: Session, given: Sequence[Demand]) -> Certificate | None:
    """Return why these demands cannot all hold, if arithmetic can tell; the answer of fewest kinds of rule first."""
    case = _Case(session, tuple(given))
    return case.of_the_ground() or case.of_one() or case.of_hours() or case.of_order()


@dataclass(frozen=True)
class _Case:
    """What is asked of a session, looked at from several sides."""

    session: Session
    given: tuple[Demand, ...]

    @cached_property
    def ground(self) -> tuple[Demand, ...]:
        return tuple(demand for demand in self.given if is_ground(demand))

    @cached_property
    def rest(self) -> tuple[Demand, ...]:
        return tuple(demand for demand in self.given if not is_ground(demand))

    @cached_property
    def notes(self) -> dict[Demand, Note]:
        from wgsched.planning.noting import noted

        return noted(self.session, self.given)

    @cached_property
    def desk(self) -> Desk:
        return desk_with(self.session, self.given)

    def of_the_ground(self) -> Certificate | None:
        """Return that there is too little time in all, whatever else is asked."""
        found = _overload(desk_with(self.session, self.ground), None, ())
        return Certificate((), _too_little(*found)) if found else None

    def of_one(self) -> Certificate | None:
        """Return that an instalment has no start left, and the demands that left it none."""
        for key, wants in self.desk.wants.items():
            if not self.desk.reach(wants):
                return self._emptied(key)
        return None

    def _emptied(self, key: str) -> Certificate:
        of_it = {demand for demand in self.ground if key in self.notes[demand].alone}
        candidates = self._about({key})

        def fits(some: Iterable[Demand], ground: Iterable[Demand] = of_it) -> bool:
            desk = desk_with(self.session, chain(ground, some))
            return bool(desk.reach(desk.wants[key]))

        found = shrunk(candidates, fits)
        timed = [demand for demand in self.ground if demand in of_it and demand.rule.code == "whole-time"]
        needed = timed and fits(found, of_it - set(timed))
        return Certificate(tuple(found), timed[0].sentence if needed else None)

    def of_hours(self) -> Certificate | None:
        """Return that some items have too little time in the hours that they are left."""
        return self._crowd(())

    def of_order(self) -> Certificate | None:
        """Return the same where also the order of items leaves them too few hours."""
        ordered = [demand for demand in self.rest if self.notes[demand].orders]
        return self._crowd(ordered) if ordered else None

    def _crowd(self, ordered: Sequence[Demand]) -> Certificate | None:
        found = _overload(self.desk, None, self._orders(ordered))
        if found is None:
            return None
        keys = frozenset(found[1].keys) if not ordered else None
        candidates = self._about(keys) if keys else list(self.rest)

        def refuted(some: Sequence[Demand]) -> tuple[Desk, Overload] | None:
            return _overload(desk_with(self.session, [*self.ground, *some]), keys, self._orders(some, ordered))

        kept = shrunk(candidates, lambda some: refuted(some) is None)
        last = refuted(kept)
        return Certificate(tuple(kept), _too_little(*last) if last else None)

    def _about(self, keys: Iterable[str]) -> list[Demand]:
        about = set(keys)
        return [d for d in self.rest if self.notes[d].closes or self.notes[d].alone & about]

    def _orders(self, some: Iterable[Demand], ordered: Iterable[Demand] | None = None) -> tuple[tuple[str, str], ...]:
        allowed = None if ordered is None else set(ordered)
        return tuple(pair for d in some if allowed is None or d in allowed for pair in self.notes[d].orders)


def _overload(
    desk: Desk, keys: frozenset[str] | None, orders: Sequence[tuple[str, str]]
) -> tuple[Desk, Overload] | None:
    """Return an overload among these instalments (None: all), where orders, too, narrow what is left to each."""
    from wgsched.planning.hall import overload, spells

    reach = {key: desk.reach(wants) for key, wants in desk.wants.items() if keys is None or key in keys}
    found = overload(desk, spells(desk, narrowed(desk, reach, orders)))
    return (desk, found) if found else None


def _too_little(desk: Desk, found: Overload) -> Sentence:
    """Say which items need more minutes than there are, and between which hours."""
    agenda, clock = desk.session.agenda, desk.clock
    first = next(iter(desk.session.meetings))
    parts = [each for each in agenda.instalments if each.key in found.keys]
    items = tuple(dict.fromkeys(agenda[key] for part in parts for key in part.items))
    code = "too-little-time-allowed" if found.only else "too-little-time"
    return Sentence(
        code if len(items) <= MANY else f"{code}-many",
        items=items[0] if len(items) == 1 else items,
        n=len(items),
        needed=Minutes(found.needed * clock.tick),
        there=Minutes(found.there * clock.tick),
        opens=clock.after(first, found.opens - clock.at(first.opens)),
        closes=clock.after(first, found.closes - clock.at(first.opens)),
    )
