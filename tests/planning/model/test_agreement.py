"""The harness itself: it agrees on small sessions, and a broken half of a rule is noticed."""

from dataclasses import dataclass

import pytest

from tests.agreement import agree
from tests.sessions import item, meeting, session
from wgsched.model import AgendaItem, ConferenceServices, Desk, Forum, InterpretationTeam, Programme, Session
from wgsched.rules.meetings_in_all import MeetingsInAll
from wgsched.rules.no_short_part import NoShortPart
from wgsched.rules.pause_between import PauseBetween
from wgsched.rules.precedes import Precedes
from wgsched.rules.served import Served

TWO = (meeting("a", 14, 10, 90), meeting("b", 14, 15, 90))


def small(**more: object) -> Session:
    return session(item("1", 30), item("2", 60), item("3", 60), meetings=TWO, **more)


def test_solver_and_checker_agree_on_the_base():
    assert agree(small()) == 24


def test_they_agree_on_precedence():
    assert agree(small(), Precedes("2", "3")) == 12


def test_they_agree_on_a_gap_in_clock_time():
    assert agree(small(), Precedes("2", "3", gap=120)) == 8


@dataclass(frozen=True)
class PostedWrong(Precedes):
    def post(self, desk: Desk, earlier: AgendaItem, later: AgendaItem) -> None:
        desk.before(later, earlier)


@dataclass(frozen=True)
class HeldWrong(Precedes):
    def holds(self, programme: Programme, earlier: AgendaItem, later: AgendaItem) -> bool | None:
        return programme.opened(earlier) <= programme.concluded(later)


@dataclass(frozen=True)
class NotPosted(NoShortPart):
    def post(self, desk: Desk, *case: object) -> None:
        """Forgotten."""


@pytest.mark.parametrize("broken", [PostedWrong("2", "3"), HeldWrong("2", "3"), NotPosted(60)])
def test_a_broken_half_is_noticed(broken):
    with pytest.raises(AssertionError):
        agree(small(), broken)


def test_forums_are_filled_one_beside_the_other():
    two = session(
        item("1", 30, forums=("plenary",)),
        item("2", 60, forums=("plenary", "other")),
        meetings=(meeting("a", 14, 10, 60), meeting("b", 14, 10, 60, forum="other"), meeting("c", 14, 15, 30)),
        forums=(Forum(), Forum("other")),
    )
    assert agree(two) == 5


def test_an_item_runs_on_over_a_meeting_that_is_not_held():
    three = (meeting("a", 14, 10, 60), meeting("b", 14, 15, 60, optional=True), meeting("c", 15, 10, 60))
    assert agree(session(item("1", 30), item("2", 60), meetings=three)) == 22
    assert agree(session(item("1", 30), item("2", 60), meetings=three), MeetingsInAll(2)) == 18


def test_teams_are_found_for_meetings_of_several_forums():
    forums = session(
        item("1", 30, forums=("plenary",)),
        item("2", 30, forums=("other",)),
        meetings=(meeting("a", 14, 10, 90), meeting("b", 14, 11, 60, forum="other"), meeting("c", 14, 12, 60)),
        forums=(Forum(), Forum("other")),
        services=ConferenceServices(teams=(InterpretationTeam("1"), InterpretationTeam("2"))),
    )
    assert agree(forums, Served(), PauseBetween()) == 10
