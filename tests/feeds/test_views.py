from dataclasses import replace

import icalendar
import pytest

from tests.feeds.samples import events, full, octets, whole
from wgsched.errors import BadInput, UnknownName
from wgsched.feeds import Calendars, Frame, feed, lint, view, views
from wgsched.model import InterpretationTeam


def shown(name):
    return {uid.partition("@")[0] for uid in events(feed(full(), view=name).data)}


def test_every_view_is_a_subset_of_a_whole_feed_with_the_same_octets():
    whole = octets(feed(full()).data) | octets(feed(full(), view="items").data)
    for each in views(full()):
        found = octets(feed(full(), view=str(each)).data)
        assert found
        assert found <= whole


def test_views_show_what_they_say():
    assert shown("forum:committee") == {"session", "meeting.c", "meeting.d"}
    assert shown("room:C2") == {"session", "meeting.c", "event.side"}
    assert shown("item:2") == {"session", "item.2a.1", "item.2a.2", "item.2a.3", "item.2b.1"}
    assert shown("item:2 (b)") == {"session", "item.2b.1"}
    assert shown("items") == shown("item:2") | {"item.1.1", "item.1.2"}


def test_the_feeds_of_one_language_are_the_same_made_together_or_alone():
    together = Calendars(Frame(full()), "en")
    assert all(together.feed(each).data == feed(full(), view=str(each)).data for each in views(full()))


def test_all_views_are_known():
    assert [str(each) for each in views(full())] == [
        "all", "items", "forum:plenary", "forum:committee", "item:1", "item:2", "item:2a", "item:2b",
        "room:C1", "room:C3", "room:C2",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["", "all:x", "forum", "forum:", "person:x", "item"])
def test_what_is_not_a_view_is_refused(name):
    with pytest.raises(BadInput):
        view(full(), name)


@pytest.mark.parametrize("name", ["forum:x", "item:9", "room:x", "team:9"])
def test_an_unknown_forum_item_room_or_team_is_refused(name):
    with pytest.raises(UnknownName):
        view(full(), name)


def test_a_team_has_the_meetings_that_it_serves_and_no_others():
    """One is served by name, one stands on another footing, one is left free."""
    made = full()
    meetings = tuple(replace(each, team="2" if each.key == "b" else None) for each in made.meetings)
    services = replace(made.session.services, teams=(InterpretationTeam("1"), InterpretationTeam("2")))
    two = replace(made, meetings=meetings, session=replace(made.session, meetings=meetings, services=services))
    found = {name: set(events(feed(two, view=f"team:{name}").data)) for name in ("1", "2")}
    assert found == {"1": {"session@test.wgsched"}, "2": {"session@test.wgsched", "meeting.b@test.wgsched"}}
    assert octets(feed(two, view="team:2").data) <= octets(feed(two).data)
    assert lint(feed(two, view="team:2").data) == []
    assert "team:2" not in map(str, views(two)), "who works when is not published for everybody"


def test_a_team_that_is_alone_need_not_be_named():
    assert shown("team:1") == {"session", "meeting.a", "meeting.b", "meeting.e"}


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ar", "فريق الترجمة الشفوية 1"),
        ("en", "Interpretation team 1"),
        ("es", "Equipo de interpretación 1"),
        ("fr", "Équipe d’interprètes 1"),
        ("ru", "Бригада переводчиков 1"),
        ("zh", "口译组1"),
    ],
)
def test_a_teams_calendar_is_named_in_every_language(language, name):
    calendar = icalendar.Calendar.from_ical(feed(whole(), language, "team:1").data)
    assert str(calendar["X-WR-CALNAME"]).endswith(
        f"{'，' if language == 'zh' else '، ' if language == 'ar' else ', '}{name}"
    )


def test_an_interpreter_is_asked_for_in_vain_and_told_what_is_missing():
    with pytest.raises(BadInput, match=r"needs a roster, and a session names no interpreters, only teams: team:1$"):
        view(full(), "interpreter:Smith")
