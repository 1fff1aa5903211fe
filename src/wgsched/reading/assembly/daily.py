"""Programmes without hours: the lines below each day, or below the weekdays of each week, are what is taken up then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts, ReadRow, ReadSitting
from wgsched.reading.blocks import Paper, ParagraphBlock
from wgsched.reading.grammar.days import WrittenDay, is_day, read_day
from wgsched.reading.grammar.hours import AFTERNOON, MORNING, UNKNOWN
from wgsched.reading.grammar.marks import read_mark
from wgsched.reading.grammar.numbers import lead_number
from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists

FEWEST = 2
"""Days that a paper must name on lines of their own to be a programme without hours."""

LONGEST = 300
"""Characters; what is longer is a letter or a report, not a row."""

SHORT = 60
"""Characters of a line that is a break, or a week, and nothing else."""

_SIGN = re.compile(r"[-•*–—|\s]*")
_NOTE = re.compile(r"\w{4,8} \d+ [-–—]|\*")


@dataclass
class _Day:
    """A day, or days between which a paper does not choose, and the lines below it."""

    written: WrittenDay
    line: ParagraphBlock
    others: tuple[int, ...] = ()
    lines: list[ParagraphBlock] = field(default_factory=list)


def read_daily(papers: Sequence[Paper], facts: Facts, words: WordLists, account: Account) -> None:
    """Read papers in which at least two days stand alone on their lines, each with what is taken up on it."""
    reader = _Days(words)
    for paper in papers:
        for block in paper.blocks:
            if isinstance(block, ParagraphBlock):
                reader.line(block)
    days = [each for each in reader.days if each.lines]
    if len(days) < FEWEST or any(len(line.text) > LONGEST for each in days for line in each.lines):
        return
    facts.stretches += reader.weeks
    account.understood("a week", *reader.week_lines)
    for day in days:
        _enter(day, facts, words, account)


class _Days:
    """Gathers lines below days."""

    def __init__(self, words: WordLists) -> None:
        self.words = words
        self.days: list[_Day] = []
        self.weeks: list[WrittenDay] = []
        self.week_lines: list[ParagraphBlock] = []
        self.ended = False

    def line(self, block: ParagraphBlock) -> None:
        """Read a line: a week, a day, or what stands below one."""
        day = read_day(block.text, self.words)
        if day is not None and day.dated and day.last is not None and len(block.text) < SHORT:
            self.weeks.append(replace(day, rest=""))
            self.week_lines.append(block)
            self.ended = True
        elif day is not None and day.dated and is_day(block.text, self.words):
            self.days.append(_Day(replace(day, rest=""), block))
            self.ended = False
        elif self.weeks and (named := self._weekdays(block.text)):
            written = WrittenDay(weekday=named[0], within=self.weeks[-1])
            self.days.append(_Day(written, block, named[1:]))
            self.ended = False
        elif _NOTE.match(block.text):
            self.ended = True
        elif self.days and not self.ended:
            self.days[-1].lines.append(block)

    def _weekdays(self, text: str) -> tuple[int, ...]:
        """Return the weekdays of a line that holds nothing else: ``Monday/Tuesday``."""
        names = [low(name) for name in re.split(r"\s*[/&,-]\s*", text.strip())]
        known = [self.words.weekdays.get(name, -1) for name in names]
        return tuple(known) if -1 not in known else ()


def _enter(day: _Day, facts: Facts, words: WordLists, account: Account) -> None:
    """Make the meetings of a day: one, or one on either side of lunch."""
    account.understood("a day", day.line)
    if day.others:
        account.inferred(day.line.place, day.line.text, "the first of these days, since the paper does not choose")
    account.understood("a row of the programme", *(each for each in day.lines if not _is_break(each, words, "event")))
    lines = list(_rows(day.lines))
    noon = next((n for n, line in enumerate(lines) if _is_break(line, words, "lunch")), None)
    if noon is not None:
        account.understood("lunch, which parts the day", lines[noon])
        account.inferred(lines[noon].place, "", "what stands before lunch is in the morning, the rest after it")
    parts = ((UNKNOWN, lines),) if noon is None else ((MORNING, lines[:noon]), (AFTERNOON, lines[noon + 1 :]))
    for opens, part in parts:
        sitting = ReadSitting(day.written, opens, None, "", day.line.place)
        for line in part:
            if _is_break(line, words, "event"):
                account.left_over(line, "a break, of which the paper does not say the hours")
            else:
                sitting.rows.append(_row(line, words))
        if sitting.rows:
            facts.sittings.append(sitting)


def _row(line: ParagraphBlock, words: WordLists) -> ReadRow:
    number, title = lead_number(line.shown, words)
    own = (number,) if number and not number.startswith("(") else ()
    title, continued = read_mark(title if own else line.text, words)
    return ReadRow(own, title, continued, line.place, led=bool(own))


def _is_break(line: ParagraphBlock, words: WordLists, kind: str) -> bool:
    """Return whether a line is lunch, or a break of any kind, and nothing else."""
    short = len(line.text.split()) < 3 if words.spaced else len(line.text) < 6
    return short and words.has(kind, line.text)


def _rows(lines: Sequence[ParagraphBlock]) -> Iterator[ParagraphBlock]:
    """Yield the rows: lines that signs alone on a line part from each other are joined."""
    signs = [n for n, line in enumerate(lines) if _SIGN.fullmatch(line.text)]
    if not signs:
        yield from (replace(line, text=_SIGN.sub("", line.text, count=1)) for line in lines)
        return
    yield from (line for line in lines[: signs[0]])
    for sign, following in pairwise([*signs, len(lines)]):
        run = lines[sign + 1 : following]
        if run:
            yield replace(run[0], text=" ".join(line.text for line in run))
