import json
import subprocess
from datetime import UTC, date, datetime, timedelta

import pendulum
import pytest
from icalendar import Event

from tests.clients.readers import HERE
from wgsched.feeds import properties as to
from wgsched.feeds.timezones import Clocks
from wgsched.feeds.writer import write, write_jcal
from wgsched.model import Window

pytestmark = pytest.mark.clients

STAMP = datetime(2009, 3, 20, tzinfo=UTC)
TEXTS = {
    "en": "Asset Recovery WG: 2 (a), 2 (b); C:\\New \\, \"quoted\" ^ 'x'\nnext line\\",
    "zh": "资产追回工作组：2 (a)（续）、2 (b)；会议室待定，维也纳。" * 4,
    "ar": "الفريق العامل المعني باسترداد الموجودات: ٢ (أ)، ٢ (ب)؛ " * 4,
    "ru": "Рабочая группа по возвращению активов\tпункт 2 😀 " * 4,
}


def event(uid: str, language: str) -> Event:
    made = Event()
    made["UID"] = to.text(uid)
    made["DTSTAMP"] = made["LAST-MODIFIED"] = to.utc(STAMP)
    made["SEQUENCE"] = to.number(3)
    made["STATUS"] = to.text("TENTATIVE")
    made["TRANSP"] = to.text("OPAQUE")
    for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
        made[name] = to.text(TEXTS[language], language=language)
    made["CATEGORIES"] = to.categories(["2 (a)", "追回"], language=language)
    made["GEO"] = to.geo(48.2345, 16.4167)
    made["URL"] = to.uri("https://example.org/?a=1,2;b")
    made["CONFERENCE"] = [to.conference("https://example.org/ar", label='Arabic, "floor"; ^', language="ar")]
    made["RELATED-TO"] = to.text("meeting-1@example.org")
    made["RELATED-TO"].params["RELTYPE"] = "PARENT"
    made["X-WGSCHED-NUMBER"] = to.text("2 (a), b; c")
    made["COLOR"] = to.text("teal")
    return made


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("zone", ["Europe/Vienna", "Africa/Nairobi", "Australia/Lord_Howe", "UTC"])
def test_our_jcal_is_what_ical_js_reads_from_our_icalendar(language, zone, tmp_path):
    opens = pendulum.datetime(2009, 5, 14, 15, tz=zone)
    window = Window(opens, opens.add(hours=3))
    clocks = Clocks.of([window])
    feed = to.new_calendar(
        prodid="-//wgsched//feeds//EN",
        name=TEXTS[language],
        language=language,
        modified=STAMP,
        refresh=timedelta(hours=12),
        source="https://example.org/feed.ics",
        color="teal",
    )
    for component in clocks.components():
        feed.add_component(component)
    span, meeting = event("span@example.org", language), event("meeting-2@example.org", language)
    span["DTSTART"], span["DTEND"] = to.days(date(2009, 5, 14), date(2009, 5, 15))
    meeting["DTSTART"], meeting["DTEND"] = clocks.moments(window)
    feed.add_component(span)
    feed.add_component(meeting)
    file = tmp_path / "feed.ics"
    file.write_bytes(write(feed))
    parsed = subprocess.run(["node", HERE / "parse_ical_js.mjs", file], capture_output=True, check=True).stdout
    assert json.loads(write_jcal(feed)) == json.loads(parsed)
