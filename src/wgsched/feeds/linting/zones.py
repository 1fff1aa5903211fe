"""Time zones: named, defined, and right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from wgsched.feeds.linting.kind import DefectKind, at, each_line, kind
from wgsched.feeds.linting.moments import Form, local_moments, moment_of, offset_of, zone_of
from wgsched.feeds.linting.observances import Observance, observances, offset_at
from wgsched.feeds.linting.source import ContentLine, Remark, Source

_OFFSET = re.compile(r"(?:Etc/)?(?:UTC|GMT|Z)?[+-][0-9]{1,2}(?::?[0-9]{2})?", re.IGNORECASE)
_UTC = ("UTC", "Z", "ZULU", "GMT", "UCT", "ETC/UTC", "ETC/GMT", "ETC/UCT", "ETC/ZULU", "UNIVERSAL")


def _uses(source: Source) -> Iterator[tuple[str, ContentLine]]:
    """Yield each TZID with each line that uses it."""
    for line in source.lines():
        if "TZID" in line.parameters:
            yield line.parameter("TZID"), line


def _names(source: Source) -> Iterator[tuple[str, ContentLine]]:
    """Yield each TZID once, with the line that first says it: its definition, or its use."""
    seen: set[str] = set()
    defined = [(line.value, line) for zone in source.components("VTIMEZONE") for line in zone.all("TZID")]
    for tzid, line in [*defined, *_uses(source)]:
        if tzid not in seen:
            seen.add(tzid)
            yield tzid, line


@kind("tzid-without-vtimezone", "5545 3.2.19")
def _tzid_without_vtimezone(source: Source) -> Iterator[Remark]:
    said = set()
    for tzid, line in _uses(source):
        if tzid not in source.zones and tzid not in said:
            said.add(tzid)
            yield at(line, f"TZID {tzid!r} has no VTIMEZONE in this file")


@kind("vtimezone-after-use", "5545 3.6.5")
def _vtimezone_after_use(source: Source) -> Iterator[Remark]:
    first: dict[str, int] = {}
    for tzid, line in _uses(source):
        first.setdefault(tzid, line.number)
    for tzid, zone in source.zones.items():
        if first.get(tzid, zone.number) < zone.number:
            yield at(zone, f"this VTIMEZONE comes after line {first[tzid]}, which needs it; some programs read once")


@kind("unused-vtimezone", "5545 3.6.5")
def _unused_vtimezone(source: Source) -> Iterator[Remark]:
    used = {tzid for tzid, _ in _uses(source)}
    for tzid, zone in source.zones.items():
        if tzid not in used:
            yield at(zone, f"nothing in this file uses the VTIMEZONE {tzid!r}")


@kind("repeated-vtimezone", "5545 3.6.5")
def _repeated_vtimezone(source: Source) -> Iterator[Remark]:
    count = Counter(zone.value("TZID") for zone in source.components("VTIMEZONE"))
    for zone in source.components("VTIMEZONE"):
        if count[zone.value("TZID")] > 1 and zone is not source.zones[zone.value("TZID")]:
            yield at(zone, f"the VTIMEZONE {zone.value('TZID')!r} is defined twice")


@kind("no-standard", "5545 3.6.5")
def _no_standard(source: Source) -> Iterator[Remark]:
    for zone in source.components("VTIMEZONE"):
        if not zone.named("STANDARD"):
            yield at(zone, "this VTIMEZONE has no STANDARD")


@kind("incomplete-vtimezone", "5545 3.6.5")
def _incomplete_vtimezone(source: Source) -> Iterator[Remark]:
    for zone in source.components("VTIMEZONE"):
        if not zone.value("TZID").strip():
            yield at(zone, "this VTIMEZONE has no TZID")
        for part in zone.named("STANDARD", "DAYLIGHT"):
            for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"):
                if part.one(name) is None:
                    yield Remark(part.number, name, f"this {part.name} has no {name}")


@each_line(
    "invalid-offset",
    "5545 3.3.14",
    "TZOFFSETFROM TZOFFSETTO",
    "{name} must be an offset, such as +0100",
    inside="STANDARD DAYLIGHT",
)
def _invalid_offset(line: ContentLine) -> bool:
    return offset_of(line.value) is None


@each_line(
    "dates-in-vtimezone",
    "5545 3.6.5",
    "RDATE",
    "this VTIMEZONE lists dates; common programs fail on them: write a yearly RRULE",
    inside="STANDARD DAYLIGHT",
)
def _dates_in_vtimezone(_: ContentLine) -> bool:
    return True


@kind("onset-not-local", "5545 3.6.5")
def _onset_not_local(source: Source) -> Iterator[Remark]:
    for part in source.components("STANDARD", "DAYLIGHT"):
        line = part.one("DTSTART")
        onset = moment_of(line)
        if line and (onset is None or onset.form is not Form.FLOATING):
            yield at(line, "DTSTART of an onset is a local time without zone, such as 19700329T020000")


@kind("onset-outside-rule", "5545 3.8.5.3")
def _onset_outside_rule(source: Source) -> Iterator[Remark]:
    for zone in source.components("VTIMEZONE"):
        for observance in observances(zone) or []:
            if observance.rule and observance.start not in observance.onsets(observance.start.year):
                line = observance.component.one("DTSTART")
                yield at(line or observance.component, "DTSTART of this onset is not one that its RRULE yields")


def _named(code: str, rfc: str, is_wrong: Callable[[str], bool], why: str) -> DefectKind:
    """Make a kind of defect of the names of zones."""

    def check(source: Source) -> Iterator[Remark]:
        for tzid, line in _names(source):
            if is_wrong(tzid):
                yield at(line, f"TZID {tzid!r} {why}")

    return kind(code, rfc)(check)


def _is_fixed(tzid: str) -> bool:
    return _OFFSET.fullmatch(tzid) is not None


def _is_utc(tzid: str) -> bool:
    return tzid.upper() in _UTC


def _is_short(tzid: str) -> bool:
    return re.fullmatch(r"[A-Z]{2,5}|[A-Z]{3}[0-9][A-Z]{3}", tzid) is not None and tzid not in _UTC


_named("fixed-offset-tzid", "5545 3.8.3.1", _is_fixed, "is a fixed offset; it cannot know when clocks change")
_named("utc-tzid", "5545 3.2.19", _is_utc, "is UTC; write the time with a Z and no TZID")
_named("abbreviated-tzid", "5545 3.8.3.1", _is_short, "is an abbreviation; name the place, such as Europe/Vienna")
_named(
    "unknown-tzid",
    "5545 3.8.3.1",
    lambda tzid: zone_of(tzid) is None and not (_is_fixed(tzid) or _is_utc(tzid) or _is_short(tzid)),
    "is not a name of the tz database; many programs know only those",
)


@kind("wrong-offset", "5545 3.6.5")
def _wrong_offset(source: Source) -> Iterator[Remark]:
    clocks = {tzid: observances(zone) for tzid, zone in source.zones.items()}
    for moment in local_moments(source):
        clock, (truth, other) = clocks.get(moment.tzid), moment.offsets
        if clock and truth == other and zone_of(moment.tzid) and 1970 < moment.wall.year < 2100:
            said = offset_at(clock, moment.wall)
            if said != truth:
                name, tzid = moment.line.name, moment.tzid
                yield at(moment.line, f"{name} is at {_shown(truth)} in {tzid}; the VTIMEZONE says {_shown(said)}")


@kind("wrong-onset", "5545 3.6.5")
def _wrong_onset(source: Source) -> Iterator[Remark]:
    years: dict[str, set[int]] = {}
    for moment in local_moments(source):
        years.setdefault(moment.tzid, set()).add(moment.wall.year)
    for tzid, component in source.zones.items():
        zone = zone_of(tzid)
        if zone is None:
            continue
        for observance in observances(component) or []:
            wrong = [onset for year in sorted(years.get(tzid, ())) for onset in _wrong(observance, zone, year)]
            if wrong:
                name, line = observance.component.name, observance.component.one("DTSTART") or observance.component
                yield at(line, f"{name} begins at {wrong[0]:%Y-%m-%d %H:%M}, when {tzid} does not change so")


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
