"""What a programme costs, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from wgsched.checking.damage import readable
from wgsched.checking.english import in_english
from wgsched.checking.wished import grade_of, must_hold, wished
from wgsched.errors import NotTakenUp
from wgsched.model import Grades, Programme, Sentence, Session, Strength, Verdict
from wgsched.rules import rulebook


@dataclass(frozen=True)
class ScoreLine:
    """One wish: its sentence, how far the programme is from it, and what one unit of that costs.

    ``amount`` is None when it cannot be judged; ``least`` of it is in every programme, and costs nothing. A line with a
    ``strength`` comes before all others: it adds to the grades of the programme, and not to its total.
    """

    preference: str
    sentence: Sentence
    amount: int | None
    weight: int
    session: Session | None = field(default=None, repr=False, compare=False)
    least: int = 0
    strength: Strength | None = None

    @property
    def avoidable(self) -> int:
        """How much of the amount some other programme could avoid; nothing when it cannot be judged."""
        return 0 if self.amount is None else max(0, self.amount - self.least)

    @property
    def cost(self) -> int:
        """What the line adds to the total, or to the grade of its strength."""
        return self.avoidable * self.weight

    def __str__(self) -> str:
        amount = "?" if self.amount is None else str(self.avoidable)
        sentence = graded(self.sentence, self.strength)
        return f"{self.cost:>6} = {amount} x {self.weight}  {in_english(sentence, self.session)}"


@dataclass(frozen=True)
class Score:
    """All lines of a score. Planning makes ``total`` as small as it can."""

    lines: tuple[ScoreLine, ...] = ()

    @property
    def total(self) -> int:
        """The sum of the costs."""
        return sum(line.cost for line in self.lines if line.strength is None)

    @property
    def costly(self) -> tuple[ScoreLine, ...]:
        """The lines that add something to the total."""
        return tuple(line for line in self.lines if line.cost and line.strength is None)

    @property
    def unmet(self) -> tuple[ScoreLine, ...]:
        """The lines with a strength that the programme does not meet, the strongest first."""
        lines = [line for line in self.lines if line.cost and line.strength]
        return tuple(sorted(lines, key=lambda line: line.strength is Strength.NICE))

    def unmet_of(self, strength: Strength) -> int:
        """Return how much of a strength is not met, each case times its weight."""
        return sum(line.cost for line in self.unmet if line.strength is strength)

    @property
    def unjudged(self) -> tuple[ScoreLine, ...]:
        """The lines on which the programme tells nothing."""
        return tuple(line for line in self.lines if line.amount is None)

    @property
    def counts(self) -> Mapping[str, int]:
        """How much of each preference, by code, some other programme could avoid; none of which nothing is counted."""
        counted: dict[str, int] = {}
        for line in self.costly:
            counted[line.preference] = counted.get(line.preference, 0) + line.avoidable
        return counted

    def __iter__(self) -> Iterator[ScoreLine]:
        return iter(self.lines)

    def __str__(self) -> str:
        return "\n".join([*(str(line) for line in (*self.unmet, *self.costly)), f"{self.total:>6}"])


def score(programme: Programme) -> Score:
    """Return what a programme costs by the preferences of its session, line by line."""
    legible, session = readable(programme), programme.session
    lines = []
    for each in wished(session):
        preference, case = each.preference, each.case
        if legible.spares(*case):
            continue
        try:
            amount = preference.amount(legible, *case)
        except NotTakenUp:
            amount = None
        least, said = preference.least(session, *case), preference.words(*case)
        lines.append(ScoreLine(preference.code, said, amount, each.weight, session, least, each.strength))
    return Score(tuple(lines))


def _broken(programme: Programme) -> Iterator[int]:
    """Yield the weight of each demand that is broken, each once."""
    session = programme.session
    breakable = (rule for rule in rulebook(session) if rule.may_be_a_wish)
    asked = {(rule, case): None for rule in breakable for case in must_hold(session, rule)}
    for rule, case in asked:
        with suppress(NotTakenUp):
            if not programme.spares(*case) and rule.holds(programme, *case) is False:
                yield grade_of(rule, case)[1]


def graded(sentence: Sentence, strength: Strength | None) -> Sentence:
    """Return a sentence that says of another that it is not met, and how strongly it was asked for."""
    return Sentence(f"unmet-{strength}", sentence=sentence) if strength else sentence


def grades(programme: Programme) -> Grades:
    """Return what a programme does not keep of all that has a strength; of what must hold, only of a nearest one."""
    points, agenda = score(programme), programme.session.agenda
    left_out = (agenda[each.item] for each in programme.left_out if each.item in agenda)
    return Grades(
        must=sum(_broken(programme)) if programme.finding.verdict is Verdict.NEAREST else 0,
        should=points.unmet_of(Strength.SHOULD),
        left_out=sum(item.priority or 0 for item in left_out if programme.spares(item)),
        nice=points.unmet_of(Strength.NICE),
    )
