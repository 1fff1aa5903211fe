"""The tags of a PDF, where it has any: its paragraphs, lists and tables as the program that made it meant them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

MOST_DEPTH = 60
MOST_ELEMENTS = 100_000

TEXTS = frozenset({"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Caption", "Title", "TOCI", "Note", "Quote"})
"""Elements that are a paragraph each."""

_SHOWN = {b"Tj": 0, b"'": 0, b'"': 2}
LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""A letter of a script that is written from right to left."""

HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""A sign of the Chinese script, or one as wide."""

RIGHTWARD = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z./:,\-]*[0-9A-Za-z])?")
"""A number or a Latin word, which is written rightward among such letters too."""

MOST_CODES = 65_535
_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f\s]*>|\[.*?\])", re.DOTALL)
_HEX = re.compile(r"<([0-9A-Fa-f\s]+)>")

TaggedCell = tuple[str, int, int]
"""The words of a cell, and how many columns and rows it spans."""


@dataclass
class TaggedBlock:
    """A paragraph, or the rows of a table, with the number of its page from 1."""

    page: int
    text: str = ""
    rows: list[list[TaggedCell]] = field(default_factory=list)


def tagged_blocks(reader: Any) -> list[TaggedBlock]:
    """Return the blocks of a tagged PDF; nothing where it has no tags, or too few of its words are in them."""
    root = _get(_get(reader.trailer, "/Root"), "/StructTreeRoot")
    if root is None:
        return []
    numbers = {_id(page): number for number, page in enumerate(reader.pages, start=1)}
    marked = {number: dict(_marked(page)) for number, page in enumerate(reader.pages, start=1)}
    roles = {str(key)[1:]: str(value)[1:] for key, value in (_get(root, "/RoleMap") or {}).items()}
    return list(_Walk(numbers, marked, roles).blocks(root))


class _Walk:
    """Walks the tree of tags in order."""

    def __init__(self, numbers: dict[Any, int], marked: dict[int, dict[int, str]], roles: dict[str, str]) -> None:
        self.numbers, self.marked, self.roles = numbers, marked, roles
        self.left = MOST_ELEMENTS

    def blocks(self, element: Any, page: int = 1, depth: int = 0) -> Iterator[TaggedBlock]:
        """Yield the paragraphs and tables below an element."""
        for child, number in self._children(element, page, depth):
            kind = self._kind(child)
            if kind == "Table":
                rows = [list(self._cells(row, number, depth)) for row in self._rows(child, number, depth)]
                yield TaggedBlock(number, rows=rows)
            elif kind in TEXTS:
                yield TaggedBlock(number, self.text(child, number, depth))
            elif not isinstance(child, int):
                yield from self.blocks(child, number, depth + 1)

    def text(self, element: Any, page: int, depth: int) -> str:
        """Return the words of an element, with line ends between the paragraphs in it."""
        parts: list[str] = []
        before = ""
        for child, number in self._children(element, page, depth):
            if isinstance(child, int):
                words = self.marked.get(number, {}).get(child, "")
                parts += [_between(before, words), words]
            else:
                ends = {"Lbl": " "}.get(self._kind(child), "\n" if self._kind(child) in TEXTS else "")
                parts += [ends.strip(" "), self.text(child, number, depth + 1), ends]
            before = parts[-1] if isinstance(child, int) else ""
        return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n") if line.strip())

    def _rows(self, table: Any, page: int, depth: int) -> Iterator[Any]:
        for child, number in self._children(table, page, depth):
            if self._kind(child) == "TR":
                yield child
            elif not isinstance(child, int) and self._kind(child) in ("THead", "TBody", "TFoot"):
                yield from self._rows(child, number, depth + 1)

    def _cells(self, row: Any, page: int, depth: int) -> Iterator[TaggedCell]:
        for child, number in self._children(row, page, depth):
            if self._kind(child) in ("TD", "TH"):
                yield self.text(child, number, depth + 1), _span(child, "/ColSpan"), _span(child, "/RowSpan")

    def _children(self, element: Any, page: int, depth: int) -> Iterator[tuple[Any, int]]:
        """Yield what stands below an element, marked words as numbers, each with its page."""
        if depth > MOST_DEPTH:
            raise ValueError("its tags are nested too deeply")
        page = self.numbers.get(_id(_get(element, "/Pg")), page)
        kids = _get(element, "/K")
        for kid in kids if isinstance(kids, list) else [kids]:
            self.left -= 1
            if self.left < 0:
                raise ValueError(f"it has more than {MOST_ELEMENTS} tags")
            child = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(child, dict) and "/MCID" in child:
                yield int(child["/MCID"]), self.numbers.get(_id(_get(child, "/Pg")), page)
            elif isinstance(child, int):
                yield int(child), page
            elif isinstance(child, dict) and child.get("/Type") != "/OBJR":
                yield child, page

    def _kind(self, element: Any) -> str:
        if not isinstance(element, dict):
            return ""
        kind = str(element.get("/S", ""))[1:]
        return self.roles.get(kind, kind)


def _get(thing: Any, key: str) -> Any:
    value: Any = thing.get(key) if isinstance(thing, dict) else None
    return value.get_object() if hasattr(value, "get_object") else value


def _id(page: Any) -> Any:
    reference = getattr(page, "indirect_reference", None)
    return reference.idnum if reference is not None else None


def _span(cell: Any, name: str) -> int:
    attributes = _get(cell, "/A")
    for each in attributes if isinstance(attributes, list) else [attributes]:
        value = _get(_get({"": each}, ""), name)
        if isinstance(value, int) and 0 < value < 500:
            return int(value)
    return 1


def _between(before: str, after: str) -> str:
    """Return what parts two stretches beside each other: they are two lines, or parts of one in two scripts."""
    if before and after and bool(HAN.match(before[-1])) != bool(HAN.match(after[0])):
        return ""  # a number in a Chinese line has a font of its own
    return "" if not before else " " if LEFTWARD.search(before) or LEFTWARD.search(after) else "\n"


# Marked words of a page


def _marked(page: Any) -> Iterator[tuple[int, str]]:
    """Yield the number and the words of each marked stretch of a page."""
    content = page.get_contents()
    named = _get(_get(page, "/Resources"), "/Font") or {}
    fonts = {str(name): _Font(each.get_object()) for name, each in named.items()}
    lines: dict[int, list[tuple[float, list[str]]]] = {}
    stack: list[int | None] = []
    font: _Font | None = None
    height = 0.0
    for operands, operator in content.operations if content is not None else ():
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
            stack.append(int(properties["/MCID"]) if "/MCID" in properties else (stack[-1] if stack else None))
        elif operator == b"EMC" and stack:
            stack.pop()
        elif operator == b"Tf":
            font = fonts.get(str(operands[0]))
        elif operator in (b"Tm", b"Td", b"TD"):
            height = float(operands[5]) if operator == b"Tm" else height + float(operands[1])
        elif stack and stack[-1] is not None and font is not None and (shown := _shown(operands, operator, font)):
            own = lines.setdefault(stack[-1], [])
            if not own or own[-1][0] != height:
                own.append((height, []))
            own[-1][1].extend(shown)
    yield from ((number, _said([letters for _, letters in own])) for number, own in lines.items())


def _said(lines: list[list[str]]) -> str:
    """Return lines as they are read: signs of a script written leftward stand in each from the left."""
    if not any(LEFTWARD.search(letter) for line in lines for letter in line):
        return "".join("".join(line) for line in lines)
    turned = ("".join(reversed(line)) for line in lines)
    return " ".join(RIGHTWARD.sub(lambda match: match.group()[::-1], line) for line in turned)


def _shown(operands: Any, operator: bytes, font: _Font) -> list[str]:
    """Return what the signs stand for that an operator shows."""
    texts: list[Any] = []
    if operator in _SHOWN and len(operands) > _SHOWN[operator]:
        texts = [operands[_SHOWN[operator]]]
    elif operator == b"TJ" and operands:
        texts = [each for each in operands[0] if isinstance(each, (str, bytes))]
    return [letter for each in texts for letter in font.letters_of(each)]


class _Font:
    """Turns the codes of a font into letters."""

    def __init__(self, font: Any) -> None:
        self.width = 2 if font.get("/Subtype") == "/Type0" else 1
        stream = _get(font, "/ToUnicode")
        self.letters = dict(_letters(stream.get_data().decode("latin-1"))) if stream is not None else {}

    def letters_of(self, shown: Any) -> list[str]:
        """Return what each sign of a string stands for: a letter, or several that are drawn as one."""
        content = shown if isinstance(shown, bytes) else getattr(shown, "original_bytes", b"")
        if not self.letters:
            return list(content.decode("cp1252", "replace")) if self.width == 1 else []
        codes = (int.from_bytes(content[at : at + self.width], "big") for at in range(0, len(content), self.width))
        return [self.letters.get(code, "") for code in codes]


def _letters(table: str) -> Iterator[tuple[int, str]]:
    """Yield the code and the letters of each entry of a table for Unicode."""
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        numbers = _HEX.findall(block)
        yield from ((int(code, 16), _unicode(text)) for code, text in zip(numbers[::2], numbers[1::2], strict=False))
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, target in _RANGE.findall(block):
            yield from _span_of(int(first, 16), int(last, 16), target)


def _span_of(first: int, last: int, target: str) -> Iterator[tuple[int, str]]:
    """Yield the entries of a range: with a list of texts, or one that counts on."""
    texts = [_unicode(each) for each in _HEX.findall(target)]
    for place, code in enumerate(range(first, min(last, first + MOST_CODES) + 1)):
        if target.startswith("["):
            yield code, texts[place] if place < len(texts) else ""
        elif texts and texts[0]:
            yield code, texts[0][:-1] + chr(min(ord(texts[0][-1]) + place, 0x10FFFF))


def _unicode(text: str) -> str:
    return bytes.fromhex("".join(text.split()).ljust(4, "0")).decode("utf-16-be", "replace")
