from datetime import UTC, date, datetime, timedelta

import pendulum
from icalendar import Calendar, Event

from wgsched.feeds import properties as to
from wgsched.feeds.timezones import Clocks
from wgsched.feeds.writer import write
from wgsched.model import Window

STAMP = datetime(2009, 3, 20, tzinfo=UTC)


def calendar() -> Calendar:
    return to.new_calendar(
        prodid="-//wgsched//feeds//EN",
        name="资产追回工作组",
        language="zh",
        modified=STAMP,
        refresh=timedelta(hours=1),
        source="https://example.org/feed.zh.ics",
        color="teal",
    )


def meeting(number: int, clocks: Clocks, window: Window) -> Event:
    event = Event()
    event["UID"] = to.text(f"meeting-{number}@example.org")
    event["DTSTAMP"] = to.utc(STAMP)
    event["LAST-MODIFIED"] = to.utc(STAMP)
    event["SEQUENCE"] = to.number(0)
    event["STATUS"] = to.text("TENTATIVE")
    event["TRANSP"] = to.text("OPAQUE")
    event["DTSTART"], event["DTEND"] = clocks.moments(window)
    event["SUMMARY"] = to.text("资产追回工作组：2 (a)（续）、2 (b)", language="zh")
    event["DESCRIPTION"] = to.text("第2次会议（暂定），维也纳时间下午3时至6时\n2 (a) …（续）\n" * 6, language="zh")
    event["LOCATION"] = to.text("会议室待定，维也纳", language="zh")
    event["CATEGORIES"] = to.categories(["2 (a)", "2 (b)"], language="zh")
    return event


def test_a_calendar_says_who_wrote_it_how_often_to_come_and_where_it_is_and_has_no_uid():
    assert write(calendar()).decode() == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//wgsched//feeds//EN\r\nCALSCALE:GREGORIAN\r\nCOLOR:teal\r\n"
        "LAST-MODIFIED:20090320T000000Z\r\nNAME;LANGUAGE=zh:资产追回工作组\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
        "SOURCE;VALUE=URI:https://example.org/feed.zh.ics\r\nX-PUBLISHED-TTL:PT1H\r\nX-WR-CALNAME:资产追回工作组\r\n"
        "END:VCALENDAR\r\n"
    )


def test_the_span_of_a_session_is_whole_days_and_ends_on_the_day_after():
    event = Event()
    event["DTSTART"], event["DTEND"] = to.days(date(2009, 5, 14), date(2009, 5, 15))
    assert write(event) == (
        b"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20090514\r\nDTEND;VALUE=DATE:20090516\r\nEND:VEVENT\r\n"
    )


def test_properties_and_parameters_stand_in_one_order_however_they_were_set():
    one, other = Event(), Event()
    for event, names in ((one, ("SUMMARY", "UID", "DTSTAMP")), (other, ("DTSTAMP", "UID", "SUMMARY"))):
        for name in names:
            event[name] = to.text("x")
    one["SUMMARY"].params.update({"LANGUAGE": "en", "ALTREP": "cid:1"})
    other["SUMMARY"].params.update({"ALTREP": "cid:1", "LANGUAGE": "en"})
    assert write(one) == write(other)
    assert write(one) == (
        b'BEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:x\r\nSUMMARY;ALTREP="cid:1";LANGUAGE=en:x\r\nEND:VEVENT\r\n'
    )


def test_values_that_repeat_are_lines_of_their_own():
    event = Event()
    event["CONFERENCE"] = [
        to.conference("https://example.org/ar", label="Arabic", language="ar"),
        to.conference("tel:+43-1", label="Floor, all"),
    ]
    assert write(event).decode() == (
        "BEGIN:VEVENT\r\n"
        "CONFERENCE;FEATURE=AUDIO;LABEL=Arabic;LANGUAGE=ar;VALUE=URI:https://example\r\n .org/ar\r\n"
        'CONFERENCE;FEATURE=AUDIO;LABEL="Floor, all";VALUE=URI:tel:+43-1\r\nEND:VEVENT\r\n'
    )


def test_a_category_has_neither_comma_nor_semicolon():
    event = Event()
    event["CATEGORIES"] = to.categories(["Recovery, of assets; all", "", "2 (a)"])
    event["GEO"] = to.geo(48.2345678, 16.4167)
    assert write(event) == (
        b"BEGIN:VEVENT\r\nCATEGORIES:Recovery of assets all,2 (a)\r\nGEO:48.234568;16.4167\r\nEND:VEVENT\r\n"
    )


def test_a_line_break_in_an_address_cannot_make_a_property():
    event = Event()
    event["URL"] = to.uri("https://example.org/\r\nATTENDEE:x")
    assert write(event) == b"BEGIN:VEVENT\r\nURL:https://example.org/ATTENDEE:x\r\nEND:VEVENT\r\n"


def test_what_the_library_reads_back_is_what_was_written():
    opens = pendulum.datetime(2009, 5, 14, 15, tz="Europe/Vienna")
    window = Window(opens, opens.add(hours=3))
    clocks = Clocks.of([window])
    feed = calendar()
    feed.add_component(clocks.components()[0])
    feed.add_component(meeting(2, clocks, window))
    read = Calendar.from_ical(write(feed))
    assert write(read) == write(feed)
    assert (read.events[0].start, read.events[0].end) == (window.opens, window.closes)
