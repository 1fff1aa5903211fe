from dataclasses import replace

import pytest

from tests.feeds.samples import events, full, octets, thin
from tests.publishing.chains import feed_of, moved, published, renamed
from tests.sessions import at
from wgsched.errors import BadInput, UnknownName
from wgsched.model import Status, Text
from wgsched.publishing import Ledger, Reason, amend

AM, PM = "meeting.14-am@test.wgsched", "meeting.14-pm@test.wgsched"


def first_lines(site, uid, language="en", view="all"):
    return str(feed_of(site, language, view)[uid]["DESCRIPTION"]).split("\n")


def stamps(site, uid, language="en", view="all"):
    event = feed_of(site, language, view)[uid]
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt
    return int(event["SEQUENCE"]), event["DTSTAMP"].dt


def test_a_first_publication_is_stamped_with_its_moment(tmp_path):
    published(tmp_path, thin(), 1)
    assert {stamps(tmp_path, uid) for uid in feed_of(tmp_path)} == {(0, at(1, 9))}
    assert first_lines(tmp_path, AM)[-1] == "Proposed, not yet adopted. Updated 1 May 2009. No changes."


def test_a_draft_is_circulated_by_being_published(tmp_path):
    publication = published(tmp_path, thin(), 1)
    assert publication.programme.status is Status.CIRCULATED
    assert Ledger.read(tmp_path).last.programme == publication.programme


def test_what_did_not_change_keeps_its_stamps(tmp_path):
    published(tmp_path, thin(), 1)
    before = octets((tmp_path / "en/all.ics").read_bytes())
    published(tmp_path, moved(thin(), "14-am", hours=1), 2)
    after = octets((tmp_path / "en/all.ics").read_bytes())
    assert len(before & after) == len(before) - 1


def test_a_moved_meeting_keeps_its_identity_and_says_from_when(tmp_path):
    published(tmp_path, thin(), 1)
    published(tmp_path, moved(thin(), "14-am", hours=1), 2)
    assert stamps(tmp_path, AM) == (1, at(2, 9))
    assert first_lines(tmp_path, AM)[0] == (
        "Moved: the meeting of Thursday, 14 May, 10 a.m.–1 p.m., now Thursday, 14 May, 11 a.m.–2 p.m."
    )
    assert first_lines(tmp_path, AM)[-1] == "Proposed, not yet adopted. Updated 2 May 2009."


def test_a_room_raises_the_sequence_too(tmp_path):
    published(tmp_path, thin(), 1)
    published(tmp_path, amend(thin(), "14-am", room="C1").programme, 2)
    assert stamps(tmp_path, AM) == (1, at(2, 9))
    assert first_lines(tmp_path, AM)[0] == "New room: the meeting of Thursday, 14 May, 10 a.m.–1 p.m., Room C1."


def test_other_items_change_the_stamps_and_not_the_sequence(tmp_path):
    published(tmp_path, thin(), 1)
    rows = tuple(replace(row, meeting="14-pm") if row.instalment == "1b" else row for row in thin().considerations)
    published(tmp_path, replace(thin(), considerations=rows), 2)
    assert stamps(tmp_path, AM) == (0, at(2, 9))
    assert first_lines(tmp_path, AM)[0] == (
        "Moved: item 1 (b), from the meeting of Thursday, 14 May, 10 a.m.–1 p.m. "
        "to the meeting of Thursday, 14 May, 3–6 p.m."
    )


def test_a_cancelled_meeting_stays_with_what_it_was_to_take_up(tmp_path):
    published(tmp_path, thin(), 1)
    published(tmp_path, amend(thin(), "14-am", cancel=True).programme, 2)
    event = feed_of(tmp_path)[AM]
    assert (str(event["STATUS"]), str(event["TRANSP"])) == ("CANCELLED", "TRANSPARENT")
    assert str(event["SUMMARY"]) == "Cancelled: Tests WG: 1 (a), 1 (b), 2 (a)"
    assert stamps(tmp_path, AM) == (1, at(2, 9))
    assert first_lines(tmp_path, AM)[0] == "Cancelled: the meeting of Thursday, 14 May, 10 a.m.–1 p.m."


def test_a_cancelled_meeting_can_be_held_after_all(tmp_path):
    published(tmp_path, thin(), 1)
    published(tmp_path, amend(thin(), "14-am", cancel=True).programme, 2)
    published(tmp_path, thin(), 3)
    assert str(feed_of(tmp_path)[AM]["STATUS"]) == "TENTATIVE"
    assert stamps(tmp_path, AM) == (2, at(3, 9))
    assert first_lines(tmp_path, AM)[0] == "Reinstated: the meeting of Thursday, 14 May, 10 a.m.–1 p.m."


def without(programme, key):
    rows = tuple(row for row in programme.considerations if row.meeting != key)
    meetings = tuple(meeting for meeting in programme.meetings if meeting.key != key)
    session = replace(programme.session, meetings=meetings)
    return replace(programme, session=session, meetings=meetings, considerations=rows)


def test_a_meeting_that_is_taken_away_is_cancelled_and_never_vanishes(tmp_path):
    published(tmp_path, thin(), 1)
    for day in (2, 3):
        published(tmp_path, renamed(without(thin(), "14-am"), f"Body {day}"), day)
    event = feed_of(tmp_path)[AM]
    assert str(event["STATUS"]) == "CANCELLED"
    assert str(event["SUMMARY"]).endswith(": 1 (a), 1 (b), 2 (a)")
    assert stamps(tmp_path, AM)[0] == 1


