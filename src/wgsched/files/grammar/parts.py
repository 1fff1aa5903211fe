"""What a session is called beside its number: "resumed session", "special session", "2nd resumed"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wgsched.files.faults import suggestion
from wgsched.files.grammar.words import Wrong
from wgsched.model import Reopening, SessionKind, SessionPart, SessionType

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FIGURES = re.compile(r"([1-9]\d?)(?:st|nd|rd|th)")

PARTS = "first, second, resumed, 2nd resumed, reconvened"


@dataclass(frozen=True)
class SessionCalled:
    """What a session is called in one go: "second resumed special session"."""

    kind: SessionKind
    type: SessionType | None = None
    part: SessionPart | None = None


def read_part(text: str) -> SessionPart:
    """Return a part of a session: ``first``, ``resumed``, ``2nd resumed``, ``reconvened``.

    Raises:
        Wrong: it is none of these.
    """
    words = text.lower().split()
    reopening = next((each for each in Reopening if words[-1:] == [each.value]), None)
    counted = words[:-1] if reopening else words
    number = _number(counted[0]) if len(counted) == 1 else 1 if reopening and not counted else None
    if number is None:
        raise Wrong(f"{text!r} is no part of a session", f"Expected {PARTS}.")
    return SessionPart(number, reopening)


def _number(word: str) -> int | None:
    figures = _FIGURES.fullmatch(word)
    return int(figures[1]) if figures else _ORDINALS.index(word) + 1 if word in _ORDINALS else None


def read_kind(text: str) -> SessionCalled:
    """Return what a body calls it: ``session``, ``meeting``, ``conference``, or ``resumed special session``.

    Raises:
        Wrong: a word is not known there.
    """
    words = text.lower().split()
    kinds = [kind.value for kind in SessionKind]
    if not words or words[-1] not in kinds:
        raise Wrong(f"unknown word {text!r}", suggestion(text, kinds))
    kind, before = SessionKind(words[-1]), " ".join(words[:-1])
    named = next((each for each in sorted(SessionType, key=len, reverse=True) if before.endswith(each.value)), None)
    part = before.removesuffix(named.value).strip() if named else before
    return SessionCalled(kind, named, read_part(part) if part else None)
