"""Why an item is where it is in a programme: what it would cost to have it otherwise, or what that would break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from wgsched.checking import score
from wgsched.errors import LimitReached
from wgsched.model import AgendaItem, Programme, Rule, Verdict
from wgsched.model.gate import instant
from wgsched.model.reading import left_out
from wgsched.planning.again.task import task_of
from wgsched.planning.search.effort import Effort, Infeasible
from wgsched.planning.search.planner import best_programmes
from wgsched.planning.why.conflict import conflict
from wgsched.planning.why.explanation import ItemExplanation, Otherwise
from wgsched.rules import before_meeting, in_order

LEFT_OUT = "left-out"
"""The code under which items that are left out are counted."""

WORK = 30.0
"""The solver's deterministic time for the best programme with one more demand."""


def why_placed(programme: Programme, item: AgendaItem) -> ItemExplanation:
    """Return where an item is taken up, and what would be otherwise in agenda order, and if it came earlier."""
    meetings = tuple(dict.fromkeys(programme.meeting(row.meeting) for row in programme.of(item)))
    orders = tuple(in_order(programme, item)) if meetings else ()
    asked = [rule for rule, _ in orders]
    return ItemExplanation(
        item=item,
        meetings=meetings,
        out_of_order=tuple(sentence for _, sentence in orders),
        in_order=_otherwise(programme, asked) if asked else None,
        earlier=_otherwise(programme, [before_meeting(item, meetings[0])])
        if _may_be_earlier(programme, item)
        else None,
        published=programme.finding.fewest,
    )


def _may_be_earlier(programme: Programme, item: AgendaItem) -> bool:
    """Return whether its forums have meetings before the one in which it is opened."""
    rows = programme.of(item)
    if not rows:
        return False
    session, opened = programme.session, programme.meeting(rows[0].meeting)
    forums = {forum for part in session.agenda.instalments_of(item) for forum in session.forums_of(part)}
    return any(
        each.forum in forums and not each.cancelled and instant(each.opens) < instant(opened.opens)
        for each in programme.meetings
    )


def _otherwise(programme: Programme, rules: Sequence[Rule]) -> Otherwise:
    """Return what a programme that keeps these rules as well costs, or what stands against them."""
    session = programme.session.with_rules(*rules)
    own = {rule.words(*case) for rule in rules for case in rule.cases(session)}
    try:
        [other] = best_programmes(1, task_of(session, None), Effort(work=WORK))
    except Infeasible:
        reason = conflict(session)
        return Otherwise(possible=False, conflict=tuple(each for each in reason.sentences if each not in own))
    except LimitReached:
        return Otherwise(known=False)
    return Otherwise(more=_more(programme, other), known=other.finding.verdict is Verdict.BEST)


def _more(programme: Programme, other: Programme) -> Mapping[str, int]:
    """Return how much more of what is not wished another programme has, by code; less is below zero."""
    here, there = _counts(programme), _counts(other)
    codes = dict.fromkeys([*there, *here])
    return {code: more for code in codes if (more := there[code] - here[code])}


def _counts(programme: Programme) -> Counter[str]:
    """Return how much is not as wished, by code, with and without a strength, and how many items are left out."""
    points = score(programme)
    counted = Counter(points.counts)
    for line in points.unmet:
        counted[line.preference] += line.avoidable
    counted[LEFT_OUT] = len(list(left_out(programme)))
    return counted
