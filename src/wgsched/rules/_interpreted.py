"""What would help where interpretation binds: another team, a meeting without it, or with more languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from wgsched.model import Ease, InterpretationTeam, Language, Meeting, Sentence, ServiceBasis, Session
from wgsched.model.easing import Ladder
from wgsched.model.edits import with_meeting
from wgsched.model.services import spoken

A_TEAM, WITHOUT_INTERPRETATION, MORE_LANGUAGES = 500, 400, 400
"""What it costs to ask for one more team, to do without interpretation, and to ask for it in a meeting."""


def one_more_team(session: Session, like: InterpretationTeam) -> Iterator[Sequence[Ease]]:
    """Yield the session with one more team like another."""
    services = session.services
    known = {team.key for team in services.teams}
    key = next(number for number in map(str, count(len(known) + 1)) if number not in known)
    more = replace(services, teams=(*services.teams, replace(like, key=key)))
    yield [Ease(replace(session, services=more), Sentence("repair-team"), A_TEAM)]


def without_interpretation(session: Session, meetings: Iterable[Meeting]) -> Iterator[Sequence[Ease]]:
    """Yield the session with more and more of these meetings held without interpretation, the last ones first."""
    some = tuple(meetings)[::-1]

    def ease(number: int) -> Ease:
        edited = session
        for meeting in some[:number]:
            edited = with_meeting(edited, replace(meeting, basis=ServiceBasis.WITHOUT, team=None))
        said = Sentence("repair-no-interpretation", meetings=some[:number][::-1])
        return Ease(edited, said, WITHOUT_INTERPRETATION * number)

    yield Ladder(range(1, len(some) + 1), ease)


def more_languages(session: Session, forums: Sequence[str], needed: tuple[Language, ...]) -> Iterator[Sequence[Ease]]:
    """Yield the session with these languages in more and more meetings of some forums, the first ones first."""
    lacking = [each for each in session.meetings if each.forum in forums and not spoken(each) >= set(needed)]

    def ease(number: int) -> Ease:
        some, edited = tuple(lacking[:number]), session
        for meeting in some:
            languages = tuple(dict.fromkeys((*meeting.languages, *needed)))
            edited = with_meeting(edited, replace(meeting, languages=languages, basis=ServiceBasis.WITH))
        return Ease(edited, Sentence("repair-languages", meetings=some, languages=needed), MORE_LANGUAGES * number)

    yield Ladder(range(1, len(lacking) + 1), ease)
