from dataclasses import replace

import pytest

from tests.feeds.samples import events, full, programme, thin
from tests.sessions import at, founding
from wgsched.feeds import feed
from wgsched.feeds.history import as_of
from wgsched.feeds.identity import Kind, plain, uid
from wgsched.model import SIX


def test_an_identity_is_made_of_keys_alone():
    assert uid(founding(), Kind.MEETING, "14-am") == "meeting.14-am@test.wgsched"
    assert uid(founding(), Kind.ITEM, "2a", "1") == "item.2a.1@test.wgsched"


@pytest.mark.parametrize(
    ("key", "written"), [("Thu am", "Thu_20am"), ("a.b", "a_2eb"), ("a_20b", "a_5f20b"), ("é", "_c3_a9")]
)
def test_any_key_is_written_safely_and_differently(key, written):
    assert plain(key) == written


def test_every_language_has_the_same_identities_in_the_same_order():
    feeds = [list(events(feed(full(), language).data)) for language in SIX]
    assert len(feeds[0]) == 7
    assert all(found == feeds[0] for found in feeds)


def test_identities_do_not_follow_hours_rooms_titles_or_places_in_lists():
    before = thin()
    session = before.session
    later = tuple(
        replace(meeting, opens=meeting.opens.add(hours=1), closes=meeting.closes.add(hours=1), room="B")
        for meeting in before.meetings
    )
    after = replace(before, meetings=tuple(reversed(later)), session=replace(session, meetings=later))
    assert set(events(feed(after).data)) == set(events(feed(before).data))
    assert set(events(feed(after, view="items").data)) == set(events(feed(before, view="items").data))


def test_taking_the_first_meeting_away_leaves_the_others_who_they_are():
    before = thin()
    gone = before.meetings[0].key
    after = replace(
        before,
        meetings=before.meetings[1:],
        considerations=tuple(row for row in before.considerations if row.meeting != gone),
    )
    lost = set(events(feed(before).data)) - set(events(feed(after).data))
    assert lost == {f"meeting.{gone}@test.wgsched"}


def test_without_a_ledger_everything_is_stamped_as_of_the_programme():
    early = programme(founding(), as_of=at(1, 8, 30))
    for event in events(feed(early).data).values():
        assert event["SEQUENCE"] == 0
        assert event["DTSTAMP"].to_ical() == event["LAST-MODIFIED"].to_ical() == b"20090501T063000Z"


def test_without_a_moment_of_its_own_a_programme_is_as_of_its_document_or_of_its_first_day():
    assert as_of(programme(founding())) == at(14, 12)
    assert as_of(thin()) == at(1, 12)
