"""The base classes of rules and preferences."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self, TypeAlias

from wgsched.errors import Fault
from wgsched.model.desk import Desk, Quantity
from wgsched.model.easing import Ease
from wgsched.model.example import Example
from wgsched.model.gate import at_least, refuse
from wgsched.model.programme import Programme
from wgsched.model.sentence import Sentence
from wgsched.model.session import Session

Case: TypeAlias = tuple[Any, ...]
"""The nouns of one case of a rule, such as two items."""


@dataclass(frozen=True)
class Rule(ABC):
    """What must hold. One class, four short methods, one sentence.

    ``post`` and ``holds`` state the same thing independently: ``post`` for the solver, in the desk's verbs, and
    ``holds`` for the checker, on the programme. A rule is a frozen dataclass, so it can be compared and written to a
    file. The other parts of a rule have defaults. ``weight`` is how much each broken case counts in a nearest
    programme, where not all that must hold can: ``Precedes("2", "3", weight=5)``.
    """

    weight: int = field(default=1, kw_only=True)

    code: ClassVar[str]

    speaks_of: ClassVar[str] = ""
    """The path into the session of what it speaks of, such as ``participants.windows``: where nothing is there, it has
    no case. A rule that stands for every session is then not asked for its cases.
    """

    source: ClassVar[str] = ""
    """The document or the paper that the rule comes from."""

    ground: ClassVar[bool] = False
    """Whether the rule is never given up. It is named in a conflict only if no other rule is."""

    customary: ClassVar[bool] = False
    """Whether the rule is a custom, which a session waives by its code.

    If it is one that is never given up, a conflict that needs it names it.
    """

    never_a_wish: ClassVar[bool] = False
    """Whether it cannot be asked for with less strength, as what concerns interpretation, opening and closure."""

    shorthand: ClassVar[str] = ""
    """The key of an agenda item in a session file that asks for the rule.

    The item is the first field of the rule, and the value of the key is the second. If the rule has no second field
    that must be given, the value is ``yes``.
    """

    converse: ClassVar[str] = ""
    """Such a key the other way round: the item is the second field, and the value of the key is the first."""

    def __post_init__(self) -> None:
        """Check the weight; a rule with checks of its own calls this one too."""
        refuse(at_least(1, {"weight": self.weight}))
        if self.weight != 1 and not self.may_be_a_wish:
            refuse([Fault(f"{self.code} is never broken: a weight says nothing", path="weight")])

    @property
    def may_be_a_wish(self) -> bool:
        """Whether it can be asked for with less strength than a must, and be broken where nothing else helps."""
        return not (self.ground or self.never_a_wish)

    @abstractmethod
    def cases(self, session: Session) -> Iterator[Case]:
        """Yield what the rule is about in this session, case by case."""

    @abstractmethod
    def post(self, desk: Desk, *case: Any) -> None:
        """Ask the desk to keep the rule in this case."""

    @abstractmethod
    def holds(self, programme: Programme, *case: Any) -> bool | None:
        """Return whether a programme keeps the rule in this case; None when it cannot be judged."""

    @abstractmethod
    def words(self, *case: Any) -> Sentence:
        """Return the sentence that says what must hold in this case."""

    def deviation(self, programme: Programme, *case: Any) -> Sentence | None:  # noqa: ARG002
        """Return what a programme that breaks the rule in this case has instead: which meetings, rows, minutes.

        None where no more can be said than where the items of the case are taken up.
        """
        return None

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
        """Return whether the rule has nothing left to demand once these instalments, by key, have been opened."""
        return False

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield at least one tiny session in which the rule decides; tests run over all of them."""
        yield from ()


class Preference(ABC):
    """What is better. A weight in a table of data says how much one unit of its amount costs."""

    code: ClassVar[str]

    speaks_of: ClassVar[str] = ""
    """The path into the session of what it speaks of, such as ``participants.windows``: where nothing is there, it has
    no case. A preference that stands for every session is then not asked for its cases.
    """

    source: ClassVar[str] = ""
    """The document or the paper that the preference comes from."""

    shorthand: ClassVar[str] = ""
    """The key of an agenda item in a session file that asks for the preference, as `Rule.shorthand`.

    Several may share a key: what stands behind it then tells which is meant, a period, a day, or else a meeting.
    """

    unit: ClassVar[tuple[str, str]] = ("", "")
    """What one of its amount is, and several, in English: ``("free minute", "free minutes")``; if empty, its code."""

    free_time: ClassVar[bool] = False
    """Whether it only wants free time. Items that can use such time still get it."""

    @abstractmethod
    def cases(self, session: Session) -> Iterator[Case]:
        """Yield what the preference is about in this session, case by case."""

    @abstractmethod
    def amount(self, programme: Programme, *case: Any) -> int | None:
        """Return how far a programme is from the wish, never negative; None when it cannot be judged."""

    def least(self, session: Session, *case: Any) -> int:  # noqa: ARG002
        """Return an amount under which no programme of the session can be in this case; it counts nothing."""
        return 0

    @abstractmethod
    def express(self, desk: Desk, *case: Any) -> Quantity:
        """Return the same amount as the desk counts it."""

    @abstractmethod
    def words(self, *case: Any) -> Sentence:
        """Return the sentence that says the wish in this case."""

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield at least one tiny session in which the amounts differ; tests run over all of them."""
        yield from ()
