"""Which papers were asked for, and where they go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wgsched.cli.output import complain, say
from wgsched.errors import BadInput, UnknownName

if TYPE_CHECKING:
    from pendulum import Date

    from wgsched.annexes.annex import Annex
    from wgsched.model import Programme

ALL = "all"

GIVEN = {
    "since": "--since",
    "marks": "--marks",
    "day": "--day",
    "room": "--room",
    "person": "--person",
    "inside": "--as annex",
    "paper": "--paper",
}
"""What a layout may take of an order, and how that is asked for."""


@dataclass(frozen=True)
class PaperOrder:
    """What to print: a layout, languages and a format, each of which may be all, and the options of some layouts."""

    language: str
    fmt: str | None
    layout: str
    fill: str | None = None
    since: Programme | None = None
    marks: bool | None = None
    day: Date | None = None
    room: str | None = None
    person: str | None = None
    inside: bool | None = None
    paper: str | None = None
    template: Path | None = None

    def in_one_file(self, output: Path | None) -> bool:
        """Whether all goes into one file, which holds several languages, but one format and one layout."""
        if ALL in (self.fmt, self.layout):
            return False
        if output is None:
            return self.language != ALL
        return (self.language != ALL and "," not in self.language) or _is_file(output)

    def format_for(self, output: Path | None) -> str:
        """Return the format that was asked for, else that of the file's suffix, else text."""
        return self.fmt or (output.suffix if output else "") or "text"

    def languages(self, programme: Programme, layout: str) -> tuple[str, ...]:
        """Return the languages to write: of all, those that are complete, or every one if another fills the gaps."""
        if self.language != ALL:
            return tuple(each.strip() for each in self.language.split(","))
        return programme.session.languages if self.fill else languages_of(programme, layout)

    def layouts(self) -> tuple[str, ...]:
        """Return the layouts to write: of all, those that have what they need."""
        from wgsched.annexes import layouts

        if self.layout != ALL:
            return (self.layout,)
        given = {name for name in GIVEN if getattr(self, name) is not None}
        return tuple(
            layout
            for layout in layouts.names()
            if given.issuperset(name for name, needed in layouts.options(layout).items() if needed)
            and not getattr(layouts.find(layout), "ALONE", False)
        )

    def options(self, layout: str) -> dict[str, Any]:
        """Return the options of a layout besides the language.

        Raises:
            BadInput: the one layout that was asked for does not take an option.
        """
        from wgsched.annexes import layouts

        given = {name: getattr(self, name) for name in GIVEN if getattr(self, name) is not None}
        taken = layouts.options(layout)
        for name in given:
            if name not in taken and self.layout != ALL:
                takers = [each for each in layouts.names() if name in layouts.options(each)]
                named = " and ".join(filter(None, (", ".join(takers[:-1]), takers[-1])))
                raise BadInput(f"{GIVEN[name]} is for {named}, not for {layout}")
        return {name: value for name, value in given.items() if name in taken} | {"fill": self.fill}

    def written(self, fmt: str) -> dict[str, Any]:
        """Return the options of a format."""
        return {"template": self.template} if self.template and fmt.removeprefix(".") == "docx" else {}


def deliver(programme: Programme, order: PaperOrder, output: Path | None, sources: Iterable[Path]) -> list[Path]:
    """Write the papers and return their paths. A single paper without a path goes to the screen.

    Raises:
        BadInput: a paper cannot be written, or would replace one of the ``sources``. Then nothing is written.
    """
    from wgsched.files.writing import write_all

    if not order.in_one_file(output):
        if output is None:
            raise BadInput("all needs a folder: -o DIR")
        papers = _papers(programme, order, output)
        write_all(papers, sources=sources, folder=output)
        _tell_left(programme, order, output, written=papers)
        return list(papers)
    from wgsched.annexes import annex

    fmt, languages = order.format_for(output), order.languages(programme, order.layout)
    if not languages:
        return []
    paper = annex(programme, language=languages, layout=order.layout, **order.options(order.layout))
    _tell_form(order, [paper])
    if output is not None:
        write_all({output: paper.bytes(fmt, **order.written(fmt))}, sources=sources)
        return [output]
    data = paper.bytes(fmt)
    try:
        say(data.decode("utf-8-sig").rstrip("\n"))
    except UnicodeDecodeError:
        raise BadInput(f"{fmt} cannot be shown on the screen. Write it to a file: -o FILE") from None
    return []


def _is_file(output: Path) -> bool:
    """Whether a path names a file: its suffix is that of a format."""
    from wgsched.annexes import formats

    try:
        return formats.find(output.suffix) is not None
    except UnknownName:
        return False


def _papers(programme: Programme, order: PaperOrder, folder: Path) -> dict[Path, bytes]:
    """Return every paper by its path."""
    from wgsched.annexes import annex

    papers, made = {}, []
    for layout in order.layouts():
        for language in order.languages(programme, layout):
            paper = annex(programme, language=language, layout=layout, **order.options(layout))
            made.append(paper)
            for path, name in _paths(order, layout, language, folder):
                papers[path] = paper.bytes(name, **order.written(name))
    _tell_form(order, made)
    return papers


def _tell_form(order: PaperOrder, papers: Iterable[Annex]) -> None:
    """Say that a page needs larger paper, unless that was asked for; or more than one page."""
    from wgsched.annexes.pages import PageBreak

    for paper in papers:
        for document in paper.documents:
            form = document.one_page
            if paper.layout == "door-card":
                continue  # a page for each room
            if form and any(isinstance(block, PageBreak) for block in document.blocks):
                complain(f"{paper.layout}, {document.language}: too much for one page; each week has its own")
            elif form and form.paper != "a4" and not order.paper:
                larger = f"made for {form.paper.upper()}; on A4 the letters would be too small"
                complain(f"{paper.layout}, {document.language}: {larger}")


def _paths(order: PaperOrder, layout: str, language: str, folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the path of a paper in each format, with the format."""
    from wgsched.annexes import formats

    for name in formats.names() if order.fmt == ALL else (order.fmt or "text",):
        yield folder / f"{stem(layout)}.{language}{formats.find(name).SUFFIX}", name


def _tell_left(programme: Programme, order: PaperOrder, folder: Path, *, written: Collection[Path]) -> None:
    """Name the papers of an earlier run in languages that are not written now."""
    if order.language == ALL:
        languages = programme.session.languages
        meant = (
            path for each in order.layouts() for code in languages for path, _ in _paths(order, each, code, folder)
        )
        tell_older(path for path in meant if path not in written)


def tell_older(paths: Iterable[Path]) -> None:
    """Name those of these files that exist, so that nobody takes them for part of this programme."""
    older = [path.name for path in paths if path.exists()]
    if older:
        complain(f"from an earlier run, not of this programme: {', '.join(older)}")


def stem(layout: str) -> str:
    """Return the first part of a paper's file name: annex for the annex, else the layout."""
    return "annex" if layout == "organization-of-work" else layout


def languages_of(programme: Programme, layout: str = "organization-of-work") -> tuple[str, ...]:
    """Return the languages in which a layout is complete; name the others on standard error."""
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
