"""All that may stay unmet, case by case: usual preferences, wishes of a session, and demands that are only wishes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wgsched.model import Case, Participant, Preference, Rule, Session, Strength, Wish
from wgsched.preferences import wishbook
from wgsched.rules import rulebook


@dataclass(frozen=True)
class Wished:
    """One case of a preference, or of a rule that is only a wish, and what each of its amount weighs.

    With a strength it comes before all that only weighs something.
    """

    preference: Preference
    case: Case
    weight: int
    strength: Strength | None = None


def wished(session: Session) -> Iterator[Wished]:
    """Yield all that may stay unmet: first what only weighs something, then what has a strength."""
    of_preferences = [
        _as_asked(preference, case, weight)
        for preference, weight in wishbook(session)
        for case in preference.cases(session)
    ]
    yield from (each for each in of_preferences if each.strength is None)
    yield from (each for each in of_preferences if each.strength)
    yield from _with_strength(session)


def _as_asked(preference: Preference, case: Case, weight: int) -> Wished:
    """Return a case of a preference as strongly as it is asked for: by the person whom it is about, if they say so."""
    person = next((fact for fact in case if isinstance(fact, Participant)), None)
    if person is None or isinstance(preference, Wish) or person.grade[0] is Strength.MUST:
        return Wished(preference, case, weight)
    strength, own = person.grade
    return Wished(Wish(preference, strength, own) if strength else preference, case, own, strength)


def wished_rules(session: Session) -> Iterator[tuple[Rule, Case]]:
    """Yield the rules that may be broken, case by case, in the order of `wished`, without asking preferences."""
    for preference, _ in wishbook(session):
        if isinstance(preference, Wish) and isinstance(preference.asked, Rule):
            yield from ((preference.asked, case) for case in preference.cases(session))
    for each in _with_strength(session):
        if isinstance(each.preference, Wish) and isinstance(each.preference.asked, Rule):
            yield each.preference.asked, each.case


def _with_strength(session: Session) -> Iterator[Wished]:
    """Yield what has a strength: a weight of 0 leaves out what people ask for by a rule, as it does a preference."""
    graded = any(each.grade[0] is not Strength.MUST or each.attends for each in session.participants)
    for wish in (each for each in session.wishes if isinstance(each, Wish) and each.strength):
        yield from (Wished(wish, case, wish.weight, wish.strength) for case in wish.cases(session))
    for rule in rulebook(session) if graded else ():
        if session.weights.get(rule.code) == 0:
            continue
        for case in rule.cases(session):
            strength, weight = grade_of(rule, case)
            if strength is not Strength.MUST:
                yield Wished(Wish(rule, strength, weight), case, weight, strength)


def must_hold(session: Session, rule: Rule) -> Iterator[Case]:
    """Yield the cases of a rule that must hold: all but those of people for whom it is only a wish."""
    cases = rule.cases(session)
    if not session.participants:
        return cases
    return (case for case in cases if grade_of(rule, case)[0] is Strength.MUST)


def grade_of(rule: Rule, case: Case) -> tuple[Strength | None, int]:
    """Return how strongly a rule is asked for in a case: as strongly as for the person whom the case is about."""
    people = [fact for fact in case if isinstance(fact, Participant)]
    if not people or not rule.may_be_a_wish:
        return Strength.MUST, rule.weight
    return people[0].grade
