"""A team of interpreters rests between two meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Self

from wgsched.model import (
    Case,
    ConferenceServices,
    Desk,
    Ease,
    InterpretationTeam,
    Meeting,
    Minutes,
    Programme,
    Rule,
    Sentence,
    Session,
    Window,
)
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.gate import instant
from wgsched.model.services import judged, open_to, served_by
from wgsched.rules import _found
from wgsched.rules._interpreted import one_more_team, without_interpretation

BREAK = 30
"""Minutes by which a meeting with a break may be longer than one without."""


@dataclass(frozen=True)
class PauseBetween(Rule):
    """A team serves one meeting at a time and pauses between two: 90 minutes by default (AIIC).

    In one forum, a shorter break is allowed inside what is no longer than one meeting and half an hour: two halves of a
    morning with a coffee break are one meeting to the team.
    """

    code: ClassVar[str] = "pause-between"
    never_a_wish: ClassVar[bool] = True
    customary: ClassVar[bool] = True
    source: ClassVar[str] = (
        "working conditions of interpreters, as the International Association of Conference Interpreters states "
        "them: ninety minutes between two meetings."
    )

    def cases(self, session: Session) -> Iterator[tuple[InterpretationTeam, Minutes, Minutes]]:
        """Yield each team, the pause, and the longest meeting, within which a break may be shorter."""
        for team in session.services.teams:
            yield team, Minutes(session.services.pause), Minutes(session.services.longest_meeting)

    def post(self, desk: Desk, team: InterpretationTeam, pause: Minutes, longest: Minutes) -> None:
        """Keep from the team at least one of any meetings that are too close together."""
        for close in _groups(desk.session, team, pause, longest):
            desk.serves_at_most(team, len(close) - 1, close)

    def holds(self, programme: Programme, team: InterpretationTeam, pause: Minutes, longest: Minutes) -> bool | None:
        """Return whether it serves no two meetings at once, and none without a pause beyond the longest."""
        runs: list[list[Meeting]] = []
        for meeting in sorted(served_by(programme, team), key=_by_opening):
            if runs and _rest(runs[-1][-1], meeting) < pause:
                runs[-1].append(meeting)
            else:
                runs.append([meeting])
        without_pause = [run for run in runs if len(run) > 1]
        same = all(meeting.forum == run[0].forum for run in without_pause for meeting in run)
        apart = all(_rest(*pair) >= 0 for run in without_pause for pair in pairwise(run))
        short = all(Window(run[0].opens, run[-1].closes).minutes <= longest + BREAK for run in without_pause)
        return judged(programme, kept=same and apart and short)

    def words(self, team: InterpretationTeam, pause: Minutes, longest: Minutes) -> Sentence:
        """Say how long the team pauses, or, without a pause, that it serves one meeting at a time."""
        return Sentence(self.code if pause else "one-meeting-a-team", team=team.key, minutes=pause)

    def remainder(self, team: InterpretationTeam, pause: Minutes, longest: Minutes) -> Case:
        """Return the team without a pause: it still serves no two meetings at once."""
        return team, Minutes(0), longest

    def deviation(
        self, programme: Programme, team: InterpretationTeam, pause: Minutes, longest: Minutes
    ) -> Sentence | None:
        """Say between which meetings its pause is shortest."""
        return _found.shortest_pause(served_by(programme, team))

    def eases(
        self, session: Session, team: InterpretationTeam, pause: Minutes, longest: Minutes
    ) -> Iterator[Sequence[Ease]]:
        """Yield one more team, and meetings without interpretation."""
        yield from one_more_team(session, team)
        close = {meeting.key for group in _groups(session, team, pause, longest) for meeting in group}
        yield from without_interpretation(session, (each for each in session.meetings if each.key in close))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield one meeting, and two with a pause of four hours where five are needed; then halves of a morning."""
        session = a_session(services=ConferenceServices(pause=300))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "1", "pm": "2"})
        halves = tuple(a_meeting(key, hour) for key, hour in (("first", 9), ("second", 10), ("third", 12)))
        session = a_session(
            *(an_item(number) for number in "123"),
            meetings=halves,
            services=ConferenceServices(longest_meeting=120, meetings_a_day=3),
        )
        yield Example(
            session, cls(), kept={"first": "1", "second": "2 3"}, broken={"first": "1", "second": "2", "third": "3"}
        )


def _groups(session: Session, team: InterpretationTeam, pause: int, longest: int) -> Iterator[tuple[Meeting, ...]]:
    """Yield the meetings of which the team cannot serve all."""
    meetings = sorted(open_to(session, team), key=_by_opening)
    for place, first in enumerate(meetings):
        yield from _too_close((first,), meetings[place + 1 :], pause, longest)


def _by_opening(meeting: Meeting) -> float:
    return instant(meeting.opens)


def _rest(earlier: Meeting, later: Meeting) -> float:
    """Return the minutes from the close of one meeting to the opening of another; below 0 where both sit."""
    return (instant(later.opens) - instant(earlier.closes)) / 60


def _too_close(
    run: tuple[Meeting, ...], later: Sequence[Meeting], pause: int, longest: int
) -> Iterator[tuple[Meeting, ...]]:
    """Yield what a team cannot all serve: meetings at once, two forums without a pause, and too long runs without one.

    ``run`` is not yet too long; ``later`` are those that open after it, in order.
    """
    for place, each in enumerate(later):
        rest, longer = _rest(run[-1], each), (*run, each)
        if rest >= pause:
            return
        if rest < 0 or each.forum != run[0].forum:
            yield run[-1], each
        elif instant(each.closes) - instant(run[0].opens) > 60 * (longest + BREAK):
            yield longer
        else:
            yield from _too_close(longer, later[place + 1 :], pause, longest)
