"""Pictures of a programme: the timetable grid and the service chart, as svg and png.

What a colour says is also written or hatched, so that a grey print and every eye read the same.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from wgsched.annexes.clean import clean
from wgsched.annexes.layouts.sheet import Sheet
from wgsched.annexes.pictures import services, timetable
from wgsched.annexes.typesetting import typeset
from wgsched.errors import UnknownName
from wgsched.files.writing import write_whole
from wgsched.model import Language, Programme

PICTURES = {"timetable": timetable.drawn, "services": services.drawn}
FORMATS = ("svg", "png")
DOTS_PER_INCH = 144.0

__all__ = ["FORMATS", "PICTURES", "Picture", "picture"]


@dataclass(frozen=True)
class Picture:
    """A picture in one language, ready to be written as svg or png."""

    name: str
    drawing: dict[str, object]

    def bytes(self, format: str = "svg") -> bytes:  # noqa: A002
        """Return the file.

        Raises:
            UnknownName: there is no such format.
            MissingExtra: the part that draws is not installed.
        """
        if format not in FORMATS:
            raise UnknownName("picture format", format, FORMATS)
        resolution = {"ppi": DOTS_PER_INCH} if format == "png" else {}
        return typeset("picture.typ", {"picture": self.drawing}, format=format, **resolution)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the file, whole or not at all, in the format that its suffix says, and return its path."""
        target = Path(path)
        write_whole(target, self.bytes(target.suffix.lower().removeprefix(".")))
        return target


def picture(programme: Programme, language: Language = "en", name: str = "timetable") -> Picture:
    """Return a picture of a programme in a language: ``timetable`` or ``services``.

    Raises:
        MissingTitles: a title is missing in the language.
        UnknownName: there is no such picture or language.
    """
    if name not in PICTURES:
        raise UnknownName("picture", name, PICTURES)
    sheet, session = Sheet.of(programme, language), programme.session
    frame = {
        "language": sheet.words.code,
        "direction": sheet.words.direction,
        "body": clean(sheet.words.text(session.body.short or session.body.title)),
        "symbol": clean(session.symbol),
    }
    return Picture(name, {**frame, **PICTURES[name](sheet)})
