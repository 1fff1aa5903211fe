"""What a programme does not keep of all that is asked for with a strength, each as a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wgsched.checking.checker import check
from wgsched.checking.scoring import graded, score
from wgsched.model import Programme, Sentence, Strength


@dataclass(frozen=True)
class NotKept:
    """A demand that a programme does not keep: the code of the rule, how strongly it is asked for, and the sentences.

    The first sentence says what is asked for and how strongly; a second one, what the programme has instead.
    """

    rule: str
    strength: Strength
    sentences: tuple[Sentence, ...]


def not_kept(programme: Programme) -> Iterator[NotKept]:
    """Yield what a programme does not keep, the gravest first: what must hold, what should, what would be nice."""
    for each in check(programme):
        said = graded(each.sentence, Strength.MUST)
        yield NotKept(each.rule, Strength.MUST, (said, each.found) if each.found else (said,))
    for line in score(programme).unmet:
        if line.strength:
            yield NotKept(line.preference, line.strength, (graded(line.sentence, line.strength),))
