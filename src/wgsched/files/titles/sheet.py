"""The sheet: one row per text, one column per language, and what is missing or to be reviewed in each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wgsched.errors import BadInput, UnknownName
from wgsched.files.sessions import content_of, session_and_shape
from wgsched.files.titles.columns import KEY, KIND, ORIGINAL, SENT, STATUS, TitleStatus
from wgsched.files.titles.commas import commas
from wgsched.files.titles.texts import Printing, TitleRow
from wgsched.files.writing import write_whole
from wgsched.model import Language


@dataclass(frozen=True)
class TitleSheet:
    """The texts of a session file in its languages, the original one first."""

    name: str
    original: Language
    languages: tuple[Language, ...]
    rows: tuple[TitleRow, ...]

    def having(self, language: Language, status: TitleStatus) -> tuple[str, ...]:
        """Return the keys of the texts of which this is to be said in a language."""
        return tuple(row.key for row in self.rows if row.status(language) is status)

    def missing(self, language: Language) -> tuple[str, ...]:
        """Return the keys of the texts that are missing in a language and have nothing to stand in for them."""
        return self.having(language, TitleStatus.MISSING)

    def lines(self) -> list[list[str]]:
        """Return what stands in the columns: their names first, then each text."""
        head = [KEY, KIND]
        for language in self.languages:
            head += [f"{language}{ORIGINAL if language == self.original else ''}", f"{language}{STATUS}"]
        return [[*head, SENT], *map(self._line, self.rows)]

    def _line(self, row: TitleRow) -> list[str]:
        cells = (cell for each in self.languages for cell in (row.shown(each), str(row.status(each))))
        return [row.key, row.kind, *cells, " ".join(f"{each}={row.state(each)}" for each in self.languages)]

    def bytes(self, suffix: str = ".xlsx") -> bytes:
        """Return the sheet as a file of this suffix; the same sheet, the same bytes.

        Raises:
            BadInput: a text is too long for a cell.
            UnknownName: it is neither ``.xlsx`` nor ``.csv``.
        """
        if suffix == ".csv":
            return commas(self.lines())
        if suffix != ".xlsx":
            raise UnknownName("format of a sheet", suffix, (".csv", ".xlsx"))
        from wgsched.files.titles.workbook import workbook

        return workbook(f"Titles of {self.name}", self.lines())

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the sheet, in the format of the suffix, and return its path.

        Raises:
            BadInput: it cannot be written.
            UnknownName: the suffix is neither ``.xlsx`` nor ``.csv``.
        """
        target = Path(path)
        write_whole(target, self.bytes(target.suffix.lower()))
        return target


def titles(
    session: str | os.PathLike[str], *, languages: Sequence[Language] = (), annotations: bool = False
) -> TitleSheet:
    """Return the translators' sheet of a session file, in some or in all of its languages.

    Raises:
        BadInput: the file cannot be read, or something in it is wrong, or a language is not one of its own.
    """
    return titles_from(content_of(session), str(session), languages=languages, annotations=annotations)


def titles_from(
    content: bytes, name: str, *, languages: Sequence[Language] = (), annotations: bool = False
) -> TitleSheet:
    """Return the translators' sheet of the content of a session file of this name.

    Raises:
        BadInput: something in it is wrong, or a language is not one of its own.
    """
    session, shape = session_and_shape(content, name)
    if strange := [each for each in languages if each not in (*session.languages, session.original)]:
        known = ", ".join(session.languages)
        raise BadInput(*(f"{each!r} is not a language of {name}; it has {known}" for each in strange))
    chosen = tuple(each for each in session.languages if not languages or each in languages)
    ordered = (session.original, *(each for each in chosen if each != session.original))
    printing = Printing(shape, session.kind, session.languages)
    texts = [*printing.titles(), *(printing.annotations() if annotations else ())]
    return TitleSheet(session.symbol or session.key, session.original, ordered, tuple(texts))
