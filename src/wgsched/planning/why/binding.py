"""Which demands bind: without them the best programme would cost less."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from ortools.sat.python import cp_model

from wgsched.model import Sentence, Session
from wgsched.planning.model.posting import Demand, cost_of, demands, desk_with
from wgsched.planning.search.effort import SOLVED, Effort

BEST, CHEAPER, IN_ALL = 10.0, 1.0, 20.0
"""The solver's deterministic time for the best programme, for a cheaper one without some demands, and for all."""


def binding(session: Session) -> tuple[tuple[Sentence, ...], bool]:
    """Return the demands without which the best programme would cost less, each alone; and whether all were judged.

    Whole rules are left out first; of a rule that binds, each case alone. A rule that binds only by several of its
    cases together is named by its first.
    """
    given = demands(session)
    rest = [demand for demand in given if not demand.is_ground]
    asking = _Asking(session, given)
    bind: list[Demand] = []
    for _, group in groupby(rest, key=lambda demand: demand.rule.code) if asking.cheaper_without(rest) else ():
        cases = list(group)
        if asking.cheaper_without(cases):
            alone = [each for each in cases if len(cases) > 1 and asking.cheaper_without([each])]
            bind += alone or cases[:1]
    return tuple(dict.fromkeys(demand.sentence for demand in bind)), asking.sure


class _Asking:
    """Asks whether there are cheaper programmes without some demands, within a fixed amount of work in all."""

    def __init__(self, session: Session, given: Sequence[Demand]) -> None:
        self._session, self._given, self._left = session, given, IN_ALL
        self.sure = True
        self._bound: int | None = None
        self._bound = self._cost(given, BEST)

    def cheaper_without(self, some: Iterable[Demand]) -> bool:
        """Return whether a programme was found that costs less than any that keeps all demands."""
        without = {id(demand) for demand in some}
        return self._cost([each for each in self._given if id(each) not in without], CHEAPER) is not None

    def _cost(self, given: Iterable[Demand], work: float) -> int | None:
        """Return what the best programme costs at least; once that is known, whether one costs less."""
        desk = desk_with(self._session, given)
        if not desk.settle() or self._left <= 0:
            self.sure = False
            return None
        cost = cost_of(desk)
        if self._bound is None:
            desk.model.minimize(cost)
        else:  # any programme below the bound will do: a first one is found sooner than the best is proved
            desk.model.add(cost < self._bound)
        solver = Effort(work=min(work, self._left)).solver()
        status = solver.solve(desk.model)
        self._left -= solver.work
        self.sure = self.sure and status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        return round(solver.best_objective_bound) if status in SOLVED else None
