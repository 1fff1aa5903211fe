"""Agreement: on tiny sessions, the solver's set of programmes equals, by brute force, the checker's.

Time is cut into quanta of half an hour; each quantum of a meeting holds one instalment or none, interrupted ones
included. A test says ``agree(session, Rule())``; the rules that make a programme one at all are always added.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise, product
from typing import TypeAlias

from pendulum import DateTime

from wgsched.model import Consideration, Meeting, Programme, Rule, ServiceBasis, Session
from wgsched.model.reading import with_rows
from wgsched.model.services import interpreted
from wgsched.planning.model.posting import Demand, desk_with
from wgsched.rules.meeting_hours import MeetingHours
from wgsched.rules.once_a_meeting import OnceAMeeting
from wgsched.rules.one_at_a_time import OneAtATime
from wgsched.rules.room_chosen import RoomChosen
from wgsched.rules.served import Served
from wgsched.rules.uninterrupted import Uninterrupted
from wgsched.rules.whole_time import WholeTime

QUANTUM = 30
"""Minutes."""

MOST = 500
"""Candidates beyond this number are counted out by their minutes before they are judged."""

BASE: tuple[Rule, ...] = (WholeTime(), MeetingHours(), OneAtATime(), Uninterrupted(), OnceAMeeting(), RoomChosen())
"""Without these, what is found is no programme; a session may waive one."""

Assignment: TypeAlias = frozenset[tuple[str, int | str, str]]
"""Which instalment each quantum of each meeting holds, which team serves each meeting, and which room is chosen."""


def agree(session: Session, *rules: Rule, flexible: bool = False) -> int:
    """Assert that solver and checker agree on these rules; return how many programmes both find.

    Where items have least and most minutes, the solver is asked for every length between them only when ``flexible``.
    """
    solver, checker = solver_set(session, rules, flexible=flexible), checker_set(session, rules)
    assert _listed(solver - checker) == [], "the solver allows what the checker refuses"
    assert _listed(checker - solver) == [], "the solver refuses what the checker allows"
    return len(solver)


def _listed(found: Iterable[Assignment]) -> list[list[str]]:
    return sorted(sorted(map(str, each)) for each in found)


def demands(session: Session, rules: Iterable[Rule]) -> list[Demand]:
    """Return every case of these rules and of the base."""
    given = tuple(rules)
    codes = {rule.code for rule in given}
    return [
        Demand(rule, case)
        for rule in (*(rule for rule in BASE if rule.code not in codes | session.waives), *given)
        for case in rule.cases(session)
    ]


def solver_set(session: Session, rules: Iterable[Rule], *, flexible: bool = False) -> frozenset[Assignment]:
    """Return every programme that the solver finds."""
    from tests.enumerating import programmes

    ranges = {each.key: session.range_of(each) for each in session.agenda.instalments} if flexible else {}
    desk = desk_with(session, demands(session, rules), tick=QUANTUM, minutes=ranges)
    return frozenset(map(canonical, programmes(desk)))


def checker_set(session: Session, rules: Iterable[Rule]) -> frozenset[Assignment]:
    """Return what makes each programme different that the checker accepts, of all that there are."""
    return frozenset(map(canonical, lawful(session, rules)))


def lawful(session: Session, rules: Iterable[Rule]) -> Iterator[Programme]:
    """Yield every programme that the checker accepts, of all that there are."""
    given = tuple(rules)
    asked = demands(session, given)
    waived = frozenset({rule.code for rule in given if rule not in BASE} | session.waives)
    own = [demand for demand in asked if demand.rule not in BASE or demand.rule.code in waived]
    closed = frozenset(desk_with(session, asked).closed)
    teams = any(demand.rule.code == Served.code for demand in asked)
    yield from (each for each in _programmes(session, waived, closed, teams=teams) if keeps(each, own))


@lru_cache(maxsize=2)
def _programmes(
    session: Session, waived: frozenset[str], closed: frozenset[str], *, teams: bool
) -> tuple[Programme, ...]:
    """Return every programme that keeps the base, but for what is waived: for one rule after another.

    Other rules are judged only then, since they may rest on it.
    """
    base = [Demand(rule, case) for rule in BASE if rule.code not in waived for case in rule.cases(session)]
    return tuple(
        programme
        for rows in candidates(session)
        for programme in programmes_of(session, rows, closed, teams=teams)
        if keeps(programme, base)
    )


def keeps(programme: Programme, asked: list[Demand]) -> bool:
    """Return whether a programme keeps all of these. What the last one broke is asked first: most break it again."""
    for place, demand in enumerate(asked):
        if demand.rule.holds(programme, *demand.case) is not True:
            asked.insert(0, asked.pop(place))
            return False
    return True


def candidates(session: Session) -> Iterator[tuple[Consideration, ...]]:
    """Yield the rows of every way to fill the quanta."""
    quanta = [(meeting, *hours) for meeting in session.meetings for hours in _quanta(meeting)]
    needs = {each.key: _quanta_of(session.range_of(each)) for each in session.agenda.instalments}
    forums = {each.key: session.forums_of(each) for each in session.agenda.instalments}
    choices = [("", *(key for key in needs if meeting.forum in forums[key])) for meeting, *_ in quanta]
    number = 1
    for some in choices:
        number *= len(some)
    for filled in product(*choices) if number <= MOST else _of_right_size(choices, needs):
        yield tuple(_rows(quanta, filled))


def _quanta_of(minutes: tuple[int, int]) -> tuple[int, int]:
    return -(-minutes[0] // QUANTUM), minutes[1] // QUANTUM


def _of_right_size(choices: Sequence[Sequence[str]], needs: dict[str, tuple[int, int]]) -> Iterator[tuple[str, ...]]:
    if sum(max(0, least) for least, _ in needs.values()) > len(choices):
        return
    if not choices:
        yield ()
        return
    for key in choices[0]:
        if not key:
            yield from ((key, *rest) for rest in _of_right_size(choices[1:], needs))
        elif needs[key][1]:
            least, most = needs[key]
            left = {**needs, key: (least - 1, most - 1)}
            yield from ((key, *rest) for rest in _of_right_size(choices[1:], left))


def _quanta(meeting: Meeting) -> list[tuple[DateTime, DateTime]]:
    number = meeting.usable.minutes // QUANTUM
    return list(pairwise(meeting.opens.add(minutes=place * QUANTUM) for place in range(number + 1)))


def _rows(quanta: list[tuple[Meeting, DateTime, DateTime]], filled: Sequence[str]) -> Iterator[Consideration]:
    laid = zip(quanta, filled, strict=True)
    for (meeting, key), run in groupby(laid, key=lambda each: (each[0][0].key, each[1])):
        if key:
            hours = [(opens, closes) for (_, opens, closes), _ in run]
            yield Consideration(key, meeting, hours[0][0], hours[-1][1])


def programmes_of(
    session: Session, rows: tuple[Consideration, ...], closed: Collection[str], *, teams: bool
) -> Iterator[Programme]:
    """Yield the programme of these rows, with every choice of rooms, and of teams where they matter."""
    for programme in _programmes_with_teams(session, rows, closed, teams=teams):
        open_ = [each for each in programme.meetings if each.rooms and not each.room and programme.takes_place(each)]
        for rooms in product(*((*each.rooms, None) for each in open_)):
            room = {each.key: key for each, key in zip(open_, rooms, strict=True)}
            held = tuple(replace(each, room=room.get(each.key, each.room)) for each in programme.meetings)
            yield replace(programme, meetings=held) if room else programme


def _programmes_with_teams(
    session: Session, rows: tuple[Consideration, ...], closed: Collection[str], *, teams: bool
) -> Iterator[Programme]:
    taken = {row.meeting for row in rows}
    held = tuple(
        replace(each, held=False) if each.key not in taken and (each.optional or each.key in closed) else each
        for each in session.meetings
    )
    programme = Programme(session, held, rows)
    keys = [team.key for team in session.services.teams]
    if not teams or len(keys) == 1:
        yield programme
        return
    served = interpreted(with_rows(programme, programme.meetings))
    for chosen in product(*([meeting.team] if meeting.team else keys for meeting in served)):
        team = {meeting.key: key for meeting, key in zip(served, chosen, strict=True)}
        meetings = tuple(replace(each, team=team[each.key]) if each.key in team else each for each in held)
        yield replace(programme, meetings=meetings)


def canonical(programme: Programme) -> Assignment:
    """Return what makes a programme different from others."""
    found: set[tuple[str, int | str, str]] = set()
    numbered = _numbered(programme)
    several = len(programme.session.services.teams) > 1
    for row in programme.considerations:
        meeting = programme.meeting(row.meeting)
        assert row.opens is not None
        assert row.closes is not None
        first = int((row.opens - meeting.opens).total_seconds()) // 60 // QUANTUM
        last = int((row.closes - meeting.opens).total_seconds()) // 60 // QUANTUM
        found |= {(meeting.key, index, row.instalment) for index in range(first, last)}
        if several and meeting.team and meeting.basis is ServiceBasis.WITH:
            found.add((meeting.key, "team", numbered.get(meeting.team, meeting.team)))
    for meeting in programme.meetings:
        if meeting.room and not programme.session.meeting(meeting.key).room and programme.takes_place(meeting):
            found.add((meeting.key, "room", meeting.room))
    return frozenset(found)


def _numbered(programme: Programme) -> dict[str, str]:
    """Return new names for teams that are alike, in the order in which each begins to serve."""
    session = programme.session
    named = {meeting.team for meeting in session.meetings}
    serving = [meeting.team for meeting in programme.meetings if programme.rows(meeting) and meeting.team]
    found: dict[str, str] = {}
    for languages in {frozenset(team.languages) for team in session.services.teams}:
        alike = [t.key for t in session.services.teams if frozenset(t.languages) == languages and t.key not in named]
        found |= dict(zip(dict.fromkeys(key for key in serving if key in alike), alike, strict=False))
    return found
