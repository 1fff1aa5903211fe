"""Rows that are all typed by hand, and in which the checker finds nothing broken, are never refused."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.rules.test_random_agreement import a_session
from tests.sessions import item, session
from wgsched.checking import check
from wgsched.errors import NoProgramme
from wgsched.files import programme_of_rows
from wgsched.model import Duration, Programme, Rows, Session, Takes, Verdict
from wgsched.planning import alternatives, explain, plan


def typed(*rows: Rows, second: int = 65) -> Session:
    """Return items that fill two meetings; of the second, too little is left for the afternoon to be worth opening."""
    return session(item("1", 135), item("2", second), item("3", 225 - second), organization=rows)


ROWS = (Rows("14-am", ("1", "2")), Rows("14-pm", ("2", "3")), Rows("15-am"), Rows("15-pm"))


def rows(programme: Programme) -> list[tuple[str, str]]:
    return [(row.meeting, row.instalment) for row in programme.considerations]


def test_rows_that_no_hours_fit_stand_as_typed_and_nothing_is_said_to_be_proved():
    found = plan(typed(*ROWS))
    assert found == programme_of_rows(typed(*ROWS))
    assert (found.finding.verdict, {row.opens for row in found.considerations}) == (Verdict.TYPED, {None})


def test_rows_that_hours_fit_get_them():
    found = plan(typed(*ROWS, second=75))
    assert (found.finding.verdict, rows(found)) == (Verdict.BEST, rows(programme_of_rows(typed(*ROWS))))


def test_alternatives_and_explaining_say_the_same():
    assert alternatives(typed(*ROWS), 3) == (programme_of_rows(typed(*ROWS)),)
    why = explain(typed(*ROWS))
    assert (why.possible, why.typed, bool(why.conflict)) == (True, True, True)


def test_a_published_programme_changes_to_rows_that_stand_as_typed():
    published = plan(typed(*ROWS, second=75))
    assert rows(plan(typed(*ROWS), published=published)) == rows(programme_of_rows(typed(*ROWS)))


@pytest.mark.parametrize(
    "broken",
    [
        (Rows("14-am", ("1", "2", "3")), *(Rows(key) for key in ("14-pm", "15-am", "15-pm"))),
        (Rows("14-am", ("1", "2")), *(Rows(key) for key in ("14-pm", "15-am", "15-pm"))),
    ],
)
def test_rows_that_are_too_many_or_not_all_there_are_refused(broken):
    with pytest.raises(NoProgramme):
        plan(typed(*broken))


def with_rows(programme: Programme) -> Session:
    """Return the session of a programme, its rows typed by hand."""
    found = [Rows(each.key, tuple(row.instalment for row in programme.rows(each))) for each in programme.meetings]
    return replace(programme.session, organization=tuple(found))


def a_little_off(asked: Session, luck: Random) -> Session:
    """Return the session with other minutes, which often fit the rows no more."""
    agenda = replace(asked.agenda, items=tuple(_off(each, luck) for each in asked.agenda))
    return replace(asked, agenda=agenda)


def _off(each, luck: Random):
    return replace(each, takes=Takes(Duration(luck.choice((20, 30, 45, 60))), estimate=True)) if each.takes else each


@settings(max_examples=40, deadline=None)
@given(some.integers(0, 10**6))
def test_rows_of_a_lawful_programme_are_never_refused_where_the_checker_accepts_them(seed):
    luck = Random(seed)
    try:
        lawful = plan(a_session(luck))
    except NoProgramme:
        return
    for asked in (with_rows(lawful), a_little_off(with_rows(lawful), luck)):
        if not check(programme_of_rows(asked)):
            assert rows(plan(asked)) == rows(programme_of_rows(asked))
