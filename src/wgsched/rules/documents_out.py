"""No decision before the documents are out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from pendulum import Date, DateTime, datetime

from wgsched.model import (
    SIX,
    AgendaItem,
    Desk,
    Document,
    Ease,
    Instalment,
    Ladder,
    Limits,
    Programme,
    Rule,
    Sentence,
    Session,
)
from wgsched.model.edits import with_document_out
from wgsched.model.example import Example, a_meeting, a_session, an_item

A_DAY_SOONER = 100
"""What it costs to have a document out a day sooner."""


@dataclass(frozen=True)
class DocumentsOut(Rule):
    """An item for decision is taken up when its documents are out in all the languages of the session.

    A discussion does not need them: of several instalments, only the last waits, because it decides. A document
    without a date in some language cannot be judged, unless it is written in the session.
    """

    code: ClassVar[str] = "documents-out"
    speaks_of: ClassVar[str] = "agenda.items.decision"
    source: ClassVar[str] = (
        "simultaneous distribution in all official languages; a late document may be discussed, but nothing is "
        "decided on it (Codex Alimentarius, CX/GP 98)."
    )

    def cases(self, session: Session) -> Iterator[tuple[Instalment, AgendaItem, Document, Date | None]]:
        """Yield the deciding instalment, its item, each of its documents, and when that is out in all languages."""
        for item in session.agenda:
            parts = session.agenda.instalments_of(item)
            if item.decision and parts:
                for document in session.documents_of(item):
                    out = document.out(session.languages)
                    if out or not document.is_in_session:
                        yield parts[-1], item, document, out

    def post(self, desk: Desk, instalment: Instalment, item: AgendaItem, document: Document, out: Date | None) -> None:
        """Leave it the days from the day of issue on."""
        if out is not None:
            opens = _morning(out, desk.session.zone)
            desk.within(instalment, [Limits(opens, None)])

    def holds(
        self, programme: Programme, instalment: Instalment, item: AgendaItem, document: Document, out: Date | None
    ) -> bool | None:
        """Return whether it was opened on the day of issue or later."""
        if out is None:
            return None
        return programme.opened(instalment) >= _morning(out, programme.session.zone)

    def words(self, instalment: Instalment, item: AgendaItem, document: Document, out: Date | None) -> Sentence:
        """Say which document the decision waits for, and until when."""
        if out is None:
            return Sentence("documents-undated", item=item, document=document.symbol)
        return Sentence(self.code, item=item, document=document.symbol, date=out)

    def eases(
        self, session: Session, instalment: Instalment, item: AgendaItem, document: Document, out: Date | None
    ) -> Iterator[Sequence[Ease]]:
        """Yield earlier days of issue."""
        if out is not None:
            sooner = [day for day in sorted(session.days, reverse=True) if day < out]
            yield Ladder(sooner, lambda day: _sooner(session, item, document, out, day))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a decision on the day when its document is out, and on the day before."""
        meetings = (a_meeting("am"), a_meeting("next", day=15))
        paper = Document("A/1", items=("1",), issued=tuple((language, meetings[1].date) for language in SIX))
        session = a_session(an_item("1", decision=True), meetings=meetings, documents=(paper,))
        yield Example(session, cls(), kept={"next": "1"}, broken={"am": "1"})


def _morning(date: Date, zone: str) -> DateTime:
    return datetime(date.year, date.month, date.day, tz=zone)


def _sooner(session: Session, item: AgendaItem, document: Document, was: Date, day: Date) -> Ease:
    said = Sentence("repair-document", item=item, document=document.symbol, date=day, was=was)
    return Ease(with_document_out(session, document.symbol, day), said, A_DAY_SOONER * (was - day).days)
