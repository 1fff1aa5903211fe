"""The second opinion: every rule, judged on the programme alone, without the solver; what is broken, or not judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from wgsched.checking.damage import damage, readable
from wgsched.checking.english import in_english
from wgsched.checking.remaining import remaining
from wgsched.checking.wished import must_hold
from wgsched.errors import NotTakenUp, UnknownName, WgschedError
from wgsched.model import AgendaItem, Case, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.reading import meetings_of
from wgsched.rules import rulebook


class Judgement(StrEnum):
    """Whether a rule is broken, or cannot be judged on what the programme tells."""

    BROKEN = "broken"
    UNJUDGED = "cannot be judged"


@dataclass(frozen=True)
class Violation:
    """A sentence that should hold, the code of the rule that says it, and the checker's judgement.

    ``found`` says what the programme has instead, where something is broken.
    ``session`` lets a lexicon word it as that session does.
    """

    rule: str
    sentence: Sentence
    judgement: Judgement = Judgement.BROKEN
    session: Session | None = field(default=None, repr=False, compare=False)
    found: Sentence | None = field(default=None, compare=False)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What should hold, and what is found instead."""
        return (self.sentence, self.found) if self.found else (self.sentence,)

    def __str__(self) -> str:
        return " ".join(in_english(sentence, self.session) for sentence in self.sentences)


@dataclass(frozen=True)
class Report:
    """All that the checker found. It iterates over what is broken, and is false when nothing is.

    ``unjudged`` are the sentences that cannot be judged, because hours or rows are missing.
    """

    broken: tuple[Violation, ...] = ()
    unjudged: tuple[Violation, ...] = ()

    def __iter__(self) -> Iterator[Violation]:
        return iter(self.broken)

    def __len__(self) -> int:
        return len(self.broken)

    def __getitem__(self, index: int) -> Violation:
        return self.broken[index]

    def __str__(self) -> str:
        return "\n".join(str(violation) for violation in self.broken)


def check(programme: Programme) -> Report:
    """Return what a programme breaks, also one typed by hand or damaged.

    The report is false when nothing is broken: ``assert not check(programme)``. What cannot be judged, such as a rule
    about minutes on a programme without hours, stands apart in ``report.unjudged``. What was held in fact is not
    judged: the rules speak about what remains.
    """
    damaged = tuple(Violation("damage", sentence, session=programme.session) for sentence in damage(programme))
    report = judged(remaining(readable(programme)).programme)
    return Report((*damaged, *report.broken), report.unjudged)


def judged(legible: Programme) -> Report:
    """Judge by every rule a programme that is not damaged, and of which nothing is past."""
    judgements = dict.fromkeys(each for rule in rulebook(legible.session) for each in _judge(rule, legible))
    broken, unjudged = (tuple(each for each in judgements if each.judgement is kind) for kind in Judgement)
    return Report(broken, unjudged)


def _judge(rule: Rule, programme: Programme) -> Iterator[Violation]:
    session = programme.session
    try:
        cases = tuple(must_hold(session, rule))
    except UnknownName as error:
        yield Violation(rule.code, Sentence("rule-on-unknown", rule=rule.code, name=error.name), session=session)
        return
    except WgschedError as error:
        yield Violation(rule.code, Sentence("rule-unreadable", rule=rule.code, fault=str(error)), session=session)
        return
    for case in (each for each in cases if not programme.spares(*each)):
        try:
            answer = rule.holds(programme, *case)
        except NotTakenUp:  # what is taken up no more, because it was concluded, breaks nothing
            answer = True if programme.begun else None
        if answer is not True:
            judgement = Judgement.BROKEN if answer is False else Judgement.UNJUDGED
            instead = _found(rule, programme, case) if answer is False else None
            yield Violation(rule.code, rule.words(*case), judgement, session, instead)


def _found(rule: Rule, programme: Programme, case: Case) -> Sentence | None:
    """Return what a programme has instead of what a rule demands; at least where the items of the case are taken up."""
    if (said := rule.deviation(programme, *case)) is not None:
        return said
    units = [fact for fact in case if isinstance(fact, AgendaItem | Instalment)]
    meetings = tuple(dict.fromkeys(meeting for unit in units[:1] for meeting in meetings_of(programme, unit)))
    return Sentence("found-in", item=units[0], meetings=meetings) if meetings else None
