"""Octets and lines: what stands in a file before it means anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from wgsched.feeds.folding import LIMIT
from wgsched.feeds.linting.kind import kind
from wgsched.feeds.linting.source import Remark, Source

_CONTROL = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")


def _bare(source: Source) -> Iterator[tuple[int, bytes]]:
    for number, octets in enumerate(source.physical, 1):
        yield number, octets.removesuffix(b"\r")


@kind("bare-line-feed", "5545 3.1")
def _bare_line_feed(source: Source) -> Iterator[Remark]:
    for number, octets in enumerate(source.physical[:-1], 1):
        if not octets.endswith(b"\r"):
            yield Remark(number, "", "this line ends with a line feed alone; lines end with CR LF")


@kind("no-final-line-break", "5545 3.1")
def _no_final_line_break(source: Source) -> Iterator[Remark]:
    if source.physical[-1]:
        yield Remark(len(source.physical), "", "the last line does not end with CR LF")


@kind("long-line", "5545 3.1")
def _long_line(source: Source) -> Iterator[Remark]:
    for number, octets in _bare(source):
        if len(octets) > LIMIT:
            yield Remark(number, "", f"this line has {len(octets)} octets; it should have at most {LIMIT}")


@kind("cut-character", "5545 3.1")
def _cut_character(source: Source) -> Iterator[Remark]:
    lines = [octets for _, octets in _bare(source)]
    for number, (octets, following) in enumerate(pairwise(lines), 1):
        if following[:1] in (b" ", b"\t") and not _is_text(octets) and _ends_inside_a_character(octets, following[1:]):
            yield Remark(number, "", "this line is cut inside a character; each line should be valid UTF-8 by itself")


@kind("not-utf-8", "5545 3.1.4")
def _not_utf8(source: Source) -> Iterator[Remark]:
    for number, content in source.content:
        if not _is_text(content):
            yield Remark(number, "", "this is not valid UTF-8")


@kind("cut-escape", "5545 3.3.11")
def _cut_escape(source: Source) -> Iterator[Remark]:
    lines = list(_bare(source))
    for (number, octets), (_, following) in pairwise(lines):
        if following[:1] in (b" ", b"\t") and (len(octets) - len(octets.rstrip(b"\\"))) % 2:
            yield Remark(number, "", "this line is cut between the two characters of an escape")


@kind("control-character", "5545 3.1")
def _control_character(source: Source) -> Iterator[Remark]:
    for number, octets in _bare(source):
        if sign := _CONTROL.search(octets):
            yield Remark(number, "", f"there is a control character (0x{sign[0][0]:02X}) in this line")


@kind("byte-order-mark", "5545 3.1")
def _byte_order_mark(source: Source) -> Iterator[Remark]:
    if source.data.startswith(b"\xef\xbb\xbf"):
        yield Remark(1, "", "the file begins with a byte order mark")


@kind("empty-line", "5545 3.1")
def _empty_line(source: Source) -> Iterator[Remark]:
    for number, octets in list(_bare(source))[:-1]:
        if not octets.strip():
            yield Remark(number, "", "this line is empty")


@kind("not-a-property", "5545 3.1")
def _not_a_property(source: Source) -> Iterator[Remark]:
    yield from source.unread


def _is_text(octets: bytes) -> bool:
    try:
        octets.decode()
    except UnicodeDecodeError:
        return False
    return True


def _ends_inside_a_character(octets: bytes, following: bytes) -> bool:
    return any(_is_text(octets[-back:] + following[:ahead]) for back in (1, 2, 3) for ahead in (1, 2, 3))
