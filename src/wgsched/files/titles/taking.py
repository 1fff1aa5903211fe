"""Takes the texts of a returned sheet into the session file, and leaves everything else in it as it stands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wgsched.errors import BadInput, Fault
from wgsched.files.faults import MOST, suggestion
from wgsched.files.sessions import content_of
from wgsched.files.shape.base import LANGUAGES
from wgsched.files.titles.columns import KEY, KIND, ORIGINAL, SENT, STATUS, TitleStatus
from wgsched.files.titles.editing import edited
from wgsched.files.titles.returned import SheetCell, read_sheet
from wgsched.files.titles.sheet import TitleSheet, titles_from
from wgsched.files.titles.texts import TitleRow
from wgsched.files.writing import write_whole
from wgsched.model import Language


@dataclass(frozen=True)
class Taken:
    """One version of a text that was taken into the session file."""

    row: TitleRow
    language: Language
    text: str
    to_review: bool

    @property
    def key(self) -> str:
        """The path to the text in the session file."""
        return self.row.key


def take_titles(
    session: str | os.PathLike[str], sheet: str | os.PathLike[str], *, output: str | os.PathLike[str] | None = None
) -> tuple[Taken, ...]:
    """Write the texts of a returned sheet into the session file, or into a copy of it, and return what changed.

    Comments, order and layout of the file stay. A version stays marked as to be reviewed unless the sheet says that it
    was reviewed. Empty cells change nothing.

    Raises:
        BadInput: something in the session file or in the sheet is wrong, or ``output`` is one of the two; all of it is
            told, and nothing is written.
    """
    content, name = content_of(session), str(session)
    current = titles_from(content, name, annotations=True)
    taken = _Return(current, name, read_sheet(sheet)).taken()
    if taken or output is not None:
        sources = [sheet] if output is None else [sheet, session]
        write_whole(output or session, taken_into(content, name, current, taken), sources=sources)
    return taken


def taken_into(content: bytes, name: str, current: TitleSheet, taken: Sequence[Taken]) -> bytes:
    """Return the content of a session file with these versions.

    Raises:
        BadInput: they cannot be written there without changing anything else.
    """
    if not taken:
        return content
    changes: dict[tuple[str | int, ...], dict[Language, tuple[str, bool]]] = {}
    for each in taken:
        changes.setdefault(each.row.path, {})[each.language] = (each.text, each.to_review)
    made = edited(content, name, current.original, changes)
    edited_sheet = titles_from(made, name, annotations=True)
    for row, now in zip(current.rows, edited_sheet.rows, strict=True):
        if now.text != _wanted(row, changes.get(row.path, {})):
            hint = "Write it into the session file by hand."
            message = "cannot be written there without changing anything else"
            raise BadInput(Fault(message, name, path=row.key, hint=hint))
    return made


def _wanted(row: TitleRow, changes: dict[Language, tuple[str, bool]]) -> object:
    text = row.text
    review = {language for language in text.to_review if language not in changes}
    review |= {language for language, (_, to_review) in changes.items() if to_review}
    return type(text)({**text, **{language: said for language, (said, _) in changes.items()}}, to_review=review)


class _Return:
    """A returned sheet beside the session file as it is now."""

    def __init__(self, current: TitleSheet, name: str, rows: list[list[SheetCell]]) -> None:
        self.current, self.name, self.head, self.rows = current, name, rows[0], rows[1:]
        self.known = {row.key: row for row in current.rows}
        self.faults: list[Fault] = []

    def taken(self) -> tuple[Taken, ...]:
        columns = self._columns()
        taken = [each for row in self._keyed(columns) for each in self._row(*row, columns)] if columns else []
        if self.faults:
            more = [Fault(f"and {len(self.faults) - MOST} more faults")] if len(self.faults) > MOST else []
            raise BadInput(*self.faults[:MOST], *more)
        return tuple(taken)

    def _columns(self) -> dict[str, int]:
        """Return the place of each column by its name; the mark of the original is dropped."""
        columns: dict[str, int] = {}
        for place, cell in enumerate(self.head):
            name = cell.text.removesuffix(ORIGINAL)
            language = name.removesuffix(STATUS)
            if not name and not cell.wrong:
                continue
            if cell.wrong or (name not in (KEY, KIND, SENT) and language not in LANGUAGES):
                known = [KEY, KIND, *self.current.languages]
                self.faults.append(
                    cell.fault(f"{cell.text!r} is not the name of a column", hint=suggestion(name, known))
                )
            elif name in columns:
                self.faults.append(cell.fault(f"the column {name!r} is here a second time"))
            else:
                columns[name] = place
        if KEY not in columns:
            hint = "Keep the first row as it was sent."
            self.faults.append(self.head[0].fault(f"there is no column {KEY!r}", hint=hint))
            return {}
        return columns

    def _keyed(self, columns: dict[str, int]) -> Iterator[tuple[TitleRow, list[SheetCell]]]:
        seen: set[str] = set()
        for row in self.rows:
            cell = _at(row, columns[KEY])
            if cell.text in seen:
                self.faults.append(cell.fault("this row is here a second time", cell.text))
            elif cell.text not in self.known:
                message = f"{self.name} has no text {cell.text!r}" if cell.text else "there is no key in this row"
                self.faults.append(cell.fault(message, hint=suggestion(cell.text, self.known) if cell.text else ""))
            else:
                seen.add(cell.text)
                yield self.known[cell.text], row

    def _row(self, row: TitleRow, cells: list[SheetCell], columns: dict[str, int]) -> Iterator[Taken]:
        sent = dict(part.partition("=")[::2] for part in _at(cells, columns.get(SENT)).text.split())
        for language in (name for name in columns if name in LANGUAGES):
            cell, status = _at(cells, columns[language]), _at(cells, columns.get(f"{language}{STATUS}"))
            wrong = [each.fault(each.wrong, row.key, "Write it as text.") for each in (cell, status) if each.wrong]
            if status.text.lower() not in ("", *TitleStatus):
                hint = suggestion(status.text.lower(), [str(each) for each in TitleStatus])
                wrong.append(status.fault(f"{status.text!r} is not a status", row.key, hint))
            self.faults += wrong
            if not wrong and (taken := self._cell(row, language, cell, status)):
                if sent.get(language, row.state(language)) == row.state(language):
                    yield taken
                else:
                    message = f"the {language} version has changed in {self.name} since the sheet was sent"
                    self.faults.append(cell.fault(message, row.key, "Send a new sheet, or correct the session file."))

    def _cell(self, row: TitleRow, language: Language, cell: SheetCell, status: SheetCell) -> Taken | None:
        """Return what a cell changes, if anything."""
        said = status.text.lower()
        own = row.text.get(language)
        if not cell.text:
            if said == TitleStatus.REVIEWED and not own:
                self.faults.append(cell.fault("is marked as reviewed, but is empty", row.key))
            return None
        if cell.text == row.shown(language).strip():
            if own is None or said in ("", row.status(language)):
                return None
            review = {TitleStatus.REVIEWED: False, TitleStatus.TO_REVIEW: True}.get(
                TitleStatus(said), language in row.text.to_review
            )
            return Taken(row, language, own, review) if review != (language in row.text.to_review) else None
        if language == self.current.original and row.shown(language):
            message = f"the original was changed: {self.name} has {row.shown(language)!r}"
            self.faults.append(cell.fault(message, row.key, "Change it in the session file."))
            return None
        return Taken(row, language, cell.text, said != TitleStatus.REVIEWED)


def _at(row: list[SheetCell], place: int | None) -> SheetCell:
    return row[place] if place is not None and place < len(row) else replace(row[-1], text="", wrong="")
