"""Why there is no programme, where arithmetic alone can tell: no solver is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wgsched.model import Instalment, Minutes, Sentence, Session
from wgsched.model.sentence import MANY
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.posting import Demand
from wgsched.planning.model.room_shortage import RoomShortage
from wgsched.planning.why.analysis import Analysis
from wgsched.planning.why.minimal import minimal_subset
from wgsched.planning.why.overloads import (
    Overload,
    overload,
    overload_between,
    overload_of_held,
    time_windows,
    widest_windows,
)
from wgsched.planning.why.precedence import (
    Causes,
    causing,
    cycle,
    predecessors,
    propagated,
    related,
    topological_order,
)
from wgsched.planning.why.premises import items_of


@dataclass(frozen=True)
class Certificate:
    """Demands that cannot all hold beside the ground, and a sentence that says why they cannot.

    Where that ``tells_all``, it stands for the demands, none of which is needless.
    """

    demands: tuple[Demand, ...]
    note: Sentence | None = None
    tells_all: bool = False


def certificate(session: Session, given: Sequence[Demand]) -> Certificate | None:
    """Return why these demands cannot all hold, if arithmetic can tell; the simplest reason first."""
    analysis = Analysis(session, tuple(given))
    return (
        _too_little_in_all(analysis)
        or _no_start(analysis)
        or _crowded(analysis)
        or _too_few_meetings(analysis)
        or _too_few_rooms(analysis)
        or _in_a_ring(analysis)
        or _out_of_order(analysis)
    )


def _too_little_in_all(analysis: Analysis) -> Certificate | None:
    """Too little time, whatever else is asked."""
    desk = analysis.desk_for(())
    too_much = overload(desk, widest_windows(desk)) if analysis.session.meetings else None
    return Certificate((), _said(desk, too_much, alone=True)) if too_much else None


def _no_start(analysis: Analysis) -> Certificate | None:
    """An instalment that is left nowhere to begin, and the demands that left it nowhere."""
    key = next((key for key, left in analysis.left(analysis.given).items() if not left), None)
    if key is None:
        return None
    of_it = [demand for demand in analysis.ground if key in analysis.scope(demand).alone]

    def fits(some: Iterable[Demand], ground: Iterable[Demand] = of_it) -> bool:
        return bool(analysis.left([*ground, *some], [key])[key])

    kept = minimal_subset(analysis.about([key]), fits)
    timed = [demand for demand in of_it if analysis.scope(demand).timed]
    untimed = [demand for demand in of_it if not analysis.scope(demand).timed]
    if timed and fits(kept, untimed):  # with its least time it would fit: so its time belongs to the reason
        return Certificate(tuple(kept), timed[0].sentence)
    parts = [analysis.desk.required[key].instalment]
    if not kept:
        return Certificate((), _nowhere(analysis.session, parts))
    closes = len(kept) == 1 and analysis.scope(kept[0]).closes
    return Certificate(tuple(kept), _nowhere_else(analysis.session, parts) if closes else None)


def _nowhere(session: Session, parts: list[Instalment]) -> Sentence:
    """Say that there is no meeting for these, and of which forum, where there are several."""
    item = items_of(session, parts)
    forums = {forum for part in parts for forum in session.forums_of(part)}
    if len(forums) == 1 and len(session.forums) > 1:
        return Sentence("no-meeting-of", item=item, forum=session.forum(*forums))
    return Sentence("no-meeting", item=item)


def _nowhere_else(session: Session, parts: list[Instalment]) -> Sentence:
    """Say that there is no meeting for these but those in which other sentences allow nothing."""
    return Sentence("no-other-meeting", item=items_of(session, parts))


def _crowded(analysis: Analysis) -> Certificate | None:
    """Items that have too little time in the hours that they are left."""
    crowd = _overload(analysis, analysis.given)
    if crowd is None:
        return None

    def fits(some: Sequence[Demand]) -> bool:
        return _overload(analysis, [*analysis.ground, *some], crowd.keys) is None

    kept = minimal_subset(analysis.about(crowd.keys), fits)
    last = _overload(analysis, [*analysis.ground, *kept], crowd.keys)
    return Certificate(tuple(kept), _said(analysis.desk, last) if last else None)


def _too_few_meetings(analysis: Analysis) -> Certificate | None:
    """Items that need more minutes than the meetings have that may be held: of a day, of a team, in all."""
    limiting = [each for each in analysis.rest if analysis.scope(each).limits or analysis.scope(each).closes]
    if not any(analysis.scope(each).limits for each in limiting):
        return None

    def refuted(some: Iterable[Demand]) -> Overload | None:
        chosen = list(some)
        desk = analysis.desk_for(chosen)
        return overload_of_held(
            desk, widest_windows(desk), [limit for each in chosen for limit in analysis.scope(each).limits]
        )

    if refuted(limiting) is None:
        return None
    kept = minimal_subset(limiting, lambda some: refuted(some) is None)
    last = refuted(kept)
    return Certificate(tuple(kept), _said(analysis.desk, last, of_held=True) if last else None)


def _too_few_rooms(analysis: Analysis) -> Certificate | None:
    """More meetings at once than there are rooms for them."""
    limiting = [each for each in analysis.given if analysis.scope(each).rooms or analysis.scope(each).one_in]
    if analysis.shortage(limiting) is None:
        return None
    ground = [each for each in limiting if each.is_ground]
    rest = [each for each in limiting if not each.is_ground]
    kept = minimal_subset(rest, lambda some: analysis.shortage([*ground, *some]) is None)
    last = analysis.shortage([*ground, *kept])
    note = _said_of_rooms(analysis.session, last) if last else None
    return Certificate(tuple(kept), note, tells_all=note is not None) if note or kept else None


def _said_of_rooms(session: Session, short: RoomShortage) -> Sentence | None:
    """Say when too many meetings are held at once, of which forums, and how many rooms there are for them."""
    if not short.rooms:
        return None
    return Sentence(
        "too-few-rooms",
        opens=max(each.opens for each in short.meetings),
        forums=tuple(session.forum(each.forum) for each in short.meetings),
        n=len(short.meetings),
        rooms=short.rooms,
        there=len(short.rooms),
    )


def _in_a_ring(analysis: Analysis) -> Certificate | None:
    """Items that wait for each other."""
    ring = set(cycle(analysis.pairs(analysis.ordering)))
    if not ring:
        return None
    tied = [each for each in analysis.ordering if any(set(pair) <= ring for pair in analysis.scope(each).orders)]
    return Certificate(tuple(minimal_subset(tied, lambda some: not cycle(analysis.pairs(some)))))


def _out_of_order(analysis: Analysis) -> Certificate | None:
    """Items whose order leaves one nowhere to begin, or several too little time."""
    pairs = analysis.pairs(analysis.ordering)
    causes: Causes = {}
    reach = propagated(analysis.desk_for(analysis.given), analysis.left(analysis.given), pairs, causes) if pairs else {}
    emptied = [key for key, left in reach.items() if not left]
    crowd = None if emptied or not reach else _overload(analysis, analysis.given, ordered=True)
    if not emptied and not crowd:
        return None
    keys = related(crowd.keys if crowd else emptied, pairs)

    def fits(some: Sequence[Demand]) -> bool:
        chosen = [*analysis.ground, *some]
        left = propagated(analysis.desk_for(some), analysis.left(chosen, sorted(keys)), analysis.pairs(some))
        return all(left.values()) and (not crowd or _overload(analysis, chosen, keys, ordered=True) is None)

    near = _bearing_on(analysis, causing(crowd.keys if crowd else emptied, causes))
    kept = minimal_subset(near if not fits(near) else _bearing_on(analysis, keys), fits)
    last = _overload(analysis, [*analysis.ground, *kept], keys, ordered=True) or _chained(analysis, kept)
    return Certificate(tuple(kept), _said(analysis.desk, last) if last else None)


def _bearing_on(analysis: Analysis, keys: frozenset[str]) -> list[Demand]:
    """Return the demands of the rest that limit the place of one of these instalments, or the order of two of them."""
    ordering = (
        each for each in analysis.ordering if any(keys.issuperset(pair) for pair in analysis.scope(each).orders)
    )
    about = {id(demand) for demand in (*analysis.about(keys), *ordering)}
    return [demand for demand in analysis.rest if id(demand) in about]


def _chained(analysis: Analysis, some: Sequence[Demand]) -> Overload | None:
    """Return how an item and all that come before it, or after it, need more than there is for them."""
    pairs = analysis.pairs(some)
    reach = analysis.left([*analysis.ground, *some], topological_order(pairs))
    if not pairs or not all(reach.values()):
        return None
    desk = analysis.desk_for(some)
    windows = {window.key: window for window in time_windows(desk, reach)}
    firsts, lasts = set(windows) - {later for _, later in pairs}, set(windows) - {earlier for earlier, _ in pairs}
    crowds = []
    for key, window in windows.items():
        earlier = [windows[each] for each in predecessors(key, pairs)]
        later = [windows[each] for each in predecessors(key, [(after, before) for before, after in pairs])]
        opens = min(each.opens for each in earlier if each.key in firsts)
        closes = max(each.closes for each in later if each.key in lasts)
        crowds += [
            overload_between(desk, earlier, opens, window.closes),
            overload_between(desk, later, window.opens, closes),
        ]
    return max((each for each in crowds if each), key=lambda each: (each.needed - each.there, each.keys), default=None)


def _overload(
    analysis: Analysis, some: Sequence[Demand], keys: Iterable[str] | None = None, *, ordered: bool = False
) -> Overload | None:
    """Return an overload among these instalments (None: all); ordered, where also their order takes starts."""
    desk, reach = analysis.desk_for(some), analysis.left(some, None if keys is None else sorted(keys))
    if ordered:
        reach = propagated(desk, reach, analysis.pairs(some))
    return overload(desk, time_windows(desk, {key: left for key, left in reach.items() if left}))


def _said(desk: SolverDesk, crowd: Overload, *, alone: bool = False, of_held: bool = False) -> Sentence:
    """Say which items need more minutes than there are, and between which hours; of those held, where not all are.

    ``alone`` tells that it is said of them whatever is asked.
    """
    agenda, clock = desk.session.agenda, desk.clock
    first = desk.session.meetings[0]
    parts = [each for each in agenda.instalments if each.key in crowd.keys]
    if not crowd.there:
        return _nowhere(desk.session, parts) if alone else _nowhere_else(desk.session, parts)
    items = tuple(dict.fromkeys(agenda[key] for part in parts for key in part.items))
    code = "too-little-time-allowed" if crowd.only else "too-little-time-held" if of_held else "too-little-time"
    return Sentence(
        code if len(items) <= MANY else f"{code}-many",
        items=items[0] if len(items) == 1 else items,
        n=len(items),
        needed=Minutes(crowd.needed * clock.tick),
        there=Minutes(crowd.there * clock.tick),
        opens=clock.after(first, crowd.opens - clock.at(first.opens)),
        closes=clock.after(first, crowd.closes - clock.at(first.opens)),
    )
