"""The report is adopted last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Role
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.ranks import Rank
from wgsched.rules._ranks import AfterOthers


@dataclass(frozen=True)
class ReportLast(AfterOthers):
    """The report is adopted after everything in its forum except the closure."""

    code: ClassVar[str] = "report-last"
    source: ClassVar[str] = "every published programme whose last meeting is printed, among them A/AC.291/11."
    rank: ClassVar[Rank] = Rank.REPORT

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a report after another item, and before it."""
        session = a_session(an_item("1"), an_item("2", role=Role.REPORT))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "2 1"})
