import sys
from datetime import UTC, date, datetime, timedelta

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Event

from wgsched.feeds import properties as to
from wgsched.feeds.linting import KINDS, Defect, lint
from wgsched.feeds.timezones import Clocks
from wgsched.feeds.writer import write
from wgsched.model import Window

STAMP = datetime(2009, 3, 20, tzinfo=UTC)


def event(uid: str, opens: object, closes: object, **others: object) -> Event:
    made = Event()
    made["UID"] = to.text(uid)
    made["DTSTAMP"] = made["LAST-MODIFIED"] = to.utc(STAMP)
    made["SEQUENCE"] = to.number(0)
    made["STATUS"] = to.text("TENTATIVE")
    made["TRANSP"] = to.text("OPAQUE")
    made["SUMMARY"] = to.text("Asset Recovery WG: 2 (a), 2 (b)", language="en")
    made["DESCRIPTION"] = to.text("2nd meeting; provisional\nItems may be taken up earlier or later. \\", language="en")
    made["LOCATION"] = to.text("Room to be announced, Vienna", language="en")
    made["CATEGORIES"] = to.categories(["2 (a)", "2 (b)"], language="en")
    made["GEO"] = to.geo(48.2345, 16.4167)
    made["URL"] = to.uri("https://example.org/1")
    made["CONFERENCE"] = to.conference("https://example.org/ar", label="Arabic", language="ar")
    made["DTSTART"], made["DTEND"] = opens, closes
    return made


def feed() -> bytes:
    opens = pendulum.datetime(2009, 5, 14, 15, tz="Europe/Vienna")
    window = Window(opens, opens.add(hours=3))
    clocks = Clocks.of([window])
    calendar = to.new_calendar(
        prodid="-//wgsched//feeds//EN",
        name="Asset Recovery WG",
        language="en",
        modified=STAMP,
        refresh=timedelta(hours=1),
        source="https://example.org/feed.en.ics",
        color="teal",
    )
    for zone in clocks.components():
        calendar.add_component(zone)
    calendar.add_component(event("span@example.org", *to.days(date(2009, 5, 14), date(2009, 5, 15))))
    calendar.add_component(event("meeting-2@example.org", *clocks.moments(window)))
    return write(calendar)


FEED = feed()
OPENS, CLOSES = b"DTSTART;TZID=Europe/Vienna:20090514T150000", b"DTEND;TZID=Europe/Vienna:20090514T180000"
FLOATING = b"DTSTART:20090514T150000\r\nDTEND:20090514T180000"
SPAN = b"UID:span@example.org"
ZONE = FEED[FEED.index(b"BEGIN:VTIMEZONE") : FEED.index(b"BEGIN:VEVENT")]
STANDARD = ZONE[ZONE.index(b"BEGIN:STANDARD") : ZONE.index(b"END:VTIMEZONE")]
EVENTS = FEED[FEED.index(b"BEGIN:VEVENT") : FEED.index(b"END:VCALENDAR")]
SUMMARY = b"SUMMARY;LANGUAGE=en:Asset Recovery WG: 2 (a)\\, 2 (b)"
CHINESE = "维也纳".encode()

