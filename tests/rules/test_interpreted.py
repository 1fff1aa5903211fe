"""What would help where interpretation binds."""

from dataclasses import replace

from tests.sessions import item, meeting, session
from wgsched.model import ConferenceServices, InterpretationTeam, Sentence, ServiceBasis
from wgsched.rules._interpreted import (
    A_TEAM,
    MORE_LANGUAGES,
    WITHOUT_INTERPRETATION,
    more_languages,
    one_more_team,
    without_interpretation,
)

DAY = tuple(meeting(key, 14, hour, languages=("en",)) for key, hour in (("nine", 9), ("noon", 12), ("late", 16)))
OF_DAY = session(item("1", 30), meetings=DAY)


def with_teams(*keys):
    return replace(OF_DAY, services=ConferenceServices(teams=tuple(map(InterpretationTeam, keys))))


def teams_after_one_more(*keys):
    ((ease,),) = one_more_team(with_teams(*keys), InterpretationTeam("x", ("en",)))
    assert (ease.sentence.code, ease.cost) == ("repair-team", A_TEAM)
    assert ease.session.services.teams[-1].languages == ("en",)
    return [team.key for team in ease.session.services.teams]


def test_one_more_team_is_like_another_and_takes_the_next_free_number():
    assert teams_after_one_more("1", "2") == ["1", "2", "3"]
    assert teams_after_one_more("3", "b") == ["3", "b", "4"]
    assert teams_after_one_more("3", "4") == ["3", "4", "5"]


def test_meetings_are_held_without_interpretation_one_more_at_a_time_and_the_last_first():
    served = replace(OF_DAY, meetings=tuple(replace(each, team="1") for each in DAY))
    (ladder,) = without_interpretation(served, DAY[:2])
    assert [ease.cost for ease in ladder] == [WITHOUT_INTERPRETATION, 2 * WITHOUT_INTERPRETATION]
    said = [Sentence("repair-no-interpretation", meetings=some) for some in (DAY[1:2], DAY[:2])]
    assert [ease.sentence for ease in ladder] == said
    held = [[each.basis is ServiceBasis.WITHOUT for each in ease.session.meetings] for ease in ladder]
    assert held == [[False, True, False], [True, True, False]]
    teams = [[each.team for each in ease.session.meetings] for ease in ladder]
    assert teams == [["1", None, "1"], [None, None, "1"]]


def test_languages_are_asked_for_in_one_more_meeting_at_a_time_and_the_first_first():
    spoken = (DAY[0], replace(DAY[1], languages=("fr", "en")), replace(DAY[2], basis=ServiceBasis.WITHOUT))
    (ladder,) = more_languages(replace(OF_DAY, meetings=spoken), ["plenary"], ("fr",))
    assert [ease.cost for ease in ladder] == [MORE_LANGUAGES, 2 * MORE_LANGUAGES]
    said = [Sentence("repair-languages", meetings=some, languages=("fr",)) for some in (spoken[:1], spoken[::2])]
    assert [ease.sentence for ease in ladder] == said
    after = [[(each.languages, each.basis) for each in ease.session.meetings] for ease in ladder]
    both, was = (("en", "fr"), ServiceBasis.WITH), [(each.languages, each.basis) for each in spoken]
    assert after == [[both, was[1], was[2]], [both, was[1], both]]


def test_a_meeting_that_has_exactly_the_languages_is_not_asked_for_more():
    (ladder,) = more_languages(OF_DAY, ["plenary"], ("en",))
    assert list(ladder) == []


def test_no_other_forum_is_asked_for_languages():
    (ladder,) = more_languages(OF_DAY, ["committee"], ("fr",))
    assert list(ladder) == []