def test_a_meeting_that_is_not_held_any_more_is_cancelled(tmp_path):
    published(tmp_path, thin(), 1)
    idle = tuple(replace(each, held=each.key != "15-pm") for each in thin().meetings)
    rows = tuple(row for row in thin().considerations if row.meeting != "15-pm")
    published(tmp_path, replace(thin(), meetings=idle, considerations=rows), 2)
    assert str(feed_of(tmp_path)["meeting.15-pm@test.wgsched"]["STATUS"]) == "CANCELLED"


def test_an_item_that_moves_to_another_meeting_stays_one_event(tmp_path):
    published(tmp_path, thin(), 1)
    rows = tuple(replace(row, meeting="15-am") if row.instalment == "2c" else row for row in thin().considerations)
    published(tmp_path, replace(thin(), considerations=rows), 2)
    found = {uid: event for uid, event in feed_of(tmp_path, view="items").items() if uid.startswith("item.2c")}
    assert {uid: str(event["STATUS"]) for uid, event in found.items()} == {"item.2c.1@test.wgsched": "TENTATIVE"}
    assert first_lines(tmp_path, "item.2c.1@test.wgsched", view="items")[0] == (
        "Moved: item 2 (c), from the meeting of Friday, 15 May, 3–6 p.m. "
        "to the meeting of Friday, 15 May, 10 a.m.–1 p.m."
    )
    assert stamps(tmp_path, "item.2c.1@test.wgsched", view="items")[0] == 1


def test_of_an_item_in_two_meetings_the_part_that_stays_is_left_alone(tmp_path):
    published(tmp_path, thin(), 1)
    rows = tuple(row for row in thin().considerations if (row.instalment, row.meeting) != ("2a", "14-am"))
    published(tmp_path, replace(thin(), considerations=rows), 2)
    found = feed_of(tmp_path, view="items")
    assert {uid: str(event["STATUS"]) for uid, event in found.items() if uid.startswith("item.2a")} == {
        "item.2a.1@test.wgsched": "CANCELLED",
        "item.2a.2@test.wgsched": "TENTATIVE",
    }
    assert stamps(tmp_path, "item.2a.2@test.wgsched", view="items")[0] == 0


def test_a_correction_in_one_language_restamps_that_language_only(tmp_path):
    published(tmp_path, full(), 1)
    agenda = full().session.agenda
    corrected = replace(agenda["1"], title=Text({**agenda["1"].title, "zh": "更正"}))
    items = tuple(corrected if item.key == "1" else item for item in agenda)
    session = replace(full().session, agenda=replace(agenda, items=items))
    published(tmp_path, replace(full(), session=session), 2, reason="correction")
    uid = "meeting.a@test.wgsched"
    assert stamps(tmp_path, uid, "zh") == (0, at(2, 9))
    assert {stamps(tmp_path, uid, language) for language in ("ar", "en", "fr", "ru", "es")} == {(0, at(1, 9))}
    changes = Ledger.read(tmp_path).last.changes
    assert changes["en"] == []
    assert changes["zh"]


def test_adoption_is_a_change_of_status(tmp_path):
    published(tmp_path, thin(), 1)
    published(tmp_path, replace(thin(), status=Status.ADOPTED), 2, reason=Reason.ADOPTED)
    assert stamps(tmp_path, AM) == (1, at(2, 9))
    assert Ledger.read(tmp_path).last.changes["en"] == ["Status: Adopted."]


def test_an_unchanged_programme_is_not_published_again(tmp_path):
    first = published(tmp_path, thin(), 1)
    again = published(tmp_path, thin(), 2)
    assert (again.number, again.moment) == (first.number, first.moment)
    assert len(Ledger.read(tmp_path)) == 1


def test_the_ledger_reads_as_it_was_written(tmp_path):
    published(tmp_path, full(), 1)
    published(tmp_path, moved(full(), "a", hours=1), 2, reason=Text(en="Flood in the room", fr="Inondation"))
    published(tmp_path, full(), 3, reason=Reason.TIME_AVAILABLE)
    ledger = Ledger.read(tmp_path)
    assert [each.number for each in ledger.publications] == [1, 2, 3]
    assert [each.reason for each in ledger.publications] == [
        Reason.FIRST,
        Text(en="Flood in the room", fr="Inondation"),
        Reason.TIME_AVAILABLE,
    ]
    assert ledger.publication(1).programme == ledger.publication(3).programme == full()
    assert ledger.publication(2).programme.meeting("a").opens == at(14, 11)
    assert [each.moment for each in ledger.publications] == [at(1, 9), at(2, 9), at(3, 9)]


def test_a_publication_that_never_was_is_unknown():
    with pytest.raises(UnknownName):
        Ledger().publication(1)
    assert Ledger().last is None


@pytest.mark.parametrize("reason", [None, "whim", ""])
def test_a_later_publication_needs_a_reason_that_is_one(tmp_path, reason):
    published(tmp_path, thin(), 1)
    with pytest.raises(BadInput):
        published(tmp_path, moved(thin(), "14-am", hours=1), 2, reason=reason)


def test_a_feed_that_was_published_goes_on_when_its_item_is_gone(tmp_path):
    published(tmp_path, thin(), 1)
    agenda = replace(thin().session.agenda, items=tuple(i for i in thin().session.agenda if i.key != "3"))
    rows = tuple(row for row in thin().considerations if row.instalment != "3")
    published(tmp_path, replace(thin(), session=replace(thin().session, agenda=agenda), considerations=rows), 2)
    assert str(feed_of(tmp_path, view="item-3")["item.3.1@test.wgsched"]["STATUS"]) == "CANCELLED"
    assert events((tmp_path / "en/item-3.ics").read_bytes())
