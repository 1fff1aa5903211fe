"""The opening comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Role
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.ranks import Rank
from wgsched.rules._ranks import BeforeOthers


@dataclass(frozen=True)
class OpeningFirst(BeforeOthers):
    """The opening comes before everything else on the agenda of its body.

    Ceremonies, the bureau and other entries without an item may come before it.
    """

    code: ClassVar[str] = "opening-first"
    never_a_wish: ClassVar[bool] = True
    customary: ClassVar[bool] = True
    source: ClassVar[str] = "every published programme in which an opening is printed; Stockholm+50 waives it."
    rank: ClassVar[Rank] = Rank.OPENING

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an opening before another item, and after it."""
        session = a_session(an_item("1", role=Role.OPENING), an_item("2"))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "2 1"})
