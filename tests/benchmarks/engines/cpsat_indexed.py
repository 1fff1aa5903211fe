"""Time-indexed, solved by CP-SAT."""

from __future__ import annotations

from functools import partial

from tests.benchmarks.indexed import Indexed
from tests.benchmarks.peers import planned
from tests.benchmarks.solvers import cpsat

prepare = cpsat.prepare
run = partial(planned, Indexed, cpsat.solve)
