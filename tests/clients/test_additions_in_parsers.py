"""Every parser reads on past what feeds carry where it is given: GEO, CONFERENCE, the feed in other languages."""

import re

import pytest

from tests.clients.readers import READERS
from tests.feeds.test_additions import SITE, given
from wgsched.feeds import Calendars, Frame, Options, Site, View
from wgsched.feeds.identity import Kind
from wgsched.model import SIX

pytestmark = pytest.mark.clients

SUMMARY = re.compile(rb"SUMMARY[^\r]*\r\n(?: [^\r]*\r\n)*")


def bare(event) -> bytes:
    """Return an event with its UID as its title: one of the parsers forgets UIDs."""
    return SUMMARY.sub(f"SUMMARY:{event.entry.uid}\r\n".encode(), event.lines)


def instant(moment) -> int:
    """Return a moment as seconds since 1970, in a year that all parsers are asked about."""
    return int(moment.set(year=2026).timestamp())


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_parser_finds_every_event_of_a_feed_with_all_that_may_be_given(reader, tmp_path):
    frame = Frame(given(), options=Options(site=Site(SITE), languages=SIX))
    feed = Calendars(frame, "fr").feed(View())
    timed = [event for event in feed.events if event.entry.kind is not Kind.SESSION]
    octets = b"".join((feed.head, *map(bare, timed), b"END:VCALENDAR\r\n")).replace(b":2009", b":2026")
    counted = [octets.count(name) for name in (b"X-WGSCHED-TRANSLATION", b"GEO:", b"CONFERENCE;")]
    assert counted == [5, 6, 6]
    file = tmp_path / "all.ics"
    file.write_bytes(octets)
    expected = {
        event.entry.uid: [instant(event.entry.window.opens), instant(event.entry.window.closes)] for event in timed
    }
    assert reader.read([file])[str(file)] == expected
