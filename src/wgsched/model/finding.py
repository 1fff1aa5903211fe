"""How a programme was found, and how good it is known to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wgsched.model.gaps import Gap, ProofLevel
from wgsched.model.grades import Grades
from wgsched.model.keys import InstalmentKey


class Verdict(StrEnum):
    """What is known of a programme's quality; the nearest breaks what must hold, because no programme keeps it all."""

    TYPED = "typed"
    BEST = "best"
    FOUND = "found"
    NEAREST = "nearest"


class Unique(StrEnum):
    """Whether another programme is as good."""

    YES = "unique"
    NO = "not unique"
    UNKNOWN = "not shown"


@dataclass(frozen=True)
class Finding:
    """How a programme was found: its cost, the proved bound, and whether another is as good.

    ``reproducible`` is false if a time limit was reached, ``interrupted`` true if a person stopped the search. If there
    is a published programme, ``later`` counts the items put into later meetings, ``reversed`` the neighbours that are
    taken up the other way round, and ``moved`` the items that change meetings although they could stay; ``dead`` counts
    dead meetings where the next item is taken up in them. ``fewest`` says whether it is proved that no programme
    changes less, even if a limit cut the rest of the search short, and ``level`` down to which level it is proved.
    ``grades`` is what it does not keep of all that has a strength, None where nothing has.
    ``gaps`` is the time that changes leave free, ``advanced`` what was taken up earlier in such time.
    """

    verdict: Verdict = Verdict.TYPED
    objective: int = 0
    bound: int = 0
    unique: Unique = Unique.UNKNOWN
    reproducible: bool = True
    interrupted: bool = False
    moved: int | None = None
    fewest: bool = False
    dead: int | None = None
    later: int | None = None
    reversed: int | None = None
    level: ProofLevel | None = None
    gaps: tuple[Gap, ...] = ()
    advanced: tuple[InstalmentKey, ...] = ()
    grades: Grades | None = None

    @property
    def gap(self) -> float:
        """How much cheaper a programme can be at most, as a part of the cost: 0 when it is proved that none is."""
        return (self.objective - self.bound) / self.objective if self.objective > self.bound else 0.0
