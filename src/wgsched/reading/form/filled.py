"""Reads a form that was filled in: each cell becomes a line of a session file, and each error names its cell."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from wgsched.errors import BadInput, Fault
from wgsched.files.archives import opened_workbook
from wgsched.files.sessions import session_from
from wgsched.reading.account import Account
from wgsched.reading.assembly.asking import given_place
from wgsched.reading.assembly.facts import Facts
from wgsched.reading.blocks import ParagraphBlock
from wgsched.reading.carriers.workbook import shown
from wgsched.reading.form.fields import AGENDA, MARK, PROGRAMME, SESSION
from wgsched.reading.grammar.texts import low
from wgsched.reading.writing.scalars import day_said, flow, runs, scalar

LONGEST = datetime.timedelta(days=366)


@dataclass(frozen=True)
class FormCell:
    """A cell of the form that was filled in: its words, its date if it has one, and where it stands."""

    text: str
    place: str
    date: datetime.date | None = None

    @property
    def said(self) -> str:
        """The words, or the day as session files write it."""
        return day_said(self.date) if self.date else self.text


@dataclass
class FormLines:
    """The lines of a session file, and the cell that each came from."""

    lines: list[str] = field(default_factory=list)
    cells: list[FormCell | None] = field(default_factory=list)

    def add(self, line: str, cell: FormCell | None = None) -> None:
        """Add a line that a cell says."""
        self.lines.append(line)
        self.cells.append(cell)

    @property
    def text(self) -> str:
        """The session file."""
        return "".join(f"{line}\n" for line in self.lines)

    def place(self, line: int) -> str:
        """Return the cell that a line came from, or the nearest before it."""
        before = (cell for cell in reversed(self.cells[: max(line, 1)]) if cell is not None)
        return next((cell.place for cell in before), "")


def read_form(content: bytes, file: str) -> tuple[str, Account, Facts] | None:
    """Return the session file that a form says, and what became of each cell; None if a workbook is no form.

    Raises:
        BadInput: a cell is wrong; every fault names its sheet and cell.
    """
    book = opened_workbook(content, file)
    if len(book.worksheets) < 3 or book.worksheets[0]["E1"].value != MARK:
        return None
    session, agenda, programme = book.worksheets[:3]
    lines, account, faults = FormLines(), Account(), list[Fault]()
    values = dict(_values(session))
    lines.add(f"# Read from the form {' '.join(file.split())}.")
    _header(values, lines, faults, file)
    entries = _agenda(list(_rows(agenda, AGENDA)), lines)
    faults += _programme(list(_rows(programme, PROGRAMME)), entries, lines, file)
    account.understood("a field of the form", *(ParagraphBlock(each.text, each.place) for each in lines.cells if each))
    faults += _wrong(lines, file)
    if faults:
        raise BadInput(*faults)
    original = values["original"].text if "original" in values else "en"
    return lines.text, account, Facts(original)


def _wrong(lines: FormLines, file: str) -> Iterator[Fault]:
    """Yield what is wrong with the session file, each fault with the cell that its line came from."""
    try:
        session_from(lines.text, file)
    except BadInput as bad:
        for fault in bad.faults:
            yield Fault(fault.message, f"{file}: {lines.place(fault.line)}", hint=fault.hint)


def _values(sheet: Any) -> Iterator[tuple[str, FormCell]]:
    for row in sheet.iter_rows(min_row=1, max_row=len(SESSION) + 20, max_col=4):
        key, cell = str(row[3].value or ""), row[1]
        if key in SESSION and (made := _cell(cell, sheet.title)):
            yield key, made


def _rows(sheet: Any, keys: tuple[str, ...]) -> Iterator[Mapping[str, FormCell]]:
    heads = [str(cell.value or "") for cell in next(sheet.iter_rows(min_row=1, max_row=1), ())]
    for row in sheet.iter_rows(min_row=3):
        made = {
            key: made for key, cell in zip(heads, row, strict=False)
            if key in keys and (made := _cell(cell, sheet.title))
        }  # fmt: skip
        if made:
            yield made


def _cell(cell: Any, sheet: str) -> FormCell | None:
    text = shown(cell.value, str(cell.number_format or ""))
    date = cell.value if isinstance(cell.value, datetime.date) else None
    date = date.date() if isinstance(date, datetime.datetime) else date
    return FormCell(" ".join(text.split()), f"sheet {sheet}, {cell.coordinate}", date) if text else None


def _header(values: Mapping[str, FormCell], lines: FormLines, faults: list[Fault], file: str) -> None:
    for key in ("symbol", "kind", "issued", "original", "hours"):
        if key in values:
            lines.add(f"{key}: {scalar(values[key].said)}", values[key])
    lines.add("body:")
    _by_language("body", values, lines, "  ")
    if "place" in values:
        try:
            lines.add(f"place: {given_place(values['place'].text)}", values["place"])
        except BadInput as bad:
            faults += [Fault(each.message, f"{file}: {values['place'].place}", hint=each.hint) for each in bad.faults]
            lines.add("place: Vienna", values["place"])  # so that all else is judged too
    first, last = values.get("first"), values.get("last", values.get("first"))
    if first and last:
        lines.add(f"days: {_days(first, last)}", first)
    if languages := values.get("languages"):
        lines.add(f"languages: {_list(languages.text)}", languages)
    if interpretation := values.get("interpretation"):
        lines.add(f"services: {flow({'interpretation': _list(interpretation.text)})}", interpretation)


def _days(first: FormCell, last: FormCell) -> str:
    if first.date and last.date and datetime.timedelta() <= last.date - first.date < LONGEST:
        days = (first.date + datetime.timedelta(days=n) for n in range((last.date - first.date).days + 1))
        return "[" + ", ".join(runs([day for day in days if day.weekday() < 5 or day in (first.date, last.date)])) + "]"
    return scalar(first.said if first is last else f"{first.said} - {last.said}")


def _list(text: str) -> str:
    """Return a word, or several as a list."""
    parts = [part for part in re.split(r"[,;،、\s]+", text) if part]
    return scalar(parts[0]) if len(parts) == 1 and len(parts[0]) > 2 else "[" + ", ".join(map(scalar, parts)) + "]"


def _by_language(name: str, values: Mapping[str, FormCell], lines: FormLines, indent: str) -> None:
    for key, cell in values.items():
        field_name, _, language = key.partition(".")
        if field_name == name:
            lines.add(f"{indent}{language}: {scalar(cell.text)}", cell)


def _agenda(rows: list[Mapping[str, FormCell]], lines: FormLines) -> dict[str, str]:
    """Write items with numbers, then entries; return the keys of the entries by their titles."""
    entries: dict[str, str] = {}
    for head, numbered in (("agenda", True), ("entries", False)):
        own = [row for row in rows if ("number" in row) is numbered]
        if own or numbered:
            lines.add(f"{head}:" if own else f"{head}: {{}}")
        for row in own:
            titles = [cell for key, cell in row.items() if key.startswith("title.")]
            key = row["number"].text if numbered else f"entry-{len(set(entries.values())) + 1}"
            if not numbered:
                entries.update({low(cell.text): key for cell in titles})
            lines.add(f"  {scalar(key)}:", row.get("number", next(iter(row.values()))))
            if "role" in row:
                lines.add(f"    is: {scalar(row['role'].text)}", row["role"])
            if titles:
                lines.add("    title:", titles[0])
                _by_language("title", row, lines, "      ")
            if "takes" in row:
                lines.add(f"    takes: {scalar(row['takes'].text)}", row["takes"])
    return entries


def _programme(
    rows: list[Mapping[str, FormCell]], entries: Mapping[str, str], lines: FormLines, file: str
) -> Iterator[Fault]:
    """Write the rows of each meeting; a day and a part of it hold until others are named. Yield what has neither."""
    held: dict[str, FormCell] = {}
    meetings: dict[str, list[FormCell]] = {}
    for row in rows:
        held |= {key: row[key] for key in ("day", "period") if key in row}
        if "item" not in row:
            continue
        if len(held) < 2:
            yield Fault("has no day or no part of the day", f"{file}: {row['item'].place}")
            continue
        meetings.setdefault(f"{held['day'].said} {held['period'].text}", []).append(row["item"])
    if meetings:
        lines.add("organization:")
    for name, cells in meetings.items():
        lines.add(f"  {scalar(name)}:", cells[0])
        for cell in cells:
            bare = cell.text.lstrip("~").strip()
            placed = "~" if cell.text.startswith("~") else ""
            lines.add(f"    - {scalar(placed + entries.get(low(bare), bare))}", cell)
