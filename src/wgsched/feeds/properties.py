"""Property values as feeds need them, with the parameters that RFC 7986 asks for and libraries leave out.

A value is set on a component by name: ``event["SUMMARY"] = text("2 (a)", language="en")``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, vCategory, vDate, vDatetime, vDuration, vGeo, vInt, vText, vUri

from wgsched.feeds.folding import clean

TRANSLATION = "X-WGSCHED-TRANSLATION"
"""Names the same feed in another language. RFC 9253 has LINK for it, which older parsers refuse; X- names they skip."""


def text(value: str, *, language: str | None = None) -> vText:
    """Return a TEXT value, in a language where one is given; RFC 5545, section 3.2.10."""
    plain = value if value.isprintable() else clean(value)
    return vText(plain, params={"LANGUAGE": language} if language else None)


def number(value: int) -> vInt:
    """Return an INTEGER value, for SEQUENCE."""
    return vInt(value)


def utc(moment: datetime) -> vDatetime:
    """Return a moment in UTC, to the second; the moment must know its zone."""
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a zone: {moment}")
    inst = moment.astimezone(UTC)
    return vDatetime(datetime(inst.year, inst.month, inst.day, inst.hour, inst.minute, inst.second, tzinfo=UTC))


def local(wall: datetime, tzid: str | None = None) -> vDatetime:
    """Return a wall time as it stands, with its TZID where one is given; RFC 5545, section 3.2.19."""
    value = vDatetime(datetime(wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second))  # noqa: DTZ001
    if tzid:
        value.params["TZID"] = tzid  # set here: the library would rather write an equivalent zone, or UTC
    return value


def days(first: date, last: date) -> tuple[vDate, vDate]:
    """Return DTSTART and DTEND of an all-day event; DTEND is the day after the last one."""
    ends = (date(first.year, first.month, first.day), date(last.year, last.month, last.day) + timedelta(days=1))
    return vDate(ends[0], params={"VALUE": "DATE"}), vDate(ends[1], params={"VALUE": "DATE"})


def uri(value: str, *, declared: bool = False, language: str | None = None) -> vUri:
    """Return an address; SOURCE, CONFERENCE and IMAGE must declare that it is one; RFC 7986, sections 5.8 to 5.11."""
    params = {**({"VALUE": "URI"} if declared else {}), **({"LANGUAGE": language} if language else {})}
    return vUri(clean(value).replace("\n", ""), params=params)


def conference(address: str, *, label: str | None = None, language: str | None = None) -> vUri:
    """Return where an interpretation channel is heard; RFC 7986, section 5.11."""
    value = uri(address, declared=True)
    value.params["FEATURE"] = "AUDIO"
    value.params.update({name: each for name, each in (("LABEL", label), ("LANGUAGE", language)) if each})
    return value


def categories(names: Iterable[str], *, language: str | None = None) -> vCategory:
    """Return CATEGORIES; a comma or semicolon in a name becomes a space, since common clients split there."""
    plain = [" ".join(clean(name).replace(",", " ").replace(";", " ").split()) for name in names]
    value = vCategory([*filter(None, plain)])
    if language:
        value.params["LANGUAGE"] = language
    return value


def geo(latitude: float, longitude: float) -> vGeo:
    """Return a place on earth, in degrees, to six decimals (a tenth of a metre)."""
    return vGeo((round(float(latitude), 6), round(float(longitude), 6)))


def new_calendar(
    *,
    prodid: str,
    name: str,
    language: str,
    modified: datetime,
    refresh: timedelta,
    source: str | None = None,
    color: str | None = None,
    translations: Mapping[str, str] | None = None,
) -> Calendar:
    """Return a VCALENDAR without events and without a UID (with one, sync tools take the feed for a single event).

    ``refresh`` is how often a client should come again; ``modified`` becomes LAST-MODIFIED; ``source`` is the feed's
    own address; ``color`` is a CSS colour name; ``translations`` are the addresses of the same feed in other languages.
    No METHOD: without an ORGANIZER it would be wrong.
    """
    calendar = Calendar()
    calendar["VERSION"], calendar["CALSCALE"], calendar["PRODID"] = vText("2.0"), vText("GREGORIAN"), vText(prodid)
    calendar["NAME"], calendar["X-WR-CALNAME"] = text(name, language=language), text(name)
    calendar["LAST-MODIFIED"] = utc(modified)
    calendar["REFRESH-INTERVAL"] = interval = vDuration(refresh, params={"VALUE": "DURATION"})
    calendar["X-PUBLISHED-TTL"] = vText(interval.to_ical().decode())  # type: ignore[no-untyped-call]
    if source:
        calendar["SOURCE"] = uri(source, declared=True)
    if color:
        calendar["COLOR"] = vText(color)
    if translations:
        calendar[TRANSLATION] = [
            uri(address, declared=True, language=code) for code, address in sorted(translations.items())
        ]
    return calendar
