"""The least change, held against brute force: with locks, a past, several forums and shared delegations."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from pendulum import DateTime

from tests.agreement import candidates
from tests.sessions import at, item, meeting, session
from wgsched.checking import check
from wgsched.errors import NoProgramme
from wgsched.model import Consideration, Forum, Participant, Programme, Session, Text, Verdict
from wgsched.planning import alternatives, plan
from wgsched.planning.again.changes import WEIGHTS, concern
from wgsched.rules import ConcludedBy, KeptFree, NotBefore, Precedes

MORE = [pytest.param(each, marks=pytest.mark.long) for each in range(8, 120)]

Change = tuple[int, int, int, int]
"""How many items are put later, how many neighbours are reversed, how many items move, and what all changes weigh."""


def small(dice: random.Random) -> Session:
    """Return a small session of one forum or two, sometimes with a delegation that has items in both."""
    lengths = [dice.choice((30, 30, 60)) for _ in range(3)]
    plenary = (meeting("a", 14, 10, 60), meeting("b", 14, 15, 60), meeting("c", 15, 10, 60))
    items = [item(str(number), each) for number, each in enumerate(lengths, start=1)]
    if dice.random() < 0.5:
        return session(*items, meetings=plenary)
    forums = (Forum("plenary"), Forum("committee"))
    committee = (meeting("d", 14, 10, 60, forum="committee"), meeting("e", 15, 10, 30, forum="committee"))
    items = [replace(each, forums=("plenary",)) for each in items]
    items.append(item("4", dice.choice((30, 60)), forums=("committee",)))
    who = (Participant("delegation", Text(en="Delegation"), items=("1", "4")),) if dice.random() < 0.7 else ()
    return session(*items, meetings=(*plenary[:2], *committee, plenary[2]), forums=forums, participants=who)


def planned(dice: random.Random) -> tuple[Session, Programme]:
    """Return the first small session that has a programme, and that; brute force finds none for those passed over."""
    while True:
        given = small(dice)
        try:
            return given, plan(given)
        except NoProgramme:
            assert not any(lawful(given, Programme(given, given.meetings, ()), None, ()))


def changed(dice: random.Random, given: Session) -> Session:
    return given.with_rules(
        dice.choice(
            (
                NotBefore("1", at(14, 15)),
                NotBefore("2", at(15, 10)),
                ConcludedBy("3", at(14, 12)),
                ConcludedBy("3", at(14, 11)),
                Precedes("3", "1"),
                KeptFree(("b",)),
            )
        )
    )


def lawful(given: Session, published: Programme, now: DateTime | None, keep: Iterable[str]) -> Iterator[Programme]:
    """Yield every programme in half hours that the checker accepts, and in which past and locks are as published."""
    free = {key for rule in given.rules if isinstance(rule, KeptFree) for key in rule.meetings}
    meetings = tuple(replace(each, held=each.key not in free) for each in given.meetings)
    over = {each.key for each in given.meetings if now and each.closes <= now}
    stays = [row for row in published.considerations if row.meeting in over or row.instalment in keep]
    kept = {(row.instalment, row.meeting) for row in stays}
    for found in candidates(given):
        here = [row for row in found if row.meeting in over or row.instalment in keep]
        if {(row.instalment, row.meeting) for row in here} == kept and set(here) == set(stays):
            programme = Programme(given, meetings, found, as_of=now)
            if whole(programme) and not check(programme):
                yield programme


def whole(programme: Programme) -> bool:
    needs = {each.key: programme.session.minutes_of(each) for each in programme.session.agenda.instalments}
    for row in programme.considerations:
        needs[row.instalment] -= row.window.minutes
    return not any(needs.values())


def change(published: Programme, found: Programme, now: DateTime | None) -> Change:
    """Return how far a programme is from the published one, counted on the rows that are not over."""
    later = moved = weight = 0
    for each in found.session.agenda.instalments:
        before, after = (to_come(programme, each.key, now) for programme in (published, found))
        if before:
            leaves = [row.meeting for row in before] != [row.meeting for row in after]
            retimed = before[0].opens != after[0].opens
            later += after[0].opens >= published.meeting(before[0].meeting).closes
            moved += leaves
            one = WEIGHTS["moved"] * leaves + WEIGHTS["retimed"] * retimed
            weight += concern(found.session, each, before, now) * one
    return later, inverted(published, found, now), moved, weight


def to_come(programme: Programme, key: str, now: DateTime | None) -> tuple[Consideration, ...]:
    rows = sorted((row for row in programme.considerations if row.instalment == key), key=lambda row: row.opens)
    return tuple(row for row in rows if not now or row.closes > now)


def inverted(published: Programme, found: Programme, now: DateTime | None) -> int:
    """Return how many neighbours of a forum, as published, are opened the other way round."""
    number = 0
    for forum in {each.forum for each in published.meetings}:
        here = [row for row in published.considerations if published.meeting(row.meeting).forum == forum]
        left = [row for row in here if not now or row.closes > now]
        order = list(dict.fromkeys(row.instalment for row in sorted(left, key=lambda row: row.opens)))
        opened = [to_come(found, key, now)[0].opens for key in order]
        number += sum(later < earlier for earlier, later in pairwise(opened))
    return number


@pytest.mark.parametrize("seed", [*range(8), *MORE])
def test_nothing_changes_less_than_what_is_found(seed):
    dice = random.Random(seed)
    given, published = planned(dice)
    asked = changed(dice, given)
    now = dice.choice((None, at(14, 9), at(14, 12), at(14, 17)))
    keep = dice.choice(((), (), ("1",), ("3",)))
    least = min((change(published, each, now) for each in lawful(asked, published, now, keep)), default=None)
    try:
        revised = plan(asked, published=published, now=now, keep=keep)
    except NoProgramme:
        assert least is None
        return
    assert list(check(revised)) == []
    assert (change(published, revised, now), revised.finding.verdict) == (least, Verdict.BEST)


@pytest.mark.parametrize("seed", [*range(8), *MORE])
def test_of_those_that_change_least_none_is_overlooked(seed):
    dice = random.Random(seed)
    given, published = planned(dice)
    asked = changed(dice, given)
    every = [(change(published, each, None), each) for each in lawful(asked, published, None, ())]
    least = min((each for each, _ in every), default=None)
    best = {rows(each) for how, each in every if how == least}
    if best:
        found = alternatives(asked, len(best) + 1, published=published)
        assert {rows(each) for each in found if change(published, each, None) == least} == best


def rows(programme: Programme) -> frozenset[tuple[str, str, int]]:
    """Return what is taken up in which meeting, and in which place there."""
    return frozenset(
        (row.instalment, each.key, place)
        for each in programme.session.meetings
        for place, row in enumerate(programme.rows(each))
    )
