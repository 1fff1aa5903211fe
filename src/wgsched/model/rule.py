"""What a rule and a preference are."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from typing import Any, ClassVar, Self, TypeAlias

from wgsched.model.desk import Desk, Quantity
from wgsched.model.easing import Ease
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
    What else is known of a rule has a default: what it comes from, whether it can be given up, and what would help.
    """

    code: ClassVar[str]

    source: ClassVar[str] = ""
    """The document or the paper that the rule comes from."""

    ground: ClassVar[bool] = False
    """Whether nothing is a programme without the rule: it is never given up, and named only when nothing else is."""

    shorthand: ClassVar[str] = ""
    """The key of an agenda item in a session file that asks for the rule.

    The item is then the first field of the rule, and what stands behind the key is the second; a rule without a second
    field that must be given is asked for by ``yes``.
    """

    converse: ClassVar[str] = ""
    """Such a key the other way round: the item is the second field, and what stands behind the key is the first."""

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

    def eases(self, session: Session, *case: Any) -> Iterator[Sequence[Ease]]:  # noqa: ARG002
        """Yield the ways to ask less in this case, each a ladder whose mildest step comes first."""
        yield from ()

    @classmethod
    def shared_eases(cls, session: Session, cases: Sequence[Case]) -> Iterator[Sequence[Ease]]:  # noqa: ARG003
        """Yield the ways to ask less in several of these cases at once, each a ladder as those of `eases`."""
        yield from ()

    def remainder(self, *case: Any) -> Case | None:  # noqa: ARG002
        """Return the case that must hold even when this one is given up, if there is one."""
        return None

    def settled(self, session: Session, begun: Collection[str]) -> bool:  # noqa: ARG002
        """Return whether nothing of the rule is left to keep once these instalments, by key, have been opened."""
        return False

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield tiny sessions in which it decides, one at least; tests run over all of them."""
        yield from ()


class Preference(ABC):
    """What is better. A weight, from a table of data, says how much one unit of its amount costs."""

    code: ClassVar[str]

    source: ClassVar[str] = ""
    """The document or the paper that the preference comes from."""

    shorthand: ClassVar[str] = ""
    """The key of an agenda item in a session file that asks for the preference, as `Rule.shorthand`.

    Several may share a key: what stands behind it then tells which is meant, a period, a day, or else a meeting.
    """

    free_time: ClassVar[bool] = False
    """Whether it wants no more than free time: items that can use such time have it all the same."""

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
