"""Explaining a session: why there is no programme and what would help, or what binds the one there is."""

from __future__ import annotations

from dataclasses import dataclass

from wgsched.model import Repair, Sentence, Session


@dataclass(frozen=True)
class Explanation:
    """Whether a programme is possible, and why.

    ``minutes`` says which items must have other minutes than expected so that one is; with the expected ones none is.
    ``typed`` when one is only because all rows were typed by hand and nothing is broken in them; no hours fit them.
    Where none is: ``conflict`` cannot all hold, ``minimal`` when each of it was shown to be needed, and each of
    ``repairs`` would help, the cheapest first. Where one is: without any of ``binding`` it could be better, and
    ``proved`` when that was fully looked into within the work allowed.
    """

    possible: bool
    minutes: tuple[Sentence, ...] = ()
    conflict: tuple[Sentence, ...] = ()
    minimal: bool = True
    repairs: tuple[Repair, ...] = ()
    binding: tuple[Sentence, ...] = ()
    proved: bool = True
    typed: bool = False


def explain(session: Session) -> Explanation:
    """Return why there is no programme and what would help; or, where there is one, which demands bind it.

    Deterministic. Whether a programme is possible counts as yes when it was not settled within the work allowed.
    """
    from wgsched.planning.model.posting import demands
    from wgsched.planning.why.conflict import conflict
    from wgsched.planning.why.probing import Probe

    if not Probe(session).fits(demands(session)):
        from wgsched.checking.given import said
        from wgsched.model.edits import with_minutes
        from wgsched.planning.again.task import Task
        from wgsched.planning.search.effort import Effort
        from wgsched.planning.search.minutes import enough, fewest
        from wgsched.planning.search.typed import as_typed
        from wgsched.planning.why.repairs import repairs

        minutes = enough(session, Effort())
        whole = with_minutes(session, fewest(session)) if minutes is None else session
        found = conflict(whole)
        typed = minutes is None and as_typed(Task(session, session)) is not None
        return Explanation(
            possible=minutes is not None or typed,
            typed=typed,
            minutes=said(session, minutes or {}),
            conflict=found.sentences,
            minimal=found.minimal,
            repairs=repairs(whole, found),
        )
    from wgsched.planning.why.binding import binding

    sentences, proved = binding(session)
    return Explanation(possible=True, binding=sentences, proved=proved)
