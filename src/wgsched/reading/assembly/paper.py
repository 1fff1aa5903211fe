"""From blocks to facts: each part of a paper is read by its own reader, in order; what is missing is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wgsched.errors import BadInput, Fault
from wgsched.files.building.place import stations
from wgsched.files.grammar import read_days, read_periods
from wgsched.files.grammar.words import checked_zone
from wgsched.files.grammar.wrong import Wrong
from wgsched.model.gate import is_zone
from wgsched.reading.account import Account
from wgsched.reading.assembly.agenda import AgendaReader
from wgsched.reading.assembly.dating import set_dates
from wgsched.reading.assembly.facts import Facts, ReadRow
from wgsched.reading.assembly.header import SYMBOL, read_header, station_in
from wgsched.reading.assembly.items import set_items
from wgsched.reading.assembly.programme import NO_DAY, RowGatherer
from wgsched.reading.assembly.records import read_records, titles_of
from wgsched.reading.assembly.sittings import Periods, fits_a_team, settle
from wgsched.reading.assembly.tables import TableReader
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock
from wgsched.reading.grammar.days import WrittenDay, read_day
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
    if language is not None and language not in languages():
        raise BadInput(f"papers in {language!r} are not read; known: {', '.join(languages())}")
    words = words_of(language or recognized("\n".join(text for paper in papers for text in _sample(paper))))
    facts = Facts(words.code, body=body or "")
    given = _given_days(days, year) if days else None
    for paper in papers:
        _Parts(paper, facts, words, account, given).read()
    file = papers[0].file if papers else ""
    facts.header_days = given or facts.header_days
    if not facts.sittings and not facts.items:
        if any(entry.meaning == NO_DAY for entry in account):
            raise BadInput(Fault("which day? The paper does not say", file, hint="Answer with --days DAY."))
        hint = "A programme has days and hours, an agenda numbered items."
        raise BadInput(Fault("holds neither a programme nor an agenda", file, hint=hint))
    _ask(facts, papers, account, file, year=year, place=place)
    _ways(facts, papers, words, account)
    settle(facts, words, account, _usual_hours(facts.place))
    if facts.interpreted is None and not fits_a_team(facts.sittings):
        facts.interpreted = False
        account.inferred("", "", "no interpretation: the paper names none, and one team could not serve these hours")
    set_items(facts, account)
    for paper in papers:
        for block in paper.texts():
            account.left_over(block.place, block.text)
    return facts


def _sample(paper: Paper) -> Iterator[str]:
    """Yield the texts that show the language of a paper: of our own tables for programs, the titles alone."""
    for block in paper.blocks:
        if isinstance(block, ParagraphBlock):
            yield block.text
        else:
            yield from (cell.text for cell in titles_of(block) or block.cells)


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

    def read(self) -> None:
        """Read all blocks in order."""
        for block in self.paper.blocks:
            if isinstance(block, TableBlock):
                if not read_records(block, self.facts, self.words, self.account):
                    self.tables.table(block)
            else:
                self._paragraph(block)
        self.programme.settle()
        read_header(self.head, self.facts, self.words, self.account)

    def _paragraph(self, block: ParagraphBlock) -> None:
        part = self._heading(block)
        if part:
            self.account.understood(block.place, block.text, "a heading")
            if read_day(block.text, self.words) is not None:
                self.head.append(block)
            if part == "documents" and self.part == "annotations":
                self.agenda.documents = True
            elif part != "documents":
                self.part = part
            return
        if self.part == "annotations":
            self.agenda.annotation_line(block)
        elif self.part == "agenda" and self._dated(block) and self.programme.line(block):
            return
        elif self.part == "agenda" and self.agenda.agenda_line(block):
            self._row_of(block)
        elif SYMBOL.fullmatch(alike(block.text)) or (not self.programme.line(block) and not self.part):
            self.head.append(block)

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


def _ask(
    facts: Facts, papers: Sequence[Paper], account: Account, file: str, *, year: int | None, place: str | None
) -> None:
    """Find year, place and body, or ask for all that are not known at once.

    Raises:
        BadInput: naming what is not known, and the option that answers.
    """
    properties = {name: text for paper in papers for name, text in paper.properties.items()}
    if not facts.symbol and SYMBOL.fullmatch(properties.get("symbol", "")):
        facts.symbol = properties["symbol"]
    if not facts.body and properties.get("body") and (len(properties.get("body", "").split()) > 1 or _exported(papers)):
        facts.body = properties["body"]
        account.inferred("", facts.body, "the body, from the properties of the file")
    if not facts.place and is_zone(properties.get("zone", "")):
        facts.place = _given_place(properties["zone"])
        account.inferred("", properties["zone"], "the place, from the time zone")
    asked: list[Fault] = []
    try:
        set_dates(facts, account, file, year=year)
    except BadInput as bad:
        asked.extend(bad.faults)
    if place:
        facts.place = _given_place(place)
    if not facts.place:
        asked.append(Fault("which place? The paper does not say", file,
                           hint="Answer with --place PLACE: a duty station such as Vienna, or a time zone such as "
                           "Europe/Vienna."))  # fmt: skip
    if not facts.body:
        asked.append(Fault("which body? The paper does not say", file, hint="Answer with --body NAME."))
    if not asked and not facts.days:
        asked.append(
            Fault("which days? The paper does not say", file, hint="Answer with --days DAYS, such as 14 - 15 May 2009.")
        )
    if asked:
        raise BadInput(*asked)


def _exported(papers: Sequence[Paper]) -> bool:
    """Return whether a paper is a calendar or an export, whose title one word may be."""
    return any(paper.format in ("ics", "schedule") for paper in papers)


def _usual_hours(place: str) -> Periods:
    """Return the usual periods of a day at a place, in minutes after midnight."""
    hours = stations().get(place, {}).get("hours", "10-13, 15-18")
    return tuple(
        (each.opens.hour * 60 + each.opens.minute, each.closes.hour * 60 + each.closes.minute)
        for each in read_periods([hours])
    )


def _given_days(days: str, year: int | None) -> WrittenDay:
    try:
        dates = read_days(days, year=year)
    except Wrong as wrong:
        raise BadInput(Fault(wrong.message, hint=wrong.hint)) from None
    first, last = (WrittenDay(day.day, day.month, day.year) for day in (dates[0], dates[-1]))
    return replace(first, last=last)


def _given_place(place: str) -> str:
    if station := station_in(place):
        return station
    try:
        zone = checked_zone(place)
    except Wrong as wrong:
        raise BadInput(Fault(f"{place!r} is neither a known duty station nor a time zone", hint=wrong.hint)) from None
    city = zone.rsplit("/", 1)[-1].replace("_", " ")
    return f"{{title: {{en: {city}}}, zone: {zone}}}"


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
