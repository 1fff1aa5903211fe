"""Both schedule files have the shape that conference apps read: every name, its kind, and no name besides.

Written from what the validators at github.com/voc/schedule ask of such files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from uuid import UUID
from xml.etree.ElementTree import Element, fromstring

import jsonschema
import pytest

from tests.feeds.samples import full, whole
from tests.feeds.test_additions import given
from tests.sessions import at
from wgsched.model import SIX, Programme
from wgsched.publishing import publish

TEXT, WHOLE = {"type": "string"}, {"type": "integer", "minimum": 1}
HOUR, LENGTH = (
    {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    {
        "type": "string",
        "pattern": "^[0-9]{1,2}:[0-9]{2}$",
    },
)
DAY, MOMENT = {"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}


def exactly(**names: object) -> dict[str, object]:
    return {"type": "object", "properties": names, "required": [*names], "additionalProperties": False}


def rows(of: object) -> dict[str, object]:
    return {"type": "array", "items": of}


EVENT = exactly(
    id=WHOLE,
    guid={"type": "string", "format": "uuid"},
    date=MOMENT,
    start=HOUR,
    duration=LENGTH,
    room=TEXT,
    slug={"type": "string", "pattern": "^[a-z0-9_-]+[a-z0-9]$"},
    url=TEXT,
    title=TEXT,
    subtitle=TEXT,
    track=TEXT,
    type=TEXT,
    language=TEXT,
    abstract=TEXT,
    description=TEXT,
    persons=rows({}),
    links=rows({}),
)
HELD = exactly(
    index=WHOLE,
    date=DAY,
    day_start=MOMENT,
    day_end=MOMENT,
    rooms={"type": "object", "additionalProperties": rows(EVENT)},
)
CONFERENCE = exactly(
    acronym={"type": "string", "pattern": "^[a-z0-9_]{4,}$"},
    title=TEXT,
    start=DAY,
    end=DAY,
    daysCount=WHOLE,
    timeslot_duration=LENGTH,
    time_zone_name={"type": "string", "pattern": "^[A-Z][a-z]+/[A-Z][a-z]+"},
    days=rows(HELD),
)
SCHEDULE = exactly(schedule=exactly(version=TEXT, conference=CONFERENCE))

MANY = {"schedule": "day", "day": "room", "room": "event", "links": "link"}
ONCE = {
    "schedule": ["version", "conference"],
    "conference": ["acronym", "title", "start", "end", "days", "timeslot_duration"],
    "event": [
        *("room", "title", "subtitle", "type", "date", "start", "duration", "abstract", "description", "slug"),
        *("track", "language", "links"),
    ],
}
KINDS = {
    ("conference", "start"): date.fromisoformat,
    ("conference", "end"): date.fromisoformat,
    ("event", "date"): datetime.fromisoformat,
    ("event", "start"): re.compile(HOUR["pattern"]).fullmatch,
    ("event", "duration"): re.compile(LENGTH["pattern"]).fullmatch,
}


@pytest.fixture(scope="module", params=[full, whole, given], ids=lambda make: make.__name__)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    made: Programme = request.param()
    publish(made, folder, moment=at(1, 9), papers=(), site="https://example.org/wg")
    return folder


@pytest.mark.parametrize("language", SIX)
def test_the_json_file_has_its_shape(site, language):
    checker = jsonschema.Draft202012Validator(SCHEDULE, format_checker=jsonschema.FormatChecker())
    found = json.loads((site / language / "schedule.json").read_text())
    assert [(list(each.path), each.message) for each in checker.iter_errors(found)] == []


@pytest.mark.parametrize("language", SIX)
def test_the_xml_file_has_its_shape(site, language):
    root = fromstring((site / language / "schedule.xml").read_bytes())
    assert list(faults(root)) == []
    events = root.findall("day/room/event")
    for names in ([each.get("id") for each in events], [each.get("guid") for each in events]):
        assert len({*names}) == len(events)
    assert len({each.findtext("slug") for each in events}) == len(events) > 0


def faults(element: Element) -> Iterator[str]:
    """Yield what is missing, unknown, twice, or of another kind, from top to bottom."""
    many = MANY.get(element.tag)
    once = [each.tag for each in element if each.tag != many]
    if once != ONCE.get(element.tag, []):
        yield f"{element.tag}: {once}"
    if element.tag == "event" and not (UUID(element.attrib["guid"]) and int(element.attrib["id"]) > 0):
        yield f"event: {element.attrib}"
    for child in element:
        reads = KINDS.get((element.tag, child.tag))
        if reads and not reads(child.text or ""):
            yield f"{element.tag}/{child.tag}: {child.text}"
        yield from faults(child)
