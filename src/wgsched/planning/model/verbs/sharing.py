"""Which units share a meeting, a day or a forum, how many do, and which is the first or the last of a meeting."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from wgsched.model import Instalment, Meeting, Unit
from wgsched.planning.model.placements.placement import Literal, Place, either, given

if TYPE_CHECKING:
    from wgsched.planning.model.axes import Sitting
    from wgsched.planning.model.desk import Desk

Ways: TypeAlias = Callable[[Place], Iterable[tuple[Hashable, Literal]]]
"""What a place can share with others, each with a literal that is true when it has it."""


def by_meeting(place: Place) -> Iterator[tuple[Hashable, Literal]]:
    """Yield each meeting, and whether the place has a row in it."""
    yield from ((sitting.meeting.key, place.touches(sitting)) for sitting in place.reach)


def by_day(place: Place) -> Iterator[tuple[Hashable, Literal]]:
    """Yield the day of each meeting, and whether the place has a row in that meeting."""
    yield from ((sitting.meeting.date, place.touches(sitting)) for sitting in place.reach)


def by_forum(place: Place) -> Iterator[tuple[Hashable, Literal]]:
    """Yield the forum, and whether it was chosen."""
    yield place.axis.forum, place.present


def in_one(desk: Desk, units: Sequence[Unit], ways: Ways) -> None:
    """Let all that is planned of these units have the same meeting, day or forum, and no other."""
    told = [pair for unit in units for place in desk.of(unit) for pair in ways(place)]
    chosen = {name: desk.model.new_bool_var("") for name, _ in told}
    if told:
        desk.model.add_exactly_one(chosen.values())
    for name, literal in told:
        if literal is not False:
            desk.model.add_bool_or(chosen[name]).only_enforce_if(given(literal))


def in_different(desk: Desk, units: Sequence[Unit], ways: Ways) -> None:
    """Let no two of these units have the same meeting, day or forum."""
    each = [_told(desk, unit, ways) for unit in units]
    for name in dict.fromkeys(name for told in each for name in told):
        _between(desk, [told[name] for told in each if name in told], 0, 1)


def spread(desk: Desk, unit: Unit, least: int, most: int) -> None:
    """Take up the unit in so many meetings."""
    _between(desk, list(_told(desk, unit, by_meeting).values()), least, most)


def taken_up_in(desk: Desk, meeting: Meeting, units: Sequence[Unit], least: int, most: int) -> None:
    """Take up so many of these in the meeting."""
    here = [_told(desk, unit, by_meeting).get(meeting.key, False) for unit in units]
    _between(desk, here, least, most)


def opens_meeting(desk: Desk, instalment: Instalment) -> None:
    """Take up nothing before the instalment in the meeting in which it is opened."""
    for place, other, sitting in _together(desk, instalment):
        after = place.row(sitting)[0] <= other.row(sitting)[0]
        desk.model.add(after).only_enforce_if(given(place.begins_in(sitting), other.touches(sitting)))


def closes_meeting(desk: Desk, instalment: Instalment) -> None:
    """Take up nothing after the instalment in the meeting in which it is concluded."""
    for place, other, sitting in _together(desk, instalment):
        before = other.row(sitting)[1] <= place.row(sitting)[1]
        desk.model.add(before).only_enforce_if(given(place.ends_in(sitting), other.touches(sitting)))


def _together(desk: Desk, instalment: Instalment) -> Iterator[tuple[Place, Place, Sitting]]:
    """Yield each place of an instalment with each other that can have a row in the same meeting, and that meeting."""
    for place in desk.places[instalment.key]:
        for sitting in place.reach:
            for other, _ in desk.at(sitting.meeting):
                if other.instalment.key != instalment.key:
                    yield place, other, sitting


def _told(desk: Desk, unit: Unit, ways: Ways) -> dict[Hashable, Literal]:
    """Return what a unit can have, each with a literal that is true when any part of it does."""
    told: dict[Hashable, list[Literal]] = {}
    for place in desk.of(unit):
        for name, literal in ways(place):
            told.setdefault(name, []).append(literal)
    return {name: either(desk.model, literals) for name, literals in told.items()}


def _between(desk: Desk, literals: Sequence[Literal], least: int, most: int) -> None:
    sure = sum(literal is True for literal in literals)
    open_ = [literal for literal in literals if not isinstance(literal, bool)]
    if sure + len(open_) > most:
        desk.model.add(sum(open_) <= most - sure)
    if sure < least:
        desk.model.add(sum(open_) >= least - sure)
