"""Octets and lines: what stands in a file before it means anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from wgsched.feeds.folding import LIMIT
from wgsched.feeds.linting.kind import Kind, Remark, kind
from wgsched.feeds.linting.source import Source

_CONTROL = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")


def _bare(source: Source) -> Iterator[tuple[int, bytes]]:
    for number, octets in enumerate(source.physical, 1):
        yield number, octets.removesuffix(b"\r")


@kind("bare-line-feed", "5545 3.1")
def bare_line_feed(source: Source) -> Iterator[Remark]:
    """Lines end with CR LF."""
    for number, octets in enumerate(source.physical[:-1], 1):
        if not octets.endswith(b"\r"):
            yield Remark(number, "", "this line ends with a line feed alone; lines end with CR LF")


@kind("no-final-line-break", "5545 3.1")
def no_final_line_break(source: Source) -> Iterator[Remark]:
    """The last line ends too."""
    if source.physical[-1]:
        yield Remark(len(source.physical), "", "the last line does not end with CR LF")


@kind("long-line", "5545 3.1")
def long_line(source: Source) -> Iterator[Remark]:
    """A line has at most 75 octets."""
    for number, octets in _bare(source):
        if len(octets) > LIMIT:
            yield Remark(number, "", f"this line has {len(octets)} octets; it should have at most {LIMIT}")


@kind("cut-character", "5545 3.1")
def cut_character(source: Source) -> Iterator[Remark]:
    """A line is not cut inside a character."""
    lines = [octets for _, octets in _bare(source)]
    for number, (octets, following) in enumerate(pairwise(lines), 1):
        if following[:1] in (b" ", b"\t") and not _is_text(octets) and _ends_inside_a_character(octets, following[1:]):
            yield Remark(number, "", "this line is cut inside a character; each line should be valid UTF-8 by itself")


@kind("not-utf-8", "5545 3.1.4")
def not_utf8(source: Source) -> Iterator[Remark]:
    """A file is in UTF-8."""
    for number, content in _content(source):
        if not _is_text(content):
            yield Remark(number, "", "this is not valid UTF-8")


@kind("cut-escape", "5545 3.3.11")
def cut_escape(source: Source) -> Iterator[Remark]:
    """A line is not cut inside an escape."""
    lines = list(_bare(source))
    for (number, octets), (_, following) in pairwise(lines):
        if following[:1] in (b" ", b"\t") and (len(octets) - len(octets.rstrip(b"\\"))) % 2:
            yield Remark(number, "", "this line is cut between the two characters of an escape")


@kind("control-character", "5545 3.1")
def control_character(source: Source) -> Iterator[Remark]:
    """No control characters but the tab."""
    for number, octets in _bare(source):
        found = _CONTROL.search(octets)
        if found:
            yield Remark(number, "", f"there is a control character (0x{found[0][0]:02X}) in this line")


@kind("byte-order-mark", "5545 3.1")
def byte_order_mark(source: Source) -> Iterator[Remark]:
    """A file begins with BEGIN."""
    if source.data.startswith(b"\xef\xbb\xbf"):
        yield Remark(1, "", "the file begins with a byte order mark")


@kind("empty-line", "5545 3.1")
def empty_line(source: Source) -> Iterator[Remark]:
    """No line is empty."""
    for number, octets in list(_bare(source))[:-1]:
        if not octets.strip():
            yield Remark(number, "", "this line is empty")


@kind("not-a-property", "5545 3.1")
def not_a_property(source: Source) -> Iterator[Remark]:
    """Every line is a property."""
    yield from source.unread


def _is_text(octets: bytes) -> bool:
    try:
        octets.decode()
    except UnicodeDecodeError:
        return False
    return True


def _ends_inside_a_character(octets: bytes, following: bytes) -> bool:
    return any(_is_text(octets[-back:] + following[:ahead]) for back in (1, 2, 3) for ahead in (1, 2, 3))


def _content(source: Source) -> Iterator[tuple[int, bytes]]:
    """Yield content lines as octets, unfolded."""
    start, joined = 0, b""
    for number, octets in _bare(source):
        if octets[:1] in (b" ", b"\t") and start:
            joined += octets[1:]
            continue
        if start:
            yield start, joined
        start, joined = number, octets
    yield start, joined


KINDS: tuple[Kind, ...] = (
    bare_line_feed,
    no_final_line_break,
    long_line,
    cut_character,
    not_utf8,
    cut_escape,
    control_character,
    byte_order_mark,
    empty_line,
    not_a_property,
)
