"""The verdict as the page shows it: what is broken, each with links to its rows, and the cost line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wgsched.checking import Score, Violation, graded
from wgsched.desk.judging import Judged
from wgsched.desk.pointing import PointedAt, row_anchor
from wgsched.feeds.identity import plain
from wgsched.languages import Lexicon
from wgsched.model import Consideration, Meeting, Sentence, Strength, Verdict


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
    """A wish that is not met, what that costs, and how that differs from before the last change."""

    cost: int
    text: str
    change: str = ""


@dataclass(frozen=True)
class UnmetView:
    """What should be or would be nice, and is not; the sign says how strongly it was asked for."""

    sign: str
    text: str


SIGNS = {Strength.MUST: "!!!", Strength.SHOULD: "!!", Strength.NICE: "!"}


class VerdictView:
    """What the checker and the score say of one programme, in one language; ``before`` is that of the last change."""

    def __init__(self, judged: Judged, words: Lexicon, before: Judged | None = None) -> None:
        self.programme, self.report, self.words = judged.programme, judged.report, words
        self.session, self.score = judged.programme.session, judged.score
        self._before = before.score if before else None
        self._pointed = PointedAt(judged.programme, judged.report)

    @property
    def nearest(self) -> bool:
        """Whether it is the nearest programme of a session that has none: it keeps most, and not all."""
        return self.programme.finding.verdict is Verdict.NEAREST and bool(list(self.report))

    @property
    def change(self) -> str | None:
        """How much more or less the programme costs than before the last change; None if nothing was changed."""
        return None if self._before is None else _signed(self.score.total - self._before.total)

    def unmet(self) -> Iterator[UnmetView]:
        """Yield what was asked for with a strength and is not met, the strongest first."""
        for line in self.score.unmet:
            if line.strength:
                yield UnmetView(
                    SIGNS[line.strength], self.words.say(graded(line.sentence, line.strength), self.session)
                )

    def broken(self) -> Iterator[BrokenView]:
        """Yield what is broken."""
        for violation in self.report:
            yield BrokenView(self.said(violation), tuple(self._links(violation)))

    def said(self, violation: Violation) -> str:
        """Return a violation in words."""
        return " ".join(self.words.say(sentence, self.session) for sentence in violation.sentences)

    def costs(self) -> Iterator[CostView]:
        """Yield what costs something, the dearest first, and then what the last change made cost nothing."""
        now, before = _costs(self.score), _costs(self._before) if self._before else None
        for sentence, cost in sorted(now.items(), key=lambda line: -line[1]):
            change = cost - before.get(sentence, 0) if before is not None else 0
            yield CostView(cost, self.words.say(sentence, self.session), _signed(change) if change else "")
        for sentence, cost in (before or {}).items():
            if sentence not in now:
                yield CostView(0, self.words.say(sentence, self.session), _signed(-cost))

    def _links(self, violation: Violation) -> Iterator[RowLink]:
        rows = self._pointed.rows_of(violation)
        for row in rows:
            yield RowLink(row_anchor(row), self._named(row))
        for key in self._pointed.unplaced_of(violation):
            items = self.session.agenda.items_in(key)
            yield RowLink(f"t-{plain(key)}", self.words.labels(items) or key)
        for key in () if rows else self._pointed.meetings_of(violation):
            yield RowLink(f"m-{plain(key)}", self._hours(self.programme.meeting(key)))

    def _named(self, row: Consideration) -> str:
        """Return the number of a row, and its meeting too where the item is taken up in several."""
        items = self.programme.items(row)
        name = self.words.labels(items) or self.words.title(items[0], self.session)
        several = len(self.programme.of(self.session.agenda.instalment(row.instalment))) > 1
        return f"{name}, {self._hours(self.programme.meeting(row.meeting))}" if several else name

    def _hours(self, meeting: Meeting) -> str:
        date, hours = self.words.date(meeting.opens, weekday=False), self.words.meeting_hours(meeting, self.session)
        when = self.words.phrase("moment", date=date, time=hours)
        several = len(self.session.forums) > 1
        return f"{self.words.forum_name(self.session.forum(meeting.forum))}, {when}" if several else when


def _costs(score: Score) -> dict[Sentence, int]:
    costs: dict[Sentence, int] = {}
    for line in score.costly:
        costs[line.sentence] = costs.get(line.sentence, 0) + line.cost
    return costs


def _signed(number: int) -> str:
    return f"{number:+}".replace("-", "−") if number else "±0"
