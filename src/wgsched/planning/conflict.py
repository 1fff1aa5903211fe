"""Why there is no programme: sentences that cannot all hold, none of which can be spared."""

from __future__ import annotations

from collections.abc import Iterable
from math import gcd

from wgsched.errors import NoProgramme
from wgsched.model import Sentence, Session
from wgsched.planning.posting import Demand, demands, desk_with, minimal, sentences

FINE = 5
"""Minutes: an item whose time is not demanded is still taken up, but for no longer than this."""


def no_programme(session: Session) -> NoProgramme:
    """Return the answer that there is no programme, with the conflict in sentences."""
    from wgsched.languages import lexicon

    conflict = conflict_of(session)
    english = lexicon("en")
    return NoProgramme(conflict, words=[english.say(sentence, session) for sentence in conflict], minimal=True)


def conflict_of(session: Session) -> tuple[Sentence, ...]:
    """Return sentences that cannot all hold: from a certificate where one is found, else from solving again."""
    from wgsched.planning.certificates import certificate

    asked = demands(session)
    desk = desk_with(session, asked)
    tick = gcd(desk.clock.tick, FINE)
    return certificate(desk, asked) or sentences(minimal(asked, lambda some: possible(session, some, tick)))


def possible(session: Session, chosen: Iterable[Demand], tick: int | None = None) -> bool:
    """Return whether a programme keeps these demands, whatever becomes of the others."""
    from ortools.sat.python import cp_model

    from wgsched.planning.effort import Effort

    desk = desk_with(session, chosen, tick=tick)
    return desk.settle() and Effort().solver().solve(desk.model) != cp_model.INFEASIBLE
