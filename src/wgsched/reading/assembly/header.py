"""The head of a paper: symbol, bodies, place, days, date of issue, language of the original."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from contextlib import suppress

from babel import Locale

from wgsched.files.building.place import stations
from wgsched.model import SIX
from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts
from wgsched.reading.blocks import ParagraphBlock
from wgsched.reading.grammar.days import read_day
from wgsched.reading.grammar.sessionnames import read_session_name
from wgsched.reading.grammar.texts import alike, low
from wgsched.reading.grammar.words import WordLists, words_of

SYMBOL = re.compile(
    r"(?<![\w/])(?:[A-Z][A-Z0-9.]*[/:](?:[A-Z0-9][A-Za-z0-9.\-]*/)*[A-Z0-9][A-Za-z0-9.\-]*"
    r"|[A-Z]{1,4} \d+(?:/[A-Z0-9.]+)+)(?![\w/])"
)
"""The symbol of a document: CAC/COSP/WG.2/2009/1, CFS:2004/INF/1, CL 129/OD/2."""


def read_header(lines: Sequence[ParagraphBlock], facts: Facts, words: WordLists, account: Account) -> None:
    """Read the lines that stand before the first part of a paper."""
    before: list[ParagraphBlock] = []
    after: list[ParagraphBlock] = []
    names = before
    for line in lines:
        meaning = _read(line.text, facts, words)
        if meaning:
            account.understood(meaning, line)
            names = after if meaning == "the distribution" else names
        elif not facts.header_days:
            names.append(line)
    if after:
        facts.body = facts.body or _joined(after, words)
        facts.parent = facts.parent or _joined(before, words)
    elif before and facts.header_days and not facts.body:
        facts.body = _joined(before[:1], words)
        before = before[:1]
    else:
        return
    account.understood("the name of a body", *before, *after)


def _read(text: str, facts: Facts, words: WordLists) -> str:
    """Return what a line of the head says, or nothing."""
    line = alike(text)
    if (symbol := SYMBOL.fullmatch(line)) and "/" in line:
        facts.symbol = facts.symbol or symbol.group()
        return "the symbol"
    if low(line).startswith("distr"):
        return "the distribution"
    if code := _original(line, words):
        facts.original = code
        return "the language of the original"
    if _language(line):
        return "the language"
    if named := read_session_name(line, words.code):
        facts.kind, facts.ordinal = facts.kind or named.kind, facts.ordinal or named.ordinal
        return "the session"
    return _dates(text, facts, words)


def _dates(text: str, facts: Facts, words: WordLists) -> str:
    written = next((day for each in (words, words_of("en")) if (day := read_day(text, each)) and day.dated), None)
    place = station_in(text)
    facts.place = facts.place or place
    if written is None:
        return "the place" if place and len(text) < 60 else ""
    if written.last or place:
        facts.header_days = facts.header_days or written
        return "the days and the place" if place else "the days"
    if written.year and not facts.issued and not re.sub(r"[\W_]+", "", written.rest):
        with suppress(ValueError):  # a day that no calendar has
            facts.issued = datetime.date(written.year, written.month or 1, written.day or 1)
        return "the date of the document"
    return ""


def station_in(text: str) -> str:
    """Return the known duty station that a text names, or nothing."""
    line = low(text)
    for key, station in stations().items():
        titles = station.get("title", {}) if key != "every station" else {}
        if any(re.search(rf"(?<![^\W\d_]){re.escape(low(title))}", line) for title in titles.values()):
            return key
    return ""


def _original(line: str, words: WordLists) -> str:
    head, colon, rest = line.partition(":")
    if not colon or low(head) not in {*words.list("original"), "original"}:
        return ""
    return _language(rest.strip())


def _language(name: str) -> str:
    wanted = low(name)
    named = (code for code in SIX for each in SIX if low(Locale(each).languages.get(code, "?")) == wanted)
    return next(named, "")


def _joined(lines: Sequence[ParagraphBlock], words: WordLists) -> str:
    joint = " " if words.spaced else ""
    return joint.join(" ".join(line.text.split()) for line in lines)
