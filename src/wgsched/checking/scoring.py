"""What a programme costs, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wgsched.checking.damage import readable
from wgsched.checking.english import in_english
from wgsched.errors import NotTakenUp
from wgsched.model import Programme, Sentence, Session
from wgsched.preferences import wishbook


@dataclass(frozen=True)
class ScoreLine:
    """One wish: its sentence, how far the programme is from it, and what one unit of that costs.

    ``amount`` is None when it cannot be judged; ``least`` of it is in every programme, and costs nothing.
    """

    preference: str
    sentence: Sentence
    amount: int | None
    weight: int
    session: Session | None = field(default=None, repr=False, compare=False)
    least: int = 0

    @property
    def avoidable(self) -> int:
        """How much of the amount some other programme could avoid; nothing when it cannot be judged."""
        return 0 if self.amount is None else max(0, self.amount - self.least)

    @property
    def cost(self) -> int:
        """What the line adds to the total."""
        return self.avoidable * self.weight

    def __str__(self) -> str:
        amount = "?" if self.amount is None else str(self.avoidable)
        return f"{self.cost:>6} = {amount} x {self.weight}  {in_english(self.sentence, self.session)}"


@dataclass(frozen=True)
class Score:
    """All lines of a score. Planning makes ``total`` as small as it can."""

    lines: tuple[ScoreLine, ...] = ()

    @property
    def total(self) -> int:
        """The sum of the costs."""
        return sum(line.cost for line in self.lines)

    @property
    def costly(self) -> tuple[ScoreLine, ...]:
        """The lines that cost something."""
        return tuple(line for line in self.lines if line.cost)

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
        return "\n".join([*(str(line) for line in self.costly), f"{self.total:>6}"])


def score(programme: Programme) -> Score:
    """Return what a programme costs by the preferences of its session, line by line."""
    legible, session = readable(programme), programme.session
    lines = []
    for preference, weight in wishbook(session):
        for case in preference.cases(session):
            try:
                amount = preference.amount(legible, *case)
            except NotTakenUp:
                amount = None
            least = preference.least(session, *case)
            lines.append(ScoreLine(preference.code, preference.words(*case), amount, weight, session, least))
    return Score(tuple(lines))
