from dataclasses import replace
from importlib.metadata import EntryPoint
from itertools import permutations

import pytest

from tests.programmes import timed
from tests.sessions import founding
from wgsched.checking import check, score
from wgsched.errors import UnknownName
from wgsched.model import Programme, extensions
from wgsched.preferences import KINDS, STANDING, USUAL, PreferredMeeting, SlackKept, kind, weight_of, wishbook


def test_every_preference_has_a_usual_weight():
    assert set(USUAL) == set(KINDS)


def test_a_session_has_the_usual_preferences_that_weigh_something_and_speak_of_what_it_has():
    left_out = {"days-to-avoid", "office-hours", "few-days", "few-room-changes", "few-rooms"}
    usual = [(each, USUAL[each.code]) for each in STANDING if USUAL[each.code] and each.code not in left_out]
    assert list(wishbook(founding())) == usual


def test_a_session_weighs_otherwise_and_wishes_for_more():
    wish = PreferredMeeting("2 (c)", ("15-pm",))
    session = replace(founding(), weights={"dead-time": 0, "preferred-meeting": 7}).with_wishes(wish)
    assert [(each.code, weight) for each, weight in wishbook(session)][-1] == ("preferred-meeting", 7)
    assert "dead-time" not in {each.code for each, _ in wishbook(session)}


def test_a_wish_takes_the_place_of_the_standing_one():
    session = replace(founding(), weights={"slack-kept": 2}).with_wishes(SlackKept(30))
    assert [each for each, _ in wishbook(session) if each.code == "slack-kept"] == [SlackKept(30)]


class ForeignWish(PreferredMeeting):
    code = "foreign-wish"


FOREIGN = ForeignWish("2 (c)", ("15-pm",))


def test_a_preference_of_another_package_weighs_one(monkeypatch):
    points = (EntryPoint("foreign", "tests.preferences.test_wishbook:FOREIGN", "wgsched.preferences"),)
    monkeypatch.setattr(extensions, "entry_points", lambda group: points * (group == "wgsched.preferences"))
    extensions.brought.cache_clear()
    assert (FOREIGN, 1) in list(wishbook(founding()))
    assert kind("foreign-wish") is ForeignWish
    extensions.brought.cache_clear()
    assert weight_of(founding(), FOREIGN) == 1


def test_a_preference_is_found_by_its_code():
    assert kind("slack-kept") is SlackKept
    with pytest.raises(UnknownName, match=r"no preference is called 'slack-kep'. Did you mean 'slack-kept'"):
        kind("slack-kep")


def filled(order: tuple[tuple[str, int], ...]) -> Programme:
    """Lay items end to end over the four meetings of the founding session."""
    rows: dict[str, list[tuple[str, int]]] = {meeting.key: [] for meeting in founding().meetings}
    for instalment, minutes in (("1a", 15), ("1b", 15), *order, ("3", 60)):
        left = minutes
        for laid in rows.values():
            fits = min(left, 180 - sum(each for _, each in laid))
            if fits:
                laid.append((instalment, fits))
                left -= fits
    return timed(founding(), rows)


def test_the_table_of_the_founding_document_is_the_only_optimum_of_six_programmes():
    orders = list(permutations((("2a", 180), ("2b", 330), ("2c", 120))))
    totals = [score(filled(order)).total for order in orders]
    assert [len(check(filled(order))) for order in orders] == [0] * 6
    assert totals == [60, 420, 360, 420, 420, 780]
