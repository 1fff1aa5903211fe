import recurring_ical_events
from _reader import report
from icalendar import Calendar


def read(octets):
    for event in recurring_ical_events.of(Calendar.from_ical(octets)).between((2020, 1, 1), (2035, 1, 1)):
        yield str(event["UID"]), event.start, event.end


report(read)
