from _reader import report
from icalendar import Calendar


def read(octets):
    for event in Calendar.from_ical(octets).events:
        yield str(event["UID"]), event.start, event.end


report(read)
