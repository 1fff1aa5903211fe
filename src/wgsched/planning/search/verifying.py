"""The checker's reading of what the solver found, before it is called anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from wgsched.checking import check, score
from wgsched.checking.checker import judged
from wgsched.checking.damage import damage
from wgsched.errors import InternalError

if TYPE_CHECKING:
    from wgsched.model import Programme
    from wgsched.planning.again.task import Task


def verify(asked: Task, planned: Programme) -> None:
    """Check and score the solver's own programme: no minute of it is stretched yet, and the past is not joined.

    Raises:
        InternalError: it breaks a rule, or does not cost what the solver says.
    """
    if faults := tuple(_contradictions(asked, planned)):
        raise InternalError(faults, asked.given, asked.before)


def verify_whole(asked: Task, whole: Programme) -> None:
    """Check a programme to which the past was joined.

    Raises:
        InternalError: it breaks a rule, though the part that was planned breaks none.
    """
    if faults := tuple(f"With what was held, this is broken: {each}" for each in check(whole)):
        raise InternalError(faults, asked.given, asked.before)


def _contradictions(asked: Task, planned: Programme) -> Iterator[str]:
    # what has begun counts as held for the rules, as it did for the solver
    begun = replace(planned, actuals=asked.rest.programme.actuals) if asked.rest else planned
    for sentence in damage(begun):
        yield f"It cannot be read: {sentence.code}"
    for violation in judged(begun):
        yield f"It breaks the rule {violation.rule}: {violation}"
    total = score(begun).total
    if total != planned.finding.objective:
        yield f"It costs {total}, and the solver counted {planned.finding.objective}."
