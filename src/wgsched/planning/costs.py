"""What a wish costs the others: the session is planned with it and without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from wgsched.checking import grades, score
from wgsched.errors import UnknownName
from wgsched.model import Grades, Programme, Sentence, Session, Strength, Verdict
from wgsched.planning.verbs import plan
from wgsched.preferences import BOOK as PREFERENCES
from wgsched.rules import BOOK as RULES


@dataclass(frozen=True)
class WishCost:
    """What a wish costs the other wishes: ``others`` is what they cost together with it, ``without`` without it.

    ``unmet`` and ``unmet_without`` say the same of what has a strength, which comes before all that only weighs
    something. ``sentences`` say all of it. ``proved`` when both programmes were proved to be best.
    """

    preference: str
    others: int
    without: int
    proved: bool
    unmet: Grades = Grades()
    unmet_without: Grades = Grades()

    @property
    def cost(self) -> int:
        """How much less the others would cost."""
        return self.others - self.without

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What it says, the gravest first."""
        return (*self._graded(), *((self.sentence,) if self.cost > 0 or self.unmet == self.unmet_without else ()))

    @property
    def sentence(self) -> Sentence:
        """What it says in points."""
        code = "wish-costs" if self.cost > 0 else "wish-free"
        return Sentence(code, wish=self.preference, points=self.cost, was=self.others, now=self.without)

    def _graded(self) -> Iterator[Sentence]:
        for grade in fields(Grades):
            was, now = getattr(self.unmet, grade.name), getattr(self.unmet_without, grade.name)
            if was != now:
                code = f"wish-costs-{grade.name.replace('_', '-')}"
                yield Sentence(code, wish=self.preference, was=was, now=now)


def wish_cost(session: Session, preference: str) -> WishCost:
    """Return what a wish costs the others: a preference, or a rule that is only a wish, named by its code.

    Raises:
        UnknownName: there is no preference of that code, and no rule that is only a wish in this session.
        NoProgramme: the rules cannot all hold.
    """
    with_it = plan(session)
    code = _code(with_it, preference)
    without_it = plan(_without(session, code))
    others = sum(line.cost for line in score(with_it) if line.preference != code and line.strength is None)
    return WishCost(
        code,
        others,
        score(without_it).total,
        all(each.finding.verdict is Verdict.BEST for each in (with_it, without_it)),
        _grades_of_others(with_it, code),
        grades(without_it),
    )


def _code(programme: Programme, named: str) -> str:
    """Return the code of a wish of a session."""
    wished = dict.fromkeys(line.preference for line in score(programme))
    if named in wished or named in PREFERENCES.every():
        return named
    if named in RULES.every():
        raise UnknownName("rule that is only a wish here", named, (code for code in wished if code in RULES.every()))
    raise UnknownName("preference", named, {*PREFERENCES.every(), *wished})


def _without(session: Session, code: str) -> Session:
    """Return a session without a wish."""
    wishes = tuple(wish for wish in session.wishes if wish.code != code)
    return replace(session, wishes=wishes, weights={**session.weights, code: 0})


def _grades_of_others(programme: Programme, code: str) -> Grades:
    """Return what a programme does not keep of all that has a strength but one wish."""
    unmet = [line for line in score(programme).unmet if line.preference != code]
    counts = {each: sum(line.cost for line in unmet if line.strength is each) for each in Strength}
    return replace(grades(programme), should=counts[Strength.SHOULD], nice=counts[Strength.NICE])
