"""Time zones: named, defined, and right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from wgsched.feeds.linting.kind import Kind, Remark, at, kind
from wgsched.feeds.linting.moments import Form, Moment, local_moments, moment_of, offset_of, zone_of
from wgsched.feeds.linting.observances import Observance, observances, offset_at
from wgsched.feeds.linting.source import Line, Source

_OFFSET = re.compile(r"(?:Etc/)?(?:UTC|GMT|Z)?[+-][0-9]{1,2}(?::?[0-9]{2})?", re.IGNORECASE)
_UTC = ("UTC", "Z", "ZULU", "GMT", "UCT", "ETC/UTC", "ETC/GMT", "ETC/UCT", "ETC/ZULU", "UNIVERSAL")


def _uses(source: Source) -> Iterator[tuple[str, Line]]:
    """Yield each TZID with each line that uses it."""
    for line in source.lines():
        if "TZID" in line.parameters:
            yield line.parameter("TZID"), line


def _names(source: Source) -> Iterator[tuple[str, Line]]:
    """Yield each TZID once, with the line that first says it: its definition, or its use."""
    seen: set[str] = set()
    defined = [(line.value, line) for zone in source.components("VTIMEZONE") for line in zone.all("TZID")]
    for tzid, line in [*defined, *_uses(source)]:
        if tzid not in seen:
            seen.add(tzid)
            yield tzid, line


@kind("tzid-without-vtimezone", "5545 3.2.19")
def tzid_without_vtimezone(source: Source) -> Iterator[Remark]:
    """Every TZID is defined in the file."""
    said = set()
    for tzid, line in _uses(source):
        if tzid not in source.zones and tzid not in said:
            said.add(tzid)
            yield at(line, f"TZID {tzid!r} has no VTIMEZONE in this file")


@kind("vtimezone-after-use", "5545 3.6.5")
def vtimezone_after_use(source: Source) -> Iterator[Remark]:
    """A VTIMEZONE stands before the events."""
    first: dict[str, int] = {}
    for tzid, line in _uses(source):
        first.setdefault(tzid, line.number)
    for tzid, zone in source.zones.items():
        if first.get(tzid, zone.number) < zone.number:
            yield at(zone, f"this VTIMEZONE comes after line {first[tzid]}, which needs it; some programs read once")


@kind("unused-vtimezone", "5545 3.6.5")
def unused_vtimezone(source: Source) -> Iterator[Remark]:
    """A VTIMEZONE is used."""
    used = {tzid for tzid, _ in _uses(source)}
    for tzid, zone in source.zones.items():
        if tzid not in used:
            yield at(zone, f"nothing in this file uses the VTIMEZONE {tzid!r}")


@kind("repeated-vtimezone", "5545 3.6.5")
def repeated_vtimezone(source: Source) -> Iterator[Remark]:
    """A zone is defined once."""
    count = Counter(zone.value("TZID") for zone in source.components("VTIMEZONE"))
    for zone in source.components("VTIMEZONE"):
        if count[zone.value("TZID")] > 1 and zone is not source.zones[zone.value("TZID")]:
            yield at(zone, f"the VTIMEZONE {zone.value('TZID')!r} is defined twice")


@kind("no-standard", "5545 3.6.5")
def no_standard(source: Source) -> Iterator[Remark]:
    """A VTIMEZONE has a STANDARD."""
    for zone in source.components("VTIMEZONE"):
        if not zone.named("STANDARD"):
            yield at(zone, "this VTIMEZONE has no STANDARD")


@kind("incomplete-vtimezone", "5545 3.6.5")
def incomplete_vtimezone(source: Source) -> Iterator[Remark]:
    """A VTIMEZONE has what a reader needs."""
    for zone in source.components("VTIMEZONE"):
        if not zone.value("TZID").strip():
            yield at(zone, "this VTIMEZONE has no TZID")
        for part in zone.named("STANDARD", "DAYLIGHT"):
            for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"):
                if part.one(name) is None:
                    yield Remark(part.number, name, f"this {part.name} has no {name}")


@kind("invalid-offset", "5545 3.3.14")
def invalid_offset(source: Source) -> Iterator[Remark]:
    """An offset is written as such."""
    for part in source.components("STANDARD", "DAYLIGHT"):
        for line in part.all("TZOFFSETFROM", "TZOFFSETTO"):
            if offset_of(line.value) is None:
                yield at(line, f"{line.name} must be an offset, such as +0100")


@kind("onset-not-local", "5545 3.6.5")
def onset_not_local(source: Source) -> Iterator[Remark]:
    """An onset is in local time."""
    for part in source.components("STANDARD", "DAYLIGHT"):
        line = part.one("DTSTART")
        found = moment_of(line)
        if line and (found is None or found.form is not Form.FLOATING):
            yield at(line, "DTSTART of an onset is a local time without zone, such as 19700329T020000")


@kind("dates-in-vtimezone", "5545 3.6.5")
def dates_in_vtimezone(source: Source) -> Iterator[Remark]:
    """A VTIMEZONE is a rule, not a list."""
    for part in source.components("STANDARD", "DAYLIGHT"):
        for line in part.all("RDATE"):
            yield at(line, "this VTIMEZONE lists dates; common programs fail on them: write a yearly RRULE")


@kind("onset-outside-rule", "5545 3.8.5.3")
def onset_outside_rule(source: Source) -> Iterator[Remark]:
    """The first onset is one of its rule."""
    for zone in source.components("VTIMEZONE"):
        for observance in observances(zone) or []:
            if observance.rule and observance.start not in observance.onsets(observance.start.year):
                line = observance.component.one("DTSTART")
                yield at(line or observance.component, "DTSTART of this onset is not one that its RRULE yields")


@kind("fixed-offset-tzid", "5545 3.8.3.1")
def fixed_offset_tzid(source: Source) -> Iterator[Remark]:
    """A TZID names a place."""
    for tzid, line in _names(source):
        if _OFFSET.fullmatch(tzid):
            yield at(line, f"TZID {tzid!r} is a fixed offset; it cannot know when clocks change")


@kind("utc-tzid", "5545 3.2.19")
def utc_tzid(source: Source) -> Iterator[Remark]:
    """UTC is written with a Z."""
    for tzid, line in _names(source):
        if tzid.upper() in _UTC:
            yield at(line, f"TZID {tzid!r} is UTC; write the time with a Z and no TZID")


@kind("abbreviated-tzid", "5545 3.8.3.1")
def abbreviated_tzid(source: Source) -> Iterator[Remark]:
    """A TZID is no abbreviation."""
    for tzid, line in _names(source):
        if re.fullmatch(r"[A-Z]{2,5}|[A-Z]{3}[0-9][A-Z]{3}", tzid) and tzid not in _UTC:
            yield at(line, f"TZID {tzid!r} is an abbreviation; name the place, such as Europe/Vienna")


@kind("unknown-tzid", "5545 3.8.3.1")
def unknown_tzid(source: Source) -> Iterator[Remark]:
    """A TZID is in the tz database."""
    known_otherwise = (fixed_offset_tzid, utc_tzid, abbreviated_tzid)
    said = {remark.line for other in known_otherwise for remark in other.check(source)}
    for tzid, line in _names(source):
        if zone_of(tzid) is None and line.number not in said:
            yield at(line, f"TZID {tzid!r} is not a name of the tz database; many programs know only those")


@kind("wrong-offset", "5545 3.6.5")
def wrong_offset(source: Source) -> Iterator[Remark]:
    """A VTIMEZONE is right at each event."""
    clocks = {tzid: observances(zone) for tzid, zone in source.zones.items()}
    for moment in local_moments(source):
        clock, truth = clocks.get(moment.tzid), _true_offset(moment)
        if clock and truth is not None:
            said = offset_at(clock, moment.wall)
            if said != truth:
                name, tzid = moment.line.name, moment.tzid
                yield at(moment.line, f"{name} is at {_shown(truth)} in {tzid}; the VTIMEZONE says {_shown(said)}")


def _true_offset(moment: Moment) -> timedelta | None:
    zone = zone_of(moment.tzid)
    if zone is None or not 1970 < moment.wall.year < 2100:
        return None
    offsets = [moment.wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)]
    return offsets[0] if offsets[0] == offsets[1] else None


@kind("wrong-onset", "5545 3.6.5")
def wrong_onset(source: Source) -> Iterator[Remark]:
    """The clock changes when the VTIMEZONE says, in the years of the events."""
    years: dict[str, set[int]] = {}
    for moment in local_moments(source):
        years.setdefault(moment.tzid, set()).add(moment.wall.year)
    for tzid, component in source.zones.items():
        zone = zone_of(tzid)
        if zone is None:
            continue
        for observance in observances(component) or []:
            wrong = next(
                (found for year in sorted(years.get(tzid, ())) for found in _wrong(observance, zone, year)), None
            )
            if wrong:
                line = observance.component.one("DTSTART") or observance.component
                yield at(
                    line,
                    f"{observance.component.name} begins at {wrong:%Y-%m-%d %H:%M}, when {tzid} does not change so",
                )


def _wrong(observance: Observance, zone: ZoneInfo, year: int) -> Iterator[datetime]:
    """Yield onsets at which the zone does not go from the one offset to the other."""
    if observance.before == observance.after or not 1970 < year < 2100:
        return
    for onset in observance.onsets(year):
        moment = (onset - observance.before).replace(tzinfo=UTC)
        before = (moment - timedelta(seconds=1)).astimezone(zone).utcoffset()
        if (before, moment.astimezone(zone).utcoffset()) != (observance.before, observance.after):
            yield onset


def _shown(offset: timedelta) -> str:
    minutes = int(offset.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


KINDS: tuple[Kind, ...] = (
    tzid_without_vtimezone,
    vtimezone_after_use,
    unused_vtimezone,
    repeated_vtimezone,
    no_standard,
    incomplete_vtimezone,
    invalid_offset,
    onset_not_local,
    dates_in_vtimezone,
    onset_outside_rule,
    fixed_offset_tzid,
    utc_tzid,
    abbreviated_tzid,
    unknown_tzid,
    wrong_offset,
    wrong_onset,
)
