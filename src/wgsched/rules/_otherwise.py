"""The rules that explaining adds, to see what would be otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.errors import NotTakenUp
from wgsched.model import AgendaItem, Meeting, Programme, Rule, Sentence
from wgsched.rules.agenda_order import AgendaOrder
from wgsched.rules.concluded_by import ConcludedBy


def before_meeting(item: AgendaItem, meeting: Meeting) -> Rule:
    """Return the rule that an item is concluded before a meeting opens."""
    return ConcludedBy(item.key, meeting.opens)


def in_order(programme: Programme, item: AgendaItem) -> Iterator[tuple[Rule, Sentence]]:
    """Yield, of each neighbour in the agenda with which an item changed places, the rule of their order, and where."""
    own = {part.key for part in programme.session.agenda.instalments_of(item)}
    rule = AgendaOrder()
    for case in rule.cases(programme.session):
        (earlier, one), (later, other), _ = case
        if one.key != other.key and len(own & {earlier.key, later.key}) == 1:
            try:
                kept = rule.holds(programme, *case)
            except NotTakenUp:
                continue
            said = rule.deviation(programme, *case)
            if kept is False and said is not None:
                yield AgendaOrder((one.key, other.key)), said
