import json

import pytest
from starlette.datastructures import Headers
from tests.feeds.samples import events, full, octets
from tests.publishing.chains import published
from tests.sessions import meeting, session

from wgsched.feeds import lint
from wgsched.model import Forum, Programme, Text
from wgsched.publishing.server.app import answer
from wgsched.publishing.server.snapshot import load


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    published(folder, full(), 1)
    return load(folder, 2_000_000_000)


def asked(snapshot, path):
    return answer(snapshot, path, Headers())


def test_chosen_items_are_one_feed_of_the_published_events(snapshot):
    made = asked(snapshot, "/zh/mine/1+2b.ics").body
    assert {uid.partition("@")[0] for uid in events(made)} == {"session", "item.1.1", "item.1.2", "item.2b.1"}
    assert octets(made) < octets(snapshot.resources["/zh/items.ics"].body)
    assert lint(made) == []


def test_an_item_brings_those_below_it(snapshot):
    made = asked(snapshot, "/en/mine/2.ics").body
    assert octets(made) == octets(snapshot.resources["/en/item-2.ics"].body)


def test_it_is_answered_as_any_feed(snapshot):
    made = asked(snapshot, "/en/mine/2b.ics")
    assert made.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer(snapshot, "/en/mine/2b.ics", Headers({"if-none-match": made.headers["etag"]})).status_code == 304


def test_the_order_of_the_items_does_not_matter(snapshot):
    made, same = asked(snapshot, "/en/mine/2b+1.ics"), asked(snapshot, "/en/mine/1+2b+1.ics")
    assert (made.body, made.raw_headers) == (same.body, same.raw_headers)


@pytest.mark.parametrize(
    "path", ["/en/mine/9.ics", "/en/mine/1+9.ics", "/en/mine/.ics", "/xx/mine/1.ics", "/mine/1.ics"]
)
def test_what_is_not_published_cannot_be_chosen(snapshot, path):
    assert asked(snapshot, path).status_code == 404


def test_pages_learn_that_such_feeds_are_to_be_had_here(snapshot, tmp_path):
    published(tmp_path, full(), 1)
    assert json.loads((tmp_path / "en/mine.json").read_bytes()) == {"feeds": False}
    assert json.loads(asked(snapshot, "/en/mine.json").body) == {"feeds": True}


def test_forums_are_chosen_where_nothing_is_known_of_the_items_of_their_meetings(tmp_path):
    groups = (Forum("a", Text(en="Group A")), Forum("b", Text(en="Group B")))
    meetings = (meeting("a1", 14, 10, forum="a", kept=True), meeting("b1", 14, 10, forum="b", kept=True))
    programme = Programme(session(meetings=meetings, forums=groups), meetings, ())
    published(tmp_path, programme, 1, languages=("en",))
    page = (tmp_path / "en/index.html").read_text()
    assert 'data-item="forum-a" aria-label="Add Group A to my programme"' in page
    assert 'id="item"' not in page  # nothing to choose from
    made = asked(load(tmp_path, 2_000_000_000), "/en/mine/forum-a.ics").body
    assert {uid.partition("@")[0] for uid in events(made)} == {"session", "meeting.a1"}
