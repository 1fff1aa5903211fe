"""Explaining a session: why there is no programme and what would help, or what binds the one there is."""

from __future__ import annotations

from dataclasses import dataclass

from wgsched.model import Repair, Sentence, Session


@dataclass(frozen=True)
class Explanation:
    """Whether a programme is possible, and why.

    Where none is: ``conflict`` cannot all hold, ``minimal`` when each of it was shown to be needed, and each of
    ``repairs`` would help, the cheapest first. Where one is: without any of ``binding`` it could be better, and
    ``proved`` when that was fully looked into within the work allowed.
    """

    possible: bool
    conflict: tuple[Sentence, ...] = ()
    minimal: bool = True
    repairs: tuple[Repair, ...] = ()
    binding: tuple[Sentence, ...] = ()
    proved: bool = True


def explain(session: Session) -> Explanation:
    """Return why there is no programme and what would help; or, where there is one, which demands bind it.

    Deterministic. Whether a programme is possible counts as yes when it was not settled within the work allowed.
    """
    from wgsched.planning.conflict import conflict
    from wgsched.planning.posting import demands
    from wgsched.planning.probing import Probe

    if not Probe(session).fits(demands(session)):
        from wgsched.planning.repairs import repairs

        found = conflict(session)
        return Explanation(
            possible=False, conflict=found.sentences, minimal=found.minimal, repairs=repairs(session, found)
        )
    from wgsched.planning.binding import binding

    sentences, proved = binding(session)
    return Explanation(possible=True, binding=sentences, proved=proved)
