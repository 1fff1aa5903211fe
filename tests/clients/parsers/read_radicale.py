import vobject
from _reader import report
from radicale.item import filter as radicale_filter


def read(octets):
    for event in vobject.readOne(octets.decode()).vevent_list:
        yield event.uid.value, *span(event)


def span(event):
    alone = vobject.iCalendar()
    alone.add(event)
    spans = []
    radicale_filter.visit_time_ranges(
        alone, "VEVENT", lambda opens, closes, recurring: spans.append((opens, closes)), lambda opens: False
    )
    return spans[0]


report(read)
