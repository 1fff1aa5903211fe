"""Any octets as lines and components, without ever failing: what cannot be read is kept as a remark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wgsched.feeds.linting.kind import Remark

_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)")
_NEAR = 8
_VALUES = re.compile(r"\"([^\"]*)\"|([^\",]+)")


@dataclass(frozen=True)
class Line:
    """A content line, unfolded: its name in capitals, its parameters, its value as it stands."""

    number: int
    name: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str

    def parameter(self, name: str) -> str:
        """Return the first value of a parameter, or nothing."""
        return next(iter(self.parameters.get(name, ())), "")


@dataclass
class Component:
    """A component with its own lines and the components inside it, in the order of the file."""

    number: int
    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, *names: str) -> list[Line]:
        """Return its own lines of these names."""
        return [line for line in self.lines if line.name in names]

    def one(self, name: str) -> Line | None:
        """Return its first line of a name, if there is one."""
        return next((line for line in self.lines if line.name == name), None)

    def value(self, name: str) -> str:
        """Return the value of its first line of a name, or nothing."""
        line = self.one(name)
        return line.value if line else ""

    def named(self, *names: str) -> list[Component]:
        """Return the components of these names directly inside it."""
        return [part for part in self.parts if part.name in names]

    def walk(self) -> Iterator[Component]:
        """Yield it and all that it contains."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(reversed(found.parts))


@dataclass(frozen=True)
class Source:
    """A file as it was read: its physical lines, its calendars, and what could not be understood on the way."""

    data: bytes
    physical: tuple[bytes, ...]
    calendars: tuple[Component, ...]
    unread: tuple[Remark, ...]
    unbalanced: tuple[Remark, ...]

    def components(self, *names: str) -> Iterator[Component]:
        """Yield the components of these names anywhere in the file, or all."""
        return (component for component in self._all if not names or component.name in names)

    def lines(self) -> Iterator[Line]:
        """Yield every content line inside a component."""
        return (line for component in self._all for line in component.lines)

    @cached_property
    def events(self) -> list[Component]:
        """All the events."""
        return list(self.components("VEVENT"))

    @cached_property
    def zones(self) -> dict[str, Component]:
        """The first VTIMEZONE of each TZID."""
        return {zone.value("TZID"): zone for zone in reversed(list(self.components("VTIMEZONE")))}

    @cached_property
    def _all(self) -> list[Component]:
        return [component for calendar in self.calendars for component in calendar.walk()]


def read(data: bytes) -> Source:
    """Return any octets as a source."""
    physical = tuple(data.split(b"\n"))
    unread: list[Remark] = []
    lines = []
    for number, text in _unfolded(physical):
        line = _line(number, text)
        if line:
            lines.append(line)
        elif text.strip():
            unread.append(Remark(number, "", f"{_short(text)} is not a property: a name, a colon and a value"))
    calendars, unbalanced = _tree(lines)
    return Source(data, physical, tuple(calendars), tuple(unread), tuple(unbalanced))


def _unfolded(physical: tuple[bytes, ...]) -> Iterator[tuple[int, str]]:
    """Yield the content lines, joined as octets before they are decoded, with the number of their first line."""
    start = 0
    pieces: list[bytes] = []
    for number, octets in enumerate(physical, 1):
        bare = octets.removesuffix(b"\r")
        if bare[:1] in (b" ", b"\t") and pieces:
            pieces.append(bare[1:])
            continue
        if pieces:
            yield start, b"".join(pieces).decode(errors="replace")
        start, pieces = number, [bare]
    if pieces:
        yield start, b"".join(pieces).decode(errors="replace")


def _line(number: int, text: str) -> Line | None:
    name = _NAME.match(text.removeprefix("\ufeff"))
    if not name:
        return None
    text = text.removeprefix("\ufeff")
    place, parameters = name.end(), {}
    while found := _PARAMETER.match(text, place):
        values = tuple(quoted or plain for quoted, plain in _VALUES.findall(found[2]))
        parameters[found[1].upper()] = values
        place = found.end()
    if text[place : place + 1] != ":":
        return None
    return Line(number, name[0].upper(), parameters, text[place + 1 :])


def _tree(lines: list[Line]) -> tuple[list[Component], list[Remark]]:
    """Return the outermost components, and what is wrong with their BEGINs and ENDs."""
    outermost: list[Component] = []
    opened: list[Component] = []
    wrong: list[Remark] = []
    for line in lines:
        name = line.value.strip().upper()
        if line.name == "BEGIN":
            component = Component(line.number, name)
            (opened[-1].parts if opened else outermost).append(component)
            opened.append(component)
        elif line.name != "END":
            if opened:
                opened[-1].lines.append(line)
            else:
                wrong.append(Remark(line.number, line.name, f"{line.name} stands outside any component"))
        elif opened and opened[-1].name == name:
            opened.pop()
        else:
            wrong.append(Remark(line.number, name, f"END:{_short(name)} closes nothing that is open"))
            _close(opened, name)
    wrong += [Remark(left.number, left.name, f"{_short(left.name)} is never closed") for left in opened]
    return outermost, wrong


def _close(opened: list[Component], name: str) -> None:
    """Close what is open down to the nearest component of a name, if it is near: not all the file for one word."""
    for back, component in enumerate(reversed(opened[-_NEAR:]), 1):
        if component.name == name:
            del opened[-back:]
            return


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}...")
