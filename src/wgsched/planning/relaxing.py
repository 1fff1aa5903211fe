"""Repairs that ask a little less of one rule: a later deadline, an earlier beginning, a document sooner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial, singledispatch
from typing import cast

from pendulum import Date, DateTime

from wgsched.model import AgendaItem, Document, Repair, Rule, Sentence, Session
from wgsched.planning.certificates import MANY
from wgsched.planning.edits import with_document_out, with_rule
from wgsched.planning.posting import Demand
from wgsched.planning.trying import Bench
from wgsched.rules import ConcludedBy, DocumentsOut, NotBefore

AN_HOUR = 5
"""What it costs to move a moment by an hour of clock time."""

A_DAY_SOONER = 100
"""What it costs to have a document out a day sooner."""

GRAIN = 15
"""Minutes between the moments that are tried."""


def relaxed(session: Session, bench: Bench, demand: Demand) -> Iterator[Repair]:
    """Ask as little less of a demand as makes a programme possible."""
    return _relaxed(demand.rule, session, bench, demand)


@singledispatch
def _relaxed(rule: Rule, session: Session, bench: Bench, demand: Demand) -> Iterator[Repair]:  # noqa: ARG001
    yield from ()


@_relaxed.register
def _(rule: ConcludedBy, session: Session, bench: Bench, demand: Demand) -> Iterator[Repair]:
    item, was = cast("tuple[AgendaItem, DateTime]", demand.case)
    moments = [moment for moment in _moments(session) if moment > was]
    found = bench.soonest(moments, lambda moment: with_rule(session, rule, replace(rule, moment=moment)))
    if found is not None:
        yield Repair(Sentence("repair-later", item=item, moment=found, was=was), _apart(was, found))


@_relaxed.register
def _(rule: NotBefore, session: Session, bench: Bench, demand: Demand) -> Iterator[Repair]:
    item, was = cast("tuple[AgendaItem, DateTime]", demand.case)
    moments = [moment for moment in reversed(_moments(session)) if moment < was]
    found = bench.soonest(moments, lambda moment: with_rule(session, rule, replace(rule, moment=moment)))
    if found is not None:
        yield Repair(Sentence("repair-earlier", item=item, moment=found, was=was), _apart(was, found))


@_relaxed.register
def _(rule: DocumentsOut, session: Session, bench: Bench, demand: Demand) -> Iterator[Repair]:  # noqa: ARG001
    _, item, document, was = cast("tuple[object, AgendaItem, Document, Date | None]", demand.case)
    days = [day for day in sorted(session.days, reverse=True) if was and day < was]
    found = bench.soonest(days, lambda day: with_document_out(session, document.symbol, day))
    if found is not None and was is not None:
        sentence = Sentence("repair-document", item=item, document=document.symbol, date=found, was=was)
        yield Repair(sentence, A_DAY_SOONER * (was - found).days)


def later_together(session: Session, bench: Bench, given: Sequence[Demand]) -> Iterator[Repair]:
    """Move the deadline that several of these demands share, for all items that have it."""
    shared = Counter(cast("DateTime", demand.case[1]) for demand in given if isinstance(demand.rule, ConcludedBy))
    for was, number in sorted(shared.items()):
        own = [rule for rule in session.rules if isinstance(rule, ConcludedBy) and session.moment(rule.moment) == was]
        if number < 2:
            continue
        moments = [moment for moment in _moments(session) if moment > was]
        found = bench.soonest(moments, partial(_with_deadline, session, own))
        if found is not None:
            items = tuple(dict.fromkeys(session.agenda[rule.item] for rule in own))
            code = "repair-later" if len(items) <= MANY else "repair-later-many"
            yield Repair(Sentence(code, item=items, n=len(items), moment=found, was=was), 2 * _apart(was, found))


def _with_deadline(session: Session, own: Sequence[ConcludedBy], moment: DateTime) -> Session:
    for rule in own:
        session = with_rule(session, rule, replace(rule, moment=moment))
    return session


def _moments(session: Session) -> list[DateTime]:
    """Return the moments of meetings at which a limit can stand, in order of time."""
    found: set[DateTime] = set()
    for meeting in session.meetings:
        usable = meeting.usable
        found.update(usable.opens.add(minutes=each) for each in range(0, usable.minutes, GRAIN))
        found.add(usable.closes)
    return sorted(found)


def _apart(one: DateTime, other: DateTime) -> int:
    return max(1, round(abs((other - one).total_seconds()) / 3600 * AN_HOUR))
