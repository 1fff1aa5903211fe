"""An agenda in a letter or a mail: a sentence names it, and a list numbered from 1 below is the agenda."""

from __future__ import annotations

from collections.abc import Sequence

from wgsched.reading.account import Account
from wgsched.reading.assembly.agenda import AgendaReader
from wgsched.reading.assembly.facts import Facts
from wgsched.reading.assembly.header import station_in
from wgsched.reading.assembly.lines import LineReader
from wgsched.reading.assembly.programme import RowGatherer
from wgsched.reading.blocks import Paper, ParagraphBlock
from wgsched.reading.grammar.numbers import lead_number
from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists

FEWEST = 2
"""Items that such a list must have."""

LONGEST = 200
"""Characters of a sentence that names the agenda, or the day and the hours of its meeting."""


def read_listed(papers: Sequence[Paper], facts: Facts, words: WordLists, account: Account) -> None:
    """Read the list below a sentence that names the agenda, with the day and the hours that sentences state."""
    names = [low(str(name)) for part in ("agenda", "organization") for name in words.data["sections"][part]]
    for paper in papers:
        lines = [block for block in paper.blocks if isinstance(block, ParagraphBlock)]
        short = (place for place, line in enumerate(lines) if len(line.text) < LONGEST)
        named = (place for place in short if any(name in low(lines[place].text) for name in names))
        items = _list(lines[next(named, len(lines)) :], words)
        if len(items) < FEWEST:
            continue
        reader = AgendaReader(facts, words, account)
        for line in items:
            reader.agenda_line(line)
        frames = LineReader(RowGatherer(facts, words, account))
        for line in lines[: lines.index(items[0])]:
            if frames.framed_meeting(line, longest=LONGEST):
                facts.place = facts.place or station_in(line.text)


def _list(lines: Sequence[ParagraphBlock], words: WordLists) -> list[ParagraphBlock]:
    """Return the lines of the first list 1, 2, 3, with its letters; it ends where it begins again."""
    entries: list[ParagraphBlock] = []
    count = 0
    for line in lines:
        number, _ = lead_number(line.shown, words)
        if number == str(count + 1):
            count += 1
        elif number == "1":
            break
        elif not (number.startswith("(") and count):
            continue
        entries.append(line)
    return entries if count >= FEWEST else []
