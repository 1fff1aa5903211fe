"""From blocks to facts: each part of a paper is read by its own reader, in order; what is missing is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wgsched.errors import BadInput
from wgsched.reading.account import Account
from wgsched.reading.assembly.agenda import AgendaReader
from wgsched.reading.assembly.asking import ask, given_days, refusal, usual_hours
from wgsched.reading.assembly.bare import settle_bare
from wgsched.reading.assembly.daily import read_daily
from wgsched.reading.assembly.facts import Facts, ReadRow
from wgsched.reading.assembly.header import SYMBOL, read_header
from wgsched.reading.assembly.items import set_items
from wgsched.reading.assembly.lines import LineReader
from wgsched.reading.assembly.listed import read_listed
from wgsched.reading.assembly.preparing import prepared, without_endless
from wgsched.reading.assembly.programme import RowGatherer
from wgsched.reading.assembly.records import read_records, titles_of
from wgsched.reading.assembly.sittings import fits_a_team, settle
from wgsched.reading.assembly.tables import TableReader
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock
from wgsched.reading.grammar.days import WrittenDay, is_day, read_day, read_month
from wgsched.reading.grammar.hours import read_hours
from wgsched.reading.grammar.marks import read_mark
from wgsched.reading.grammar.numbers import lead_number
from wgsched.reading.grammar.texts import alike, low
from wgsched.reading.grammar.words import WordLists, languages, recognized, words_of


def facts_of(
    papers: Sequence[Paper], account: Account, *, language: str | None, year: int | None, place: str | None,
    body: str | None, days: str | None = None,
) -> Facts:  # fmt: skip
    """Return what papers say of one session.

    Raises:
        BadInput: they hold no agenda and no programme, or what must be known is not said.
    """
    given = given_days(days, year) if days else None
    facts, words, papers = gathered(papers, account, language=language, body=body or "", given=given)
    file = papers[0].file if papers else ""
    facts.header_days = given or facts.header_days
    if not facts.sittings and not facts.items:
        read_daily(papers, facts, words, account)
    if not facts.sittings and not facts.items:
        read_listed(papers, facts, words, account)
    if not facts.sittings and not facts.items:
        raise refusal(facts, papers, account, words)
    ask(facts, papers, account, file, year=year, place=place)
    _ways(facts, papers, words, account)
    settle(facts, words, account, usual_hours(facts.place))
    settle_bare(facts, account)
    if facts.interpreted is None and not fits_a_team(facts.meetings):
        facts.interpreted = False
        account.inferred("", "", "no interpretation: the paper names none, and one team could not serve these hours")
    set_items(facts, account)
    for paper in papers:
        for block in paper.texts():
            account.left_over(block)
    return facts


def gathered(
    papers: Sequence[Paper], account: Account, *, language: str | None = None, body: str = "",
    given: WrittenDay | None = None,
) -> tuple[Facts, WordLists, list[Paper]]:  # fmt: skip
    """Return what papers say as it stands in them, still without dates; with the words and blocks that were read.

    Raises:
        BadInput: the language is not read.
    """
    if language is not None and language not in languages():
        raise BadInput(f"papers in {language!r} are not read; known: {', '.join(languages())}")
    words = words_of(language or recognized("\n".join(text for paper in papers for text in _sample(paper))))
    facts = Facts(words.code, body=body)
    made = [prepared(without_endless(paper, account), words) for paper in papers]
    for paper in made:
        for warning in paper.warnings:
            account.inferred("", "", warning)
        _Parts(paper, facts, words, account, given).read()
    for year, sure in _years(made, facts, words):
        facts.years[year] = sure or facts.years.get(year, False)
    return facts, words, made


def _sample(paper: Paper) -> Iterator[str]:
    """Yield the texts that show the language of a paper: of our own tables for programs, the titles alone."""
    for block in paper.blocks:
        if isinstance(block, ParagraphBlock):
            yield block.text
        else:
            yield from (cell.text for cell in titles_of(block) or block.cells)


def _years(papers: Sequence[Paper], facts: Facts, words: WordLists) -> Iterator[tuple[int, bool]]:
    """Yield the years in short lines, and whether they stand beside a month in which the days of the paper fall."""
    months = {each.written.month for each in facts.sittings if isinstance(each.written, WrittenDay)}
    lines = (block.text for paper in papers for block in paper.blocks if isinstance(block, ParagraphBlock))
    for text in (line for line in lines if len(line) < 100):
        day, named = read_day(text, words), read_month(text, words)
        if day is not None and day.year:
            yield day.year, False
        if named is not None:
            yield named[0], named[1] in months


LONGEST_HEADING = 70


class _Parts:
    """Reads a paper part by part: the head, the agenda, its annotations, the programme."""

    def __init__(
        self, paper: Paper, facts: Facts, words: WordLists, account: Account, given: WrittenDay | None
    ) -> None:
        self.paper, self.facts, self.words, self.account = paper, facts, words, account
        self.part = ""
        self.head: list[ParagraphBlock] = []
        self.agenda = AgendaReader(facts, words, account)
        self.programme = RowGatherer(facts, words, account)
        if given is not None and given.last == replace(given, last=None):
            self.programme.day = replace(given, last=None)  # what names no day is of the only one
        self.tables = TableReader(self.programme)
        self.lines = LineReader(self.programme)

    def read(self) -> None:
        """Read all blocks in order."""
        for block in self.paper.blocks:
            if isinstance(block, TableBlock):
                if not read_records(block, self.facts, self.words, self.account):
                    self.tables.table(block)
            else:
                self._paragraph(block)
        self.programme.settle()
        self.agenda.end()
        read_header(self.head, self.facts, self.words, self.account)

    def _paragraph(self, block: ParagraphBlock) -> None:
        part = self._heading(block)
        if part:
            self.account.understood("a heading", block)
            if read_day(block.text, self.words) is not None:
                self.head.append(block)
            if part == "agenda":
                self._leave_head()
            if part == "documents" and self.part == "annotations":
                self.agenda.documents = True
            elif part != "documents":
                self.part = part
            return
        if self.part == "annotations":
            self.agenda.annotation_line(block)
        elif self.part == "agenda" and self._in_agenda(block):
            return
        elif SYMBOL.fullmatch(alike(block.text)) or (self._in_head(block) and block.place != f"sheet {block.text}"):
            self.head.append(block)

    def _in_head(self, block: ParagraphBlock) -> bool:
        """Read a line; return whether it is one of the head, such as the date of the paper."""
        known = self.lines.line(block)
        # A heading, such as the name of a sheet, is not the date of the paper.
        dates = not self.facts.sittings and not block.heading and is_day(block.text, self.words)
        return not self.part and (not known or dates)

    def _leave_head(self) -> None:
        """Forget the date of a paper, which is no day of the session, since the head names those."""
        days = [read_day(line.text, self.words) for line in self.head]
        if not self.facts.sittings and any(day is not None and day.last is not None for day in days):
            self.programme.day = self.programme.hours = None

    def _in_agenda(self, block: ParagraphBlock) -> bool:
        """Read a line of the agenda: a day, hours, or an item, which is a row too below a day."""
        if (self._dated(block) and self.lines.line(block)) or (not self.facts.items and self._frame(block)):
            return True
        item = self.agenda.agenda_line(block)
        if item:
            self._row_of(block)
        return item

    def _frame(self, block: ParagraphBlock) -> bool:
        """Read the days, or the day and hour, of an agenda below its heading."""
        day = read_day(block.text, self.words)
        if day is not None and day.last is not None and day.dated:
            self.head.append(block)
            return True
        return not lead_number(block.shown, self.words)[0] and self.lines.framed_meeting(block)

    def _dated(self, block: ParagraphBlock) -> bool:
        """Return whether a line of an agenda begins with a day or with hours, and not with the number of an item."""
        hours = read_hours(block.text, self.words)
        ranged = hours is not None and hours.closes is not None
        return not block.label and (ranged or read_day(block.text, self.words) is not None)

    def _row_of(self, block: ParagraphBlock) -> None:
        """Make a row of an item of an agenda that stands below a day: the agenda is the programme too."""
        number, title = lead_number(block.shown, self.words)
        if self.programme.day is None:
            self.facts.own_agenda = True
        elif not number.startswith("(") and "." not in number:
            title, continued = read_mark(title, self.words)
            self.programme.row(ReadRow((number,), title.strip(" .;:；。："), continued, block.place))

    def _heading(self, block: ParagraphBlock) -> str:
        part = self.words.section(block.text)
        if part == "documents" and self.part != "annotations":
            return ""
        if part or len(block.text) > LONGEST_HEADING or lead_number(block.shown, self.words)[0]:
            return part
        text = low(" ".join(block.text.split()))
        day = read_day(block.text, self.words)
        dated = day is not None and day.last is not None
        for name in ("agenda", "organization"):
            known = (low(str(word)) for word in self.words.data["sections"][name])
            if self.part in ("", "annex") and any(_heads(text, word, dated=dated) for word in known):
                return name
        return ""


def _heads(text: str, word: str, *, dated: bool) -> bool:
    """Return whether a heading begins or ends with a word, or has it before days: "Draft agenda for 16-20 October"."""
    return text.endswith(word) or text.startswith(f"{word} ") or (dated and f" {word} " in text)


def _ways(facts: Facts, papers: Sequence[Paper], words: WordLists, account: Account) -> None:
    """Find the services, and what the body calls its session."""
    for paper in papers:
        for block in paper.texts():
            line = low(block.text)
            if any(phrase in line for phrase in words.list("interpreted")):
                facts.interpreted = True
            for number, phrases in words.data["a-day"].items():
                if any(low(phrase) in line for phrase in phrases):
                    facts.meetings_a_day = int(number)
                    account.inferred(block.place, "", f"{number} meetings a day, from the text")
    for kind, names in words.data["kinds"].items():
        if not facts.kind and any(low(name) in low(facts.body) for name in names):
            facts.kind = kind
            account.inferred("", "", f"it is called a {kind}, from the name of the body")
