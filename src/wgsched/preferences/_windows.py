"""Which of the rows of an item lie inside wished hours, read off a programme."""

from __future__ import annotations

from collections.abc import Iterable

from wgsched.model import Programme, Session, Unit, Window
from wgsched.model.gate import instant
from wgsched.model.reading import inside


def outside(programme: Programme, unit: Unit, windows: Iterable[Window]) -> int | None:
    """Return how many instalments of a unit have a row outside these windows; None when it cannot be told."""
    wished, count = tuple(windows), 0
    for instalment in programme.session.agenda.instalments_of(unit):
        answers = {inside(programme, row, wished) for row in programme.of(instalment)}
        if False in answers:
            count += 1
        elif None in answers:
            return None
    return count


def never_inside(session: Session, unit: Unit, windows: Iterable[Window]) -> int:
    """Return how many instalments of a unit have a row outside these windows in every programme.

    They need more minutes than the meetings that they can have offer inside. Where the session waives the rule that an
    item has its time, it can have less.
    """
    wished = tuple(windows)
    if "whole-time" in session.waives:
        return 0
    return sum(
        session.range_of(instalment)[0] > max(_minutes_inside(session, forum, wished) for forum in forums)
        for instalment in session.agenda.instalments_of(unit)
        if (forums := session.forums_of(instalment))
    )


def _minutes_inside(session: Session, forum: str, windows: tuple[Window, ...]) -> int:
    """Return how many usable minutes of a forum lie in one of these windows, or more where two of them overlap."""
    spans = [(instant(window.opens), instant(window.closes)) for window in windows]
    total = 0
    for each in session.meetings_of(forum):
        opens, closes = instant(each.opens), instant(each.closes)
        here = [(low, high) for low, high in spans if low < closes and opens < high]
        usable = instant(each.usable.closes) if here else closes
        total += sum(max(0, int(min(high, usable) - max(low, opens)) // 60) for low, high in here)
    return total
