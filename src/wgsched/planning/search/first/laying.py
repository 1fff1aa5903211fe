"""One try to lay all jobs, meeting by meeting, each time the one that seems best to take up next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from wgsched.planning.model.axes import Segment, Span
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.search.effort import UNHURRIED, Effort
from wgsched.planning.search.first.jobs import Job
from wgsched.planning.search.first.services import Services
from wgsched.preferences import USUAL, AgendaOrderKept, Divided

LaidPart: TypeAlias = tuple[Segment, int, int]
"""A part of a job: its meeting, and from and to which tick after that opens."""

WIDTH = 8
"""How many jobs are weighed each time, by their place in the order of business, and as many by when they are due."""

LATE = 10**6
"""What it weighs that another job would then be too late."""


class Candidate(NamedTuple):
    """What can be taken up next: from and to which tick after the meeting opens, and what weighs against it."""

    against: int
    opens: int
    closes: int
    job: Job


class Laying:
    """A try. ``due`` is where each job must end on the axis of its forum, ``spare`` the part of time that is lost.

    ``rows`` tells where each job that was laid is, ``used`` which meetings have rows, ``teams`` who serves them.
    """

    def __init__(self, desk: SolverDesk, jobs: Mapping[str, Job], due: Mapping[str, int], spare: float) -> None:
        self.rows: dict[str, list[LaidPart]] = {}
        self._services = Services(desk)
        self._axes = desk.axes
        self._left: dict[str, list[Job]] = {forum: [] for forum in desk.axes}
        for job in sorted(jobs.values(), key=lambda each: each.place):
            self._left[job.axis.forum].append(job)
        self._due = {key: int(place * (1 - spare)) for key, place in due.items()}
        self._carried: dict[str, Job] = {}
        self.used: set[str] = set()
        self._tick = desk.clock.tick
        weights = {**USUAL, **desk.session.weights}
        self._inverted, self._divided = (
            -(-weights[code] // desk.clock.tick) for code in (AgendaOrderKept.code, Divided.code)
        )

    @property
    def missing(self) -> list[str]:
        """What could not be laid to its end."""
        return [job.key for some in self._left.values() for job in some] + [job.key for job in self._carried.values()]

    @property
    def teams(self) -> Mapping[str, str]:
        """Who serves which meeting."""
        return self._services.teams

    @property
    def rooms(self) -> Mapping[str, str]:
        """The room of each meeting that is held and for which one is chosen."""
        return self._services.rooms

    def holds(self, segment: Segment) -> bool:
        """Return whether a meeting takes time on the axis of its forum."""
        return not segment.may_fall or segment.meeting.key in self.used

    def lay(self, effort: Effort = UNHURRIED) -> None:
        """Lay what can be laid in time, in order of time; of meetings at once, first those whose forums need them most.

        What the effort leaves no time for is left over.
        """
        segments = [segment for axis in self._axes.values() for segment in axis.segments if segment.length]
        for together in _at_once(sorted(segments, key=lambda segment: segment.opens)):
            if effort.over:
                return
            for segment in sorted(together, key=self._need, reverse=True):
                if self._services.admit(segment.meeting.key) and self._fill(segment):
                    self._services.hold(segment.meeting.key)
                    self.used.add(segment.meeting.key)

    def _need(self, segment: Segment) -> float:
        """Return which part of the time that its forum has left is needed; what goes on there comes first."""
        forum = segment.meeting.forum
        if forum in self._carried:
            return LATE if segment.may_fall else 2 * LATE
        needed, most = 0, 0.0
        for job in sorted(self._left[forum], key=lambda each: self._due[each.key]):
            needed += job.ticks
            most = max(most, needed / max(1, self._due[job.key] - segment.at))
        return most

    def _fill(self, segment: Segment) -> bool:
        """Lay what comes next into a meeting as long as something fits; return whether anything did."""
        forum, at, filled = segment.meeting.forum, 0, False
        if (job := self._carried.get(forum)) is not None:
            at = self._carry_on(job, segment)
            if not at:
                return False
            filled = True
        while at < segment.length and (choice := self._next(segment, at)):
            self._left[forum].remove(choice.job)
            self.rows[choice.job.key] = [(segment, choice.opens, choice.closes)]
            at, filled = choice.closes, True
            if choice.closes - choice.opens < choice.job.ticks:
                self._carried[forum] = choice.job
        return filled

    def _carry_on(self, job: Job, segment: Segment) -> int:
        """Go on with a job where the meeting opens; return until when, nothing where it cannot."""
        rest, fit = job.ticks - sum(high - low for _, low, high in self.rows[job.key]), job.fits[segment.index]
        closes = min(rest, segment.length)
        if not (fit.middle if closes < rest else _within(fit.last, closes)):
            return 0
        if self._free(job, segment, 0, closes) != 0:
            return 0
        self.rows[job.key].append((segment, 0, closes))
        if closes == rest:
            del self._carried[segment.meeting.forum]
        return closes

    def _next(self, segment: Segment, at: int) -> Candidate | None:
        """Return what to take up next from a tick of a meeting on: of the next in order, and of the most urgent."""
        left = self._left[segment.meeting.forum]
        urgent = sorted(left, key=lambda job: self._due[job.key])
        weighed: dict[str, Candidate] = {}
        for order in (left, urgent):
            considered = 0
            for job in order:
                choice = weighed.get(job.key) or self._choice(job, segment, at, urgent)
                if choice:
                    weighed[job.key] = choice
                    considered += 1
                    if considered == WIDTH:
                        break
        return min(weighed.values(), default=None, key=lambda each: (each.against, each.job.place))

    def _choice(self, job: Job, segment: Segment, at: int, urgent: Sequence[Job]) -> Candidate | None:
        """Return how a job can be taken up soonest in a meeting, from a tick on; None where it cannot."""
        if any(key not in self.rows or key in self._unfinished for key in job.after):
            return None
        free = at
        for key, gap in job.after.items():
            last, _, closes = self.rows[key][-1]
            free = max(free, last.opens + closes + gap - segment.opens)
        taken = self._whole(job, segment, free) or self._first_part(job, segment, free)
        if taken is None:
            return None
        opens, closes = taken
        against = opens - at
        against += self._inverted * sum(key not in self.rows for key in job.follows)
        against += self._divided * (closes - opens < job.ticks)
        against += self._unwished(job, segment.opens + opens, segment.opens + closes)
        against += LATE * self._late(job, segment.at + opens + job.ticks, urgent)
        return Candidate(against, opens, closes, job)

    def _unwished(self, job: Job, opens: int, closes: int) -> int:
        """Return what it weighs against a job that it would be at other hours than wished for; for it, less than 0."""
        against = 0
        for spans, weight in job.wished:
            if any(low <= opens and closes <= high for low, high in spans):
                against -= weight
            elif any(high >= closes for _, high in spans):
                against += weight
        return against // (2 * self._tick)  # half: to wait for a wish is seldom all that it costs

    def _whole(self, job: Job, segment: Segment, at: int) -> Span | None:
        """Return how a job can be taken up soonest as a whole."""
        opens = self._soonest(job, segment, at, job.fits[segment.index].whole, job.ticks)
        return None if opens is None else (opens, opens + job.ticks)

    def _first_part(self, job: Job, segment: Segment, at: int) -> Span | None:
        """Return how a job can be taken up soonest until the meeting closes, if it can go on in another."""
        opens = self._soonest(job, segment, at, job.fits[segment.index].first, None)
        return None if opens is None or not self._goes_on(job, segment, opens) else (opens, segment.length)

    @property
    def _unfinished(self) -> set[str]:
        return {job.key for job in self._carried.values()}

    def _soonest(self, job: Job, segment: Segment, at: int, ranges: Sequence[Span], ticks: int | None) -> int | None:
        """Return the first tick of these ranges, from one on, at which no other that shares people is taken up."""
        for low, high in ranges:
            opens = max(low, at)
            while opens <= high:
                free = self._free(job, segment, opens, segment.length if ticks is None else opens + ticks)
                if free == opens:
                    return opens
                opens = free
        return None

    def _free(self, job: Job, segment: Segment, opens: int, closes: int) -> int:
        """Return from when on nothing that shares people with a job stands against it: at once, or later."""
        for key in job.apart:
            for other, low, high in self.rows.get(key, ()):
                if other.opens + low < segment.opens + closes and segment.opens + opens < other.opens + high:
                    return max(opens + 1, other.opens + high - segment.opens)
        return opens

    def _goes_on(self, job: Job, segment: Segment, opens: int) -> bool:
        """Return whether the next meeting can hold the rest of a job; where meetings may fall, whether some can."""
        rest = job.ticks - (segment.length - opens)
        for later in job.axis.segments[segment.index + 1 :]:
            fit = job.fits[later.index]
            if fit.middle if rest > later.length else _within(fit.last, rest):
                return True
            if later.length and not later.may_fall:
                return False
        return False

    def _late(self, job: Job, place: int, urgent: Sequence[Job]) -> bool:
        """Return whether another would be too late if a job ended at a place of the axis and the rest followed."""
        for other in urgent:
            if other is not job:
                place += other.ticks
                if place > self._due[other.key]:
                    return True
        return False


def _within(ranges: Sequence[Span], tick: int) -> bool:
    return any(low <= tick <= high for low, high in ranges)


def _at_once(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Yield meetings, in order of time, that overlap directly or by others between them."""
    together: list[Segment] = []
    for segment in segments:
        if together and segment.opens >= max(each.closes for each in together):
            yield together
            together = []
        together.append(segment)
    if together:
        yield together
