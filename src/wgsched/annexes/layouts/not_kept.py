"""The opening words of every paper of a nearest programme: that it is not valid, and what it does not keep."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.annexes.pages import Block, Cell, Row, Table
from wgsched.checking import not_kept
from wgsched.languages import Lexicon
from wgsched.model import Programme, Sentence, Text, Verdict


def what_is_not_kept(programme: Programme, words: Lexicon) -> tuple[Block, ...]:
    """Return, of a nearest programme, each demand that it does not keep; nothing of any other."""
    if programme.finding.verdict is not Verdict.NEAREST:
        return ()
    return (Table(header=(Row((Cell(words.phrase("not-valid")),)),), rows=tuple(_rows(programme, words))),)


def _rows(programme: Programme, words: Lexicon) -> Iterator[Row]:
    hidden = frozenset(each.name for each in programme.session.participants if not each.printed)
    someone = Text({words.code: words.phrase("a-participant")})
    for each in not_kept(programme):
        sentences = (_without_names(sentence, hidden, someone) for sentence in each.sentences)
        said = " ".join(words.say(sentence, programme.session) for sentence in sentences)
        record = {"kind": "not-kept", "rule": each.rule, "strength": each.strength.value, "sentence": said}
        yield Row((Cell(said),), record=record)


def _without_names(sentence: Sentence, hidden: frozenset[Text], someone: Text) -> Sentence:
    """Return a sentence that names nobody whose name is not printed."""

    def unnamed(fact: object) -> object:
        if isinstance(fact, Sentence):
            return _without_names(fact, hidden, someone)
        return someone if isinstance(fact, Text) and fact in hidden else fact

    facts = {name: unnamed(fact) for name, fact in sentence.facts}
    return Sentence(sentence.code, phrases=dict(sentence.phrases), **facts)
