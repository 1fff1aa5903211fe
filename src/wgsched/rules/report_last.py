"""The report is adopted last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Instalment, Role, Session
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.ranks import Rank
from wgsched.rules._ranks import AfterOthers, Items, Others
from wgsched.rules.reports_on import ReportsOn


@dataclass(frozen=True)
class ReportLast(AfterOthers):
    """The report is adopted after everything else in its body but the closure; one in several parts, the last of them.

    A report that covers some items alone (`ReportsOn`) is adopted after those; of one in several parts, the first.
    """

    code: ClassVar[str] = "report-last"
    customary: ClassVar[bool] = True
    source: ClassVar[str] = "every published programme whose last meeting is printed, among them A/AC.291/11."
    rank: ClassVar[Rank] = Rank.REPORT

    def cases(self, session: Session) -> Iterator[tuple[Instalment, Items, Others]]:
        """Yield each report that covers all, with its items and what must come before it."""
        some = {session.agenda[rule.item].key for rule in session.rules if isinstance(rule, ReportsOn)}
        yield from (case for case in super().cases(session) if case[0].part > 1 or some.isdisjoint(case[0].items))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a report after another item, and before it."""
        session = a_session(an_item("1"), an_item("2", role=Role.REPORT))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "2 1"})
