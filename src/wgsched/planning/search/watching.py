"""Telling of what the solver finds while it searches."""

from __future__ import annotations

from ortools.sat.python import cp_model

from wgsched.planning.search.progress import Reporter


class Watch(cp_model.CpSolverSolutionCallback):
    """Reports every better programme, and every better bound."""

    def __init__(self, solver: cp_model.CpSolver, reporter: Reporter) -> None:
        super().__init__()
        self._reporter = reporter
        solver.best_bound_callback = reporter.at_least

    def on_solution_callback(self) -> None:
        """Tell of a better programme."""
        self._reporter.better(round(self.objective_value), self.best_objective_bound)


def watched(solver: cp_model.CpSolver, reporter: Reporter) -> Watch | None:
    """Return what reports of this search; nothing where nobody watches, for telling takes time."""
    return None if reporter.silent else Watch(solver, reporter)
