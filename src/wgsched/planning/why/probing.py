"""Asking the solver whether some demands fit together: a plain solve each, within a fixed amount of work.

A fresh model for each question, and no assumptions: on this OR-Tools their cores may hold foreign literals or be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ortools.sat.python import cp_model

from wgsched.model import Finding, Programme, Session
from wgsched.planning.model.capacity import too_full
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.posting import Demand, demands, desk_with
from wgsched.planning.model.solution import programme_of, read_solution
from wgsched.planning.search.effort import SOLVED, UNHURRIED, Effort

QUICK, THOROUGH = 0.1, 20.0
"""The work of one question, in the solver's deterministic time: first without presolve, then with it."""

T = TypeVar("T")


@dataclass
class Probe:
    """Asks about one session, in ticks of so many minutes (None: the longest that will do).

    ``sure`` turns false when a question was left open within the work allowed, or asked after the deadline.
    """

    session: Session
    effort: Effort = UNHURRIED
    work: float = THOROUGH
    tick: int | None = None
    sure: bool = True
    _last: tuple[SolverDesk, cp_model.CpSolver] | None = field(default=None, repr=False)

    def fits(self, some: Iterable[Demand]) -> bool:
        """Return whether a programme keeps these demands; a question left open counts as yes."""
        self._last = None
        if self.effort.over:
            self.sure = False
            return True
        desk = desk_with(self.session, some, tick=self.tick)
        if _overfull(desk) or not desk.settle():
            return False
        # most questions are answered sooner than presolve ends
        for presolve, work in ((False, min(QUICK, self.work)), (True, self.work)):
            solver = replace(self.effort, work=work).solver()
            solver.parameters.cp_model_presolve = presolve
            status = solver.solve(desk.model)
            if status == cp_model.INFEASIBLE:
                return False
            if status in SOLVED:
                self._last = desk, solver
                return True
        self.sure = False
        return True

    def programme(self) -> Programme | None:
        """Return the programme that the last answer rested on, if it was a sure yes."""
        if self._last is None:
            return None
        desk, solver = self._last
        return programme_of(desk, read_solution(desk, solver), Finding())


def _overfull(desk: SolverDesk) -> bool:
    """Return whether a forum has too few minutes for what only it takes up: a sum that spares most of the searches."""
    needed = dict.fromkeys(desk.singly, 0)
    for required in (each for key, each in desk.required.items() if key not in desk.taken):
        forums = desk.session.forums_of(required.instalment)
        if len(forums) == 1 and forums[0] in needed:
            needed[forums[0]] += required.fewest_ticks(desk.clock)
    return any(minutes > desk.axes[forum].length for forum, minutes in needed.items())


@dataclass
class Trials:
    """Tries edits of a session, each by a solve; after so many all are refused, so that an answer comes in time.

    ``asked`` returns what an edited session must keep: by default, everything that it demands.
    """

    effort: Effort = UNHURRIED
    tries: int = 80
    work: float = 1.0
    asked: Callable[[Session], Iterable[Demand]] = demands

    def fits(self, session: Session, given: Sequence[Demand] | None = None) -> bool:
        """Return whether a programme was found that keeps these demands (by default, those that are asked of it)."""
        if self.tries <= 0 or self.effort.over:
            return False
        self.tries -= 1
        return self._fits(session, given)

    def _fits(self, session: Session, given: Sequence[Demand] | None = None) -> bool:
        if given is None and self.asked is demands and too_full(session):
            return False
        probe = Probe(session, self.effort, self.work)
        return probe.fits(self.asked(session) if given is None else given) and probe.sure

    def soonest(
        self, candidates: Sequence[T], edited: Callable[[T], Session], near: Callable[[], int] = int
    ) -> T | None:
        """Return the first candidate with which it fits, where with every later one it fits as well.

        What is looked for mostly stands near the beginning, so the steps are small at first. Where it may fit, then not
        fit with up to ``near()`` candidates less one, then fit again, those before what was found are tried as well;
        these tries are not counted, so that nothing else goes unsaid for them.
        """
        if not candidates or not self.fits(edited(candidates[-1])):
            return None
        low, high, step = 0, len(candidates) - 1, 1
        while low < high:
            middle = min(low + step - 1, (low + high) // 2)
            if self.fits(edited(candidates[middle])):
                high, step = middle, len(candidates)
            else:
                low, step = middle + 1, 2 * step
        back = near()
        while (sooner := self._sooner(candidates[max(0, high - back) : max(0, high - 1)], edited)) is not None:
            high = max(0, high - back) + sooner
        return candidates[high]

    def _sooner(self, candidates: Sequence[T], edited: Callable[[T], Session]) -> int | None:
        return next((number for number, each in enumerate(candidates) if self._fits(edited(each))), None)
