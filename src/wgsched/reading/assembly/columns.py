"""What the columns of a table hold: by their heads, else by their content; or a grid of hours and forums."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from wgsched.reading.assembly.naming import room_named
from wgsched.reading.blocks import TableCell
from wgsched.reading.grammar.days import is_day, read_day
from wgsched.reading.grammar.hours import read_hours
from wgsched.reading.grammar.lengths import read_minutes
from wgsched.reading.grammar.numbers import read_numbers
from wgsched.reading.grammar.texts import bare, low
from wgsched.reading.grammar.words import WordLists

LONGEST_LENGTH = 12
"""Characters of a cell that holds a length of time and nothing else."""

HEADER_AMONG = 8
"""How many rows at the top of a table may stand before the heads of its columns."""

CellRows = Sequence[Sequence[TableCell]]
ColumnKinds = dict[int, str]


def columns_of(rows: CellRows, words: WordLists) -> tuple[int, ColumnKinds]:
    """Return the row with the heads of columns, -1 where there are none, and what each column holds."""
    for place, row in enumerate(rows[:HEADER_AMONG]):
        columns = _by_heads(row, words)
        kinds = set(columns.values())
        if len(kinds) > 1 and "when" in kinds:
            return place, columns
        if "minutes" in kinds and kinds & {"title", "item"}:
            titled = "title" in kinds
            return place, {at: "title" if role == "item" and not titled else role for at, role in columns.items()}
    return -1, _by_content(rows, words)


def _by_heads(row: Sequence[TableCell], words: WordLists) -> ColumnKinds:
    columns: ColumnKinds = {}
    for cell in row:
        role = words.heads.get(bare(cell.text), "")
        if not role and "when" in columns.values() and read_day(cell.text, words) is not None:
            role = "title"  # the first day stands in the head of the column of titles
        if role == "when" and "when" in columns.values():
            columns = {at: "day" if each == "when" else each for at, each in columns.items()}
        if role and role not in columns.values():
            columns[cell.column] = role
    return columns


def _by_content(rows: CellRows, words: WordLists) -> ColumnKinds:
    """Return what columns hold by what is in most of their cells; the titles are those that differ most."""
    texts: dict[int, list[str]] = {}
    for row in rows:
        for cell in row:
            if cell.text and len(row) > 1:
                texts.setdefault(cell.column, []).append(cell.text)
    fullest = max(map(len, texts.values()), default=0)
    named: dict[str, int] = {}
    for column, cells in sorted(texts.items()):
        role = _role(cells, named, words) if len(cells) * 2 >= fullest else ""
        if role:
            named[role] = column
        elif len(cells) * 2 >= fullest and 2 * len(set(cells)) > 3 * len(set(texts.get(named.get("title", -1), ()))):
            if "title" in named:
                named.setdefault("room", named["title"])
            named["title"] = column
    known = "title" in named and {"when", "minutes"} & named.keys()
    return {column: role for role, column in named.items()} if known else {}


def _role(cells: list[str], named: dict[str, int], words: WordLists) -> str:
    tests: dict[str, Callable[[str], object]] = {
        "day": lambda text: is_day(text, words),
        "when": lambda text: read_hours(text, words),
        "minutes": lambda text: len(text) < LONGEST_LENGTH and read_minutes(text, words),
        "item": lambda text: read_numbers(text, words),
    }
    return next((role for role, test in tests.items() if role not in named and _most(map(test, cells))), "")


def _most(found: Iterable[object]) -> bool:
    each = [bool(one) for one in found]
    return sum(each) * 2 > len(each)


def is_grid(rows: CellRows, words: WordLists) -> bool:
    """Return whether a table has forums or rooms as the heads of its columns, and hours in its first."""
    if len(rows) < 2 or len(rows[0]) < 3 or any(bare(cell.text) in words.heads for cell in rows[0][1:]):
        return False
    first, *heads = rows[0]
    if first.text.strip():  # "Time": then the heads must say that they are forums or rooms
        named = words.heads.get(bare(first.text)) == "when"
        named = named and sum(_is_forum(cell.text, words) for cell in heads) * 2 >= len(heads)
    else:
        named = all(cell.text.strip() and not is_day(cell.text, words) for cell in heads)
    timed = [row[0].column == 0 and read_hours(row[0].text, words) is not None for row in rows[1:] if row]
    return named and all(timed)


def _is_forum(text: str, words: WordLists) -> bool:
    """Return whether the head of a column names a forum or a room: "Plenary", "Track A", "Room 2"."""
    names = [low(str(name)) for kind in ("forum", "room") for name in words.data["columns"][kind]]
    return bool(room_named(text, words) or re.search(words.pattern(names), low(text)))


def is_day_grid(rows: CellRows, words: WordLists) -> bool:
    """Return whether a table has days as the heads of its columns, and hours in its first."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    heads = [cell for cell in rows[0][1:] if cell.text.strip()]
    dated = len(heads) > 1 and all(is_day(cell.text, words) for cell in heads)
    timed = [row[0].column == 0 and read_hours(row[0].text, words, alone=True) is not None for row in rows[1:] if row]
    return dated and _most(timed)
