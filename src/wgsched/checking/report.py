"""The checker's answer: what is broken, and what cannot be judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from wgsched.checking.english import in_english
from wgsched.model import Sentence, Session


class Judgement(StrEnum):
    """Whether a rule is broken, or cannot be judged on what the programme tells."""

    BROKEN = "broken"
    UNJUDGED = "cannot be judged"


@dataclass(frozen=True)
class Violation:
    """A sentence that should hold, the code of the rule that says it, and the checker's judgement.

    ``found`` says what the programme has instead, where something is broken.
    ``session`` lets a lexicon word it as that session does.
    """

    rule: str
    sentence: Sentence
    judgement: Judgement = Judgement.BROKEN
    session: Session | None = field(default=None, repr=False, compare=False)
    found: Sentence | None = field(default=None, compare=False)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What should hold, and what is found instead."""
        return (self.sentence, self.found) if self.found else (self.sentence,)

    def __str__(self) -> str:
        return " ".join(in_english(sentence, self.session) for sentence in self.sentences)


@dataclass(frozen=True)
class Report:
    """All that the checker found. It iterates over what is broken, and is false when nothing is.

    ``unjudged`` are the sentences that cannot be judged, because hours or rows are missing.
    """

    broken: tuple[Violation, ...] = ()
    unjudged: tuple[Violation, ...] = ()

    def __iter__(self) -> Iterator[Violation]:
        return iter(self.broken)

    def __len__(self) -> int:
        return len(self.broken)

    def __getitem__(self, index: int) -> Violation:
        return self.broken[index]

    def __str__(self) -> str:
        return "\n".join(str(violation) for violation in self.broken)
