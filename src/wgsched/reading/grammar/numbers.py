"""Numbers of agenda items as papers write them: ``Item 5``, ``2 a)``, ``16.1``, ``II & III``, ``3 (ج) (1)``."""

from __future__ import annotations

import re
from functools import cache

from wgsched.languages import registry
from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists, words_of

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LEVEL = re.compile(r"[.\s]*\(?\s*([^\W_]{1,4})\s*\)")
_DOTTED = re.compile(r"(\d{1,3}(?:\.(?:\d{1,3}|[a-z]))+)\.?(?![\w])")
_FIRST = re.compile(r"(\d{1,3}|[ivxl]{1,7})(?![a-z]{2}|\d)")
_LETTERED = re.compile(r"(\d{1,3})([a-z])(?=[.)]\s)")
_AFTER = re.compile(r"\s*(?:[.、:)\-]+(?:\s|$|(?=[^\W\d]))|\s+|$)")
MOST = 30
"""Items that one cell may name."""


def read_numbers(text: str, words: WordLists) -> tuple[str, ...]:
    """Return the numbers of a cell that holds nothing else, in the form of files; nothing when it holds more."""
    line = _bare(text, words)
    numbers: list[str] = []
    while line and len(numbers) < MOST:
        number, line = _one(line, words, numbers[-1] if numbers else "")
        if not number:
            return ()
        numbers.append(number)
        line = _joiner(words.code).sub("", line, count=1).strip()
    return tuple(dict.fromkeys(numbers))


def lead_number(text: str, words: WordLists) -> tuple[str, str]:
    """Return the number with which a line begins, and the words after it; of a line without, an empty number.

    A letter alone, ``(a)``, comes back as ``(a)``: what it belongs to stands before it.
    """
    line = low(text)
    if upper := re.match(r"([IVXL]{1,5})\.\s+(?=\S)", text):
        return upper[1], text[upper.end() :]
    if letter := re.match(r"-?\s*\(?\s*([^\W\d_]\u200d?|[ivx]{1,4})\s*[).]\s*(?=\S)", line):
        level = _letter(letter[1], words, 1)
        if level and ("(" in letter.group() or ")" in letter.group() or level == letter[1]):
            return f"({level})", _after(text, letter.end())
    stripped = _bare(text, words) if words.has("item", line[:24]) else line
    number, rest = _one(stripped, words, "")
    after = _AFTER.match(rest)
    if not number or not after or not rest[after.end() :].strip():
        return "", text
    return number, text[len(text) - len(rest[after.end() :]) :].strip() if len(rest) <= len(text) else rest


def _after(text: str, end: int) -> str:
    """Return what stands after the sign that closes a letter."""
    place = next((place for place, sign in enumerate(text) if sign in ").）、" and place >= end - 4), end - 1)
    return text[place + 1 :].strip()


@cache
def _joiner(code: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:[,;/،、]|{words_of(code).part('and')})\s*")


def _bare(text: str, words: WordLists) -> str:
    line = low(" ".join(text.split())).strip(" .:;-")
    for word in words.list("item"):
        if line.startswith(word):
            return line[len(word) :].strip(" .:")
    return line


def _one(line: str, words: WordLists, before: str) -> tuple[str, str]:
    """Return the first number of a line, and what follows it."""
    if dotted := _DOTTED.match(line):
        return dotted[1], line[dotted.end() :]
    if lettered := _LETTERED.match(line):
        return f"{lettered[1]} ({lettered[2]})", line[lettered.end() :]
    first = _FIRST.match(line)
    if not first:
        alone = _LEVEL.match(line)
        level = _letter(alone[1], words, 1) if alone and before else ""
        top = before.partition(" (")[0]
        return (f"{top} ({level})", line[alone.end() :]) if alone and level else ("", line)
    head, rest, levels = first[1], line[first.end() :], list[str]()
    while len(levels) < 3 and (match := _LEVEL.match(rest)):
        level = _letter(match[1], words, len(levels) + 1)
        if not level or (not levels and match.group().lstrip().startswith(")")):
            break
        levels.append(level)
        rest = rest[match.end() :]
    number = head if head[0].isdigit() else head.upper()
    return " ".join((number.lstrip("0") or "0", *(f"({level})" for level in levels))), rest


def _letter(written: str, words: WordLists, depth: int) -> str:
    """Return a level in Latin script: ``ب`` is b at the second level, ``1`` is i at the third."""
    if written.isascii() and written.isalpha():
        return written
    letters, numerals = _own(words.code)
    if depth > 1 and written in numerals:
        return _ROMAN[numerals.index(written)] if numerals.index(written) < len(_ROMAN) else ""
    if written in letters and letters.index(written) < len(_LATIN):
        return _LATIN[letters.index(written)]
    return ""


@cache
def _own(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the letters and numerals of a language for the lower levels of a number."""
    vocabulary = registry.vocabulary(code) if code in registry.codes() else None
    letters = (vocabulary and vocabulary.letters) or words_of(code).data.get("letters") or ()
    numerals = vocabulary.numerals if vocabulary else ()
    return tuple(low(str(each)) for each in letters), tuple(low(each).strip("()") for each in numerals)
