"""A last meeting that runs past midnight is whole: no limit with one side ends it when the last day does."""

from __future__ import annotations

from dataclasses import replace

import pendulum
import pytest

from tests.agreement import agree
from tests.sessions import at, item, meeting, session
from wgsched.checking import check
from wgsched.model import Document, Programme, Rows, Rule, Session, Unique, Verdict
from wgsched.planning import plan
from wgsched.rules import ConcludedBy, DocumentsOut, NotBefore, ProposalsTabled


def night(length: int, *items: object, **more: object) -> Session:
    """Return a session whose only meeting opens late on its last day."""
    late = meeting("night", 15, 22, length)
    return replace(session(*items, meetings=(late,), **more), days=(pendulum.date(2009, 5, 15),))  # type: ignore[arg-type]


def rows(programme: Programme) -> list[tuple[str, pendulum.DateTime | None, pendulum.DateTime | None]]:
    return [(row.instalment, row.opens, row.closes) for row in programme.considerations]


def test_an_item_that_is_taken_up_until_after_midnight_has_a_programme():
    given = night(180, item("1", 120), rules=(NotBefore("1", "2009-05-15 23:00"),))
    planned = plan(given)
    assert rows(planned) == [("1", at(15, 23), at(16, 1))]
    assert list(check(planned)) == []


def test_the_best_programme_goes_on_past_midnight():
    given = night(180, item("1", 60), item("2", 120), rules=(NotBefore("2", "2009-05-15 22:00"),))
    planned = plan(given)
    assert rows(planned) == [("1", at(15, 22), at(15, 23)), ("2", at(15, 23), at(16, 1))]
    assert (planned.finding.verdict, planned.finding.unique) == (Verdict.BEST, Unique.YES)


def test_rows_typed_past_midnight_are_accepted():
    given = night(180, item("1", 60), item("2", 120), rules=(NotBefore("2", "2009-05-15 22:00"),))
    planned = plan(replace(given, organization=(Rows("night", ("1", "2")),)))
    assert rows(planned) == [("1", at(15, 22), at(15, 23)), ("2", at(15, 23), at(16, 1))]


@pytest.mark.parametrize(
    "rule",
    [
        NotBefore("1", "2009-05-15 23:00"),
        ConcludedBy("1", "2009-05-16 00:30"),
        ProposalsTabled("1", "2009-05-14 22:30"),
        DocumentsOut(),
    ],
    ids=lambda rule: rule.code,
)
def test_solver_and_checker_agree_on_a_limit_with_one_side(rule: Rule):
    issued = tuple((language, pendulum.date(2009, 5, 15)) for language in ("ar", "zh", "en", "fr", "ru", "es"))
    paper = Document("A/1", items=("1",), issued=issued)
    given = night(180, item("1", 60, decision=True), item("2", 60), documents=(paper,))
    assert agree(given, rule) > 0
