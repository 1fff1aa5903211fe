from _reader import report
from ical.calendar_stream import IcsCalendarStream


def read(octets):
    for event in IcsCalendarStream.calendar_from_ics(octets.decode()).events:
        yield event.uid, event.start, event.end


report(read)
