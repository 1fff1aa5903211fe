"""The session file: blocks in the order in which a person would type them, each with what it was inferred from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wgsched.reading.account import Account, Fate
from wgsched.reading.assembly.facts import Facts, ReadAnnotation, ReadItem, ReadRow
from wgsched.reading.assembly.items import parent_of
from wgsched.reading.grammar.texts import low
from wgsched.reading.writing.scalars import by_language, day_said, flow, hours_said, listed, scalar
from wgsched.reading.writing.timetable import Timetable

MOST_NOTES = 40
"""Inferences that the head of the file lists; the report has them all."""


def session_text(facts: Facts, account: Account, names: str) -> str:
    """Return the text of a session file."""
    timetable = Timetable(facts)
    blocks = (
        _top(account, names), _header(facts), timetable.days_lines(), timetable.hours_lines(), _papers(facts),
        _services(facts, timetable), _rooms(facts, timetable), _holidays(facts), _agenda(facts, timetable),
        _entries(facts, timetable), _events(facts), _documents(facts), _mandates(facts),
        _organization(facts, timetable),
    )  # fmt: skip
    return "".join(f"{line}\n" for block in blocks for line in block)


def _top(account: Account, names: str) -> Iterator[str]:
    yield f"# Read from {' '.join(names.split())}."
    notes = [entry.meaning if not entry.text else str(entry) for entry in account.of(Fate.INFERRED)]
    if notes:
        yield "# Inferred, to be checked:"
        yield from (f"# - {' '.join(note.split())}" for note in notes[:MOST_NOTES])
        if len(notes) > MOST_NOTES:
            yield f"# - and {len(notes) - MOST_NOTES} more, which the report of the import lists"
    yield ""


def _header(facts: Facts) -> Iterator[str]:
    if facts.symbol:
        yield f"symbol: {scalar(facts.symbol)}"
    yield f"body: {by_language(facts.body, facts.language)}"
    if facts.parent:
        yield f"parent: {by_language(facts.parent, facts.language)}"
    if facts.kind:
        yield f"kind: {facts.kind}"
    if facts.ordinal:
        yield f"ordinal: {facts.ordinal}"
    yield f"place: {facts.place if facts.place.startswith('{') else scalar(facts.place)}"


def _papers(facts: Facts) -> Iterator[str]:
    if facts.issued:
        yield f"issued: {day_said(facts.issued)}"
    yield f"original: {facts.original or facts.language}"
    yield f"languages: [{facts.language}]"


def _services(facts: Facts, timetable: Timetable) -> Iterator[str]:
    if facts.interpreted is False:
        yield f"services: {flow({'interpretation': 'none'})}"
        return
    values = {"interpretation": "six", "teams": str(timetable.at_once())} if facts.interpreted else {}
    if facts.meetings_a_day:
        values["meetings a day"] = str(facts.meetings_a_day)
    if values:
        yield f"services: {flow(values)}"


def _block(name: str, entries: Mapping[str, str], *, apart: bool = True) -> Iterator[str]:
    """Yield a block, an entry on each line, below an empty line if ``apart``; nothing where it has no entry."""
    if entries:
        yield from ("",) * apart
        yield f"{name}:"
        yield from (f"  {key}: {value}" for key, value in entries.items())


def _rooms(facts: Facts, timetable: Timetable) -> Iterator[str]:
    roomed = [each for each in facts.meetings if each.room]
    rooms = {timetable.name(each): flow({"room": scalar(each.room)}) for each in roomed}
    return _block("meetings", rooms, apart=False)


def _holidays(facts: Facts) -> Iterator[str]:
    titles = {day_said(day): by_language(title, facts.language) for day, title in facts.holidays.items()}
    return _block("holidays", titles, apart=False)


def _agenda(facts: Facts, timetable: Timetable) -> Iterator[str]:
    yield ""
    yield "agenda:" if facts.items else "agenda: {}"
    for number, item in facts.items.items():
        values = _values(item, facts, timetable)
        note = f"    # {'; '.join(item.notes)}" if item.notes else ""
        if not item.annotations:
            yield f"  {number}: {flow(values)}{note}"
            continue
        yield f"  {number}:{note}"
        yield from (f"    {key}: {value}" for key, value in values.items())
        yield "    annotations:"
        for each in item.annotations:
            yield from _annotation(each, facts.language)


def _values(item: ReadItem, facts: Facts, timetable: Timetable) -> dict[str, str]:
    values: dict[str, str] = {}
    if item.role:
        values["is"] = item.role
    if item.title:
        values["title"] = by_language(item.title, facts.language)
    if item.annex and not _printed_alike(item, facts):
        values["annex"] = by_language(item.annex, facts.language)
    if item.jointly:
        values["jointly with"] = item.jointly
    elif item.minutes:
        values["takes"] = _takes(item)
    elif facts.sittings and all(parent_of(other) != item.number for other in facts.items):
        values["takes"] = "none"
    if timetable.several and item.forums:
        keys = [timetable.keys[forum] for forum in item.forums]
        values["forum"] = keys[0] if len(keys) == 1 else listed(keys)
    return values


def _printed_alike(item: ReadItem, facts: Facts) -> bool:
    """Return whether an annex prints an item's title as the paper does, so that it needs none of its own."""
    above = facts.items.get(parent_of(item.number))
    if low(item.annex) == low(item.title):
        return above is None or above.role == "organizational-matters" or not above.title
    heads = [low(f"{above.title}{sign}{item.title}") for sign in (": ", ":", " : ")] if above else []
    return low(item.annex) in heads


