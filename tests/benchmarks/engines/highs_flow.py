"""Minutes-flow, solved by HiGHS, which ships inside OR-Tools."""

from __future__ import annotations

from functools import partial

from tests.benchmarks.flow import Flow
from tests.benchmarks.peers import planned
from tests.benchmarks.solvers import highs

prepare = highs.prepare
run = partial(planned, Flow, highs.solve)
