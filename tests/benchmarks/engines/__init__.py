"""The engines, one file each: ``ENGINES["cbc-flow"](session, seed, limit)`` gives a `Found`."""

from __future__ import annotations

from importlib import import_module

FILES = {
    "wgsched": "ours",
    "wgsched-2": "ours_two",
    "highs-flow": "highs_flow",
    "cbc-flow": "cbc_flow",
    "cpsat-flow": "cpsat_flow",
    "highs-indexed": "highs_indexed",
    "cpsat-indexed": "cpsat_indexed",
    "greedy": "greedy",
    "pyjobshop": "pyjobshop_",
}
"""The file of each engine, ours first."""

TWO_THREADS = "wgsched-2"
"""The engine that needs two cores for a run."""


def engine(name: str):
    """Return the module of an engine: its ``prepare`` imports libraries, its ``run`` plans a session."""
    return import_module(f"tests.benchmarks.engines.{FILES[name]}")
