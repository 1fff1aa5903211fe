"""Which rows and meetings a sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.checking import Report, Violation
from wgsched.feeds.identity import plain
from wgsched.model import AgendaItem, Consideration, Fact, Instalment, Meeting, Programme, Sentence


def row_anchor(row: Consideration) -> str:
    """Return the anchor of a row on the page."""
    return f"r-{plain(row.meeting)}.{plain(row.instalment)}"


class PointedAt:
    """Which rows and meetings of a programme each violation speaks of, and the reverse."""

    def __init__(self, programme: Programme, report: Report) -> None:
        self.programme = programme
        self._rows: dict[Consideration, set[str]] = {}
        self._meetings: dict[str, set[str]] = {}
        for violation in report:
            rows = self.rows_of(violation)
            for row in rows:
                self._rows.setdefault(row, set()).add(violation.rule)
            for key in [] if rows else self.meetings_of(violation):
                self._meetings.setdefault(key, set()).add(violation.rule)

    def row(self, row: Consideration) -> set[str]:
        """Return the rules that are broken at a row, by code."""
        return self._rows.get(row, set())

    def meeting(self, key: str) -> set[str]:
        """Return the rules that are broken at a meeting but at no row, by code."""
        return self._meetings.get(key, set())

    def rows_of(self, violation: Violation) -> tuple[Consideration, ...]:
        """Return the rows of which a violation speaks: of its items, in its meetings if it names some."""
        facts = list(_facts(violation))
        meetings = set(self.meetings_of(violation))
        units = [fact for fact in facts if isinstance(fact, AgendaItem | Instalment)]
        rows = dict.fromkeys(row for unit in units for row in self.programme.of(self._own(unit)))
        there = [row for row in rows if row.meeting in meetings]
        return tuple(there or rows)

    def meetings_of(self, violation: Violation) -> tuple[str, ...]:
        """Return the meetings that a violation names, by key."""
        return tuple(dict.fromkeys(fact.key for fact in _facts(violation) if isinstance(fact, Meeting)))

    def unplaced_of(self, violation: Violation) -> tuple[str, ...]:
        """Return the instalments without a row of which a violation speaks, by key."""
        units = [fact for fact in _facts(violation) if isinstance(fact, AgendaItem | Instalment)]
        parts = (part for unit in units for part in self.programme.session.agenda.instalments_of(self._own(unit)))
        return tuple(dict.fromkeys(part.key for part in parts if not self.programme.of(part)))

    def _own(self, unit: AgendaItem | Instalment) -> AgendaItem | Instalment:
        """Return the unit as the agenda of this programme has it."""
        return self.programme.session.agenda[unit.key] if isinstance(unit, AgendaItem) else unit


def _facts(violation: Violation) -> Iterator[Fact]:
    for sentence in violation.sentences:
        yield from _within(sentence)


def _within(fact: Fact) -> Iterator[Fact]:
    """Yield a fact, and those inside it."""
    if isinstance(fact, Sentence):
        for _, each in fact.facts:
            yield from _within(each)
    elif isinstance(fact, tuple):
        for each in fact:
            yield from _within(each)
    else:
        yield fact
