"""The report is adopted in the last meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Meeting, Programme, Role, Rule, Sentence, Session
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.ranks import time_said
from wgsched.model.reading import subject
from wgsched.rules.report_last import ReportLast


@dataclass(frozen=True)
class ReportInLastMeeting(Rule):
    """The report that covers all is adopted in the last meeting booked for its forum, so that it can be drafted.

    Not where the session says when the report is taken up, in a row or by a rule of its own about it, nor where it
    waives that the report is last.
    """

    code: ClassVar[str] = "report-in-last-meeting"
    source: ClassVar[str] = "every published programme whose last meeting is printed, among them A/AC.291/11."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], Meeting]]:
        """Yield each report with its items, and the last meeting of its forum."""
        if ReportLast.code in session.waives:
            return
        for report, items, _ in ReportLast().cases(session):
            forums = session.forums_of(report)
            booked = [each for each in session.meetings_of(forums[0]) if not (each.optional or each.cancelled)]
            if len(forums) == 1 and booked and not time_said(session, report):
                yield report, items, booked[-1]

    def post(self, desk: Desk, report: Instalment, items: tuple[AgendaItem, ...], last: Meeting) -> None:
        """Ask for a row in that meeting."""
        desk.taken_up_in(last, (report,), 1, 1)

    def holds(self, programme: Programme, report: Instalment, items: tuple[AgendaItem, ...], last: Meeting) -> bool:
        """Return whether it has a row there."""
        rows = programme.of(report)
        return not rows or any(row.meeting == last.key for row in rows)

    def words(self, report: Instalment, items: tuple[AgendaItem, ...], last: Meeting) -> Sentence:
        """Say in which meeting it is adopted."""
        return Sentence(self.code, item=subject(items), meeting=last)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a report in the last meeting, and in the one before."""
        session = a_session(an_item("1"), an_item("2", role=Role.REPORT))
        yield Example(session, cls(), kept={"am": "1", "pm": "2"}, broken={"am": "1 2"})
