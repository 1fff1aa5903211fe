"""Markdown: headings, pipe tables, and text whose signs stand for nothing but themselves once escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from wgsched.files.octets import text_of
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock
from wgsched.reading.carriers.lines import MOST_COLUMNS, blocks_of, table_of

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BAR = re.compile(r"(?<!\\)\|")
_STRONG = re.compile(r"(?<!\\)(?:\*\*|~~|(?<!\w)__|__(?!\w))")
_LISTED = re.compile(r"([ \t]*)(\d{1,3})([.)])\s+")
MOST_LEVELS = 6
DEEPER = 2
"""Spaces by which a list inside another is indented."""

_SLANTED = re.compile(r"(?<![\\\w*])([*_])(?=\S)([^*_\n]*[^*_\s\\])\1(?![\w*])")
_LINK = re.compile(r"!?(?<!\\)\[([^\[\]]*)(?<!\\)\]\([^()\s]*(?: \"[^\"]*\")?\)")
"""Of a link and a picture a reader sees the words."""

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>()#+\-.!|~$=])")


@dataclass(frozen=True)
class _Level:
    """A level of a numbered list: its indent, the last number as typed, and as shown."""

    indent: int
    typed: int
    shown: int


def read_markdown(content: bytes, file: str) -> Paper:
    """Return the blocks of a Markdown text.

    Raises:
        BadInput: it is not UTF-8, or too large.
    """
    lines = _numbered(enumerate(text_of(content, file).split("\n"), start=1))
    return Paper(file, "md", tuple(_blocks(lines)))


def _numbered(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield lines with the numbers that a reader sees: a list that says 1 in each line counts, one inside it adds."""
    levels: list[_Level] = []
    for number, text in lines:
        match = _LISTED.match(text)
        if not match:
            if text.strip() and not text[0].isspace():
                levels = []  # the list has ended
            yield number, text
            continue
        indent, typed = len(match[1].expandtabs(4)), int(match[2])
        while levels and indent < levels[-1].indent:
            levels.pop()
        if levels and (indent < levels[-1].indent + DEEPER or len(levels) == MOST_LEVELS):
            last = levels.pop()
            levels.append(_Level(last.indent, typed, last.shown + 1 if typed == last.typed else typed))
        else:
            levels.append(_Level(indent, typed, typed))
        shown = ".".join(str(level.shown) for level in levels)
        yield number, f"{match[1]}{shown}{'.' if len(levels) > 1 else match[3]} {text[match.end() :]}"


def _blocks(lines: Iterator[tuple[int, str]]) -> Iterator[ParagraphBlock | TableBlock]:
    for piped, group in groupby(lines, key=lambda line: line[1].lstrip().startswith("|")):
        run = list(group)
        if not piped:
            yield from (_worded(block) for block in blocks_of(run))
            continue
        rows = [(number, _cells(text)) for number, text in run if not _RULE.fullmatch(text.strip())]
        if rows := [row for row in rows if any(row[1])]:
            yield table_of(rows)


def _worded(block: ParagraphBlock | TableBlock) -> ParagraphBlock | TableBlock:
    if isinstance(block, TableBlock):
        return replace(block, cells=tuple(replace(cell, text=plain(cell.text)) for cell in block.cells))
    heading = _HEADING.fullmatch(block.text)
    if heading:
        return replace(block, text=plain(heading[2]), heading=len(heading[1]))
    return replace(block, text=plain(re.sub(r"^[-*+]\s+", "", block.text)))


def _cells(text: str) -> list[str]:
    inner = text.strip().removeprefix("|").removesuffix("|")
    return [plain(cell.strip()) for cell in _BAR.split(inner, maxsplit=MOST_COLUMNS)]


def plain(text: str) -> str:
    """Return the words of a text without its markup."""
    bare = _STRONG.sub("", _BREAK.sub("\n", _LINK.sub(r"\1", text)))
    bare = _SLANTED.sub(r"\2", bare)
    return _ESCAPED.sub(r"\1", bare)
