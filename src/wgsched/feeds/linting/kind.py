"""What a linter says, and the shapes of one kind of check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wgsched.feeds.linting.source import Component, ContentLine, Remark, Source


@dataclass(frozen=True, order=True)
class Defect:
    """One thing that is wrong in an iCalendar file.

    ``line`` counts lines of the file from 1; ``property`` is the name of the property or component concerned, or
    nothing; ``code`` is stable, for programs; ``message`` is a sentence; ``rfc`` is the section that says so.
    """

    line: int
    property: str
    code: str
    message: str
    rfc: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message} ({self.rfc})"


Check = Callable[[Source], Iterator[Remark]]


@dataclass(frozen=True)
class DefectKind:
    """One kind of defect: its code, the section that forbids it, and how it is found."""

    code: str
    rfc: str
    check: Check

    def defects(self, source: Source) -> Iterator[Defect]:
        """Yield every defect of this kind."""
        for line, name, message in self.check(source):
            yield Defect(line, name, self.code, message, self.rfc)


KINDS: list[DefectKind] = []
"""All kinds, in the order in which they are defined."""


def kind(code: str, rfc: str) -> Callable[[Check], DefectKind]:
    """Make a check a kind of defect; ``rfc`` is a number and a section, such as ``5545 3.1``."""
    number, section = rfc.split(" ")

    def known(check: Check) -> DefectKind:
        KINDS.append(DefectKind(code, f"RFC {number}, section {section}", check))
        return KINDS[-1]

    return known


def each_line(
    code: str, rfc: str, names: str, message: str, *, inside: str = ""
) -> Callable[[Callable[[ContentLine], bool]], DefectKind]:
    """Make a kind of defect of what tells that a line with one of these names is wrong.

    Names stand with a space between; ``inside`` are those of the components that are looked at, all without it.
    ``{name}`` in the message is the name of the line.
    """

    def known(is_wrong: Callable[[ContentLine], bool]) -> DefectKind:
        def check(source: Source) -> Iterator[Remark]:
            for component in source.components(*inside.split()):
                for line in component.all(*names.split()):
                    if is_wrong(line):
                        yield at(line, message.format(name=line.name))

        return kind(code, rfc)(check)

    return known


def at(place: ContentLine | Component, message: str) -> Remark:
    """Return a remark on a line or a component."""
    return Remark(place.number, place.name, message)
