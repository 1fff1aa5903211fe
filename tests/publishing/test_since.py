"""One difference from any publication to the latest: what a delegate has missed, and nothing that was taken back."""

from dataclasses import replace

import pytest

from tests.feeds.samples import full
from tests.publishing.chains import add, moved, pressed, published, remove, renamed, room
from tests.publishing.test_pages import Page
from wgsched.model import Status
from wgsched.publishing import amend


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Seven publications; meetings are chosen by their place: a, b, c, d, e."""
    folder = tmp_path_factory.mktemp("site")
    chain = [full()]
    chain.append(moved(chain[-1], "a", hours=1))
    chain.append(moved(room(chain[-1], 1, 2), "a", hours=-1))
    chain.append(add(chain[-1], 0, 0))
    chain.append(amend(chain[-1], "c", cancel=True).programme)
    chain.append(remove(room(chain[-1], 1, 1), len(chain[-1].meetings) - 1, 0))
    chain.append(replace(chain[-1], status=Status.ADOPTED))
    for day, programme in enumerate(chain, 1):
        published(folder, programme, day, languages=("en", "fr"))
    return folder


def changes(site, number, language="en"):
    lines = Page(site / language / f"since/{number}.html").lines
    start = next(place for place, line in enumerate(lines) if line.startswith("Publication 7, 7 May 2009"))
    return lines[start + 1 : -1]


CANCELLED = "Cancelled: the meeting of en title on Thursday, 14 May, 3–6 p.m."
DROPPED = "Not placed: item 2 (b), formerly at the meeting of en title on Thursday, 14 May, 3–6 p.m."
REMOVED = "No longer held: the meeting of en title on Saturday, 16 May, 10 a.m.–1 p.m."
STATUS = "Status: Adopted."


RENUMBERED = "Meetings renumbered: from the meeting of en title on Friday, 15 May, 10 a.m.–1 p.m. on."
ROOM = "New room: the meeting of en title on Thursday, 14 May, 3–6 p.m., Boardroom A."


def test_a_move_that_was_taken_back_is_no_difference(site):
    assert changes(site, 1) == [STATUS, DROPPED, ROOM, CANCELLED, RENUMBERED]


def test_only_what_was_published_later_counts(site):
    assert changes(site, 5) == [STATUS, ROOM, REMOVED]
    assert changes(site, 6) == [STATUS]


def test_what_was_known_then_and_is_gone_now_is_cancelled(site):
    assert REMOVED in changes(site, 4)
    assert REMOVED not in changes(site, 3)


def test_the_latest_publication_has_a_page_to_come_back_to(site):
    page = Page(site / "en/since/7.html")
    assert page.lines[-2:] == [
        "Nothing has changed.",
        "This page compares publication 7 with the latest one, whenever it is opened.",
    ]
    assert "since/7.html" in Page(site / "en/index.html").links


def test_the_difference_from_the_one_before_is_what_the_publication_itself_tells(site):
    told = Page(site / "fr/index.html").lines
    for change in Page(site / "fr/since/6.html").lines[-2:-1]:
        assert change in told


def test_other_words_for_a_meeting_that_was_gone_then_and_is_gone_now_are_no_difference():
    without = remove(full(), 2, 0)
    records = []
    for day, programme in enumerate((full(), without, renamed(full(), "Another body"), without), 1):
        records, edition = pressed(records, programme, day, "en")
    assert edition.versions["en"].changes_since(2) == ()
