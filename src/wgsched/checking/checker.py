"""The second opinion: every rule, judged on the programme alone, without the solver."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.checking.damage import damage, readable
from wgsched.checking.remaining import remaining
from wgsched.checking.report import Judgement, Report, Violation
from wgsched.errors import NotTakenUp, UnknownName, WgschedError
from wgsched.model import Case, Programme, Rule, Sentence
from wgsched.rules import rulebook


def check(programme: Programme) -> Report:
    """Judge a programme, also one typed by hand or damaged.

    The report is false when nothing is broken: ``assert not check(programme)``. What cannot be judged, such as a rule
    about minutes on a programme without hours, stands apart in ``report.unjudged``. What was held in fact is not
    judged: the rules speak about what remains.
    """
    damaged = tuple(Violation("damage", sentence, session=programme.session) for sentence in damage(programme))
    report = judged(remaining(readable(programme)).programme)
    return Report((*damaged, *report.broken), report.unjudged)


def judged(legible: Programme) -> Report:
    """Judge by every rule a programme that is not damaged, and of which nothing is past."""
    found = [each for rule in rulebook(legible.session) for each in _judge(rule, legible)]
    broken = dict.fromkeys(each for each in found if each.judgement is Judgement.BROKEN)
    unjudged = dict.fromkeys(each for each in found if each.judgement is Judgement.UNJUDGED)
    return Report(tuple(broken), tuple(unjudged))


def _judge(rule: Rule, programme: Programme) -> Iterator[Violation]:
    try:
        cases = tuple(rule.cases(programme.session))
    except WgschedError as error:
        yield Violation(rule.code, _unreadable(rule, error), session=programme.session)
        return
    for case in cases:
        answer = _answer(rule, programme, case)
        if answer is not True:
            judgement = Judgement.BROKEN if answer is False else Judgement.UNJUDGED
            yield Violation(rule.code, rule.words(*case), judgement, programme.session)


def _unreadable(rule: Rule, error: WgschedError) -> Sentence:
    if isinstance(error, UnknownName):
        return Sentence("rule-on-unknown", rule=rule.code, name=error.name)
    return Sentence("rule-unreadable", rule=rule.code, fault=str(error))


def _answer(rule: Rule, programme: Programme, case: Case) -> bool | None:
    """Return a rule's answer; what is taken up no more, because it was concluded, breaks nothing."""
    try:
        return rule.holds(programme, *case)
    except NotTakenUp:
        return True if programme.begun else None
