"""A first programme by a list, tried again with what was left over wanted sooner; it is checked before it counts.

Where some forums are laid and others are not, a solver looks for the others, those that are laid staying as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from wgsched.checking.checker import judged
from wgsched.model import Finding, Verdict
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.solution import Solution, programme_of, read_solution
from wgsched.planning.search.effort import SOLVED, Effort
from wgsched.planning.search.first.jobs import Job, due, jobs_of
from wgsched.planning.search.first.laying import Laying
from wgsched.planning.search.fixing import keep_in_place
from wgsched.planning.search.rooms import with_rooms
from wgsched.planning.search.ties import hint

SPARE = (0.0, 0.05, 0.1, 0.2)
"""Parts of the time that are counted as lost, in turn: how much is lost shows only when all is laid."""

STEPS, TRIES = (1, 3, 5), 12
"""By how many times its length what was left over is wanted sooner; with each, how often all is laid anew."""

THE_REST = 0.005
"""Which part of all work a solver may spend on the forums that were not laid."""

ROOMS = 0.1
"""Which part of all work and seconds may go into better rooms for what was laid."""


def constructed(desk: SolverDesk, effort: Effort, *, better_rooms: bool = True) -> Solution | None:
    """Return a programme of a settled desk, laid without a solver; None where no try keeps every rule.

    A solver may look for better rooms for it.
    """
    jobs = jobs_of(desk)
    if jobs is None:
        return None
    tries = list(_tries(desk, jobs, effort))
    if not tries:
        return None
    laying = min(tries, key=lambda each: sum(jobs[key].ticks for key in each.missing))
    if laying.missing:
        return _with_the_rest(desk, jobs, laying, effort) if better_rooms else None
    solution = _solution(desk, jobs, laying)
    if desk.rooms and not better_rooms:
        solution = replace(solution, rooms=laying.rooms)
    elif desk.rooms:
        brief = replace(effort.lasting(ROOMS), work=ROOMS * effort.work)
        solution = with_rooms(desk, brief, solution) or replace(solution, rooms=laying.rooms)
    return None if judged(programme_of(desk, solution, Finding(Verdict.FOUND))) else solution


def _tries(desk: SolverDesk, jobs: Mapping[str, Job], effort: Effort) -> Iterator[Laying]:
    """Yield tries, the first that leaves nothing over being the last.

    What a try leaves over, but for what only waits for the rest, is wanted sooner in the next, with all before it.
    """
    for step in STEPS:
        hurry: dict[str, int] = {}
        for number in range(TRIES):
            if effort.over:
                return
            laying = Laying(desk, jobs, due(jobs, hurry), SPARE[number % len(SPARE)])
            laying.lay(effort)
            yield laying
            missing = set(laying.missing)
            if not missing:
                return
            for key in sorted(missing):
                if missing.isdisjoint(jobs[key].after):
                    hurry[key] = hurry.get(key, 0) + step * jobs[key].ticks


def _with_the_rest(desk: SolverDesk, jobs: Mapping[str, Job], laying: Laying, effort: Effort) -> Solution | None:
    """Return a programme in which what was laid in the other forums has as much held time before it.

    Which meetings these hold is open: that is what the rest needs. The solver is told of all that was laid.
    """
    missing = set(laying.missing)
    laid = {key: job for key, job in jobs.items() if key not in missing}
    rest = {jobs[key].axis.forum for key in missing}
    if rest == set(desk.axes):
        return None
    solution = _solution(desk, laid, laying)
    hint(desk, solution)
    model = desk.model.clone()
    for placement in (job.placement for job in laid.values() if job.axis.forum not in rest):
        keep_in_place(model, placement, solution)
    scout = replace(effort, work=THE_REST * effort.work).scout(prepare=False)
    return read_solution(desk, scout) if scout.solve(model) in SOLVED else None


def _solution(desk: SolverDesk, jobs: Mapping[str, Job], laying: Laying) -> Solution:
    shut = frozenset(desk.held) - laying.used
    values = {}
    for key, job in jobs.items():
        first, opens, _ = laying.rows[key][0]
        before = sum(each.length for each in job.axis.segments[: first.index] if laying.holds(each))
        values[job.placement.name] = before + opens
    return Solution({key: job.axis.forum for key, job in jobs.items()}, values, _in_turn(desk, laying.teams), shut)


def _in_turn(desk: SolverDesk, teams: Mapping[str, str]) -> dict[str, str]:
    """Return who serves which meeting, teams that are alike exchanged so that each begins after the one before it."""
    named: dict[str, str] = {}
    begun = dict.fromkeys(teams[each.key] for each in desk.session.meetings if each.key in teams)
    for group in desk.teams_alike():
        named |= zip((team for team in begun if team in group), group, strict=False)
    return {key: named.get(team, team) for key, team in teams.items()}
