"""The suites: ``runs(engines, seeds)`` names what is run, ``run(...)`` runs one and gives its figures."""

from tests.benchmarks.suites import conflicts, replan, sessions

SUITES = {"sessions": sessions, "replan": replan, "conflicts": conflicts}
