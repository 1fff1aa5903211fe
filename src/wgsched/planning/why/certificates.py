"""Why there is no programme, where arithmetic alone can tell: no solver is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wgsched.model import Minutes, Sentence, Session
from wgsched.model.reading import subject
from wgsched.model.sentence import MANY
from wgsched.planning.model.posting import Demand
from wgsched.planning.why.analysis import Asked
from wgsched.planning.why.minimal import shrunk
from wgsched.planning.why.precedence import Causes, caused, gathered, in_order, narrowed, related, ring

if TYPE_CHECKING:
    from wgsched.planning.model.desk import Desk
    from wgsched.planning.why.overloads import Overload


@dataclass(frozen=True)
class Certificate:
    """Demands that cannot all hold beside the ground, and a sentence that says why they cannot."""

    demands: tuple[Demand, ...]
    note: Sentence | None = None


def certificate(session: Session, given: Sequence[Demand]) -> Certificate | None:
    """Return why these demands cannot all hold, if arithmetic can tell; the simplest reason first."""
    asked = Asked(session, tuple(given))
    return (
        _too_little_in_all(asked)
        or _no_start(asked)
        or _crowded(asked)
        or _too_few_meetings(asked)
        or _in_a_ring(asked)
        or _out_of_order(asked)
    )


def _too_little_in_all(asked: Asked) -> Certificate | None:
    """Too little time, whatever else is asked."""
    from wgsched.planning.why.overloads import overload, whole_spells

    desk = asked.desk_for(())
    found = overload(desk, whole_spells(desk)) if asked.session.meetings else None
    return Certificate((), _said(desk, found)) if found else None


def _no_start(asked: Asked) -> Certificate | None:
    """An instalment that is left nowhere to begin, and the demands that left it nowhere."""
    key = next((key for key, left in asked.left(asked.given).items() if not left), None)
    if key is None:
        return None
    of_it = [demand for demand in asked.ground if key in asked.note(demand).alone]

    def fits(some: Iterable[Demand], ground: Iterable[Demand] = of_it) -> bool:
        return bool(asked.left([*ground, *some], [key])[key])

    found = shrunk(asked.about([key]), fits)
    timed = [demand for demand in of_it if asked.note(demand).timed]
    untimed = [demand for demand in of_it if not asked.note(demand).timed]
    if timed and fits(found, untimed):
        return Certificate(tuple(found), timed[0].sentence)
    nowhere = Sentence("no-meeting", item=subject(asked.session.agenda.items_of(asked.desk.wants[key].instalment)))
    return Certificate(tuple(found), None if found else nowhere)


def _crowded(asked: Asked) -> Certificate | None:
    """Items that have too little time in the hours that they are left."""
    found = _overload(asked, asked.given)
    if found is None:
        return None

    def fits(some: Sequence[Demand]) -> bool:
        return _overload(asked, [*asked.ground, *some], found.keys) is None

    kept = shrunk(asked.about(found.keys), fits)
    last = _overload(asked, [*asked.ground, *kept], found.keys)
    return Certificate(tuple(kept), _said(asked.desk, last) if last else None)


def _too_few_meetings(asked: Asked) -> Certificate | None:
    """Items that need more minutes than the meetings have that may be held: of a day, of a team, in all."""
    from wgsched.planning.why.overloads import capped, whole_spells

    limiting = [each for each in asked.rest if asked.note(each).limits or asked.note(each).closes]
    if not any(asked.note(each).limits for each in limiting):
        return None

    def refuted(some: Iterable[Demand]) -> Overload | None:
        chosen = list(some)
        desk = asked.desk_for(chosen)
        return capped(desk, whole_spells(desk), [limit for each in chosen for limit in asked.note(each).limits])

    if refuted(limiting) is None:
        return None
    kept = shrunk(limiting, lambda some: refuted(some) is None)
    last = refuted(kept)
    return Certificate(tuple(kept), _said(asked.desk, last, capped=True) if last else None)


def _in_a_ring(asked: Asked) -> Certificate | None:
    """Items that wait for each other."""
    found = set(ring(asked.pairs(asked.ordering)))
    if not found:
        return None
    tied = [each for each in asked.ordering if any(set(pair) <= found for pair in asked.note(each).orders)]
    return Certificate(tuple(shrunk(tied, lambda some: not ring(asked.pairs(some)))))


def _out_of_order(asked: Asked) -> Certificate | None:
    """Items whose order leaves one nowhere to begin, or several too little time."""
    pairs = asked.pairs(asked.ordering)
    causes: Causes = {}
    reach = narrowed(asked.desk_for(asked.given), asked.left(asked.given), pairs, causes) if pairs else {}
    emptied = [key for key, left in reach.items() if not left]
    found = None if emptied or not reach else _overload(asked, asked.given, ordered=True)
    if not emptied and not found:
        return None
    keys = related(found.keys if found else emptied, pairs)

    def fits(some: Sequence[Demand]) -> bool:
        chosen = [*asked.ground, *some]
        left = narrowed(asked.desk_for(some), asked.left(chosen, sorted(keys)), asked.pairs(some))
        return all(left.values()) and (not found or _overload(asked, chosen, keys, ordered=True) is None)

    near = _bearing_on(asked, caused(found.keys if found else emptied, causes))
    kept = shrunk(near if not fits(near) else _bearing_on(asked, keys), fits)
    last = _overload(asked, [*asked.ground, *kept], keys, ordered=True) or _chained(asked, kept)
    return Certificate(tuple(kept), _said(asked.desk, last) if last else None)


def _bearing_on(asked: Asked, keys: frozenset[str]) -> list[Demand]:
    """Return the demands of the rest that limit the place of one of these instalments, or the order of two of them."""
    ordering = (each for each in asked.ordering if any(keys.issuperset(pair) for pair in asked.note(each).orders))
    about = {id(demand) for demand in (*asked.about(keys), *ordering)}
    return [demand for demand in asked.rest if id(demand) in about]


def _chained(asked: Asked, some: Sequence[Demand]) -> Overload | None:
    """Return how an item and all that come before it, or after it, need more than there is for them."""
    from wgsched.planning.why.overloads import between, spells

    pairs = asked.pairs(some)
    reach = asked.left([*asked.ground, *some], in_order(pairs))
    if not pairs or not all(reach.values()):
        return None
    desk = asked.desk_for(some)
    found = {spell.key: spell for spell in spells(desk, reach)}
    firsts, lasts = set(found) - {later for _, later in pairs}, set(found) - {earlier for earlier, _ in pairs}
    crowds = []
    for key, spell in found.items():
        earlier = [found[each] for each in gathered(key, pairs)]
        later = [found[each] for each in gathered(key, [(after, before) for before, after in pairs])]
        opens = min(each.opens for each in earlier if each.key in firsts)
        closes = max(each.closes for each in later if each.key in lasts)
        crowds += [between(desk, earlier, opens, spell.closes), between(desk, later, spell.opens, closes)]
    return max((each for each in crowds if each), key=lambda each: (each.needed - each.there, each.keys), default=None)


def _overload(
    asked: Asked, some: Sequence[Demand], keys: Iterable[str] | None = None, *, ordered: bool = False
) -> Overload | None:
    """Return an overload among these instalments (None: all); ordered, where also their order takes starts."""
    from wgsched.planning.why.overloads import overload, spells

    desk, reach = asked.desk_for(some), asked.left(some, None if keys is None else sorted(keys))
    if ordered:
        reach = narrowed(desk, reach, asked.pairs(some))
    return overload(desk, spells(desk, {key: left for key, left in reach.items() if left}))


def _said(desk: Desk, found: Overload, *, capped: bool = False) -> Sentence:
    """Say which items need more minutes than there are, and between which hours; capped, where not all are held."""
    agenda, clock = desk.session.agenda, desk.clock
    first = desk.session.meetings[0]
    parts = [each for each in agenda.instalments if each.key in found.keys]
    items = tuple(dict.fromkeys(agenda[key] for part in parts for key in part.items))
    code = "too-little-time-allowed" if found.only else "too-little-time-held" if capped else "too-little-time"
    return Sentence(
        code if len(items) <= MANY else f"{code}-many",
        items=items[0] if len(items) == 1 else items,
        n=len(items),
        needed=Minutes(found.needed * clock.tick),
        there=Minutes(found.there * clock.tick),
        opens=clock.after(first, found.opens - clock.at(first.opens)),
        closes=clock.after(first, found.closes - clock.at(first.opens)),
    )
