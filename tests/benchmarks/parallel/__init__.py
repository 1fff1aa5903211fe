"""Parallel conferences of a public benchmark, dressed as sessions and planned by the planner of sessions."""

from time import monotonic

BEGAN = monotonic()
"""When this was imported: the seconds that are asked for count from before all that follows is."""
