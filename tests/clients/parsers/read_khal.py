import pytz
from _reader import report
from khal.icalendar import cal_from_ics, split_ics
from khal.khalendar.event import Event

LOCALE = {
    "default_timezone": pytz.UTC,
    "local_timezone": pytz.UTC,
    "unicode_symbols": True,
    "dateformat": "%Y-%m-%d",
    "longdateformat": "%Y-%m-%d",
    "timeformat": "%H:%M",
    "datetimeformat": "%Y-%m-%d %H:%M",
    "longdatetimeformat": "%Y-%m-%d %H:%M",
}


def read(octets):
    for item in split_ics(octets.decode()):
        parts = [part for part in cal_from_ics(item).walk() if part.name == "VEVENT"]
        event = Event.fromVEvents(parts, calendar="feed", locale=LOCALE)
        yield event.uid, event.start, event.end


report(read)
