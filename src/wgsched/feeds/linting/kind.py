"""What a linter says, and the shape of one kind of check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wgsched.feeds.linting.source import Component, Line, Source


@dataclass(frozen=True, order=True)
class Finding:
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


class Remark(NamedTuple):
    """A finding in the making: where, about which property, and the sentence."""

    line: int
    property: str
    message: str


Check = Callable[["Source"], Iterator[Remark]]


@dataclass(frozen=True)
class Kind:
    """One kind of defect: its code, the section that forbids it, and how it is found."""

    code: str
    rfc: str
    check: Check

    def findings(self, source: Source) -> Iterator[Finding]:
        """Yield every defect of this kind."""
        for line, name, message in self.check(source):
            yield Finding(line, name, self.code, message, self.rfc)


def kind(code: str, rfc: str) -> Callable[[Check], Kind]:
    """Make a check a kind of defect; ``rfc`` is a number and a section, such as ``5545 3.1``."""
    number, section = rfc.split(" ")
    return lambda check: Kind(code, f"RFC {number}, section {section}", check)


def at(place: Line | Component, message: str) -> Remark:
    """Return a remark on a line or a component."""
    return Remark(place.number, place.name, message)
