"""Minutes-flow, solved by CBC, through PuLP."""

from __future__ import annotations

from functools import partial

from tests.benchmarks.flow import Flow
from tests.benchmarks.peers import planned
from tests.benchmarks.solvers import cbc

prepare = cbc.prepare
run = partial(planned, Flow, cbc.solve)
