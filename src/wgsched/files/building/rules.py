"""The rules and wishes of a session: those written by name, and those that stand at an item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, get_args

from pendulum import DateTime

from wgsched.errors import UnknownName, WgschedError
from wgsched.files.building.context import Context
from wgsched.files.building.decoder import RuleDecoder
from wgsched.files.building.names import item_key
from wgsched.files.building.rows import Meetings
from wgsched.files.building.shorthands import Shorthand, shorthands
from wgsched.files.coding import WRONG
from wgsched.files.coding.fields import fields_of, marks_of
from wgsched.files.faults import Faults, suggestion
from wgsched.files.grammar import Stretch, Wrong
from wgsched.files.grammar.hours import period_word
from wgsched.files.nodes import Leaf, Path, locate, node_at
from wgsched.files.shape import SessionShape
from wgsched.files.shape.agenda import ItemShape
from wgsched.model import Agenda, AgendaItem, Preference, Rule, Session, Text
from wgsched.model.keys import Means
from wgsched.preferences import KINDS as PREFERENCES
from wgsched.preferences import kind as preference_kind
from wgsched.preferences.preferred_day import PreferredDay
from wgsched.preferences.preferred_meeting import PreferredMeeting
from wgsched.preferences.preferred_period import PreferredPeriod
from wgsched.rules import BOOK

K = TypeVar("K", Rule, Preference)


class RuleReader:
    """Reads the rules and wishes of a file, and remembers where each stands, in ``written``."""

    def __init__(self, shape: SessionShape, agenda: Agenda, meetings: Meetings, context: Context) -> None:
        self.shape, self.agenda, self.meetings, self.context = shape, agenda, meetings, context
        self.decoder = RuleDecoder(context, shape.original, agenda, meetings)
        self.written: list[tuple[Rule | Preference, Path]] = []

    def rules(self) -> tuple[Rule, ...]:
        """Return what must hold: first what stands at the items, then what is written by name."""
        at_items = (pair for path, item, given in self._items() for pair in self._of_item(path, item, given))
        found = [*at_items, *self._written("rules", Rule)]  # type: ignore[type-abstract]
        self.written += found
        return tuple(rule for rule, _ in found)

    def wishes(self) -> tuple[Preference, ...]:
        """Return what would be better."""
        at_items = (pair for path, item, given in self._items() for pair in self._wishes_of(path, item, given))
        found = [*at_items, *self._written("wishes", Preference)]  # type: ignore[type-abstract]
        self.written += found
        return tuple(wish for wish, _ in found)

    def waives(self, rules: Iterable[Rule]) -> frozenset[str]:
        """Return the standing rules that the session sets aside, or states with values of its own."""
        standing = {rule.code for rule in BOOK.standing()}
        found = {rule.code for rule in rules} & standing
        for word in self.shape.waives:
            code = _code(word)
            try:
                found.add(BOOK.kind(code).code)
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

    def _items(self) -> Iterator[tuple[Path, AgendaItem, ItemShape]]:
        for path, written, given in self.shape.blocks():
            name = written.rstrip(".") if path[0] == "agenda" else given.key or written
            if (key := item_key(name, self.agenda)) is not None:
                yield path, self.agenda[key], given

    def _written(self, block: str, kind: type[K]) -> Iterator[tuple[K, Path]]:
        for path, node in self.shape.rules if block == "rules" else self.shape.wishes:
            found = self.decoder.value(node, kind, path)
            if found is not WRONG:
                yield found, path

    def _of_item(self, path: Path, item: AgendaItem, given: ItemShape) -> Iterator[tuple[Rule, Path]]:
        why = given.why or None
        waived = set(map(_code, self.shape.waives))
        for short in shorthands():
            where = (*path, short.key)
            texts = self._texts(short, where, given)
            if texts and (not short.standing or short.kind.code in waived):
                yield from ((rule, where) for rule in self._asked(short, where, item, texts, why))

    def _texts(self, short: Shorthand, where: Path, given: ItemShape) -> Sequence[str]:
        """Return what stands behind a key of an item: nothing where that is "no"."""
        known = fields_of(type(given))
        if short.key in known:
            value = getattr(given, known[short.key][0].name) if short.ours else None
        else:
            node = node_at(self.context.faults.root, where)
            value = node and self.decoder.value(node, bool if short.value is None else tuple[str, ...], where)
        if isinstance(value, bool) or value is WRONG:
            return ("yes",) * (value is True)
        return (value,) if isinstance(value, str) else value or ()

    def _asked(
        self, short: Shorthand, where: Path, item: AgendaItem, texts: Sequence[str], why: Text | None
    ) -> Iterator[Rule]:
        if short.value is None:
            yield short.rule(item.key, None, why)
        elif short.value == "meetings":
            yield from self._at(short, where, item, texts, why)
        elif short.value == "windows":
            stretches = [self.context.stretch(where, text) for text in texts]
            if windows := tuple((stretch.opens, stretch.closes) for stretch in stretches if stretch):
                yield short.rule(item.key, windows, why)
        elif DateTime in get_args(marks_of(short.hint)[0]):
            if stretch := self.context.stretch(where, texts[0]):
                yield short.rule(
                    item.key, stretch.closes if Means("deadline") in marks_of(short.hint)[1] else stretch.opens, why
                )
        else:
            mark, _ = locate(self.context.faults.root, where)
            for text in texts:
                value = self.decoder.value(Leaf(text, mark), short.hint, where)
                if value is not WRONG:
                    yield short.rule(item.key, value, why)

    def _at(
        self, short: Shorthand, path: Path, item: AgendaItem, texts: Sequence[str], why: Text | None
    ) -> Iterator[Rule]:
        """Fix an item in meetings; hours inside one fix those too."""
        if not self.context.calendar.days:
            return
        found: dict[str, None] = {}
        for text in texts:
            meetings = self.context.attempt(path, self.meetings.several, text, item.forums, default=())
            found.update(dict.fromkeys(meeting.key for meeting in meetings))
        if found:
            yield short.rule(item.key, tuple(found), why)
        hours = [stretch for stretch in map(self._hours, texts) if stretch]
        if found and len(hours) == len(texts):
            of_hours = {each.key: each for each in shorthands()}
            windows = tuple((stretch.opens, stretch.closes) for stretch in hours)
            if hours[0].exact:
                yield of_hours["not before"].rule(item.key, hours[0].opens, why)
            else:
                yield of_hours["within"].rule(item.key, windows, why)

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


def tell_broken(rules: Iterable[tuple[Rule | Preference, Path]], session: Session, faults: Faults) -> None:
    """Tell which rules and wishes speak of what a session does not have, each at its place."""
    for rule, path in rules:
        try:
            for _ in rule.cases(session):
                pass
        except UnknownName as error:
            faults.at(path, f"there is no {error.kind} {error.name!r}", suggestion(error.name, error.known))
        except WgschedError as error:
            faults.at(path, str(error))


def _code(word: str) -> str:
    """Return the code that a word of the file names: "no short part" is ``no-short-part``."""
    return word.strip().lower().replace(" ", "-")


def _period(text: str) -> str:
    return period_word(text) or text.strip()
