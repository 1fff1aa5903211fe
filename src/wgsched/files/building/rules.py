"""The rules and wishes of a session: those written by name, and those that stand at an item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from wgsched.errors import UnknownName, WgschedError
from wgsched.files.building.context import Context
from wgsched.files.building.decoder import RuleDecoder
from wgsched.files.building.names import item_key, named_item
from wgsched.files.building.rows import Meetings
from wgsched.files.coding import WRONG
from wgsched.files.faults import suggestion
from wgsched.files.grammar import Stretch, Wrong
from wgsched.files.grammar.hours import period_word
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.agenda import ItemShape
from wgsched.model import Agenda, AgendaItem, Preference, Rule, Session, Text
from wgsched.preferences import KINDS as PREFERENCES
from wgsched.preferences import kind as preference_kind
from wgsched.preferences.preferred_day import PreferredDay
from wgsched.preferences.preferred_meeting import PreferredMeeting
from wgsched.preferences.preferred_period import PreferredPeriod
from wgsched.rules import STANDING
from wgsched.rules import kind as rule_kind
from wgsched.rules.concluded_by import ConcludedBy
from wgsched.rules.in_meetings import InMeetings
from wgsched.rules.not_before import NotBefore
from wgsched.rules.precedes import Precedes
from wgsched.rules.undivided import Undivided
from wgsched.rules.uninterrupted import Uninterrupted
from wgsched.rules.upon_conclusion import UponConclusion
from wgsched.rules.within_windows import WithinWindows

K = TypeVar("K", Rule, Preference)


class RuleReader:
    """Reads the rules and wishes of a file, and remembers where each stands."""

    def __init__(self, shape: SessionShape, agenda: Agenda, meetings: Meetings, context: Context) -> None:
        self.shape, self.agenda, self.meetings, self.context = shape, agenda, meetings, context
        self.places: list[tuple[Rule | Preference, Path]] = []

    def rules(self) -> tuple[Rule, ...]:
        """Return what must hold: first what stands at the items, then what is written by name."""
        at_items = (pair for path, item, given in self._items() for pair in self._of_item(path, item, given))
        found = [*at_items, *self._written("rules", Rule)]  # type: ignore[type-abstract]
        self.places += found
        return tuple(rule for rule, _ in found)

    def wishes(self) -> tuple[Preference, ...]:
        """Return what would be better."""
        at_items = (pair for path, item, given in self._items() for pair in self._wishes_of(path, item, given))
        found = [*at_items, *self._written("wishes", Preference)]  # type: ignore[type-abstract]
        self.places += found
        return tuple(wish for wish, _ in found)

    def waives(self, rules: Iterable[Rule]) -> frozenset[str]:
        """Return the standing rules that the session sets aside, or states with values of its own."""
        standing = {rule.code for rule in STANDING}
        found = {rule.code for rule in rules} & standing
        for word in self.shape.waives:
            code = _code(word)
            try:
                found.add(rule_kind(code).code)
            except UnknownName:
                hint = suggestion(code, sorted(standing))
                self.context.faults.at(("waives",), f"no rule is called {word!r}", hint)
        return frozenset(found)

    def weights(self) -> dict[str, int]:
        """Return what preferences cost where not the usual."""
        found: dict[str, int] = {}
        for word, weight in self.shape.weights.items():
            code = _code(word)
            try:
                found[preference_kind(code).code] = weight
            except UnknownName:
                hint = suggestion(code, sorted(PREFERENCES))
                self.context.faults.at(("weights", word), f"no preference is called {word!r}", hint, key=True)
        return found

    def verify(self, session: Session) -> None:
        """Tell which rules speak of what the session does not have."""
        for rule, path in self.places:
            try:
                for _ in rule.cases(session):
                    pass
            except UnknownName as error:
                hint = suggestion(error.name, error.known)
                self.context.faults.at(path, f"there is no {error.kind} {error.name!r}", hint)
            except WgschedError as error:
                self.context.faults.at(path, str(error))

    def _items(self) -> Iterator[tuple[Path, AgendaItem, ItemShape]]:
        for path, written, given in self.shape.blocks():
            name = written.rstrip(".") if path[0] == "agenda" else given.key or written
            if (key := item_key(name, self.agenda)) is not None:
                yield path, self.agenda[key], given

    def _written(self, block: str, kind: type[K]) -> Iterator[tuple[K, Path]]:
        decoder = RuleDecoder(self.context, self.shape.original, self.agenda, self.meetings)
        for path, node in self.shape.rules if block == "rules" else self.shape.wishes:
            found = decoder.value(node, kind, path)
            if found is not WRONG:
                yield found, path

    def _of_item(self, path: Path, item: AgendaItem, given: ItemShape) -> Iterator[tuple[Rule, Path]]:
        why = given.why or None
        yield from self._order(path, item, given, why)
        yield from self._times(path, item, given, why)
        if given.whole:
            yield Undivided(item.key, why), (*path, "whole")
        if given.uninterrupted and Uninterrupted.code in map(_code, self.shape.waives):
            yield Uninterrupted(item.key, why), (*path, "uninterrupted")
        if given.at:
            yield from self._at((*path, "at"), item, given.at, why)

    def _order(self, path: Path, item: AgendaItem, given: ItemShape, why: Text | None) -> Iterator[tuple[Rule, Path]]:
        for name in given.after:
            if other := named_item((*path, "after"), name, self.agenda, self.context):
                yield Precedes(other, item.key, why=why), (*path, "after")
        for name in given.before:
            if other := named_item((*path, "before"), name, self.agenda, self.context):
                yield Precedes(item.key, other, why=why), (*path, "before")
        if name := given.upon_conclusion_of or "":
            where: Path = (*path, "upon conclusion of")
            if other := named_item(where, name, self.agenda, self.context):
                yield UponConclusion(item.key, other, why), where

    def _times(self, path: Path, item: AgendaItem, given: ItemShape, why: Text | None) -> Iterator[tuple[Rule, Path]]:
        if given.not_before and (stretch := self.context.stretch((*path, "not before"), given.not_before)):
            yield NotBefore(item.key, stretch.opens, why), (*path, "not before")
        if given.concluded_by and (stretch := self.context.stretch((*path, "concluded by"), given.concluded_by)):
            yield ConcludedBy(item.key, stretch.closes, why), (*path, "concluded by")
        stretches = [self.context.stretch((*path, "within"), text) for text in given.within]
        if windows := tuple((stretch.opens, stretch.closes) for stretch in stretches if stretch):
            yield WithinWindows(item.key, windows, why), (*path, "within")

    def _at(self, path: Path, item: AgendaItem, texts: Sequence[str], why: Text | None) -> Iterator[tuple[Rule, Path]]:
        """Fix an item in meetings; hours inside one fix those too."""
        if not self.context.calendar.days:
            return
        found: dict[str, None] = {}
        for text in texts:
            meetings = self.context.attempt(path, self.meetings.several, text, item.forums, default=())
            found.update(dict.fromkeys(meeting.key for meeting in meetings))
        if found:
            yield InMeetings(item.key, tuple(found), why), path
        hours = [stretch for stretch in map(self._hours, texts) if stretch]
        if found and len(hours) == len(texts):
            windows = tuple((stretch.opens, stretch.closes) for stretch in hours)
            yield (
                WithinWindows(item.key, windows, why)
                if not hours[0].exact
                else NotBefore(item.key, hours[0].opens, why),
                path,
            )

    def _hours(self, text: str) -> Stretch | None:
        try:
            stretch = self.context.calendar.read(text)
        except Wrong:
            return None
        return None if stretch.period or stretch.whole_day else stretch

    def _wishes_of(self, path: Path, item: AgendaItem, given: ItemShape) -> Iterator[tuple[Preference, Path]]:
        where: Path = (*path, "prefers")
        why = given.why or None
        meetings: dict[str, None] = {}
        for text in given.prefers if self.context.calendar.days else ():
            period = next((p.key for m in self.meetings.places for p in m.hours.usual if p.key == _period(text)), None)
            if period:
                yield PreferredPeriod(item.key, period, why), where
                continue
            stretch = self._stretch(text)
            if stretch and stretch.whole_day:
                yield PreferredDay(item.key, stretch.opens.date(), why), where
                continue
            found = self.context.attempt(where, self.meetings.several, text, item.forums, default=())
            meetings.update(dict.fromkeys(meeting.key for meeting in found))
        if meetings:
            yield PreferredMeeting(item.key, tuple(meetings), why), where

    def _stretch(self, text: str) -> Stretch | None:
        try:
            return self.context.calendar.read(text)
        except Wrong:
            return None


def _code(word: str) -> str:
    """Return the code that a word of the file names: "no short part" is ``no-short-part``."""
    return word.strip().lower().replace(" ", "-")


def _period(text: str) -> str:
    return period_word(text) or text.strip()
