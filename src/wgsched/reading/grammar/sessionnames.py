"""What papers call a session after its body: "Fifty-second session", "Resumed third session", "第十七届会议"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wgsched.files.grammar.parts import read_kind
from wgsched.languages import lexicon
from wgsched.reading.grammar.texts import low

TYPES = ("session", "special session", "emergency special session", "organizational session", "conference", "meeting")
PARTS = ("first", "second", "third", "resumed", "2nd resumed", "3rd resumed", "reconvened", "2nd reconvened")
KINDS = (*TYPES, *(f"{part} {kind}" for kind in TYPES if kind != "meeting" for part in PARTS))
"""What a session file may call a session, as far as papers are read."""

MOST = 199
SAMPLE = 7
"""A number that no part has, so that its word is found in a name."""


@dataclass(frozen=True)
class SessionName:
    """A session's number, and its kind as a session file has it: ``resumed special session``."""

    kind: str
    ordinal: int


def read_session_name(text: str, code: str) -> SessionName | None:
    """Return what a line calls the session, or nothing."""
    line, numbers = low(text), _numbers(code)
    for (before, after), kind in _patterns(code).items():
        if line.startswith(before) and line.endswith(after):
            ordinal = numbers.get(line.removeprefix(before).removesuffix(after))
            if ordinal:
                return SessionName(kind, ordinal)
    return None


@cache
def _patterns(code: str) -> Mapping[tuple[str, str], str]:
    """What stands before and after the number, for each kind."""
    words = lexicon(code)
    patterns: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        called = read_kind(kind)
        name = low(words.session_called(called.kind, called.type, SAMPLE, called.part))
        ordinals = {low(noun.ordinals[SAMPLE - 1]) for noun in words.vocabulary.nouns.values()}
        number = max((each for each in ordinals if each in name), key=len)
        before, _, after = name.partition(number)
        patterns.setdefault((before, after), kind)
    return patterns


@cache
def _numbers(code: str) -> Mapping[str, int]:
    """The numbers of sessions in words and in figures."""
    words, numbers = lexicon(code), dict[str, int]()
    for noun in words.vocabulary.nouns.values():
        for number in range(1, MOST + 1):
            figures = noun.beyond.format(n=number, nth=words.phrase("nth", n=number))
            said = noun.ordinals[number - 1 : number]
            numbers.update(dict.fromkeys((figures, *said), number))
    return {low(said): number for said, number in numbers.items()}
