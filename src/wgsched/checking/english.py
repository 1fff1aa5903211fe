"""Sentences in English, for whoever prints a report, a score or a comparison."""

from __future__ import annotations

from wgsched.model import Sentence, Session


def in_english(sentence: Sentence, session: Session | None) -> str:
    """Return a sentence in English, as a session words it."""
    from wgsched.languages import lexicon  # late: a verdict needs no words

    return lexicon("en", session).say(sentence)
