"""The closure comes last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Role
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.ranks import Rank
from wgsched.rules._ranks import AfterOthers


@dataclass(frozen=True)
class ClosureLast(AfterOthers):
    """The closure comes after everything else on the agenda of its body.

    Entries without an item, such as the first meeting of the next bureau, may come after it.
    """

    code: ClassVar[str] = "closure-last"
    never_a_wish: ClassVar[bool] = True
    customary: ClassVar[bool] = True
    source: ClassVar[str] = "A/AC.291/11: the report is item 11, the closure item 12."
    rank: ClassVar[Rank] = Rank.CLOSURE

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a closure after the report, and before it."""
        session = a_session(an_item("1", role=Role.REPORT), an_item("2", role=Role.CLOSURE))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "2 1"})
