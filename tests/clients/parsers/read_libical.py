import gi

gi.require_version("ICalGLib", "3.0")
from _reader import report  # noqa: E402
from gi.repository import ICalGLib  # noqa: E402


class Instant:
    def __init__(self, time):
        self.time = time

    def timestamp(self):
        return self.time.as_timet_with_zone(self.time.get_timezone() or ICalGLib.Timezone.get_utc_timezone())


def read(octets):
    calendar = ICalGLib.Component.new_from_string(octets.decode())
    event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    while event:
        yield event.get_uid(), Instant(event.get_dtstart()), Instant(event.get_dtend())
        event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)


report(read)
