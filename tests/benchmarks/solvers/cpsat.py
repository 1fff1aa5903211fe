"""CP-SAT with its defaults, one worker."""

from __future__ import annotations

from tests.benchmarks.linear import Answer, Linear


def prepare() -> None:
    from ortools.sat.python import cp_model  # noqa: F401 - so that no measurement pays for it


def solve(linear: Linear, seed: int, limit: float) -> Answer:
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    variables = [model.new_int_var(low, high, "") for low, high in linear.bounds]
    for terms, low, high in linear.rows:
        row = cp_model.LinearExpr.weighted_sum([variables[each] for each in terms], list(terms.values()))
        model.add_linear_constraint(
            row, cp_model.INT32_MIN if low is None else low, cp_model.INT32_MAX if high is None else high
        )
    model.minimize(
        cp_model.LinearExpr.weighted_sum([variables[each] for each in linear.aim], list(linear.aim.values()))
    )
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = limit
    status = solver.status_name(solver.solve(model))
    if status in ("OPTIMAL", "FEASIBLE"):
        return Answer(status, [solver.value(variable) for variable in variables], solver.best_objective_bound)
    return Answer(status, None, solver.best_objective_bound if status == "UNKNOWN" else 0)
