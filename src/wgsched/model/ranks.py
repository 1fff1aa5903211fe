"""What roles put first and last in a body, and what follows what in each forum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from wgsched.model.items import AgendaItem, Instalment, Role
from wgsched.model.lookup import grouped
from wgsched.model.sequence import in_sequence
from wgsched.model.session import Session


class Rank(IntEnum):
    """What a role makes an item in its body; a lower rank comes before a higher one."""

    OPENING = 0
    BUSINESS = 1
    REST = 2
    REPORT = 3
    CLOSURE = 4

    @property
    def rule(self) -> str | None:
        """The code of the standing rule that keeps what has this rank in its place."""
        return _RULES.get(self)


_RULES = {
    Rank.OPENING: "opening-first",
    Rank.BUSINESS: "first-business",
    Rank.REPORT: "report-last",
    Rank.CLOSURE: "closure-last",
}

_RANKS = {
    Role.OPENING: Rank.OPENING,
    Role.OFFICERS: Rank.BUSINESS,
    Role.AGENDA: Rank.BUSINESS,
    Role.REPORT: Rank.REPORT,
    Role.CLOSURE: Rank.CLOSURE,
}


_DEBATES = frozenset({Role.GENERAL_DEBATE, Role.HIGH_LEVEL_SEGMENT})
"""Business of the session although it often has no item: unlike a ceremony it is not before the opening."""


class Sphere(NamedTuple):
    """The forums of one body: those from which its business is led, where it opens, and all."""

    lead: frozenset[str]
    forums: frozenset[str]

    def leads(self, forums: Set[str]) -> bool:
        """Return whether what is taken up in these forums can be first or last for the whole body."""
        return bool(self.lead & forums)


def spheres(session: Session) -> tuple[Sphere, ...]:
    """Return the bodies of a session: one, or as many as open their business in forums of their own.

    Where there are several, a forum without an opening belongs to the body on whose items its groups meet, and a joint
    meeting to the bodies that it takes.
    """
    forums = {each: frozenset(session.forums_of(each)) for each in session.agenda.instalments}
    leads = dict.fromkeys(forums[each] for each in forums if _by_role(session, each) is Rank.OPENING)
    if len(leads) > 1:
        near = _near(session)
        return tuple(Sphere(lead, lead | {key for key, others in near.items() if others & lead}) for lead in leads)
    last = [forums[each] for each in forums if _by_role(session, each) > Rank.REST]
    lead = next(iter((*leads, *last)), frozenset({session.forums[0].key}))
    return (Sphere(lead, frozenset(forum.key for forum in session.forums)),)


def _near(session: Session) -> dict[str, set[str]]:
    """Return, for each forum, the forums that it takes, and those of the items on which its groups meet."""
    near = {forum.key: set(forum.joins) for forum in session.forums}
    for item in session.agenda:
        if item.number is None and item.parent is not None:
            for forum in item.forums:
                near[forum].update(session.forums_for(session.agenda[item.parent]))
    return near


def ranks(session: Session) -> Mapping[Instalment, Rank]:
    """Return the rank of each instalment: opening, officers and agenda, the rest, report, closure.

    An item without a role of its own has the rank of the item above it; between officers and agenda, as the
    organization of work stands, it is first business too. What the agenda lists after its first subject is no first
    business: some bodies elect their officers late.
    """
    by_rank = {each: _by_role(session, each) for each in in_sequence(session)}
    by_rank |= dict.fromkeys(_between(session, by_rank), Rank.BUSINESS)
    begun: set[str] = set()
    for instalment, rank in by_rank.items():
        forums = set(session.forums_of(instalment))
        if rank is Rank.BUSINESS and forums & begun:
            by_rank[instalment] = Rank.REST
        elif rank is Rank.REST and _numbered(session, instalment):
            begun |= forums
    return by_rank


def _between(session: Session, given: Mapping[Instalment, Rank]) -> Iterator[Instalment]:
    """Yield what stands between two items of first business that are below the same item."""
    below = grouped((session.agenda[each.items[0]].parent, each) for each in given)
    for siblings in (each for parent, each in below.items() if parent is not None):
        business = [place for place, each in enumerate(siblings) if given[each] is Rank.BUSINESS]
        if business:
            yield from (each for each in siblings[business[0] : business[-1]] if given[each] is Rank.REST)


def _by_role(session: Session, instalment: Instalment) -> Rank:
    item: AgendaItem | None = session.agenda[instalment.items[0]]
    while item is not None and item.role is None:
        item = session.agenda[item.parent] if item.parent else None
    return Rank.REST if item is None or item.role is None else _RANKS.get(item.role, Rank.REST)


def _numbered(session: Session, instalment: Instalment) -> bool:
    """Return whether it is of the agenda: an item with a number, an entry that belongs to one, or a general debate."""
    item = session.agenda[instalment.items[0]]
    return item.number is not None or item.parent is not None or item.role in _DEBATES


def of_rank(
    session: Session, rank: Rank, *, first: bool
) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
    """Yield each instalment of this rank, its items, and what must come after it (or before it).

    That is all in its forum, and in all forums of the body when it is taken up where the business of the body is led.
    Entries without an item, such as ceremonies, the bureau and regional groups, are bound only by what is an entry too.
    Of an item that comes last in several parts, only the last part is bound.
    """
    every, bodies = ranks(session), spheres(session)
    for instalment in (each for each, its in every.items() if its is rank):
        if not first and _resumed(session, instalment):
            continue
        scope = _scope(bodies, set(session.forums_of(instalment)))
        others = tuple(
            other
            for other, its in every.items()
            if (its > rank if first else its < rank)
            and scope & set(session.forums_of(other))
            and _bound(session, instalment, other)
        )
        if others:
            yield instalment, session.agenda.items_of(instalment), others


def _bound(session: Session, instalment: Instalment, other: Instalment) -> bool:
    """Return whether what is first or last by its role is so for another: an entry of no item only for its like."""
    return _numbered(session, other) or not _numbered(session, instalment)


def _scope(bodies: tuple[Sphere, ...], forums: set[str]) -> set[str]:
    """Return the forums in which what is taken up in these forums is first or last."""
    return forums.union(*(body.forums for body in bodies if body.leads(forums)))


def _resumed(session: Session, instalment: Instalment) -> bool:
    """Return whether a later part follows."""
    item = session.agenda[instalment.items[0]]
    return instalment.part < len(item.parts)


def _part_in_order(session: Session, instalment: Instalment) -> bool:
    """Return whether it is a part of what comes last, before its last part, of which nothing says what it follows."""
    reports = (each for each in session.rules if each.code == "reports-on")
    return _resumed(session, instalment) and _spoken_of(session, reports).isdisjoint(instalment.items)


def _spoken_of(session: Session, asked: Iterable[object]) -> set[str]:
    """Return the keys of the items about which rules and wishes are asked for."""
    named = (getattr(getattr(each, "asked", each), "item", None) for each in asked)  # a wish asks for a rule
    return {session.agenda[name].key for name in named if isinstance(name, str) and name in session.agenda}


def groups_of(
    session: Session,
) -> Iterator[tuple[AgendaItem, tuple[Instalment, ...], tuple[Instalment, ...]]]:
    """Yield each item with a number, what is planned of itself, and of the groups that meet on it in other forums."""
    for item in session.agenda:
        if item.number is None:
            continue
        own = tuple(each for each in session.agenda.instalments_of(item) if item.key in each.items)
        forums = set(session.forums_for(item))
        groups = tuple(
            part
            for entry in session.agenda.entries_of(item)
            for part in session.agenda.instalments_of(entry)
            if forums.isdisjoint(session.forums_of(part))
        )
        yield item, own, groups


def reporting_back(session: Session) -> Iterator[tuple[AgendaItem, Instalment, tuple[Instalment, ...]]]:
    """Yield each item in several parts on which groups meet, its last part, to which they report back, and theirs.

    What meets on an item in another plenary or committee is no group that reports back.
    """
    kinds = {forum.key: forum.is_group for forum in session.forums}
    for item, own, groups in groups_of(session):
        reporting = tuple(each for each in groups if all(kinds[key] for key in session.forums_of(each)))
        if len(own) > 1 and reporting:
            yield item, own[-1], reporting


def after_groups(session: Session) -> tuple[Instalment, ...]:
    """Return what waits for groups, in the order of business: where they report back, and late matters after that."""
    back = {last: frozenset(session.forums_of(last)) for _, last, _ in reporting_back(session)}
    waiting: list[Instalment] = []
    begun: set[str] = set()
    for instalment in in_sequence(session):
        if instalment in back:
            begun |= back[instalment]
        if instalment in back or (begun.intersection(session.forums_of(instalment)) and _late(session, instalment)):
            waiting.append(instalment)
    return tuple(waiting)


def _late(session: Session, instalment: Instalment) -> bool:
    """Return whether it is other matters or the agenda of the next session, which the agenda lists late."""
    return session.agenda[instalment.items[0]].role in (Role.OTHER_MATTERS, Role.NEXT_AGENDA)


def time_said(session: Session, instalment: Instalment) -> bool:
    """Return whether a session itself says when something is taken up: in a row, or by a rule or wish about its item.

    Of an item in several parts, what its report covers says nothing about the last.
    """
    own = session.agenda.items_of(instalment)
    several = len(own[0].parts) > 1
    said = (each for each in (*session.rules, *session.wishes) if not (several and each.code == "reports-on"))
    typed = {key for rows in session.organization for key in rows.pinned}
    return instalment.key in typed or not _spoken_of(session, said).isdisjoint(instalment.items)


def neighbours(session: Session, chosen: Set[str] | None = None) -> Iterator[tuple[Instalment, Instalment]]:
    """Yield each two items that follow each other in the order of business of a forum, and that no rank keeps so.

    That order is the agenda's, or the one that was agreed instead, after what comes first by its role and before what
    comes last. A rank whose rule the session waives is none: its items follow the agenda; so does an entry without an
    item, which stands where the file puts it. Of an item with several instalments, the first; those to which groups
    report back follow each other like their items. ``chosen`` leaves only the items of these keys.
    """
    places = {each: rank for each, rank in _places(session) if chosen is None or chosen & set(each.items)}
    waiting = {each: places[each] for each in after_groups(session) if each in places}
    opened = {each: rank for each, rank in places.items() if each.part == 1 and each not in waiting}
    yield from dict.fromkeys((*_chain(session, opened), *_chain(session, waiting)))


def _chain(session: Session, taken: Mapping[Instalment, Rank]) -> Iterator[tuple[Instalment, Instalment]]:
    """Yield each two of these that follow each other in a forum, and that no rank keeps so."""
    for forum in session.forums:
        here = [each for each in taken if forum.key in session.forums_of(each)]
        for earlier, later in pairwise(sorted(here, key=lambda each: taken[each])):
            first = taken[earlier] < Rank.REST and _bound(session, earlier, later)
            last = taken[later] > Rank.REST and _bound(session, later, earlier) and not _part_in_order(session, later)
            if taken[earlier] == taken[later] or not (first or last):
                yield earlier, later


def _places(session: Session) -> Iterator[tuple[Instalment, Rank]]:
    """Yield each instalment with the rank by which it stands in the order of business."""
    above = Rank.OPENING
    for instalment, rank in ranks(session).items():
        kept = Rank.REST if rank.rule in session.waives else rank
        if _numbered(session, instalment):
            above = kept
            yield instalment, kept
        else:
            yield instalment, min(above, Rank.REST) if kept is Rank.REST else kept
