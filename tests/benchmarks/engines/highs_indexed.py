"""Time-indexed, solved by HiGHS, which ships inside OR-Tools."""

from __future__ import annotations

from functools import partial

from tests.benchmarks.indexed import Indexed
from tests.benchmarks.peers import planned
from tests.benchmarks.solvers import highs

prepare = highs.prepare
run = partial(planned, Indexed, highs.solve)
