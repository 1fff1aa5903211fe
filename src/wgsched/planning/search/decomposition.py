"""A model of several forums taken apart: what is left of each when all that ties it to another is dropped.

A forum alone keeps the constraints whose variables are all its own, and its own terms of the aim. It has fewer
constraints than the whole, so what it costs at least, it costs at least in every programme; and as every variable
belongs to one forum or to none, the shares of the aim can be added. This reads the model, not the rules: it holds for
rules and preferences of other packages too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import ConstraintProto

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.search.effort import UNHURRIED, Effort


@dataclass(frozen=True)
class Subproblem:
    """A forum alone: its terms of the aim, and what they come to at least."""

    forum: str
    cost: Expression
    at_least: int


@dataclass(frozen=True)
class Decomposition:
    """The forums alone, what the rest of the aim costs at least, and whose each constraint is."""

    each: Sequence[Subproblem]
    rest_at_least: int
    own: Mapping[str | None, Sequence[int]]

    def models(self, model: cp_model.CpModel) -> Iterator[cp_model.CpModel]:
        """Yield for each forum a model with its own constraints alone; the others are empty, so that indices stay.

        The model of all is gone through once, not once for each forum: of 45 forums, that took 40 seconds. Each is
        made when it is asked for, as all at once take gigabytes.
        """
        empty, nothing, every = model.clone(), ConstraintProto(), model.proto.constraints
        empty.clear_objective()  # type: ignore[no-untyped-call]
        common = set(self.own[None])
        for index, constraint in enumerate(empty.proto.constraints):
            if index not in common:
                constraint.copy_from(nothing)
        for part in self.each:
            alone = empty.clone()
            for index in self.own.get(part.forum, ()):
                alone.proto.constraints[index].copy_from(every[index])
            alone.minimize(part.cost)
            yield alone


def decomposed(desk: SolverDesk, cost: Expression, effort: Effort = UNHURRIED) -> Decomposition | None:
    """Return the model taken apart by forums; None where fewer than two have terms in this cost.

    Raises:
        LimitReached: the deadline came before all was gone through.
    """
    used = {placement.axis.forum for placements in desk.placements.values() for placement in placements}
    if isinstance(cost, int) or len(used) < 2:
        return None
    flat = cp_model.FlatIntExpr(cost)
    scopes = tuple(effort.in_time(_scopes(desk.model)))
    owner = _owners(_seeds(desk), scopes)
    terms: dict[str | None, list[tuple[int, Any]]] = defaultdict(list)
    for factor, each in zip(flat.coeffs, flat.vars, strict=True):
        terms[owner.get(each.index)].append((factor, each))
    forums = [forum for forum in desk.axes if forum in terms]
    if len(forums) < 2:
        return None
    each = [
        Subproblem(forum, sum(factor * each for factor, each in terms[forum]), _at_least(terms[forum]))
        for forum in forums
    ]
    return Decomposition(each, flat.offset + _at_least(terms.get(None, [])), _own(owner, scopes))


def _at_least(terms: Iterable[tuple[int, Any]]) -> int:
    """Return what these terms come to at least, as far as the values of each variable tell."""
    return sum(min(factor * each.domain.min(), factor * each.domain.max()) for factor, each in terms)


def _own(owner: Mapping[int, str | None], scopes: Iterable[frozenset[int] | None]) -> dict[str | None, list[int]]:
    """Return the constraints that are of one forum alone; of None, those that speak of constants, and so hold for each.

    What speaks of several, or is of a kind that is not made here, is left out.
    """
    own: dict[str | None, list[int]] = {None: []}
    for index, scope in enumerate(scopes):
        owners = {owner.get(each) for each in scope} if scope is not None else set()
        if scope is not None and not scope:
            own[None].append(index)
        elif len(owners) == 1 and None not in owners:
            own.setdefault(owners.pop(), []).append(index)
    return own


def _seeds(desk: SolverDesk) -> Iterator[tuple[int, str]]:
    """Yield the variables that are a forum's by what they mean."""
    for placement in (placement for placements in desk.placements.values() for placement in placements):
        for variable in placement.unknowns.values():
            yield variable.index, placement.axis.forum
        if not isinstance(placement.present, bool):
            yield _variable(placement.present.index), placement.axis.forum
    for key, held in desk.held.items():
        yield _variable(held.index), desk.session.meeting(key).forum


def _owners(seeds: Iterable[tuple[int, str]], scopes: Sequence[frozenset[int] | None]) -> dict[int, str | None]:
    """Return whose each variable is: of the one forum to whose variables constraints tie it; None where of several.

    All forums reach out at once, step by step, so that what lies between two of them is claimed by both.
    """
    owner: dict[int, str | None] = dict(seeds)
    left = [scope for scope in scopes if scope]
    while True:
        claims: dict[int, set[str | None]] = defaultdict(set)
        waiting = []
        for scope in left:
            known = {owner[each] for each in scope if each in owner}
            unknown = [each for each in scope if each not in owner]
            if len(known) == 1:
                for each in unknown:
                    claims[each] |= known
            elif unknown and not known:
                waiting.append(scope)
        if not claims:
            return owner
        left = waiting
        owner |= {each: next(iter(some)) if len(some) == 1 else None for each, some in claims.items()}


def _scopes(model: cp_model.CpModel) -> Iterator[frozenset[int] | None]:
    """Yield the variables of each constraint, constants left out; None for one of a kind that is not made here."""
    constants = {index for index, each in enumerate(model.proto.variables) if len(set(each.domain)) == 1}
    scopes: list[frozenset[int] | None] = []
    for constraint in model.proto.constraints:
        literals = [_variable(each) for each in constraint.enforcement_literal]
        inner = _inner(constraint, scopes)
        scopes.append(None if inner is None else frozenset(literals).union(inner) - constants)
        yield scopes[-1]


def _inner(constraint: Any, before: Sequence[frozenset[int] | None]) -> Iterable[int] | None:
    """Return what a constraint speaks about, beside that on which it depends; intervals stand before their use."""
    if constraint.has_linear():
        return list(constraint.linear.vars)
    for kind in ("bool_or", "bool_and", "exactly_one", "at_most_one"):
        if getattr(constraint, f"has_{kind}")():
            return [_variable(each) for each in getattr(constraint, kind).literals]
    if constraint.has_interval():
        interval = constraint.interval
        return [each for part in (interval.start, interval.size, interval.end) for each in part.vars]
    if constraint.has_lin_max():
        return [each for part in (constraint.lin_max.target, *constraint.lin_max.exprs) for each in part.vars]
    if constraint.has_no_overlap():
        some = [before[each] for each in constraint.no_overlap.intervals]
        return None if any(each is None for each in some) else [each for one in some for each in one or ()]
    return None


def _variable(literal: int) -> int:
    """Return the variable of a literal: its contrary is counted from -1 downwards."""
    return literal if literal >= 0 else -literal - 1
