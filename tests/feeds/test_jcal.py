import json
from datetime import UTC, datetime, timedelta

import pendulum
from icalendar import Event

from wgsched.feeds import properties as to
from wgsched.feeds.timezones import Clocks
from wgsched.feeds.writer import write_jcal
from wgsched.model import Window


def test_a_calendar_is_written_as_jcal_in_the_order_of_its_lines():
    calendar = to.new_calendar(
        prodid="-//wgsched//feeds//EN",
        name="资产, 追回",
        language="zh",
        modified=datetime(2009, 3, 20, tzinfo=UTC),
        refresh=timedelta(hours=1),
    )
    assert json.loads(write_jcal(calendar)) == [
        "vcalendar",
        [
            ["version", {}, "text", "2.0"],
            ["prodid", {}, "text", "-//wgsched//feeds//EN"],
            ["calscale", {}, "text", "GREGORIAN"],
            ["last-modified", {}, "date-time", "2009-03-20T00:00:00Z"],
            ["name", {"language": "zh"}, "unknown", "资产\\, 追回"],
            ["refresh-interval", {}, "duration", "PT1H"],
            ["x-published-ttl", {}, "unknown", "PT1H"],
            ["x-wr-calname", {}, "unknown", "资产\\, 追回"],
        ],
        [],
    ]


def test_a_rule_with_one_part_each_is_written_without_lists():
    opens = pendulum.datetime(2009, 5, 14, 15, tz="Europe/Vienna")
    zone = json.loads(write_jcal(Clocks.of([Window(opens, opens)]).components()[0]))
    assert zone[2][0][1][:2] == [
        ["dtstart", {}, "date-time", "1970-03-29T02:00:00"],
        ["rrule", {}, "recur", {"freq": "YEARLY", "byday": "-1SU", "bymonth": 3}],
    ]


def test_a_local_time_keeps_its_zone_and_text_is_not_escaped():
    opens = pendulum.datetime(2009, 5, 14, 15, tz="Europe/Vienna")
    window = Window(opens, opens.add(hours=3))
    event = Event()
    event["DTSTART"], _ = Clocks.of([window]).moments(window)
    event["SUMMARY"] = to.text("2 (a), 2 (b)\nnext", language="en")
    assert json.loads(write_jcal(event))[1] == [
        ["dtstart", {"tzid": "Europe/Vienna"}, "date-time", "2009-05-14T15:00:00"],
        ["summary", {"language": "en"}, "text", "2 (a), 2 (b)\nnext"],
    ]