SEEDED = [
    ("bare-line-feed", b"VERSION:2.0\r\n", b"VERSION:2.0\n", []),
    ("no-final-line-break", b"END:VCALENDAR\r\n", b"END:VCALENDAR", []),
    ("long-line", SUMMARY, SUMMARY + b"x" * 40, []),
    ("cut-character", SUMMARY, SUMMARY + CHINESE[:1] + b"\r\n " + CHINESE[1:], []),
    ("not-utf-8", SUMMARY, SUMMARY + b"\xe9t\xe9", []),
    ("cut-escape", SUMMARY, SUMMARY.replace(b"\\,", b"\\\r\n ,"), []),
    ("control-character", SUMMARY, SUMMARY + b"\x1b[1m", []),
    ("byte-order-mark", b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", []),
    ("empty-line", b"VERSION:2.0\r\n", b"VERSION:2.0\r\n\r\n", []),
    ("not-a-property", SUMMARY, SUMMARY + b"\r\nand a line without any sense", []),
    ("unbalanced", b"END:VCALENDAR\r\n", b"", []),
    ("not-a-calendar", b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\n" + FEED, ["duplicate-uid", "repeated-vtimezone"]),
    ("no-component", FEED, FEED[: FEED.index(b"BEGIN:VTIMEZONE")] + b"END:VCALENDAR\r\n", []),
    ("missing-prodid", b"PRODID:-//wgsched//feeds//EN\r\n", b"", []),
    ("missing-version", b"VERSION:2.0\r\n", b"", []),
    ("wrong-version", b"VERSION:2.0\r\n", b"VERSION:1.0\r\n", []),
    ("wrong-calscale", b"CALSCALE:GREGORIAN", b"CALSCALE:JULIAN", []),
    ("uid-on-calendar", b"VERSION:2.0\r\n", b"VERSION:2.0\r\nUID:x\r\n", []),
    ("missing-uid", SPAN + b"\r\n", b"", []),
    ("missing-dtstamp", b"DTSTAMP:20090320T000000Z\r\n", b"", []),
    ("missing-dtstart", OPENS + b"\r\n", b"", []),
    ("missing-summary", SUMMARY + b"\r\n", b"", []),
    ("missing-last-modified", b"LAST-MODIFIED:20090320T000000Z\r\nLOC", b"LOC", []),
    ("duplicate-uid", SPAN, b"UID:meeting-2@example.org", []),
    ("repeated-property", SUMMARY, SUMMARY + b"\r\n" + SUMMARY, []),
    ("method-without-organizer", b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n", []),
    ("wrong-method", b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:REQUEST\r\n", ["method-without-organizer"]),
    ("invalid-status", b"STATUS:TENTATIVE", b"STATUS:MOVED", []),
    ("invalid-sequence", b"SEQUENCE:0", b"SEQUENCE:one", []),
    ("invalid-transp", b"TRANSP:OPAQUE", b"TRANSP:FREE", []),
    ("invalid-geo", b"GEO:48.2345;16.4167", b"GEO:48.2345,16.4167", []),
    ("cancelled-but-busy", b"STATUS:TENTATIVE", b"STATUS:CANCELLED", []),
    ("says-nothing", SUMMARY, SUMMARY + b"\r\nCOMMENT:None", []),
    ("not-in-utc", b"DTSTAMP:20090320T000000Z", b"DTSTAMP:20090320T000000", []),
    ("wrong-escape", SUMMARY, SUMMARY + b"\\: x", []),
    ("missing-escape", SUMMARY, SUMMARY + b", x", []),
    ("comma-in-category", b"CATEGORIES;LANGUAGE=en:", b"CATEGORIES;LANGUAGE=en:Assets\\, all,", []),
    ("mixed-languages", SUMMARY, SUMMARY.replace(b"LANGUAGE=en", b"LANGUAGE=fr"), []),
    ("invalid-uri", b"URL:https://example.org/1", b"URL:example.org", []),
    ("invalid-duration", b"X-PUBLISHED-TTL:PT1H", b"X-PUBLISHED-TTL:1 hour", ["two-refresh-intervals"]),
    ("undeclared-duration", b"REFRESH-INTERVAL;VALUE=DURATION", b"REFRESH-INTERVAL", []),
    ("undeclared-source", b"SOURCE;VALUE=URI", b"SOURCE", []),
    ("undeclared-conference", b"ar;VALUE=URI:https://example\r\n .org/ar", b"ar:https://example.org/ar", []),
    ("two-refresh-intervals", b"X-PUBLISHED-TTL:PT1H", b"X-PUBLISHED-TTL:PT2H", []),
    ("two-names", b"X-WR-CALNAME:Asset", b"X-WR-CALNAME:Asset X", []),
    ("color-without-name", b"COLOR:teal", b"COLOR:#008080", []),
    ("invalid-time", OPENS, OPENS.replace(b"0514T", b"0532T"), []),
    ("undeclared-date", b"DTEND;VALUE=DATE", b"DTEND", []),
    ("mixed-value-types", CLOSES, b"DTEND;VALUE=DATE:20090515", []),
    ("mixed-clocks", CLOSES, b"DTEND:20090514T180000", ["floating-time"]),
    ("end-before-start", CLOSES, CLOSES.replace(b"T18", b"T14"), []),
    ("end-before-start", CLOSES, b"DTEND:20090514T130000Z", []),
    ("inclusive-end", b"DTEND;VALUE=DATE:20090516", b"DTEND;VALUE=DATE:20090514", []),
    ("end-and-duration", CLOSES, CLOSES + b"\r\nDURATION:PT3H", []),
    ("floating-time", OPENS + b"\r\n" + CLOSES, FLOATING, ["unused-vtimezone"]),
    ("utc-with-tzid", CLOSES, CLOSES + b"Z", []),
    ("repeated-hour", CLOSES, b"DTEND;TZID=Europe/Vienna:20091025T023000", []),
    ("skipped-hour", OPENS, b"DTSTART;TZID=Europe/Vienna:20090329T023000", []),
    ("tzid-without-vtimezone", ZONE, b"", []),
    ("vtimezone-after-use", ZONE + EVENTS, EVENTS + ZONE, []),
    ("unused-vtimezone", ZONE, ZONE + ZONE.replace(b"Vienna", b"Paris"), []),
    ("repeated-vtimezone", ZONE, ZONE + ZONE, []),
    ("no-standard", STANDARD, b"", []),
    ("incomplete-vtimezone", b"TZOFFSETFROM:+0100\r\n", b"", []),
    ("invalid-offset", b"TZOFFSETFROM:+0100", b"TZOFFSETFROM:+1", []),
    ("says-nothing", b"TZNAME:CEST", b"TZNAME:None", []),
    ("onset-not-local", b"DTSTART:19700329T020000", b"DTSTART:19700329T020000Z", []),
    ("dates-in-vtimezone", b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", b"RDATE:20090329T020000", []),
    ("onset-outside-rule", b"DTSTART:19700329T020000", b"DTSTART:19700330T020000", []),
    ("wrong-onset", b"DTSTART:19700329T020000", b"DTSTART:19700329T030000", []),
    ("wrong-onset", b"BYDAY=-1SU;BYMONTH=3", b"BYDAY=4SU;BYMONTH=3", ["onset-outside-rule"]),
    ("wrong-offset", ZONE, ZONE.replace(b"+0200", b"+0300"), ["wrong-onset"]),
    ("fixed-offset-tzid", b"Europe/Vienna", b"GMT+01", []),
    ("utc-tzid", b"Europe/Vienna", b"UTC", ["wrong-offset", "wrong-onset"]),
    ("abbreviated-tzid", b"Europe/Vienna", b"CET", []),
    ("unknown-tzid", b"Europe/Vienna", b"W. Europe Standard Time", []),
]  # fmt: skip


def codes(data: bytes) -> list[str]:
    return sorted({finding.code for finding in lint(data)})


def test_there_is_nothing_to_say_against_our_own_feed():
    assert lint(FEED) == []


@pytest.mark.parametrize(("code", "sound", "seeded", "others"), SEEDED, ids=[seed[0] for seed in SEEDED])
def test_a_seeded_defect_is_found_and_nothing_else(code, sound, seeded, others):
    assert sound in FEED
    at = FEED.rindex(sound) if FEED.count(sound) == 2 else FEED.index(sound)
    data = FEED.replace(sound, seeded) if sound == b"Europe/Vienna" else FEED[:at] + seeded + FEED[at + len(sound) :]
    assert codes(data) == sorted([code, *others])


def test_every_kind_of_defect_has_a_seed():
    assert {kind.code for kind in KINDS} == {seed[0] for seed in SEEDED}


def test_a_finding_has_a_line_a_property_a_code_a_sentence_and_a_section():
    data = FEED.replace(b"STATUS:TENTATIVE", b"STATUS:MOVED", 1)
    line = data[: data.index(b"STATUS:MOVED")].count(b"\n") + 1
    assert lint(data) == [
        Defect(
            line=line,
            property="STATUS",
            code="invalid-status",
            message="STATUS of an event is one of TENTATIVE, CONFIRMED, CANCELLED",
            rfc="RFC 5545, section 3.8.1.11",
        )
    ]


def test_findings_come_in_the_order_of_the_lines():
    found = lint(FEED.replace(b"\r\n", b"\n"))
    assert [finding.line for finding in found] == list(range(1, FEED.count(b"\n") + 1))


ODD_LINES = (b"", b" ", b"\t\xff", b"BEGIN:VEVENT", b"END:VEVENT", b"\\", b'X;A="b:c', b":", b"RDATE:1")
NAMES = (b"DTSTART", b"DTEND;TZID=Europe/Vienna", b"TZOFFSETFROM", b"RRULE", b"RDATE", b"GEO", b"SEQUENCE", b"DURATION")
ODD_VALUES = (b"9" * 5000, b"00010101T000000", b"99991231T235959Z", b"-9999", b"FREQ=YEARLY;BYMONTH=99", b"P9W")
LINES = st.sampled_from([*FEED.split(b"\r\n"), *ODD_LINES]) | st.builds(
    lambda name, value: name + b":" + value,
    st.sampled_from(NAMES),
    st.sampled_from(ODD_VALUES) | st.binary(max_size=9),
)
FILES = st.binary(max_size=300) | st.lists(LINES, max_size=60).map(b"\r\n".join)
CHANGED = st.builds(
    lambda at, gone, new: FEED[:at] + new + FEED[at + gone :],
    st.integers(0, len(FEED)),
    st.integers(0, 60),
    st.binary(max_size=20),
)


@given(FILES | CHANGED)
@settings(max_examples=150, deadline=None)
def test_any_octets_can_be_judged(data):
    assert lint(data) == sorted(lint(data))


@pytest.mark.long
@given(FILES | CHANGED)
@settings(max_examples=20_000, deadline=None)
def test_twenty_thousand_files_can_be_judged(data):
    assert all(finding.line >= 0 for finding in lint(data))


ZONES = b"".join(b"BEGIN:VTIMEZONE\r\nTZID:a%d\r\nEND:VTIMEZONE\r\n" % (number % 700) for number in range(2000))
DATES = b",".join(b"%04d0329T020000" % year for year in range(1000, 3000))


def steps(act, *given):
    """Return how many calls an act makes, its own and those of what it calls: work, whatever the machine is doing."""
    made = 0

    def count(frame, event, of):
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        act(*given)
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VTIMEZONE\r\n" * 3000,
        b"BEGIN:A\r\n" * 3000 + b"END:B\r\n" * 3000,
        b"BEGIN:VCALENDAR\r\n" + ZONES,
        FEED.replace(EVENTS, EVENTS * 20).replace(b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", b"RDATE:" + DATES),
    ],
    ids=["nested", "crossed", "zones", "dates"],
)
def test_a_file_made_to_be_slow_is_judged_with_little_work(data):
    # Work that grows with the square of the number of lines takes eighty calls and more for each octet here.
    assert steps(lint, data) < 20 * len(data)
