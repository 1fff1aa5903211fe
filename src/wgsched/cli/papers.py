"""Which papers were asked for, and where they go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wgsched.cli.output import complain, say
from wgsched.errors import BadInput

if TYPE_CHECKING:
    from pendulum import Date

    from wgsched.model import Programme

ALL = "all"


TAKEN_BY = {"since": ("changes",), "day": ("order-of-the-day", "journal")}
"""The layouts that take an option; any other refuses it."""


@dataclass(frozen=True)
class Order:
    """A layout, or all, in one language, or all, in one format, or all; with what some of them take besides."""

    language: str
    fmt: str
    layout: str
    fill: str | None = None
    since: Programme | None = None
    day: Date | None = None
    template: bytes | None = None

    @property
    def many(self) -> bool:
        """Whether more than one paper may come of it."""
        return ALL in (self.language, self.fmt, self.layout)

    def layouts(self) -> tuple[str, ...]:
        """Return the layouts that are meant; of all, those that have what they need."""
        from wgsched.annexes import layouts

        if self.layout != ALL:
            return (self.layout,)
        return tuple(name for name in layouts.names() if self.since or name not in TAKEN_BY["since"])

    def options(self, layout: str) -> dict[str, Any]:
        """Return what a layout is given besides the language.

        Raises:
            BadInput: an option was given that the one layout asked for does not take.
        """
        given = {name: getattr(self, name) for name in TAKEN_BY if getattr(self, name) is not None}
        for name in given:
            if layout not in TAKEN_BY[name] and self.layout != ALL:
                raise BadInput(f"--{name} is for {' and '.join(TAKEN_BY[name])}, not for {layout}")
        return {name: value for name, value in given.items() if layout in TAKEN_BY[name]} | {"fill": self.fill}

    def written(self, fmt: str) -> dict[str, Any]:
        """Return what a format is given besides the pages."""
        return {"template": self.template} if self.template and fmt == "docx" else {}


def deliver(programme: Programme, order: Order, output: Path | None) -> list[Path]:
    """Write the papers and return their paths; a single one without a path goes to the screen."""
    if order.many:
        if output is None:
            raise BadInput("to write all, say in which folder: -o DIR")
        return [path for layout in order.layouts() for path in _write_all(programme, order, layout, output)]
    from wgsched.annexes import annex

    paper = annex(programme, language=order.language, layout=order.layout, **order.options(order.layout))
    if output is not None:
        return [paper.save(output, format=order.fmt, **order.written(order.fmt))]
    data = paper.bytes(order.fmt)
    try:
        say(data.decode("utf-8-sig").rstrip("\n"))
    except UnicodeDecodeError:
        raise BadInput(f"{order.fmt} is not for the screen; say where to write it: -o FILE") from None
    return []


def _write_all(programme: Programme, order: Order, layout: str, folder: Path) -> list[Path]:
    from wgsched.annexes import annex, formats

    names = formats.names() if order.fmt == ALL else (order.fmt,)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for language in _languages(programme, order, layout):
        paper = annex(programme, language=language, layout=layout, **order.options(layout))
        for name in names:
            path = folder / f"{stem(layout)}.{language}{formats.find(name).SUFFIX}"
            written.append(paper.save(path, format=name, **order.written(name)))
    return written


def _languages(programme: Programme, order: Order, layout: str) -> tuple[str, ...]:
    if order.language != ALL:
        return (order.language,)
    return programme.session.languages if order.fill else languages_of(programme, layout)


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
