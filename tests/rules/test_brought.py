"""What another package brings is held to the same examples, and told what it lacks."""

from importlib.metadata import EntryPoint

import pytest

from tests.examples import check_agreement, check_brings, check_preference, every_preference, every_rule
from wgsched.model import Rule, extensions
from wgsched.preferences import Divided
from wgsched.rules import Precedes


class Bare(Rule):
    code = "bare"


class Deaf(Precedes):
    code = "deaf"

    def post(self, desk, earlier, later):
        """Ask for nothing."""


class Unsaid(Divided):
    code = "unsaid"

    def express(self, desk, instalment, items):
        """Count nothing."""
        return desk.total(())


@pytest.fixture
def _brought(monkeypatch):
    home = "tests.rules.test_brought"
    points = (
        EntryPoint("bare", f"{home}:Bare", "wgsched.rules"),
        EntryPoint("deaf", f"{home}:Deaf", "wgsched.rules"),
        EntryPoint("unsaid", f"{home}:Unsaid", "wgsched.preferences"),
    )
    monkeypatch.setattr(extensions, "entry_points", lambda group: tuple(each for each in points if each.group == group))
    extensions.brought.cache_clear()
    yield
    extensions.brought.cache_clear()


@pytest.mark.usefixtures("_brought")
def test_rules_and_preferences_of_another_package_are_registered():
    assert every_rule()[-2:] == [Bare, Deaf]
    assert every_preference()[-1:] == [Unsaid]


def test_a_rule_without_source_or_example_is_told_what_it_lacks(monkeypatch):
    with pytest.raises(AssertionError, match=r"test_brought\.py: Bare lacks its source: say in `source`"):
        check_brings(Bare)
    monkeypatch.setattr(Bare, "source", "practice of secretariats")
    with pytest.raises(AssertionError, match=r"test_brought\.py: Bare lacks an example: let its class method"):
        check_brings(Bare)


def test_a_rule_of_another_package_that_posts_nothing_is_noticed():
    with pytest.raises(AssertionError, match="the solver allows what the checker refuses"):
        check_agreement(next(Deaf.examples()))


def test_a_preference_of_another_package_that_is_not_expressed_is_noticed():
    with pytest.raises(AssertionError, match="express and amount differ"):
        check_preference(next(Unsaid.examples()))
