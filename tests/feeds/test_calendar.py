from dataclasses import replace

import pendulum

from tests.feeds.samples import events, full, programme, thin
from tests.sessions import at, founding, item, meeting, session
from wgsched.feeds import feed
from wgsched.model import Status


def lines(data):
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def test_the_calendar_says_what_it_is():
    found = lines(feed(thin(), site="https://example.org/wg/").data)
    assert found[:12] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//wgsched//Programme of work//EN",
        "CALSCALE:GREGORIAN",
        "COLOR:steelblue",
        "LAST-MODIFIED:20090501T100000Z",
        "NAME;LANGUAGE=en:Tests WG",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "SOURCE;VALUE=URI:https://example.org/wg/en/all.ics",
        "X-PUBLISHED-TTL:PT1H",
        "X-WR-CALNAME:Tests WG",
        "BEGIN:VTIMEZONE",
    ]
    assert not [line for line in found if line.startswith("METHOD")]


def test_the_session_is_one_event_of_whole_days_that_takes_no_time():
    event = events(feed(thin()).data)["session@test.wgsched"]
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTSTART"].to_ical() == b"20090514"
    assert event["DTEND"].to_ical() == b"20090516"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_weekend_does_not_part_a_session_and_a_month_does():
    days = [pendulum.date(2009, 5, day) for day in (14, 15, 18, 19)] + [pendulum.date(2009, 6, 22)]
    found = events(feed(programme(replace(founding(), days=tuple(days)))).data)
    spans = {
        uid: (e["DTSTART"].to_ical(), e["DTEND"].to_ical()) for uid, e in found.items() if uid.startswith("session")
    }
    assert spans == {
        "session@test.wgsched": (b"20090514", b"20090520"),
        "session.2@test.wgsched": (b"20090622", b"20090623"),
    }


def test_a_meeting_is_tentative_until_the_programme_is_adopted():
    found = {
        status: {str(event["STATUS"]) for event in events(feed(replace(thin(), status=status)).data).values()}
        for status in Status
    }
    assert found == {status: {"TENTATIVE"} for status in Status} | {Status.ADOPTED: {"CONFIRMED"}}


def test_a_cancelled_meeting_stays_says_so_and_takes_no_time():
    event = events(feed(full()).data)["meeting.e@test.wgsched"]
    assert (str(event["STATUS"]), str(event["TRANSP"])) == ("CANCELLED", "TRANSPARENT")
    assert str(event["SUMMARY"]) == "Cancelled: Tests WG: 1 (continued)"


def test_cancelled_meetings_can_be_left_out():
    assert "meeting.e@test.wgsched" not in events(feed(full(), cancelled=False).data)


def test_a_meeting_that_is_not_held_is_not_in_the_feed():
    assert "meeting.f@test.wgsched" not in events(feed(full()).data)


def test_events_that_are_meant_for_feeds_are_carried():
    found = events(feed(full()).data)
    assert str(found["event.side@test.wgsched"]["SUMMARY"]) == "en title"
    assert "event.lunch@test.wgsched" not in found


def test_everything_can_be_in_utc():
    data = feed(thin(), utc=True).data
    assert b"VTIMEZONE" not in data
    assert events(data)["meeting.14-am@test.wgsched"]["DTSTART"].to_ical() == b"20090514T080000Z"


def test_a_fixed_offset_is_put_on_the_clock_of_the_place():
    opens = pendulum.datetime(2009, 5, 14, 10, tz=pendulum.FixedTimezone(7200))
    odd = replace(meeting("x", 14, 10), opens=opens, closes=opens.add(hours=3))
    usual = programme(session(item("1", 60), meetings=(meeting("x", 14, 10),)), ("1", 0))
    assert feed(programme(session(item("1", 60), meetings=(odd,)), ("1", 0))).data == feed(usual).data


def test_only_items_are_related_to_their_meetings_and_span_them():
    found = events(feed(full(), view="items").data)
    event = found["item.2a.2@test.wgsched"]
    assert str(event["RELATED-TO"]) == "meeting.b@test.wgsched"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (at(14, 15), at(14, 18))
    assert not [1 for event in events(feed(full()).data).values() if "RELATED-TO" in event]


def test_a_firm_item_has_its_own_hours():
    event = events(feed(full(), view="items").data)["item.2b.1@test.wgsched"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (at(14, 16), at(14, 17))


def test_an_address_leads_to_the_page():
    event = events(feed(thin(), site="https://example.org/wg").data)["meeting.14-am@test.wgsched"]
    assert str(event["URL"]) == "https://example.org/wg/en/index.html#meeting-14-am"
