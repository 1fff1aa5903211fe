"""Officers are elected and the agenda is adopted before the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Role
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.ranks import Rank
from wgsched.rules._ranks import BeforeOthers


@dataclass(frozen=True)
class FirstBusiness(BeforeOthers):
    """The election of officers and the adoption of the agenda, in either order, come before the rest of the agenda.

    Only where the agenda lists them first: some bodies elect their officers late.
    """

    code: ClassVar[str] = "first-business"
    never_a_wish: ClassVar[bool] = True
    customary: ClassVar[bool] = True
    source: ClassVar[str] = "published programmes; officers come before or after the adoption of the agenda, by body."
    rank: ClassVar[Rank] = Rank.BUSINESS

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an election of officers before another item, and after it."""
        session = a_session(an_item("1", role=Role.OFFICERS), an_item("2"))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "2 1"})
