"""Explaining a session: why there is no programme and what would help, or what binds the one there is."""

from __future__ import annotations

from wgsched.checking.given import said
from wgsched.errors import NoProgramme
from wgsched.languages import lexicon
from wgsched.model import Repair, Session
from wgsched.model.edits import with_minutes, without_spare_items
from wgsched.planning.again.task import Task
from wgsched.planning.model.posting import demands
from wgsched.planning.search.effort import UNHURRIED, Effort
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.search.minutes import least_minutes, minutes_that_fit
from wgsched.planning.search.typed import as_typed
from wgsched.planning.why.binding import binding
from wgsched.planning.why.conflict import Conflict, conflict
from wgsched.planning.why.explanation import Explanation
from wgsched.planning.why.probing import Probe
from wgsched.planning.why.repairs import repairs

UNKNOWN = "The time limit came before it was known why there is no programme."
"""What is said of a "no" whose explanation was cut."""

FAILED = "It could not be found out why there is no programme."
"""What is said of a "no" whose explanation failed."""


def explained(session: Session) -> Explanation:
    """Return why there is no programme and what would help, or which rules prevent a better one."""
    if Probe(session).fits(demands(session)):
        sentences, proved = binding(session)
        return Explanation(possible=True, binding=sentences, proved=proved)
    minutes = minutes_that_fit(session, UNHURRIED)
    needed = without_spare_items(session)
    whole = with_minutes(needed, least_minutes(needed)) if minutes is None else needed
    reason = conflict(whole)
    typed = minutes is None and as_typed(Task(session, session)) is not None
    return Explanation(
        possible=minutes is not None or typed,
        typed=typed,
        minutes=said(session, minutes or {}),
        conflict=reason.sentences,
        minimal=reason.minimal,
        repairs=_repairs(whole, reason, UNHURRIED),
    )


def no_programme(session: Session, effort: Effort = UNHURRIED) -> NoProgramme:
    """Return the answer that there is no programme, with the conflict in sentences and what would help.

    What is said holds even though items get the least minutes that they can do with. Where the deadline comes first,
    the conflict is empty.
    """
    needed = without_spare_items(session)  # what may be left out stands in the way of nothing
    whole = with_minutes(needed, least_minutes(needed))
    nothing = Conflict((), minimal=False)
    reason = or_else(nothing, "looking for the conflict failed; none is named", conflict, whole, effort=effort)
    english = lexicon("en", whole)
    return NoProgramme(
        reason.sentences,
        words=[english.say(sentence, whole) for sentence in reason.sentences] or [UNKNOWN if effort.over else FAILED],
        repairs=_repairs(whole, reason, effort),
        minimal=reason.minimal,
    )


def _repairs(session: Session, reason: Conflict, effort: Effort) -> tuple[Repair, ...]:
    return or_else((), "looking for repairs failed; none are offered", repairs, session, reason, effort)
