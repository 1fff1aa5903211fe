"""The provisional agenda and annotations, whole: masthead, agenda, annotations with their documents, annex.

The form of CAC/COSP/WG.2/2009/1. The agenda is punctuated as one sentence per item; the documents of an item and of
all below it follow the annotations to its last sub-item.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.annexes.layouts import documents, masthead, organization_of_work
from wgsched.annexes.layouts.masthead import own
from wgsched.annexes.layouts.sheet import Sheet, lacks
from wgsched.annexes.pages import Block, Heading, PageBreak, Pages, Paragraph, Run, Style
from wgsched.errors import MissingTitles
from wgsched.model import AgendaItem, Annotation, ItemNumber, Language, Programme, Session, Text


def pages(programme: Programme, language: Language, *, fill: Language | None = None) -> Pages:
    """Return the whole document in a language.

    Raises:
        MissingTitles: a title or an annotation is missing in the language, and in the one to fill from.
    """
    if lacking := missing(programme.session, language, fill):
        raise MissingTitles(language, lacking)
    sheet = Sheet.of(programme, language, fill)
    words = sheet.words
    blocks = (
        *masthead.of_document(sheet),
        Heading(words.phrase("provisional-agenda")),
        *_agenda(sheet),
        Heading(words.phrase("annotations"), level=2),
        *_annotations(sheet),
        PageBreak(),
        Heading(words.phrase("annex")),
        *organization_of_work.body(sheet),
    )
    return sheet.pages(words.phrase("provisional-agenda"), blocks)


def missing(session: Session, language: Language, fill: Language | None = None) -> tuple[str, ...]:
    """Return what a language lacks: names in the masthead, annotations by the number of their item, documents."""
    lacking = [
        f"annotations to {item.number or item.key}"
        for item in session.agenda
        if any(
            lacks(text, language, fill) for each in item.annotations for text in (each.text, *_points(session, each))
        )
    ]
    bodies = [session.body, *([session.body.parent] if session.body.parent else [])]
    named = {"body": [body.title for body in bodies], "place": [session.place.title]}
    return (
        *(name for name, texts in named.items() if any(lacks(t, language, fill) for t in texts)),
        *lacking,
        *documents.missing(session, language, fill),
    )


def _agenda(sheet: Sheet) -> Iterator[Block]:
    """Yield the agenda, each item with all below it punctuated as one sentence."""
    agenda, words = sheet.programme.session.agenda, sheet.words
    for whole in _numbered(sheet):
        for item, number in whole:
            has_children = any(child.number for child in agenda.children(item))
            name = "agenda-parent" if has_children else "agenda-last" if item == whole[-1][0] else "agenda-child"
            text = words.phrase(name, title=words.title(item))
            yield Paragraph(text, Style.LIST, label=_label(sheet, number), level=len(number.levels) - 1)


def _numbered(sheet: Sheet) -> Iterator[tuple[tuple[AgendaItem, ItemNumber], ...]]:
    """Yield each item of the first level with all below it; entries have no place in an agenda."""
    agenda = sheet.programme.session.agenda
    for first in agenda:
        if first.number and (first.parent is None or first.parent not in agenda):
            yield tuple((item, item.number) for item in agenda.subtree(first) if item.number)


def _label(sheet: Sheet, number: ItemNumber) -> str:
    """Return ``1.`` or ``(a)``."""
    label = sheet.words.own_level(number)
    return label if number.parent else f"{label}."


def _annotations(sheet: Sheet) -> Iterator[Block]:
    for whole in _numbered(sheet):
        for item, number in whole:
            own = item.heading[sheet.words.code] if sheet.words.code in item.heading else sheet.words.title(item)
            yield Heading(f"{_label(sheet, number)} {own}", level=2 + len(number.levels))
            for annotation in item.annotations:
                yield from _annotation(sheet, annotation)
        yield from _documents(sheet, tuple(item for item, _ in whole))


def _annotation(sheet: Sheet, annotation: Annotation) -> Iterator[Block]:
    yield Paragraph(own(sheet, annotation.text))
    for place, text in enumerate(_points(sheet.programme.session, annotation)):
        yield Paragraph(own(sheet, text), Style.LIST, label=sheet.words.point(place), level=1)


def _points(session: Session, annotation: Annotation) -> tuple[Text, ...]:
    """Return the points of an annotation: its own, those of the mandate it cites, those of the recommendation."""
    functions = (f for mandate in session.mandates if mandate.symbol == annotation.mandate for f in mandate.functions)
    earlier = (p for each in session.recommendations if each.key == annotation.recommendation for p in each.points)
    return (*annotation.points, *functions, *earlier)


def _documents(sheet: Sheet, items: tuple[AgendaItem, ...]) -> Iterator[Block]:
    session = sheet.programme.session
    printed = tuple(dict.fromkeys(document for item in items for document in session.documents_of(item)))
    if printed:
        yield Heading(sheet.words.phrase("documents-of"), level=4)
    for document in printed:
        symbol = sheet.words.phrase("parenthesis", text=document.symbol)
        title = own(sheet, document.title)
        yield Paragraph((title, Run(symbol)) if title.text else document.symbol)
