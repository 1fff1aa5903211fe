"""Minutes that are needed and minutes that there are: a sum that is made before any model is."""

from __future__ import annotations

from wgsched.model import Session
from wgsched.rules import STANDING


def too_full(session: Session, *, least: bool = False) -> bool:
    """Return whether a forum has fewer minutes than what it alone takes up needs: expected, or ``least``."""
    if any(rule.ground and rule.code in session.waives for rule in STANDING):
        return False  # it is on ground rules that items do not share minutes, and keep all of theirs
    needed = dict.fromkeys((forum.key for forum in session.forums), 0)
    for each in session.agenda.instalments:
        if session.agenda[each.items[0]].priority:
            continue  # it may be left out
        forums = session.forums_of(each)
        if len(forums) == 1:
            needed[forums[0]] += session.range_of(each)[0] if least else session.minutes_of(each)
    return any(minutes > _minutes_there(session, forum) for forum, minutes in needed.items())


def _minutes_there(session: Session, forum: str) -> int:
    return sum(each.usable.minutes for each in session.meetings_of(forum) if not each.cancelled)
