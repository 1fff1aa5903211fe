"""What a programme has instead of what a rule demands, for several rules."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from wgsched.model import Consideration, Meeting, Minutes, Programme, Sentence
from wgsched.model.gate import instant
from wgsched.model.items import Unit
from wgsched.model.reading import subject, with_rows


def business(programme: Programme, meetings: Iterable[Meeting]) -> Sentence | None:
    """Say what one of these meetings takes up, or, of several that do, which they are."""
    some = with_rows(programme, meetings)
    if len(some) != 1:
        return held(some)
    rows = programme.rows(some[0])
    items = tuple(dict.fromkeys(item for row in rows for item in programme.items(row)))
    return Sentence("found-rows", meeting=some[0], items=subject(items)) if items else None


def held(meetings: Iterable[Meeting]) -> Sentence | None:
    """Say which meetings are held."""
    some = tuple(dict.fromkeys(meetings))
    return Sentence("found-held", meetings=some) if some else None


def opened(programme: Programme, unit: Unit) -> Sentence | None:
    """Say when a unit is opened, where its hours are known."""
    return _at("found-opened", programme, programme.of(unit)[:1])


def concluded(programme: Programme, unit: Unit) -> Sentence | None:
    """Say when a unit is concluded, where its hours are known."""
    return _at("found-concluded", programme, programme.of(unit)[-1:])


def _at(code: str, programme: Programme, rows: tuple[Consideration, ...]) -> Sentence | None:
    for row in rows:
        if row.window is not None:
            moment = row.window.opens if code == "found-opened" else row.window.closes
            return Sentence(code, item=subject(programme.items(row)), moment=moment)
    return None


def times(programme: Programme, rows: Iterable[Consideration]) -> Sentence | None:
    """Say at which times the first of these is taken up, where all hours are known."""
    some = tuple(rows)
    windows = tuple(row.window for row in some)
    if not some or None in windows:
        return None
    return Sentence("found-at", item=subject(programme.items(some[0])), windows=windows)


def between(programme: Programme, rows: Iterable[Consideration]) -> Sentence | None:
    """Say what the forum of these rows takes up between the first and the last of them."""
    own = tuple(rows)
    forums = {programme.meeting(row.meeting).forum for row in own}
    if len(forums) != 1 or len(own) < 2:
        return None
    sat = sorted((each for each in programme.meetings if each.forum in forums), key=lambda each: instant(each.opens))
    every = [row for meeting in sat for row in programme.rows(meeting)]
    inside = every[every.index(own[0]) : every.index(own[-1])]
    items = tuple(dict.fromkeys(item for row in inside if row not in own for item in programme.items(row)))
    return Sentence("found-between", items=items) if items else None


def shortest_pause(meetings: Iterable[Meeting]) -> Sentence | None:
    """Say between which two of these meetings the time is shortest, or that they are held at once."""
    some = sorted(meetings, key=lambda each: instant(each.opens))
    pairs = [(round((instant(later.opens) - instant(one.closes)) / 60), one, later) for one, later in pairwise(some)]
    if not pairs:
        return None
    minutes, one, later = min(pairs, key=lambda pair: pair[0])
    if minutes < 0:
        return held((one, later))
    return Sentence("found-pause", minutes=Minutes(minutes), meeting=one, other=later)
