"""What papers do not say: found in the properties of the files, given, or asked for all at once."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from wgsched.errors import BadInput, Fault
from wgsched.files.building.place import stations
from wgsched.files.grammar import read_days, read_periods
from wgsched.files.grammar.words import Wrong, checked_zone
from wgsched.model.gate import is_zone
from wgsched.reading.account import Account
from wgsched.reading.assembly.dating import set_dates
from wgsched.reading.assembly.facts import Facts, ReadEvent, ReadSitting
from wgsched.reading.assembly.header import SYMBOL, station_in
from wgsched.reading.assembly.programme import NO_DAY
from wgsched.reading.assembly.sittings import Periods
from wgsched.reading.blocks import Paper, ParagraphBlock
from wgsched.reading.grammar.days import WrittenDay
from wgsched.reading.grammar.hours import DAY, read_hours
from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists, words_of


def ask(
    facts: Facts, papers: Sequence[Paper], account: Account, file: str, *, year: int | None, place: str | None
) -> None:
    """Find year, place and body, or ask for all that are not known at once.

    Raises:
        BadInput: naming what is not known, and the option that answers.
    """
    properties = {name: text for paper in papers for name, text in paper.properties.items()}
    if not facts.symbol and SYMBOL.fullmatch(properties.get("symbol", "")):
        facts.symbol = properties["symbol"]
    if not facts.body and _is_body(properties, papers, words_of(facts.language)):
        facts.body = properties["body"]
        account.inferred("", facts.body, "the body, from the properties of the file")
    if not facts.place and is_zone(properties.get("zone", "")):
        facts.place = given_place(properties["zone"])
        account.inferred("", properties["zone"], "the place, from the time zone")
    asked: list[Fault] = []
    try:
        set_dates(facts, account, file, year=year)
    except BadInput as bad:
        asked.extend(bad.faults)
    if place:
        facts.place = given_place(place)
        _rezoned(facts, account, properties.get("zone", ""), _zone_of(facts.place))
    if not facts.place:
        asked.append(Fault("which place? The paper does not say", file,
                           hint="Answer with --place PLACE: a duty station such as Vienna, or a time zone such as "
                           "Europe/Vienna."))  # fmt: skip
    if not facts.body:
        asked.append(Fault("which body? The paper does not say", file, hint="Answer with --body NAME."))
    if not asked and not facts.days:
        asked.append(
            Fault("which days? The paper does not say", file, hint="Answer with --days DAYS, such as 14 - 15 May 2009.")
        )
    if asked:
        raise BadInput(*asked)


FEWEST = 2
"""Lines with hours, from one to another, in a paper that is the programme of a day."""

SHORT = 70
"""Characters of such a line."""


def refusal(facts: Facts, papers: Sequence[Paper], account: Account, words: WordLists) -> BadInput:
    """Return the refusal of papers in which nothing is taken up; where only their day is missing, it is asked for."""
    file = papers[0].file if papers else ""
    lines = [block.text for paper in papers for block in paper.blocks if isinstance(block, ParagraphBlock)]
    hours = [read_hours(line, words) for line in lines if len(line) < SHORT]
    timed = sum(each is not None and each.closes is not None for each in hours) >= FEWEST
    if timed or any(entry.meaning == NO_DAY for entry in account):
        return BadInput(Fault("which day? The paper does not say", file, hint="Answer with --days DAY."))
    hint = "A programme has days and hours with what is taken up in them, an agenda numbered items."
    why = "names a meeting, and nothing that it takes up" if facts.bare else "holds neither a programme nor an agenda"
    return BadInput(Fault(why, file, hint=hint))


def _zone_of(place: str) -> str:
    """Return the zone of a place as session files write it."""
    return place.rpartition("zone: ")[2].rstrip("}") if place.startswith("{") else str(stations()[place]["zone"])


def _rezoned(facts: Facts, account: Account, zone: str, other: str) -> None:
    """Put the hours of an export on the clock of the place that is given."""
    if not is_zone(zone) or zone == other:
        return
    moved: list[ReadSitting | ReadEvent] = [*facts.sittings, *facts.events]
    for each in moved:
        if each.day is None or each.closes is None or (each.opens, each.closes) == (0, DAY):
            continue  # a whole day is the same everywhere
        midnight = datetime.datetime(each.day.year, each.day.month, each.day.day, tzinfo=ZoneInfo(zone))
        length = each.closes - each.opens
        moment = (midnight + datetime.timedelta(minutes=each.opens)).astimezone(ZoneInfo(other))
        each.day, each.opens = moment.date(), moment.hour * 60 + moment.minute
        each.closes = each.opens + length
    facts.days = sorted({each.day for each in moved if each.day})
    account.inferred("", "", f"hours of {zone}, on the clock of {other}")


def _is_body(properties: Mapping[str, str], papers: Sequence[Paper], words: WordLists) -> bool:
    """Return whether the author of a file is a body, and no person: it has a symbol, or the name of a body."""
    body = properties.get("body", "")
    named = any(low(str(name)) in low(body) for kind in words.data["kinds"].values() for name in kind)
    exported = any(paper.format in ("ics", "schedule") for paper in papers)  # whose title one word may be
    return bool(body) and (exported or named or bool(properties.get("symbol")))


def usual_hours(place: str) -> Periods:
    """Return the usual periods of a day at a place, in minutes after midnight."""
    hours = stations().get(place, {}).get("hours", "10-13, 15-18")
    return tuple(
        (each.opens.hour * 60 + each.opens.minute, each.closes.hour * 60 + each.closes.minute)
        for each in read_periods([hours])
    )


def given_days(days: str, year: int | None) -> WrittenDay:
    """Return the days that were given, as one stretch.

    Raises:
        BadInput: they are no days.
    """
    try:
        dates = read_days(days, year=year)
    except Wrong as wrong:
        raise BadInput(Fault(wrong.message, hint=wrong.hint)) from None
    first, last = (WrittenDay(day.day, day.month, day.year) for day in (dates[0], dates[-1]))
    return replace(first, last=last)


def given_place(place: str) -> str:
    """Return a place as session files write it: a known duty station, or what has the name of a time zone.

    Raises:
        BadInput: it is neither.
    """
    if station := station_in(place):
        return station
    try:
        zone = checked_zone(place)
    except Wrong as wrong:
        raise BadInput(Fault(f"{place!r} is neither a known duty station nor a time zone", hint=wrong.hint)) from None
    city = zone.rsplit("/", 1)[-1].replace("_", " ")
    return f"{{title: {{en: {city}}}, zone: {zone}}}"
