"""What stands at the head of a paper: who meets in which session, when and where, under the symbol.

The form of CAC/COSP/WG.2/2009/1. Number and part are printed of sessions; a meeting of several days is named by its
dates alone, as there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wgsched.annexes.layouts.sheet import Sheet
from wgsched.annexes.pages import Align, Block, Columns, Paragraph, Run, Separator, Style
from wgsched.languages import lexicon
from wgsched.model import Body, IssueKind, Language, SessionKind, Text

ASTERISK = "*"


def of_document(sheet: Sheet) -> Iterator[Block]:
    """Yield the masthead of a document: who meets, what is distributed, and when and where the session is held."""
    body = sheet.programme.session.body
    yield from _symbol(sheet)
    yield Columns((_body(sheet, body.parent or body),), tuple(_distribution(sheet)))
    yield Separator()
    if body.parent:
        yield _body(sheet, body)
    yield from _session(sheet)
    yield from _reissued(sheet)


def of_paper(sheet: Sheet) -> Iterator[Block]:
    """Yield the head of a paper that goes out alone: it has no distribution of its own."""
    body = sheet.programme.session.body
    yield from _symbol(sheet)
    yield _body(sheet, body)
    yield from _session(sheet)
    yield from _reissued(sheet)


def in_a_line(sheet: Sheet) -> Iterator[Block]:
    """Yield the head of a paper that has no room for more than a line."""
    paragraphs = (_body(sheet, sheet.programme.session.body), *_session(sheet))
    said = [each.text.replace("\n", " ") for each in paragraphs]
    line = sheet.words.phrase("clause-separator").join(filter(None, (sheet.symbol, *said)))
    yield Paragraph(line, Style.MASTHEAD)


def own(sheet: Sheet, text: Text) -> Run:
    """Return a text in the language of the paper, or visibly in the one that fills its gaps."""
    return Run(sheet.words.text(text), language=sheet.words.fill if sheet.words.fills(text) else None)


def _symbol(sheet: Sheet) -> Iterator[Block]:
    if sheet.symbol:
        mark = ASTERISK if _is_reissued(sheet) else ""
        yield Paragraph(
            Run(f"{sheet.symbol}{mark}", language=_latin(sheet), bold=True), Style.MASTHEAD, align=Align.END
        )
        yield Separator()


def _session(sheet: Sheet) -> Iterator[Paragraph]:
    session, words = sheet.programme.session, sheet.words
    name = "" if session.kind is SessionKind.MEETING else words.session_name(session)
    if name:
        yield Paragraph(name, Style.MASTHEAD)
    dates, place = words.days(session.days), _named(sheet, session.place.title).text
    line = words.phrase("place-and-dates", place=place, dates=dates) if place else dates
    yield Paragraph(line, Style.MASTHEAD)


def _body(sheet: Sheet, body: Body) -> Paragraph:
    named = _named(sheet, body.masthead if sheet.words.code in body.masthead else body.title)
    return Paragraph(replace(named, bold=True), Style.MASTHEAD)


def _named(sheet: Sheet, text: Text) -> Run:
    """Return a name in the language, else as `own` has it, else in the best version: a paper never lacks its head."""
    named = own(sheet, text)
    return named if named.text else Run(sheet.words.version(text))


def _is_reissued(sheet: Sheet) -> bool:
    return sheet.issue is not None and sheet.issue.kind is IssueKind.REISSUE


def _reissued(sheet: Sheet) -> Iterator[Paragraph]:
    """Yield the line that an asterisk at the symbol of a reissue leads to."""
    if sheet.issue and _is_reissued(sheet):
        date = sheet.words.date(sheet.issue.date, year=True, weekday=False)
        yield Paragraph(f"{ASTERISK} {sheet.words.phrase('reissued', date=date)}", Style.NOTE)


def _distribution(sheet: Sheet) -> Iterator[Paragraph]:
    """Yield the distribution, the date and the languages; three languages keep English here."""
    session, words, other = sheet.programme.session, sheet.words, _latin(sheet)
    latin = lexicon(other) if other else words
    across = latin.direction != words.direction
    original, issued = latin.language_name(session.original), sheet.issued
    lines = (
        words.phrase(f"distribution-{session.distribution.value}"),
        latin.date(issued, year=True, weekday=False) if issued else "",
        latin.capital(latin.language_name(words.code)),
        words.phrase("original", language=original),
    )
    for line in filter(None, lines):
        yield Paragraph(Run(line, language=other), Style.MASTHEAD, align=Align.END if across else None)


def _latin(sheet: Sheet) -> Language | None:
    """Return the language that the masthead keeps, where it is not that of the paper."""
    printed = sheet.words.vocabulary.masthead
    return printed if printed != sheet.words.code else None
