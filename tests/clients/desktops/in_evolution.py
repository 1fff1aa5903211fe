"""Subscribes to feeds in Evolution's data server and tells what it holds: JSON, a line for each request and answer.

Run by the system's Python, which has the bindings, and within a D-Bus session of its own.
"""

import json
import sys

import gi

gi.require_version("EDataServer", "1.2")
gi.require_version("ECal", "2.0")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, ICalGLib  # noqa: E402

NO_WAIT = 2**32 - 1


class Evolution:
    """The calendars that were subscribed to, by name."""

    def __init__(self):
        self.registry = EDataServer.SourceRegistry.new_sync(None)
        self.clients = {}

    def subscribe(self, name, host, port, path):
        """Add an address as Evolution's own dialogue does."""
        source = EDataServer.Source.new(None, None)
        source.set_display_name(name)
        source.set_parent("webcal-stub")
        source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("webcal")
        place = source.get_extension(EDataServer.SOURCE_EXTENSION_AUTHENTICATION)
        place.set_host(host)
        place.set_port(port)
        source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND).set_resource_path(path)
        source.get_extension(EDataServer.SOURCE_EXTENSION_SECURITY).set_secure(False)
        source.get_extension(EDataServer.SOURCE_EXTENSION_OFFLINE).set_stay_synchronized(True)
        self.registry.commit_source_sync(source, None)
        self.client(name, source)

    def client(self, name, source=None):
        """Return what opens a calendar, of this run or of an earlier one."""
        if name not in self.clients:
            sources = self.registry.list_sources(EDataServer.SOURCE_EXTENSION_CALENDAR)
            source = source or next(each for each in sources if each.get_display_name() == name)
            self.clients[name] = ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, NO_WAIT, None)
        return self.clients[name]

    def refresh(self, name):
        """Ask for the feed again, as its menu does; it is read in the background."""
        self.client(name).refresh_sync(None)

    def events(self, name):
        """Return what is held."""
        client = self.client(name)
        _, found = client.get_object_list_as_comps_sync("#t", None)
        return [shown(client, component) for component in found]


def shown(client, component):
    """Return an event as Evolution shows it."""
    place = component.get_location()
    return {
        "uid": component.get_uid(),
        "opens": moment(client, component.get_dtstart()),
        "closes": moment(client, component.get_dtend()),
        "summary": component.get_summary().get_value(),
        "location": place or "",
        "status": ICalGLib.Property.status_to_string(component.get_status()),
        "description": "\n".join(text.get_value() for text in component.get_descriptions()),
    }


def moment(client, found):
    """Return a day as eight digits, or an instant in seconds, by the zone that the calendar holds under its name."""
    value = found.get_value()
    if value.is_date():
        return value.as_ical_string()
    if value.is_utc():
        return value.as_timet()
    _, zone = client.get_timezone_sync(found.get_tzid(), None)
    return value.as_timet_with_zone(zone)


def main():
    """Answer requests until there are no more."""
    evolution = Evolution()
    for line in sys.stdin:
        verb, *given = json.loads(line)
        print(json.dumps(getattr(evolution, verb)(*given)), flush=True)


main()
