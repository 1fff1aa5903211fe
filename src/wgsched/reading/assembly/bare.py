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
        same = [other for other in (*facts.sittings, *kept) if other.forum == each.forum]
        if each.day is None or any(map(each.meets, same)):
            continue  # the paper may frame a day of many meetings
        if each.closes is None:
            each.closes = min(DAY, each.opens + USUAL)
            account.inferred(each.place, "", "until three hours later, as is usual: the paper does not say its end")
        if each.closes > each.opens:
            kept.append(each)
    facts.bare = kept
    if len(kept) == 1 and facts.items and not facts.sittings:
        _whole_agenda(facts, account)


def _whole_agenda(facts: Facts, account: Account) -> None:
    """Let the only meeting take up all items in order."""
    (meeting,) = facts.bare
    above = {parent_of(number) for number in facts.items}
    meeting.rows = [
        ReadRow((number,), "", continued=False, place=meeting.place) for number in facts.items if number not in above
    ]
    facts.sittings, facts.bare = [meeting], []
    account.inferred(meeting.place, "", "all items in order in the only meeting")
