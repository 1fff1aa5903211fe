import vobject
from _reader import report


def read(octets):
    for event in vobject.readOne(octets.decode()).vevent_list:
        yield event.uid.value, event.dtstart.value, event.dtend.value


report(read)
