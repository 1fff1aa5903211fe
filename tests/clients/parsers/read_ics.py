from _reader import report
from ics import Calendar


def read(octets):
    for event in Calendar(octets.decode()).events:
        yield event.uid, event.begin, event.end


report(read)
