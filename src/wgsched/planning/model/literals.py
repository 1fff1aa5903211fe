"""Literals and expressions of the solver, or plain values where what they say is known already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from ortools.sat.python import cp_model

Literal: TypeAlias = Any
"""A literal of the solver, or True or False where it is known."""

Expression: TypeAlias = Any
"""A linear expression of the solver, or a number; rules see it as an opaque `wgsched.model.Quantity`."""


class Guarded:
    """A model whose constraints, as they are added, depend on literals: they bind only when all of these are true."""

    def __init__(self, model: cp_model.CpModel, guard: Sequence[Literal]) -> None:
        self._model, self._guard = model, given(*guard)

    def __getattr__(self, name: str) -> Any:
        """Return what the model does under this name."""
        method = getattr(self._model, name)
        if not name.startswith("add_") and name != "add":
            return method

        def add(*args: Any) -> Any:
            constraint = method(*args)
            if not hasattr(constraint, "only_enforce_if"):
                raise TypeError(f"what {name} adds cannot depend on literals")
            for literal in self._guard:
                constraint.only_enforce_if(literal)
            return constraint

        return add


S = TypeVar("S")
T = TypeVar("T")
P = ParamSpec("P")


def once(make: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Let a method make its variables once for the same arguments: rules that need the same literal share it."""

    @wraps(make)
    def made_once(self: S, /, *args: P.args, **named: P.kwargs) -> T:
        made: dict[object, T] = self.__dict__.setdefault("_made", {})
        name = (make, *args, *sorted(named.items()))
        if name not in made:
            made[name] = make(self, *args, **named)
        return made[name]

    return made_once


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


def both(model: cp_model.CpModel, one: Literal, other: Literal) -> Literal:
    """Return a literal that is true when both of these are."""
    return negated(either(model, [negated(one), negated(other)]))
