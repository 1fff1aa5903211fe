"""The verb: a paper from a programme, by layout, language and format."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from wgsched.annexes import formats, layouts
from wgsched.annexes.pages import Pages
from wgsched.errors import BadInput, MissingTitles
from wgsched.files.writing import write_whole
from wgsched.model import Language, Programme, Session


@dataclass(frozen=True)
class Annex:
    """A paper: its pages, one document per language, ready to be written in any format."""

    documents: tuple[Pages, ...]
    layout: str
    format: str | None = None

    def bytes(self, format: str | None = None, **options: Any) -> bytes:  # noqa: A002
        """Return the file in a format, such as ``docx``; options are the format's own.

        Raises:
            UnknownName: there is no such format.
            BadInput: no format was named.
        """
        name = format or self.format
        if name is None:
            raise BadInput(f"say in which format: {', '.join(formats.names())}")
        return formats.write(self.documents, name, **options)

    def save(self, path: str | os.PathLike[str], format: str | None = None, **options: Any) -> Path:  # noqa: A002
        """Write the file, whole or not at all, in the format that its suffix says, and return its path.

        Raises:
            UnknownName: no format has that suffix.
            BadInput: the file cannot be written.
        """
        target = Path(path)
        write_whole(target, self.bytes(format or self.format or target.suffix, **options))
        return target

    def _repr_html_(self) -> str:
        """Show the paper in a notebook, in a frame: its styles are for the whole page that it is."""
        page = escape(self.bytes("html").decode())
        return f'<iframe srcdoc="{page}" sandbox style="width: 100%; height: 40em; border: 0"></iframe>'

    @property
    def text(self) -> str:
        """The paper as plain text."""
        return self.bytes("text").decode()


def annex(
    programme: Programme,
    language: Language | Iterable[Language] = "en",
    layout: str = "organization-of-work",
    format: str | None = None,  # noqa: A002
    *,
    fill: Language | None = None,
    **options: Any,
) -> Annex:
    """Return a paper in one language, in several, or in ``all`` that are complete. ``options`` belong to the layout.

    ``fill`` names a language whose titles are printed in brackets in place of missing ones.

    Raises:
        MissingTitles: titles are missing in a language, and nothing fills them.
        UnknownName: there is no such language, layout or format.
        BadInput: the layout must be given something that is not among the options.
    """
    if format is not None:
        formats.find(format)
    for name, needed in layouts.options(layout).items():
        if needed and options.get(name) is None:
            raise BadInput(f"the layout {layout} must be given {name!r}")
    pages, session = layouts.find(layout).pages, programme.session
    chosen = _languages(session, language, layout)
    for each in chosen:
        if lacking := layouts.missing(layout, session, each, fill):
            raise MissingTitles(each, lacking)
    return Annex(tuple(pages(programme, each, fill=fill, **options) for each in chosen), layout, format)


def _languages(session: Session, language: Language | Iterable[Language], layout: str) -> tuple[Language, ...]:
    if language == "all":
        complete = tuple(each for each in session.languages if not layouts.missing(layout, session, each))
        return complete or session.languages[:1]  # whose missing titles are then told
    return (language,) if isinstance(language, str) else tuple(language)
