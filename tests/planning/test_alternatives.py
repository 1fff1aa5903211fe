"""The best programmes that differ in rows, the best first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.enumerating import programmes
from tests.sessions import at, founding, item, meeting, session
from wgsched.checking import check, compare, score
from wgsched.errors import NoProgramme
from wgsched.model import Programme, Unique
from wgsched.planning import alternatives, plan
from wgsched.planning.model.posting import demands, desk_with
from wgsched.rules import ConcludedBy


def rows(programme: Programme) -> tuple[tuple[str, str], ...]:
    return tuple((row.meeting, row.instalment) for row in programme.considerations)


def test_they_are_all_there_are_by_their_cost():
    given = founding()
    found = alternatives(given, 10)
    every = {rows(each): score(each).total for each in programmes(desk_with(given, demands(given)))}
    assert [score(each).total for each in found] == sorted(every.values())
    assert {rows(each) for each in found} == set(every)


def test_each_keeps_the_rules_and_differs_from_the_others():
    found = alternatives(founding(), 4)
    assert [list(check(each)) for each in found] == [[]] * 4
    assert len({rows(each) for each in found}) == 4


def test_the_first_is_what_planning_gives():
    assert alternatives(founding(), 2)[0] == plan(founding())


def test_the_same_session_gives_the_same_ones():
    assert alternatives(founding(), 3) == alternatives(founding(), 3)


def test_those_that_cost_the_same_are_said_to_be_as_good():
    alike = session(item("1", 60), item("2", 60), meetings=(meeting("a", 14, 10, 180),))
    found = alternatives(replace(alike, weights={"agenda-order-kept": 0}), 5)
    assert [each.finding.unique for each in found] == [Unique.NO, Unique.NO]


def test_from_a_published_programme_those_that_change_least_come_first():
    published = plan(founding())
    found = alternatives(founding(), 3, published=published)
    assert [bool(compare(published, each).items) for each in found] == [False, True, True]


def test_what_changes_more_is_no_equal_though_it_costs_the_same():
    alike = session(item("1", 60), item("2", 60), meetings=(meeting("a", 14, 10, 180), meeting("b", 14, 15, 60)))
    given = replace(alike, weights={"agenda-order-kept": 0, "dead-time": 0, "divided": 0})
    first, *others = alternatives(given, 3, published=plan(given))
    assert {each.finding.objective for each in others} == {first.finding.objective}
    assert (first.finding.unique, first.finding.moved, first.finding.fewest) == (Unique.YES, 0, True)


def test_where_there_is_none_that_is_said():
    with pytest.raises(NoProgramme, match="2 \\(c\\)"):
        alternatives(founding().with_rules(ConcludedBy("2 (c)", at(14, 11))), 3)
