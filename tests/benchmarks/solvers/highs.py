"""HiGHS with its defaults; through OR-Tools the number of its threads cannot be set, and a MIP uses one."""

from __future__ import annotations

from datetime import timedelta

from tests.benchmarks.linear import Answer, Linear


def prepare() -> None:
    from ortools.math_opt.python import mathopt  # noqa: F401 - so that no measurement pays for it


def solve(linear: Linear, seed: int, limit: float) -> Answer:
    from ortools.math_opt.python import mathopt

    model = mathopt.Model()
    variables = [model.add_integer_variable(lb=low, ub=high) for low, high in linear.bounds]
    for terms, low, high in linear.rows:
        row = model.add_linear_constraint(
            lb=float("-inf") if low is None else low, ub=float("inf") if high is None else high
        )
        for variable, factor in terms.items():
            row.set_coefficient(variables[variable], factor)
    for variable, factor in linear.aim.items():
        model.objective.set_linear_coefficient(variables[variable], factor)
    parameters = mathopt.SolveParameters(
        time_limit=timedelta(seconds=limit), random_seed=seed, relative_gap_tolerance=0.0
    )
    found = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
    reason, kinds = found.termination.reason, mathopt.TerminationReason
    if reason == kinds.INFEASIBLE:
        return Answer("INFEASIBLE")
    bound = found.termination.objective_bounds.dual_bound
    if not found.has_primal_feasible_solution():
        return Answer("UNKNOWN", None, bound)
    values = [round(value) for value in found.variable_values(variables)]
    return Answer("OPTIMAL" if reason == kinds.OPTIMAL else "FEASIBLE", values, bound)
