"""When events begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from wgsched.feeds.linting.kind import at, kind
from wgsched.feeds.linting.moments import Form, WrittenTime, local_moments, moment_of, timed
from wgsched.feeds.linting.source import Component, Remark, Source

_TIMES = ("DTSTART", "DTEND", "RECURRENCE-ID", "DUE")


def _ends(source: Source) -> Iterator[tuple[Component, WrittenTime, WrittenTime]]:
    for event in source.events:
        opens, closes = moment_of(event.one("DTSTART")), moment_of(event.one("DTEND"))
        if opens and closes:
            yield event, opens, closes


@kind("invalid-time", "5545 3.3.5")
def _invalid_time(source: Source) -> Iterator[Remark]:
    for event in source.events:
        for line in event.all(*_TIMES):
            if moment_of(line) is None:
                yield at(line, f"{line.name} is not a date or time that exists")


@kind("undeclared-date", "5545 3.3.4")
def _undeclared_date(source: Source) -> Iterator[Remark]:
    for event in source.events:
        for moment in timed(event, *_TIMES):
            declared = moment.line.parameter("VALUE").upper() == "DATE"
            if declared != (moment.form is Form.DATE):
                said = "must declare VALUE=DATE" if moment.form is Form.DATE else "is a time and declares VALUE=DATE"
                yield at(moment.line, f"{moment.line.name} {said}")


@kind("mixed-value-types", "5545 3.8.2.2")
def _mixed_value_types(source: Source) -> Iterator[Remark]:
    for _, opens, closes in _ends(source):
        if (opens.form is Form.DATE) != (closes.form is Form.DATE):
            yield at(closes.line, "one of DTSTART and DTEND is a whole day, the other a time")


@kind("mixed-clocks", "5545 3.8.2.2")
def _mixed_clocks(source: Source) -> Iterator[Remark]:
    for _, opens, closes in _ends(source):
        forms = {opens.form, closes.form}
        if Form.FLOATING in forms and forms & {Form.UTC, Form.LOCAL}:
            yield at(closes.line, "one of DTSTART and DTEND has no zone, and the other has")


@kind("end-before-start", "5545 3.8.2.2")
def _end_before_start(source: Source) -> Iterator[Remark]:
    for _, opens, closes in _ends(source):
        if Form.DATE not in (opens.form, closes.form) and _not_later(opens, closes):
            yield at(closes.line, "DTEND must be later than DTSTART")


@kind("inclusive-end", "5545 3.6.1")
def _inclusive_end(source: Source) -> Iterator[Remark]:
    for _, opens, closes in _ends(source):
        if opens.form is closes.form is Form.DATE and closes.wall <= opens.wall:
            yield at(closes.line, "DTEND of whole days is the day after the last one, so it must be later than DTSTART")


def _not_later(opens: WrittenTime, closes: WrittenTime) -> bool:
    one, other = opens.instant, closes.instant
    if one and other:
        return other <= one
    return opens.tzid == closes.tzid and opens.form is closes.form and closes.wall <= opens.wall


@kind("end-and-duration", "5545 3.6.1")
def _end_and_duration(source: Source) -> Iterator[Remark]:
    for event in source.events:
        line = event.one("DURATION")
        if line and event.one("DTEND"):
            yield at(line, "an event has DTEND or DURATION, never both")


@kind("floating-time", "5545 3.3.5")
def _floating_time(source: Source) -> Iterator[Remark]:
    for event in source.events:
        for moment in timed(event, *_TIMES):
            if moment.form is Form.FLOATING:
                yield at(moment.line, f"{moment.line.name} has no zone: every reader takes it for a time of their own")


@kind("utc-with-tzid", "5545 3.2.19")
def _utc_with_tzid(source: Source) -> Iterator[Remark]:
    for event in source.events:
        for moment in timed(event, *_TIMES):
            if moment.form in (Form.UTC, Form.DATE) and "TZID" in moment.line.parameters:
                yield at(moment.line, f"{moment.line.name} is {moment.form.value} and must not have a TZID")


@kind("repeated-hour", "5545 3.3.5")
def _repeated_hour(source: Source) -> Iterator[Remark]:
    for moment in local_moments(source):
        early, late = moment.offsets
        if early > late:
            yield at(moment.line, f"{_shown(moment.wall)} comes twice in {moment.tzid}; write it in UTC")


@kind("skipped-hour", "5545 3.3.5")
def _skipped_hour(source: Source) -> Iterator[Remark]:
    for moment in local_moments(source):
        early, late = moment.offsets
        if early < late:
            yield at(moment.line, f"{_shown(moment.wall)} does not exist in {moment.tzid}; write it in UTC")


def _shown(wall: datetime) -> str:
    return f"{wall:%H:%M} on {wall:%Y-%m-%d}"
