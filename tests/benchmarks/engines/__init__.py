"""The engines, one file each: ``ENGINES["cbc-flow"](session, seed, limit)`` gives a `Found`."""

from __future__ import annotations

from importlib import import_module

FILES = {
    "wgsched": "ours",
    "wgsched-1": "ours",
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

ONE_THREAD, TWO_THREADS = ALONE = ("wgsched-1", "wgsched-2")
"""Ours on one thread and on two, one run after another, each with two cores to itself."""


def engine(name: str):
    """Return the module of an engine: its ``prepare`` imports libraries, its ``run`` plans a session."""
    return import_module(f"tests.benchmarks.engines.{FILES[name]}")
