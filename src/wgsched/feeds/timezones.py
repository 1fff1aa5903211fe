"""How the events of a file are timed: on local clocks with VTIMEZONEs of our own, or in UTC where that is safer.

A VTIMEZONE is named by its IANA key and written as a yearly rule from 1970 on (RFC 5545, section 3.6.5). An event is
in UTC, both ends, when a reader of that rule could be wrong about either end: in an hour that a clock repeats or
skips, in a zone without a lasting yearly rule, in UTC itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard, vDatetime, vRecur, vText, vUTCOffset

from wgsched.errors import NoZoneName
from wgsched.feeds.properties import local, utc
from wgsched.feeds.yearly import Onset, YearlyRule, yearly_rule
from wgsched.model import Window

FIRST_YEAR = 1970


@dataclass(frozen=True)
class Clocks:
    """The clocks of one file: the rule of each zone that is written with a VTIMEZONE, by IANA key."""

    rules: Mapping[str, YearlyRule]

    @classmethod
    def of(cls, windows: Iterable[Window], *, only_utc: bool = False) -> Clocks:
        """Return the clocks for events with these windows; with ``only_utc`` there are none, and all is in UTC.

        Raises:
            NoZoneName: a moment has a fixed offset, or no zone at all.
        """
        pairs = [(window.opens, window.closes) for window in windows]
        years: dict[str, int] = {}
        for moment in chain.from_iterable(pairs):
            if key := zone_key(moment):
                years[key] = min(moment.year, years.get(key, moment.year))
        rules = {key: rule for key, year in sorted(years.items()) if (rule := yearly_rule(key, year))}
        clocks = cls({} if only_utc else rules)
        used = {zone_key(moment) for pair in pairs if clocks._tell(*pair) for moment in pair}
        return cls({key: rule for key, rule in clocks.rules.items() if key in used})

    def moments(self, window: Window) -> tuple[vDatetime, vDatetime]:
        """Return DTSTART and DTEND of an event: both local, or both in UTC."""
        pair = (window.opens, window.closes)
        if not self._tell(*pair):
            return utc(pair[0]), utc(pair[1])
        return local(pair[0], zone_key(pair[0])), local(pair[1], zone_key(pair[1]))

    def components(self) -> list[Timezone]:
        """Return the VTIMEZONEs, sorted by TZID; they stand before the events."""
        return [_component(key, rule) for key, rule in sorted(self.rules.items())]

    def _tell(self, *moments: datetime) -> bool:
        """Return whether these clocks show every one of the moments right, and only once."""
        for moment in moments:
            key, wall = zone_key(moment), moment.replace(tzinfo=None, fold=0)
            if key not in self.rules or moment.year <= FIRST_YEAR:
                return False
            offsets = {wall.replace(tzinfo=ZoneInfo(key), fold=fold).utcoffset() for fold in (0, 1)}
            if offsets != {moment.utcoffset()} or offsets != {self.rules[key].offset(wall)}:
                return False
        return True


def zone_key(moment: datetime) -> str:
    """Return the IANA key of a moment's zone, or nothing where the moment is to be written in UTC.

    Only places make a TZID: UTC under all its names, ``Etc/...`` and abbreviations such as ``CET`` make none.

    Raises:
        NoZoneName: the moment has a fixed offset, or no zone at all.
    """
    key = getattr(moment.tzinfo, "key", None)
    if key is None and (moment.tzinfo is None or moment.utcoffset()):
        raise NoZoneName(moment)
    return key if key and "/" in key and not key.startswith("Etc/") else ""


def _component(key: str, rule: YearlyRule) -> Timezone:
    zone = Timezone()
    zone["TZID"] = vText(key)
    if rule.daylight:
        zone.add_component(_observance(TimezoneDaylight(), rule.daylight))
    zone.add_component(_observance(TimezoneStandard(), rule.standard))
    return zone


def _observance(component: Component, onset: Onset) -> Component:
    component["DTSTART"] = local(onset.wall(FIRST_YEAR))
    component["TZOFFSETFROM"] = vUTCOffset(onset.before)
    component["TZOFFSETTO"] = vUTCOffset(onset.offset)
    component["TZNAME"] = vText(onset.name)
    if onset.nth:
        component["RRULE"] = vRecur({"FREQ": "YEARLY", "BYMONTH": onset.month, "BYDAY": onset.byday})
    return component
