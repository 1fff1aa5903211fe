import datetime

from _reader import report
from icalendar import Calendar
from xandikos.icalendar import as_tz_aware_ts


def read(octets):
    for event in Calendar.from_ical(octets).events:
        yield str(event["UID"]), *(as_tz_aware_ts(event[name].dt, datetime.UTC) for name in ("DTSTART", "DTEND"))


report(read)
