"""Our own tables for programs: a row for each consideration, with its date, hours and forum in columns of their own."""

from __future__ import annotations

import datetime

from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts, ReadEvent, ReadRow, ReadSitting
from wgsched.reading.blocks import TableBlock, TableCell
from wgsched.reading.grammar.numbers import read_numbers
from wgsched.reading.grammar.words import WordLists

NEEDED = {"date", "kind", "title"}


def titles_of(table: TableBlock) -> list[TableCell]:
    """Return the titles of such a table, whose other columns are the same in every language; else nothing."""
    rows = list(table.rows())
    heads = {cell.text: cell.column for cell in rows[0]} if rows else {}
    own = NEEDED.issubset(heads)
    return [cell for row in rows[1:] for cell in row if cell.column == heads["title"]] if own else []


def read_records(table: TableBlock, facts: Facts, words: WordLists, account: Account) -> bool:
    """Read such a table; return whether it is one."""
    rows = list(table.rows())
    heads = {cell.column: cell.text for cell in rows[0]} if rows else {}
    if not NEEDED.issubset(heads.values()) or ("opens" not in heads.values() and len(rows) > 1):
        return False
    sittings: dict[tuple[str, ...], ReadSitting] = {}
    for row in rows[1:]:
        values = dict.fromkeys(heads.values(), "") | {
            heads[cell.column]: cell.text for cell in row if cell.column in heads
        }
        meaning = _record(values, row[0], facts, words, sittings)
        if meaning:
            account.understood(meaning, *row)
            continue
        for cell in row:
            account.refused(cell.place, cell.text, "is no date or no hours")
    account.understood("the head of a column", *rows[0])
    return True


def _record(
    values: dict[str, str],
    first: TableCell,
    facts: Facts,
    words: WordLists,
    sittings: dict[tuple[str, ...], ReadSitting],
) -> str:
    """Read one record; return what it is, or nothing when its date or hours are none."""
    try:
        day = datetime.date.fromisoformat(values["date"])
        opens, closes = (_minute(values.get(name, "")) for name in ("opens", "closes"))
    except (ValueError, KeyError):
        return ""
    if values["kind"] == "holiday":
        facts.holidays[day] = values["title"]
        return "a holiday"
    if opens is None or closes is None:
        return ""
    if closes <= opens and values["closes"][:10] > values["opens"][:10]:
        closes += 24 * 60
    if values["kind"] == "event":
        facts.events.append(ReadEvent(day, opens, closes, values["title"], values.get("room", "")))
        return "an event"
    key = (values["date"], values["opens"], values["closes"], values.get("forum", ""))
    if key not in sittings:
        sittings[key] = ReadSitting(
            day, opens, closes, values.get("forum", ""), first.place, room=values.get("room", ""), typed=True
        )
        facts.sittings.append(sittings[key])
    numbers = read_numbers(values.get("item", "").replace(";", ","), words)
    title = values["title"].replace("; ", "\n") if len(numbers) > 1 else values["title"]
    sittings[key].rows.append(ReadRow(numbers, title, values.get("continued") == "true", first.place))
    return "a row of the programme"


def _minute(text: str) -> int | None:
    if not text:
        return None
    moment = datetime.datetime.fromisoformat(text)
    return moment.hour * 60 + moment.minute
