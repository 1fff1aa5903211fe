"""How far each language was checked, counted in its own data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generated.markdown import table
from wgsched.languages import codes
from wgsched.languages.registry import sentences, vocabulary
from wgsched.languages.vocabulary import Phrase

_NAMES = {"ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "ru": "Russian", "es": "Spanish"}


def markdown() -> str:
    """Return a row for each language: wordings seen in a source, wordings to be reviewed, sentences, sources."""
    header = ("language", "wordings", "seen in a source", "to be reviewed", "sentences", "sources it leans on most")
    return table(header, [_row(code) for code in codes()])


def _row(code: str) -> tuple[str, ...]:
    phrases = list(_phrases(vocabulary(code)))
    seen = [phrase.seen for phrase in phrases if not phrase.to_review]
    most = "; ".join(source for source, _ in Counter(seen).most_common(3))
    counts = (len(phrases), len(seen), len(phrases) - len(seen), len(sentences(code)))
    return _NAMES.get(code, code), *map(str, counts), most


def _phrases(value: Any) -> Iterator[Phrase]:
    if isinstance(value, Phrase):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _phrases(getattr(value, field.name))
    elif isinstance(value, dict) or hasattr(value, "values"):
        for each in value.values():
            yield from _phrases(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _phrases(each)
