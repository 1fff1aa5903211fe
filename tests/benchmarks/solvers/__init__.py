"""Solvers of a `Linear`, one file each: ``prepare()`` imports, ``solve(model, seed, limit)`` gives an `Answer`."""
