"""Meetings of which a paper says the hours and no row: kept for planning, or the only one takes the whole agenda."""

from __future__ import annotations

from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts, ReadRow, ReadSitting
from wgsched.reading.assembly.items import parent_of
from wgsched.reading.grammar.hours import DAY

USUAL = 180
"""Minutes of a meeting of which only the opening is said."""


def settle_bare(facts: Facts, account: Account) -> None:
    """Keep the meetings without rows that have a date and leave those with rows their hours."""
    kept: list[ReadSitting] = []
    for each in facts.bare:
        if each.day is None or any(_meet(each, other) for other in (*facts.sittings, *kept)):
            continue
        if each.closes is None:
            each.closes = min(DAY, each.opens + USUAL)
            account.inferred(each.place, "", "until three hours later, as is usual: the paper does not say its end")
        if each.closes > each.opens:
            kept.append(each)
    facts.bare = kept
    if len(kept) == 1 and facts.items and not facts.sittings:
        _whole_agenda(facts, account)


def _meet(one: ReadSitting, other: ReadSitting) -> bool:
    """Return whether two meetings are of the same forum and overlap; the paper may frame a day of many meetings."""
    if (one.day, one.forum) != (other.day, other.forum):
        return False
    return one.opens < (other.closes or other.opens + 1) and other.opens < (one.closes or one.opens + 1)


def _whole_agenda(facts: Facts, account: Account) -> None:
    """Let the only meeting take up all items in order."""
    (meeting,) = facts.bare
    above = {parent_of(number) for number in facts.items}
    meeting.rows = [
        ReadRow((number,), "", continued=False, place=meeting.place) for number in facts.items if number not in above
    ]
    facts.sittings, facts.bare = [meeting], []
    account.inferred(meeting.place, "", "all items in order in the only meeting")
