"""The agenda and its annotations: numbered lines become items, what stands below their headings becomes theirs."""

from __future__ import annotations

import re

from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts, ReadAnnotation, ReadItem
from wgsched.reading.assembly.header import SYMBOL
from wgsched.reading.blocks import ParagraphBlock
from wgsched.reading.grammar.marks import read_mark
from wgsched.reading.grammar.numbers import lead_number
from wgsched.reading.grammar.texts import alike, low
from wgsched.reading.grammar.words import WordLists

_END = " \u3000.;:,。；：，"
_AT_END = re.compile(r"[(（]\s*([^()（）]+)\s*[)）][\s.;。；]*$")
_TORN = re.compile(r"\([a-z]\)")
_MANDATE = r"(?P<symbol>[A-Z0-9][\w./-]*/[\w./-]+|\d+/\d+)"


class AgendaReader:
    """Reads the lines of the agenda, then those of its annotations."""

    def __init__(self, facts: Facts, words: WordLists, account: Account) -> None:
        self.facts, self.words, self.account = facts, words, account
        self.top = self.second = ""
        self.item: ReadItem | None = None
        self.documents = False

    def agenda_line(self, line: ParagraphBlock) -> bool:
        """Read a line of the agenda; return whether it is an item."""
        if _TORN.fullmatch(line.shown) and self.top and (own := self._number(line.shown)):
            self.facts.items.setdefault(own, ReadItem(own))
            self.account.refused(line.place, line.text, f"item {own} is torn from its title, which may stand below")
            return True
        number, title = lead_number(line.shown, self.words)
        if not number or not title.strip(_END):
            return False
        own = self._number(number)
        if not own:
            return False
        title = read_mark(title.strip(_END), self.words)[0]
        known = self.facts.items.get(own)
        if known is None:
            self.facts.items[own] = ReadItem(own, title)
            self.account.understood(f"item {own}", line)
        elif low(known.title) == low(title):
            self.account.understood(f"item {own}, named again", line)
        else:
            self.account.refused(line.place, line.text, f"the agenda has an item {own} already")
        return True

    def end(self) -> None:
        """Take Roman numbers for headings where other items run on below them: I, 1, 2, II, 3."""
        tops = [number for number in self.facts.items if "(" not in number and "." not in number]
        parts = [number for number in tops if not number.isdecimal()]
        others = [int(number) for number in tops if number.isdecimal()]
        if not parts or parts[0] != tops[0] or len(others) <= len(parts) or others != sorted(others):
            return
        for number in parts:
            item = self.facts.items.pop(number)
            for sitting in self.facts.sittings:
                sitting.rows = [row for row in sitting.rows if row.numbers != (number,)]
            self.account.inferred("", f"{number}. {item.title}", "a heading of the agenda: its items run on below it")

    def _number(self, number: str) -> str:
        """Return a whole number: a letter belongs to the item above it."""
        if not number.startswith("("):
            self.top, self.second = number, ""
            return number
        if not self.top:
            return ""
        level = number.strip("()")
        third = self.second and ((level in ("i", "ii", "iii", "iv", "v") and self.second[-2] not in "hu")
                                 or (level == "i" and self.second[-2] != "h"))  # fmt: skip
        if third:
            return f"{self.second} ({level})"
        self.second = f"{self.top} ({level})"
        return self.second

    # Annotations

    def annotation_line(self, line: ParagraphBlock) -> None:
        """Read a line of the annotations: a heading of an item, a paragraph, a point of it, or a document."""
        number, title = lead_number(line.shown, self.words)
        if number and (item := self._heading(number, title)):
            self.item, self.documents = item, False
            self.account.understood(f"the heading of item {item.number}", line)
        elif self.item is None:
            self.account.left_over(line)
        elif self.documents and self._document(line):
            return
        elif number.startswith("(") and self.item.annotations:
            self.item.annotations[-1].points.append(title)
            self.account.understood(f"a point of the annotations to item {self.item.number}", line)
        else:
            self.item.annotations.append(ReadAnnotation(" ".join(line.text.split())))
            self._mandates(line.text)
            self.account.understood(f"an annotation to item {self.item.number}", line)

    def _heading(self, number: str, title: str) -> ReadItem | None:
        """Return the item whose number and title head a part of the annotations."""
        bare = low(title.strip(_END))
        if not number.startswith("("):
            item = self.facts.items.get(number)
            if item and low(item.title) == bare:
                self.top = number
                return item
            return None
        item = self.facts.items.get(f"{self.top} {number}")
        return item if item and low(item.title) == bare else None

    def _document(self, line: ParagraphBlock) -> bool:
        """Read a line of the documents: a title, and the symbol in brackets or alone."""
        text = " ".join(line.text.split())
        ended = _AT_END.search(text)
        symbol = SYMBOL.search(alike(ended[1] if ended else text))
        if not symbol or self.item is None:
            return False
        title = text[: ended.start()].strip() if ended else ""
        self.facts.documents[symbol.group()] = (self.item.number.split(" (")[0], title)
        self.account.understood(f"a document for item {self.item.number.split(' (')[0]}", line)
        return True

    def _mandates(self, text: str) -> None:
        """Find the resolutions that a paragraph names with their titles."""
        line = re.sub(r"\s+", " " if self.words.spaced else "", text)
        for form in self.words.data["entitled"]:
            pattern = re.escape(form).replace(r"\{symbol\}", _MANDATE).replace(r"\{title\}", r"(?P<title>[^“”«»\"]+)")
            for match in re.finditer(pattern.replace(r"\ ", r"\s"), line):
                self.facts.mandates.setdefault(match["symbol"], ReadAnnotation(match["title"].strip()))
