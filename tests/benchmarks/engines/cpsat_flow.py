"""Minutes-flow, solved by CP-SAT."""

from __future__ import annotations

from functools import partial

from tests.benchmarks.flow import Flow
from tests.benchmarks.peers import planned
from tests.benchmarks.solvers import cpsat

prepare = cpsat.prepare
run = partial(planned, Flow, cpsat.solve)
