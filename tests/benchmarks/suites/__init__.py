"""The suites: ``runs(engines, seeds)`` says what is run, ``seconds(...)`` how long at most, ``run(...)`` runs it."""

from tests.benchmarks.suites import conflicts, parallel, replan, sessions

SUITES = {"sessions": sessions, "replan": replan, "conflicts": conflicts, "parallel": parallel}
