"""List of documents: under which item, when they came out in which languages, and what is late."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import Date

from wgsched.annexes.layouts.sheet import Sheet, lacks
from wgsched.annexes.pages import Cell, Pages, Row, Shade, Table, Value
from wgsched.model import Document, Language, Programme, Session

COLUMNS = ("column-symbol", "column-item", "column-title", "column-issued", "column-status")


def pages(programme: Programme, language: Language, *, fill: Language | None = None, weeks: int = 6) -> Pages:
    """Return the documents; those that are not out in all languages ``weeks`` before the opening are late.

    What is written in the session has no deadline before it.
    """
    sheet = Sheet.of(programme, language, fill)
    due = min(programme.session.days).subtract(weeks=weeks)
    table = Table(
        header=sheet.header(COLUMNS),
        rows=tuple(_row(sheet, document, due) for document in programme.session.documents),
        widths=(26, 13, 41, 32, 32),
    )
    return sheet.one_table("documents-list", table, landscape=True)


def missing(session: Session, language: Language, fill: Language | None = None) -> tuple[str, ...]:
    """Return the symbols of the documents whose title a language lacks; a document may have none at all."""
    return tuple(each.symbol for each in session.documents if each.title and lacks(each.title, language, fill))


def _row(sheet: Sheet, document: Document, due: Date) -> Row:
    session = sheet.programme.session
    items = tuple(item for item in session.agenda if item.key in document.items)
    out = document.out(session.languages)
    late = not document.is_in_session and (out is None or out > due)
    cells = (
        Cell(document.symbol),
        Cell(sheet.words.labels(items)),
        Cell(sheet.words.text(document.title)),
        Cell("\n".join(_issued(sheet, document))),
        Cell(
            sheet.words.capital(_status(sheet, document, out, due)),
            shade=Shade.WARNING if late and not document.planned else None,
        ),
    )
    record: dict[str, Value] = {
        "issued": out.isoformat() if out else "",
        "due": due.isoformat(),
        "late": late,
        "symbol": document.symbol,
        "items": "; ".join(str(item.number or item.key) for item in items),
        "title": sheet.words.text(document.title),
        **{f"issued {language}": dict(document.issued)[language].isoformat() for language, _ in document.issued},
    }
    return Row(cells, record=record)


def _issued(sheet: Sheet, document: Document) -> Iterator[str]:
    """Yield each date of issue with its languages, then the languages that have none."""
    words, asked = sheet.words, sheet.programme.session.languages
    dates: dict[Date, list[Language]] = {}
    for language, day in document.issued:
        dates.setdefault(day, []).append(language)
    for day, languages in sorted(dates.items()):
        whole = set(asked) <= set(languages)
        names = words.phrase("languages-all") if whole else words.enumerate(map(words.language_name, languages))
        yield words.date(day, year=True, weekday=False) + words.phrase("parenthesis", text=names)


def _status(sheet: Sheet, document: Document, out: Date | None, due: Date) -> str:
    words, session = sheet.words, sheet.programme.session
    if out is None and document.issued:
        names = (words.language_name(each) for each in session.languages if each not in dict(document.issued))
        return words.phrase("document-missing", languages=words.enumerate(names))
    if out is None:
        return words.phrase("document-planned" if document.planned else "document-undated")
    late = out > due and not document.is_in_session
    return words.phrase("document-late" if late else "document-out", date=words.date(out, weekday=False))
