"""Which papers were asked for, and where they go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wgsched.cli.output import complain, say
from wgsched.errors import BadInput

if TYPE_CHECKING:
    from wgsched.model import Programme

ALL = "all"


@dataclass(frozen=True)
class Order:
    """A layout in one language or all, in one format or all."""

    language: str
    fmt: str
    layout: str

    @property
    def many(self) -> bool:
        """Whether more than one paper may come of it."""
        return ALL in (self.language, self.fmt)


def deliver(programme: Programme, order: Order, output: Path | None) -> list[Path]:
    """Write the papers and return their paths; a single one without a path goes to the screen."""
    if order.many:
        if output is None:
            raise BadInput(f"to write all, say in which folder: -o DIR (layout {order.layout})")
        return _write_all(programme, order, output)
    from wgsched.annexes import annex

    paper = annex(programme, language=order.language, layout=order.layout)
    if output is not None:
        paper.save(output, format=order.fmt)
        return [output]
    data = paper.bytes(order.fmt)
    try:
        say(data.decode("utf-8-sig").rstrip("\n"))
    except UnicodeDecodeError:
        raise BadInput(f"{order.fmt} is not for the screen; say where to write it: -o FILE") from None
    return []


def _write_all(programme: Programme, order: Order, folder: Path) -> list[Path]:
    from wgsched.annexes import annex, formats

    names = formats.names() if order.fmt == ALL else (order.fmt,)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for language in languages_of(programme, order.layout) if order.language == ALL else (order.language,):
        paper = annex(programme, language=language, layout=order.layout)
        for name in names:
            path = folder / f"{stem(order.layout)}.{language}{formats.find(name).SUFFIX}"
            paper.save(path, format=name)
            written.append(path)
    return written


def stem(layout: str) -> str:
    """Return the first part of a paper's file name: the annex is called annex, the others by their layout."""
    return "annex" if layout == "organization-of-work" else layout


def languages_of(programme: Programme, layout: str = "organization-of-work") -> tuple[str, ...]:
    """Return the languages that lack no title, nor another text of the layout; name the others on standard error."""
    from wgsched.annexes import layouts

    session = programme.session
    complete = []
    for language in session.languages:
        missing = layouts.missing(layout, session, language)
        if missing:
            complain(f"{language}: not written, titles missing: {', '.join(missing)}")
        else:
            complete.append(language)
    return tuple(complete)
