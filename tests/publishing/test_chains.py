"""Whatever is edited, in whatever order: what subscribers' calendars rely on holds from one publication to the next."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.feeds.samples import events, full, octets, thin
from tests.publishing.chains import EDITS, pressed

EDIT = st.tuples(st.sampled_from(EDITS), st.integers(0, 9), st.integers(0, 9))


def made(edition):
    """Every feed of an edition, by language and view."""
    found = {}
    for language in edition.versions:
        calendars = edition.versions[language].calendars
        found.update({(language, str(view)): calendars.feed(view).data for view in edition.views})
    return found


def facts(event):
    return [event[name].to_ical() for name in ("DTSTART", "DTEND", "LOCATION", "STATUS")]


def by_uid(data):
    return {part.partition(b"UID:")[2].partition(b"\r\n")[0].decode(): part for part in octets(data)}


def follows(before, after):
    """Hold two editions against each other, whole feed by whole feed."""
    for which in [key for key in before if key[1] in ("all", "items")]:
        old, new = events(before[which]), events(after[which])
        old_octets, new_octets = by_uid(before[which]), by_uid(after[which])
        assert set(old) <= set(new), "an event never vanishes"
        for uid in old:
            sequence, elsewhere = new[uid]["SEQUENCE"] - old[uid]["SEQUENCE"], facts(new[uid]) != facts(old[uid])
            assert sequence == int(elsewhere), "SEQUENCE counts changes of time, place and status"
            assert new[uid]["DTSTAMP"].dt == new[uid]["LAST-MODIFIED"].dt >= old[uid]["DTSTAMP"].dt
            if new_octets[uid] != old_octets[uid]:
                assert new[uid]["DTSTAMP"].dt > old[uid]["DTSTAMP"].dt, "what changed is stamped anew"


def is_sound(edition, feeds):
    """Hold an edition against its programme."""
    programme = edition.programme
    for language in edition.versions:
        whole = octets(feeds[language, "all"]) | octets(feeds[language, "items"])
        assert all(octets(data) <= whole for (where, _), data in feeds.items() if where == language)
        sits = {
            f"meeting.{meeting.key.replace(' ', '_20')}@test.wgsched"
            for meeting in programme.meetings
            if programme.takes_place(meeting)
        }
        found = events(feeds[language, "all"])
        alive = {uid for uid, event in found.items() if uid.startswith("meeting") and event["STATUS"] != "CANCELLED"}
        assert alive == sits
        items = events(feeds[language, "items"]).values()
        rows = [row for row in programme.considerations if programme.meeting(row.meeting).sits]
        assert len([event for event in items if event["STATUS"] != "CANCELLED"]) == len(rows) + 1


def tells_no_difference_from_itself(edition, earlier):
    """Hold an edition against every publication of the very same programme, whatever was published between."""
    for number, programme in enumerate(earlier, 1):
        if programme == edition.programme:
            assert [version.changes_since(number) for version in edition.versions.values()] == [()] * len(
                edition.versions
            )


def run(programme, edits, *languages):
    records, edition = pressed([], programme, 1, *languages)
    before = made(edition)
    is_sound(edition, before)
    earlier = []
    for day, (edit, which, how) in enumerate(edits, 2):
        earlier.append(programme)
        programme = edit(programme, which, how)
        records, edition = pressed(records, programme, day, *languages)
        after = made(edition)
        is_sound(edition, after)
        follows(before, after)
        tells_no_difference_from_itself(edition, earlier)
        if edit.__name__ == "nothing":
            assert after == before
        before = after


@settings(max_examples=12, deadline=None)
@given(st.lists(EDIT, min_size=1, max_size=6))
def test_identities_stay_and_counts_rise_through_any_edits(edits):
    run(thin(), edits, "en")


@pytest.mark.long
@settings(max_examples=100, deadline=None)
@given(st.lists(EDIT, min_size=20, max_size=30))
def test_identities_stay_and_counts_rise_through_long_chains_of_edits(edits):
    run(thin(), edits, "en")


@pytest.mark.long
@settings(max_examples=30, deadline=None)
@given(st.lists(EDIT, min_size=5, max_size=30))
def test_so_they_do_with_forums_rooms_events_and_firm_hours(edits):
    run(full(), edits, "en", "fr")
