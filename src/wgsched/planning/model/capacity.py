"""Minutes that are needed and minutes that there are: a sum that is made before any model is."""

from __future__ import annotations

from wgsched.model import Instalment, Session
from wgsched.rules import STANDING


def too_full(session: Session, *, least: bool = False) -> bool:
    """Return whether a forum has fewer minutes than what it alone takes up needs: expected, or ``least``."""
    return bool(overfull_instalments(session, least=least))


def overfull_instalments(session: Session, *, least: bool = False) -> list[Instalment]:
    """Return what is taken up by forums alone that have too few minutes for it."""
    if any(rule.ground and rule.code in session.waives for rule in STANDING):
        return []  # it is on ground rules that items do not share minutes, and keep all of theirs
    taken: dict[str, list[tuple[Instalment, int]]] = {forum.key: [] for forum in session.forums}
    for each in session.agenda.instalments:
        if session.agenda[each.items[0]].priority:
            continue  # it may be left out
        forums = session.forums_of(each)
        if len(forums) == 1:
            taken[forums[0]].append((each, session.range_of(each)[0] if least else session.minutes_of(each)))
    return [
        each
        for forum, some in taken.items()
        if sum(minutes for _, minutes in some) > _minutes_there(session, forum)
        for each, _ in some
    ]


def _minutes_there(session: Session, forum: str) -> int:
    return sum(each.usable.minutes for each in session.meetings_of(forum) if not each.cancelled)
