"""A meeting that was published and takes up nothing any more is cancelled wherever it was shown."""

from dataclasses import replace

import pytest

from tests.feeds.samples import events, thin
from tests.publishing.chains import published
from wgsched.annexes import annex
from wgsched.model import Opening

FREE = replace(thin(), considerations=thin().considerations[:4])


@pytest.fixture
def site(tmp_path):
    published(tmp_path, thin(), 1)
    published(tmp_path, FREE, 2)
    return tmp_path


def test_it_is_cancelled_in_the_feed(site):
    found = events((site / "en" / "all.ics").read_bytes())
    kept, emptied = found["meeting.14-am@test.wgsched"], found["meeting.15-pm@test.wgsched"]
    assert (str(kept["STATUS"]), kept["SEQUENCE"]) == ("TENTATIVE", 0)
    assert (str(emptied["STATUS"]), emptied["SEQUENCE"]) == ("CANCELLED", 1)
    assert str(emptied["SUMMARY"]) == "Cancelled: Tests WG: 2 (c), 3"


def test_it_is_cancelled_on_the_page_and_in_the_notice_and_not_in_the_paper(site):
    page = (site / "en" / "index.html").read_text("utf-8")
    assert page.count('class="card cancelled"') == 2
    assert "Friday, 15 May" not in annex(FREE, "en").text
    notice = (site / "en" / "notices" / "2.txt").read_text("utf-8")
    assert notice.count("No longer held: the meeting of Friday, 15 May") == 2


def test_a_meeting_that_never_took_up_anything_is_nowhere(tmp_path):
    published(tmp_path, FREE, 1)
    found = events((tmp_path / "en" / "all.ics").read_bytes())
    assert [name for name in found if name.startswith("meeting.15")] == []
    assert "meeting-15-pm" not in (tmp_path / "en" / "index.html").read_text("utf-8")


def test_it_comes_back_as_the_same_meeting(site):
    published(site, thin(), 3)
    back = events((site / "en" / "all.ics").read_bytes())["meeting.15-pm@test.wgsched"]
    assert (str(back["STATUS"]), back["SEQUENCE"]) == ("TENTATIVE", 2)


def test_an_estimate_that_changes_moves_a_meeting_in_calendars_and_says_no_hour(tmp_path):
    waits = tuple(
        replace(each, opening=Opening(item="1a") if each.key == "14-pm" else None) for each in thin().meetings
    )
    published(tmp_path, replace(thin(), meetings=waits), 1)
    before = events((tmp_path / "en" / "all.ics").read_bytes())["meeting.14-pm@test.wgsched"]
    later = replace(waits[1], opens=waits[1].opens.add(minutes=30), closes=waits[1].closes.add(minutes=30))
    published(tmp_path, replace(thin(), meetings=(waits[0], later, *waits[2:])), 2)
    after = events((tmp_path / "en" / "all.ics").read_bytes())["meeting.14-pm@test.wgsched"]
    assert after["DTSTART"].dt > before["DTSTART"].dt
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert "p.m." not in str(after["DESCRIPTION"])
    assert "3 p.m." not in (tmp_path / "en" / "notices" / "2.txt").read_text("utf-8")