def _takes(item: ReadItem) -> str:
    lengths = [f"{'~' if item.estimate else ''}{minutes} min" for minutes in item.minutes]
    return lengths[0] if len(lengths) == 1 else listed(lengths)


def _annotation(each: ReadAnnotation, language: str) -> Iterator[str]:
    if not each.points:
        yield f"      - {by_language(each.text, language)}"
        return
    yield f"      - text: {by_language(each.text, language)}"
    yield "        points:"
    yield from (f"          - {by_language(point, language)}" for point in each.points)


def _entries(facts: Facts, timetable: Timetable) -> Iterator[str]:
    entries = {}
    for key, item in facts.entries.items():
        values = _values(item, facts, timetable)
        values.pop("annex", None)
        entries[key] = flow({**values, "item": item.of} if item.of else values)
    return _block("entries", entries)


def _events(facts: Facts) -> Iterator[str]:
    events = {}
    for number, event in enumerate(facts.events, start=1):
        values = {
            "title": by_language(event.title, facts.language),
            "at": scalar(f"{day_said(event.day)} {hours_said([(event.opens, event.closes)])}"),
            "in": "[annex, grid, feed]",
        }
        events[f"event-{number}"] = flow({**values, "room": scalar(event.room)} if event.room else values)
    return _block("events", events)


def _documents(facts: Facts) -> Iterator[str]:
    documents = {}
    for symbol, (item, title) in facts.documents.items():
        titled = {"title": by_language(title, facts.language)} if title else {}
        documents[scalar(symbol)] = flow({"item": scalar(item), **titled})
    return _block("documents", documents)


def _mandates(facts: Facts) -> Iterator[str]:
    titles = {symbol: by_language(each.text, facts.language) for symbol, each in facts.mandates.items()}
    return _block("mandates", {scalar(symbol): flow({"title": title}) for symbol, title in titles.items()})


def _organization(facts: Facts, timetable: Timetable) -> Iterator[str]:
    if not facts.sittings:
        return
    yield ""
    yield "# The rows of the paper. Take a row away and write ... in its place to have the rest planned."
    yield "organization:"
    for sitting in facts.sittings:
        rows = [_named(row, facts) for row in sitting.rows]
        yield f"  {timetable.name(sitting)}: {listed(rows)}"


def _named(row: ReadRow, facts: Facts) -> str:
    name = row.entry or row.numbers[0]
    return f"{name} part {row.part}" if len(facts.item_of(row).minutes) > 1 else name
