"""The place: its zone, its usual hours, its holidays; known duty stations bring all three."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from importlib.resources import files
from typing import Any

from pendulum import Date

from wgsched.errors import BadInput
from wgsched.files.building.context import Context
from wgsched.files.faults import suggestion
from wgsched.files.grammar import Wrong, read_day, read_periods
from wgsched.files.grammar.words import checked_zone
from wgsched.files.nodes import plain
from wgsched.files.shape import SessionShape
from wgsched.files.source import read_nodes
from wgsched.model import Holiday, Place, Text

_PLACES = "Any other place: {title: {en: Doha}, zone: Asia/Qatar}."


@cache
def stations() -> dict[str, Any]:
    """Return the known duty stations by their English names, as plain data."""
    data = plain(read_nodes((files("wgsched.files") / "stations.yaml").read_bytes(), "stations.yaml"))
    assert isinstance(data, dict)  # noqa: S101 - our own file
    return data


def place_of(shape: SessionShape, days: tuple[Date, ...], context: Context) -> Place:
    """Return the place of a session, with its holidays in the years of its days."""
    given = shape.place
    if given is None:
        context.faults.at((), "the key 'place' is missing", "Expected for example place: Vienna.")
        return Place("?", Text(), "UTC")
    station = _station(given.key, context)
    title = given.title or Text(station.get("title", {}))
    zone = _zone(shape, station, context)
    hours = station.get("hours", "10-13, 15-18")
    key = given.key or title.best("en", shape.original) or "?"
    place = Place(key, title or Text(en=key), zone, read_periods([hours]), _holidays(shape, station, days, context))
    located = replace(place, geo=given.geo or "")
    try:
        _ = located.position
    except BadInput as bad:
        context.faults.at(("place", "geo"), str(bad.faults[0]))
        return place
    return located


def _station(name: str | None, context: Context) -> dict[str, Any]:
    if name is None:
        return {}
    named = {
        called: station
        for key, station in stations().items()
        for called in (key, *station.get("title", {}).values())
        if key != "every station"
    }
    for called, station in named.items():
        if name.lower() == called.lower():
            return dict(station)
    hint = suggestion(name.partition(",")[0], named)
    context.faults.at(("place",), f"{name!r} is not a known duty station", f"{hint} {_PLACES}".strip())
    return {"zone": "UTC"}


def _zone(shape: SessionShape, station: dict[str, Any], context: Context) -> str:
    own = shape.place.zone if shape.place else None
    path = ("zone",) if shape.zone else ("place", "zone")
    zone = shape.zone or own or station.get("zone")
    if zone is None:
        context.faults.at(("place",), "the time zone is missing", _PLACES)
    elif context.attempt(path, checked_zone, zone, default=None) is None:
        zone = None
    return zone or "UTC"


def _holidays(
    shape: SessionShape, station: dict[str, Any], days: tuple[Date, ...], context: Context
) -> tuple[Holiday, ...]:
    if shape.holidays is not None and not shape.holidays:
        return ()
    years = sorted({day.year for day in days})
    holidays: dict[Date, Holiday | None] = {}
    for usual in (stations()["every station"], station):
        for written, title in usual.get("holidays", {}).items():
            for date in _dates(written, years):
                holidays[date] = _holiday(date, title, Text(title) if isinstance(title, dict) else Text())
    own_date = partial(read_day, year=years[-1] if years else None, among=days)
    for written, own in (shape.holidays or {}).items():
        day = context.attempt(("holidays", written), own_date, written, default=None)
        if day:
            holidays[day] = _holiday(day, own, own if isinstance(own, Text) else Text())
    ordered = (holidays[date] for date in sorted(holidays) if date.year in years)
    return tuple(holiday for holiday in ordered if holiday)


def _holiday(date: Date, word: Any, title: Text) -> Holiday | None:
    if word == "none":
        return None
    return Holiday(date, Text() if word == "avoid" else title, firm=word != "avoid")


def _dates(written: str, years: list[int]) -> tuple[Date, ...]:
    """Return the dates of a day of our own data; one without a year comes every year."""
    try:
        return (read_day(written),)
    except Wrong:
        return tuple(read_day(written, year=year) for year in years)
