"""How far each language was checked, counted in its own data."""

from __future__ import annotations

from collections import Counter

from generated.markdown import table
from wgsched.languages import codes
from wgsched.languages.registry import vocabulary

_NAMES = {"ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "ru": "Russian", "es": "Spanish"}


def markdown() -> str:
    """Return a row for each language: wordings seen in a source, wordings to be reviewed, sentences, sources."""
    header = ("language", "wordings", "seen in a source", "to be reviewed", "sentences", "sources it leans on most")
    return table(header, [_row(code) for code in codes()])


def _row(code: str) -> tuple[str, ...]:
    language = vocabulary(code)
    titles = [title for titles in language.roles.values() for title in titles.values()]
    phrases = [*language.phrases.values(), *titles]
    seen = [phrase.seen for phrase in phrases if phrase.seen is not None]
    most = "; ".join(source for source, _ in Counter(seen).most_common(3))
    counts = (len(phrases), len(seen), len(phrases) - len(seen), len(language.sentences))
    return _NAMES.get(code, code), *map(str, counts), most
