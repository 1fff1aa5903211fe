"""Pictures of a programme: the timetable grid, the service chart, and the page of weeks, as svg and png.

What a colour says is also written or hatched, so that a grey print and every eye read the same.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from wgsched.annexes.clean import clean
from wgsched.annexes.formats.pdf import page_tree
from wgsched.annexes.layouts import week
from wgsched.annexes.layouts.sheet import Sheet
from wgsched.annexes.pages import PageBreak
from wgsched.annexes.pictures import services, timetable
from wgsched.annexes.typesetting import typeset
from wgsched.errors import BadInput, UnknownName
from wgsched.files.writing import write_whole
from wgsched.model import Language, Programme

DRAWN = {"timetable": timetable.drawn, "services": services.drawn}
WEEK = "week"
PICTURES = (*DRAWN, WEEK)
FORMATS = ("svg", "png")
DOTS_PER_INCH = 144.0

__all__ = ["FORMATS", "PICTURES", "Picture", "picture"]


@dataclass(frozen=True)
class Picture:
    """A picture in one language, ready to be written as svg or png."""

    name: str
    drawing: dict[str, object]
    template: str = "picture.typ"

    def bytes(self, format: str = "svg") -> bytes:  # noqa: A002
        """Return the file.

        Raises:
            UnknownName: there is no such format.
            MissingExtra: the part that draws is not installed.
        """
        if format not in FORMATS:
            raise UnknownName("picture format", format, FORMATS)
        resolution = {"ppi": DOTS_PER_INCH} if format == "png" else {}
        drawn = {"documents": [self.drawing]} if self.name == WEEK else {"picture": self.drawing}
        return typeset(self.template, drawn, format=format, **resolution)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the file, whole or not at all, in the format that its suffix says, and return its path."""
        target = Path(path)
        write_whole(target, self.bytes(target.suffix.lower().removeprefix(".")))
        return target


def picture(programme: Programme, language: Language = "en", name: str = "timetable", *, paper: str = "") -> Picture:
    """Return a picture of a programme in a language: ``timetable``, ``services`` or ``week``.

    ``paper`` is that of the week: ``a4`` or ``a3``.

    Raises:
        MissingTitles: a title is missing in the language.
        UnknownName: there is no such picture or language.
        BadInput: the weeks are too much for one page, there is no such paper, or the picture is not on paper.
    """
    if name not in PICTURES:
        raise UnknownName("picture", name, PICTURES)
    if name == WEEK:
        return _week(programme, language, paper)
    if paper:
        raise BadInput(f"only the picture {WEEK} is on paper, not {name}")
    sheet, session = Sheet.of(programme, language), programme.session
    frame = {
        "language": sheet.words.code,
        "direction": sheet.words.direction,
        "body": clean(sheet.words.text(session.body.short or session.body.title)),
        "symbol": clean(session.symbol),
    }
    return Picture(name, {**frame, **DRAWN[name](sheet)})


def _week(programme: Programme, language: Language, paper: str) -> Picture:
    """Return the page of weeks as a picture: the same page as in docx and pdf."""
    pages = week.pages(programme, language, paper=paper)
    if any(isinstance(block, PageBreak) for block in pages.blocks):
        raise BadInput("the weeks are too much for one page: take --paper a3, or write a pdf of the layout week")
    return Picture(WEEK, page_tree(pages), "pages.typ")
