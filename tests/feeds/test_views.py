import pytest

from tests.feeds.samples import events, full, octets
from wgsched.errors import BadInput, UnknownName
from wgsched.feeds import Calendars, Frame, feed, view, views


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


@pytest.mark.parametrize("name", ["forum:x", "item:9", "room:x"])
def test_an_unknown_forum_item_or_room_is_refused(name):
    with pytest.raises(UnknownName):
        view(full(), name)
