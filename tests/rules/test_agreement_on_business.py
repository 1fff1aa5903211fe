"""Solver, checker and brute force agree on the order of business of random sessions, and on planning them again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from tests.agreement import checker_set
from tests.rules.test_random_agreement import RULES, SETTINGS, a_session, agreed_on
from tests.sessions import item
from wgsched.checking import check
from wgsched.errors import NoProgramme
from wgsched.model import Agenda, AgendaItem, Forum, ForumKind, Role, Session
from wgsched.planning import plan
from wgsched.rules import OpensAt, ReportsOn, rulebook

ROLES = (Role.OFFICERS, Role.ORGANIZATIONAL_MATTERS, Role.OTHER_MATTERS, Role.NEXT_AGENDA, Role.REPORT, Role.CLOSURE)


def an_entry(key: str, forum: str, *, firm: bool = False) -> AgendaItem:
    return replace(item(key, 30, forums=(forum,)), number=None, parent="1", firm=firm)


def with_panel(luck: Random, whole: Session) -> Session:
    """Return the session with a panel inside its first item, at an hour that is promised."""
    forum = whole.agenda["1"].forums[0]
    meetings = whole.meetings_of(forum) or whole.meetings
    hour = luck.choice(meetings).opens.add(minutes=luck.choice((0, 0, 30)))
    items = replace(whole.agenda["1"], forums=(forum,)), an_entry("panel", forum, firm=True), whole.agenda["2"]
    kept = tuple(rule for rule in whole.rules if getattr(rule, "item", "1") != "3")
    return replace(whole, agenda=Agenda(items), organization=(), rules=kept).with_rules(OpensAt("panel", hour))


def with_group(luck: Random, whole: Session) -> Session:
    """Return the session with a contact group on its first item, in the other forum, of one body with the first."""
    items = replace(whole.agenda["1"], forums=("plenary",)), an_entry("group", "committee"), whole.agenda["2"]
    plenary, committee = whole.forums
    kind = luck.choice((ForumKind.CONTACT_GROUP, ForumKind.WORKING_GROUP, ForumKind.INFORMAL))
    forums: tuple[Forum, ...] = (plenary, replace(committee, kind=kind))
    return replace(whole, agenda=Agenda(items), forums=forums, organization=())


def with_sequence(luck: Random, whole: Session) -> Session:
    """Return the session with an agreed order of two items."""
    return replace(whole, sequence=tuple(luck.sample(("1", "2"), 2)))


def with_report(luck: Random, whole: Session) -> Session:
    """Return the session with a report on its first item alone."""
    items = tuple(replace(each, role=Role.REPORT) if each.key == "2" else each for each in whole.agenda)
    return replace(whole, agenda=Agenda(items)).with_rules(ReportsOn("2", ("1",)))


def with_roles(luck: Random, whole: Session) -> Session:
    """Return the session with roles that have their place early or late."""
    some = luck.sample(ROLES, 2)
    items = tuple(replace(each, role=some.pop()) if each.key in "12" else each for each in whole.agenda)
    return replace(whole, agenda=Agenda(items))


MORE: tuple[Callable[[Random, Session], Session], ...] = (
    with_panel,
    with_group,
    with_sequence,
    with_report,
    with_roles,
)


def business(seed: int) -> Session:
    """Return a random session with one thing more; they come in turn."""
    luck = Random(f"business {seed}")
    return MORE[seed % len(MORE)](luck, a_session(luck))


@pytest.mark.parametrize("seed", range(15))
def test_all_agree_on_the_order_of_business(seed):
    agreed_on(business(seed))


@pytest.mark.long
@pytest.mark.parametrize("batch", range(1, 4))
def test_all_agree_on_the_order_of_business_of_a_hundred_sessions(batch):
    assert sum(agreed_on(business(seed)) for seed in range(100 * batch, 100 * batch + 100)) >= 5


def replanned(seed: int) -> bool | None:
    """Assert that planning again finds a programme where there is one, and changes nothing where nothing must change.

    Return whether something had to change; None if there was nothing to plan.
    """
    luck = Random(f"again {seed}")
    first = a_session(luck)
    try:
        published = plan(first)
    except NoProgramme:
        return None
    late = first.with_rules(luck.choice(RULES)(luck, luck.choice(SETTINGS)))
    try:
        revised = plan(late, published=published)
    except NoProgramme:
        assert not checker_set(late, tuple(rulebook(late)))
        return True
    assert list(check(revised)) == []
    stands = not check(replace(published, session=late))
    if stands:
        assert (revised.finding.moved, rows(revised)) == (0, rows(published))
    return not stands


def rows(programme) -> list[tuple[str, str]]:
    return [(row.meeting, row.instalment) for row in programme.considerations]


@pytest.mark.parametrize("seed", range(12))
def test_what_is_planned_again_changes_only_where_it_must(seed):
    replanned(seed)


@pytest.mark.long
@pytest.mark.parametrize("batch", range(1, 4))
def test_what_is_planned_again_changes_only_where_it_must_in_a_hundred_sessions(batch):
    answers = [replanned(seed) for seed in range(100 * batch, 100 * batch + 100)]
    assert answers.count(True) >= 3
    assert answers.count(False) >= 3
