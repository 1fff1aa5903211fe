"""CBC, one thread; PuLP starts it as a program of its own and hands the model over in a file."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from tests.benchmarks.linear import Answer, Linear


def prepare() -> None:
    """Import PuLP, and do not hear what its next version will want: the version is pinned."""
    from pulp.v4_migration import set_v4_migration_warnings

    set_v4_migration_warnings(False)


def solve(linear: Linear, seed: int, limit: float) -> Answer:
    import pulp

    model = pulp.LpProblem("session", pulp.LpMinimize)
    variables = [model.add_variable(f"v{n}", low, high, pulp.LpInteger) for n, (low, high) in enumerate(linear.bounds)]
    model += pulp.LpAffineExpression((variables[variable], factor) for variable, factor in linear.aim.items())
    for terms, low, high in linear.rows:
        row = pulp.LpAffineExpression((variables[variable], factor) for variable, factor in terms.items())
        if low is not None:
            model += row >= low
        if high is not None:
            model += row <= high
    with tempfile.TemporaryDirectory() as there:
        log = Path(there) / "log"
        solver = pulp.PULP_CBC_CMD(
            msg=False,
            threads=1,
            timeLimit=limit,
            gapRel=0,
            gapAbs=0.5,
            options=[f"randomCbcSeed {seed}"],
            logPath=str(log),
            timeMode="elapsed",
        )
        model.solve(solver)
        said = log.read_text()
    bounds = re.findall(r"Lower bound:\s+([-\d.]+)", said)
    bound = float(bounds[-1]) if bounds else 0.0
    if model.sol_status == pulp.LpSolutionInfeasible and model.status == pulp.LpStatusInfeasible:
        return Answer("INFEASIBLE")
    if model.sol_status not in (pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible):
        return Answer("UNKNOWN", None, bound)
    values = [round(variable.value() or 0) for variable in variables]
    if model.sol_status == pulp.LpSolutionOptimal:
        return Answer("OPTIMAL", values, pulp.value(model.objective))
    return Answer("FEASIBLE", values, bound)
