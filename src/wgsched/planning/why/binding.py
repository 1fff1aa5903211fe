"""Which demands bind: without them the best programme would cost less. And what a wish costs the other wishes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from wgsched.model import Sentence, Session
from wgsched.planning.model.posting import Demand, demands, desk_with
from wgsched.planning.search.effort import Effort
from wgsched.planning.search.planner import cost_of, plan
from wgsched.planning.why.analysis import is_ground

BEST, CHEAPER, IN_ALL = 10.0, 1.0, 20.0
"""The solver's deterministic time for the best programme, for a cheaper one without some demands, and for all."""


def binding(session: Session) -> tuple[tuple[Sentence, ...], bool]:
    """Return the demands without which the best programme would cost less, each alone; and whether all were judged.

    Whole rules are left out first; of a rule that binds, each case alone. A rule that binds only by several of its
    cases together is named by its first.
    """
    given = demands(session)
    rest = [demand for demand in given if not is_ground(demand)]
    ask = _Asking(session, given)
    found: list[Demand] = []
    for _, group in groupby(rest, key=lambda demand: demand.rule.code) if ask.cheaper_without(rest) else ():
        cases = list(group)
        if ask.cheaper_without(cases):
            alone = [each for each in cases if len(cases) > 1 and ask.cheaper_without([each])]
            found += alone or cases[:1]
    return tuple(dict.fromkeys(demand.sentence for demand in found)), ask.sure


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
        from ortools.sat.python import cp_model

        desk = desk_with(self._session, given)
        if not desk.settle() or self._left <= 0:
            self.sure = False
            return None
        cost = cost_of(desk)
        if self._bound is None:
            desk.model.minimize(cost)
        else:
            desk.model.add(cost < self._bound)
        solver = Effort(work=min(work, self._left)).solver()
        status = solver.solve(desk.model)
        self._left -= solver.response_proto.deterministic_time
        self.sure = self.sure and status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return round(solver.best_objective_bound)


@dataclass(frozen=True)
class WishCost:
    """What a wish costs the other wishes: ``others`` is what they cost together with it, ``without`` without it.

    ``sentence`` says so. ``proved`` when both programmes were proved to be best.
    """

    preference: str
    others: int
    without: int
    proved: bool

    @property
    def cost(self) -> int:
        """How much less the others would cost."""
        return self.others - self.without

    @property
    def sentence(self) -> Sentence:
        """What it says."""
        code = "wish-costs" if self.cost > 0 else "wish-free"
        return Sentence(code, wish=self.preference, points=self.cost, was=self.others, now=self.without)


def wish_cost(session: Session, preference: str) -> WishCost:
    """Return what a preference, by its code, costs the others: the session is planned with it and without it.

    Raises:
        UnknownName: there is no preference of that code.
        NoProgramme: the rules cannot all hold.
    """
    from wgsched.checking import score
    from wgsched.model import Verdict
    from wgsched.preferences import kind

    code = kind(preference).code
    with_it = plan(session)
    without_it = plan(replace(session, weights={**session.weights, code: 0}))
    others = sum(line.cost for line in score(with_it) if line.preference != code)
    proved = all(each.finding.verdict is Verdict.BEST for each in (with_it, without_it))
    return WishCost(code, others, score(without_it).total, proved)
