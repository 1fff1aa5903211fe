"""Which demands bind: without them the best programme would keep more, or cost less."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from ortools.sat.python import cp_model

from wgsched.model import Sentence, Session
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression, Literal
from wgsched.planning.model.posting import Demand, cost_of, demands, desk_with, grades_of
from wgsched.planning.search.effort import SOLVED, Effort
from wgsched.planning.search.stopping import StoppableSolver

BEST, CHEAPER, IN_ALL = 10.0, 1.0, 20.0
"""The solver's deterministic time for the best programme, for a cheaper one without some demands, and for all."""


def binding(session: Session) -> tuple[tuple[Sentence, ...], bool]:
    """Return the demands without which the best programme would be better, each alone; and whether all were judged.

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
        self._bounds = self._least()

    def cheaper_without(self, some: Iterable[Demand]) -> bool:
        """Return whether a programme was found that is better than any that keeps all demands."""
        without = {id(demand) for demand in some}
        desk = self._desk([each for each in self._given if id(each) not in without])
        if desk is None:
            return False
        self._ask_for_better(desk)
        return self._solved(desk, CHEAPER)[1] in SOLVED

    def _ask_for_better(self, desk: SolverDesk) -> None:
        """Ask for any better programme, which is found sooner than the best: by the first aim in which it differs."""
        aims = list(zip(_aims(desk), self._bounds, strict=False))
        if len(aims) == 1:
            [(aim, bound)] = aims
            desk.model.add(aim < bound)
            return
        as_good: list[Literal] = []
        better: list[Literal] = []
        for aim, bound in aims:
            less, even = desk.model.new_bool_var(""), desk.model.new_bool_var("")
            desk.model.add(aim < bound).only_enforce_if(less)
            desk.model.add(aim <= bound).only_enforce_if(even)
            for before in as_good:
                desk.model.add_implication(less, before)
            as_good.append(even)
            better.append(less)
        desk.model.add_bool_or(better)

    def _least(self) -> list[int]:
        """Return the least that there can be of each aim, one after another; those after a limit are left out."""
        desk, bounds = self._desk(self._given), list[int]()
        if desk is None:
            return bounds
        for aim in _aims(desk):
            if isinstance(aim, int):
                bounds.append(aim)
                continue
            desk.model.minimize(aim)
            solver, status = self._solved(desk, BEST)
            if status not in SOLVED:
                break
            bounds.append(round(solver.best_objective_bound))
            if status != cp_model.OPTIMAL:
                break
            desk.model.add(aim <= bounds[-1])
        return bounds

    def _desk(self, given: Iterable[Demand]) -> SolverDesk | None:
        """Return a settled desk with these demands; None where no programme keeps them, or time is up."""
        desk = desk_with(self._session, given)
        if desk.settle() and self._left > 0:
            return desk
        self.sure = False
        return None

    def _solved(self, desk: SolverDesk, work: float) -> tuple[StoppableSolver, cp_model.CpSolverStatus]:
        solver = Effort(work=min(work, self._left)).solver()
        status = solver.solve(desk.model)
        self._left -= solver.work
        self.sure = self.sure and status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        return solver, status


def _aims(desk: SolverDesk) -> list[Expression]:
    """Return what is made as small as can be, the gravest first: what has a strength, then the cost."""
    return [*grades_of(desk).values(), cost_of(desk)]
