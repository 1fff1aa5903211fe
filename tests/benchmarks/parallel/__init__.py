"""Parallel conferences of a public benchmark, dressed as sessions and planned by the planner of sessions."""
