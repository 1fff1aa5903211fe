"""Literals and expressions of the solver, or plain values where what they say is known already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from ortools.sat.python import cp_model

Literal: TypeAlias = Any
"""A literal of the solver, or True or False where it is known."""

Expression: TypeAlias = Any
"""A linear expression of the solver, or a number; rules see it as an opaque `wgsched.model.Quantity`."""


def negated(literal: Literal) -> Literal:
    """Return the contrary."""
    return (not literal) if isinstance(literal, bool) else ~literal


def given(*literals: Literal) -> list[Literal]:
    """Return those of the literals that are not known to be true: what an implication is to depend on."""
    return [literal for literal in literals if literal is not True]


def either(model: cp_model.CpModel, literals: Sequence[Literal]) -> Literal:
    """Return a literal that is true when one of these is."""
    some = [literal for literal in literals if literal is not False]
    if len(some) < 2 or any(literal is True for literal in some):
        return next((literal for literal in some if literal is True), some[0] if some else False)
    any_of_them = model.new_bool_var("")
    model.add_bool_or([*some, ~any_of_them])
    for literal in some:
        model.add_implication(literal, any_of_them)
    return any_of_them
