"""Where rows are typed that break a rule, each way in which the rule can ask less makes a programme possible."""

from dataclasses import replace

import pytest

from tests.agreement import demands
from tests.enumerating import programmes
from tests.examples import every_rule
from wgsched.languages import lexicon
from wgsched.model import SIX, Ease, Rows, Rule, Session
from wgsched.model.example import QUANTUM, Example
from wgsched.planning.model.posting import desk_with
from wgsched.rules import TypedRows


def forced(example: Example[Rule]) -> Session:
    """Return the session of an example that asks for the rule, with the rows typed that break it."""
    laid = {key: [each for each in halves.split() if each != "-"] for key, halves in example.broken.items()}
    typed = tuple(Rows(key, tuple(dict.fromkeys(rows))) for key, rows in laid.items())
    waives = example.session.waives | {example.shown.code}
    return replace(example.session.with_rules(example.shown), organization=typed, waives=waives)


def ladders(session: Session, rule: Rule) -> list[list[Ease]]:
    """Return every way to ask less of a rule, of one case and of all."""
    cases = list(rule.cases(session))
    single = [ladder for case in cases for ladder in rule.eases(session, *case)]
    return [list(ladder) for ladder in (*single, *rule.shared_eases(session, cases))]


def possible(session: Session, code: str) -> bool:
    """Return whether a session has a programme that keeps its typed rows and what it still asks by the rule."""
    own = [rule for rule in session.rules if rule.code == code]
    return any(programmes(desk_with(session, demands(session, (TypedRows(), *own)), tick=QUANTUM)))


EASED = [
    pytest.param(example, id=kind.code)
    for kind in every_rule()
    for example in kind.examples()
    if ladders(forced(example), example.shown)
]


@pytest.mark.parametrize("example", EASED)
def test_a_rule_that_is_eased_makes_a_programme_possible(example):
    session, rule = forced(example), example.shown
    assert not possible(session, rule.code)
    for ladder in ladders(session, rule):
        assert possible(ladder[-1].session, rule.code)
        assert [ease.cost for ease in ladder] == sorted(ease.cost for ease in ladder)


@pytest.mark.parametrize("language", SIX)
@pytest.mark.parametrize("example", EASED)
def test_what_would_help_is_said(example, language):
    session, rule = forced(example), example.shown
    say = lexicon(language, session).say
    said = [say(ease.sentence) for ladder in ladders(session, rule) for ease in ladder]
    assert [each for each in said if len(each) < 2 or {"{", "}"} & set(each)] == []
