"""What a rule and a preference are."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar, Self, TypeAlias

from wgsched.model.desk import Desk, Quantity
from wgsched.model.example import Example
from wgsched.model.programme import Programme
from wgsched.model.sentence import Sentence
from wgsched.model.session import Session

Case: TypeAlias = tuple[Any, ...]
"""The nouns that one case of a rule speaks about, such as two items."""


class Rule(ABC):
    """What must hold. One class, four short methods, one sentence.

    ``post`` and ``holds`` are two independent statements of the same thing: the solver's, in the desk's verbs, and
    the checker's, on the programme. A rule is a frozen dataclass, so that it can be compared and written to a file.
    """

    code: ClassVar[str]

    source: ClassVar[str] = ""
    """The document or the paper that the rule comes from."""

    @abstractmethod
    def cases(self, session: Session) -> Iterator[Case]:
        """Yield what the rule speaks about in this session, case by case."""

    @abstractmethod
    def post(self, desk: Desk, *case: Any) -> None:
        """Ask the desk to keep the rule in this case."""

    @abstractmethod
    def holds(self, programme: Programme, *case: Any) -> bool | None:
        """Return whether a programme keeps the rule in this case; None when it cannot be judged."""

    @abstractmethod
    def words(self, *case: Any) -> Sentence:
        """Return the sentence that says what must hold in this case."""

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield tiny sessions in which it decides, one at least; tests run over all of them."""
        yield from ()


class Preference(ABC):
    """What is better. A weight, from a table of data, says how much one unit of its amount costs."""

    code: ClassVar[str]

    source: ClassVar[str] = ""
    """The document or the paper that the preference comes from."""

    @abstractmethod
    def cases(self, session: Session) -> Iterator[Case]:
        """Yield what the preference speaks about in this session, case by case."""

    @abstractmethod
    def amount(self, programme: Programme, *case: Any) -> int | None:
        """Return how far a programme is from the wish, never negative; None when it cannot be judged."""

    @abstractmethod
    def express(self, desk: Desk, *case: Any) -> Quantity:
        """Return the same amount as the desk counts it."""

    @abstractmethod
    def words(self, *case: Any) -> Sentence:
        """Return the sentence that says the wish in this case."""

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield tiny sessions in which its amounts differ, one at least; tests run over all of them."""
        yield from ()
