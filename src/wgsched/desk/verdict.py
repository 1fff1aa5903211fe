"""The verdict as the page shows it: what is broken, each with links to its rows, and the cost line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wgsched.checking import Violation, graded
from wgsched.desk.judging import Judged
from wgsched.desk.pointing import PointedAt, row_anchor
from wgsched.feeds.identity import plain
from wgsched.languages import Lexicon
from wgsched.model.reading import left_out


@dataclass(frozen=True)
class RowLink:
    """A link to a row or a meeting of the page."""

    anchor: str
    text: str


@dataclass(frozen=True)
class BrokenView:
    """A sentence that should hold, with what is found instead, and the rows that it speaks of."""

    text: str
    links: tuple[RowLink, ...]


@dataclass(frozen=True)
class CostView:
    """A wish that is not met, and what that costs."""

    cost: int
    text: str


class VerdictView:
    """What the checker and the score say of one programme, in one language."""

    def __init__(self, judged: Judged, words: Lexicon) -> None:
        self.programme, self.report, self.words = judged.programme, judged.report, words
        self.session, self.score = judged.programme.session, judged.score
        self._pointed = PointedAt(judged.programme, judged.report)

    def broken(self) -> Iterator[BrokenView]:
        """Yield what is broken."""
        for violation in self.report:
            yield BrokenView(self.said(violation), tuple(self._links(violation)))

    def unjudged(self) -> Iterator[str]:
        """Yield what cannot be judged."""
        for violation in self.report.unjudged:
            yield self.said(violation)

    def said(self, violation: Violation) -> str:
        """Return a violation in words."""
        return " ".join(self.words.say(sentence, self.session) for sentence in violation.sentences)

    def unmet(self) -> Iterator[str]:
        """Yield what is not met of all that has a strength, the strongest first, then which items are left out."""
        for line in self.score.unmet:
            yield self.words.say(graded(line.sentence, line.strength), self.session)
        for _, sentence in left_out(self.programme):
            yield self.words.say(sentence, self.session)

    def costs(self) -> Iterator[CostView]:
        """Yield what costs something, the dearest first."""
        for line in sorted(self.score.costly, key=lambda line: -line.cost):
            yield CostView(line.cost, self.words.say(line.sentence, self.session))

    def _links(self, violation: Violation) -> Iterator[RowLink]:
        rows = self._pointed.rows_of(violation)
        for row in rows:
            yield RowLink(row_anchor(row), self.words.labels(self.programme.items(row)) or row.instalment)
        for key in self._pointed.unplaced_of(violation):
            items = self.session.agenda.items_in(key)
            yield RowLink(f"t-{plain(key)}", self.words.labels(items) or key)
        for key in () if rows else self._pointed.meetings_of(violation):
            yield RowLink(f"m-{plain(key)}", self.words.meeting_hours(self.programme.meeting(key), self.session))
