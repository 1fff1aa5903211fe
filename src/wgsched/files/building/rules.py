"""The rules and wishes of a session: those written by name, and those that stand at an item."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, get_args

from pendulum import DateTime

from wgsched.errors import UnknownName, WgschedError
from wgsched.files.building.context import Context
from wgsched.files.building.decoder import RuleDecoder
from wgsched.files.coding import WRONG
from wgsched.files.coding.fields import fields_of, marks_of
from wgsched.files.coding.records import as_wished
from wgsched.files.coding.shorthands import K, Shorthand, shorthands, wishes
from wgsched.files.faults import Faults, suggestion
from wgsched.files.meetingnames import MeetingNames
from wgsched.files.nodes import Leaf, Node, Path, locate, node_at
from wgsched.files.shape import SessionShape
from wgsched.files.shape.agenda import ItemShape
from wgsched.model import Agenda, AgendaItem, Preference, Rule, Session, Wish
from wgsched.model.keys import Means
from wgsched.preferences import KINDS as PREFERENCES
from wgsched.preferences import REPLACED
from wgsched.preferences import kind as preference_kind
from wgsched.rules import BOOK

Placed: TypeAlias = tuple[Any, Path]
"""A rule or a wish, and its place in the file."""


class RuleReader:
    """Reads the rules and wishes of a file; ``placed`` are all of them, each with its place."""

    def __init__(
        self, shape: SessionShape, agenda: Agenda, keys: Mapping[Path, str], meetings: MeetingNames, context: Context
    ) -> None:
        self.shape, self.meetings, self.context = shape, meetings, context
        self.items = [(path, agenda[keys[path]], given) for path, _, given in shape.blocks() if path in keys]
        self.agenda = agenda
        self.decoder = RuleDecoder(context, shape.original, agenda, meetings)
        self.placed: list[Placed] = []
        self._less: list[Placed] = []

    def rules(self) -> tuple[Rule, ...]:
        """Return what must hold: first what stands at the items, then what is written by name."""
        at_items = self._at_items(self._rules_of)
        every = (*at_items, *self._by_name(self.shape.rules, Rule))
        self._less += (each for each in every if isinstance(each[0], Wish))
        return self._noted(*(each for each in every if not isinstance(each[0], Wish)))

    def wishes(self) -> tuple[Preference, ...]:
        """Return what would be better, with the rules that are only wishes."""
        return self._noted(*self._at_items(self._asked_at), *self._by_name(self.shape.wishes, Preference), *self._less)

    def _at_items(self, asked_at: Callable[[Path, AgendaItem, ItemShape], Iterable[Placed]]) -> Iterator[Placed]:
        """Yield what stands at the items, with the strength or the weight that an item gives it."""
        for path, item, given in self.items:
            grade = {name: node_at(self.context.faults.root, (*path, name)) for name in ("strength", "weight")}
            known = {name: node for name, node in grade.items() if node and getattr(given, name) is not None}
            for asked, where in asked_at(path, item, given):
                value = as_wished(asked, known, where, self.decoder) if known else asked
                if value is not WRONG:
                    yield value, where

    def waives(self, rules: Iterable[Rule]) -> frozenset[str]:
        """Return the standing rules that the session sets aside, or states with values of its own."""
        standing = {rule.code for rule in BOOK.standing()}
        waived = {rule.code for rule in (*rules, *(wish for wish, _ in self._less))} & standing
        for word in self.shape.waives:
            try:
                waived.add(BOOK.kind(_code(word)).code)
            except UnknownName:
                hint = suggestion(_code(word), sorted(standing))
                self.context.faults.at(("waives",), f"no rule is called {word!r}", hint)
        return frozenset(waived)

    def weights(self) -> dict[str, int]:
        """Return what preferences cost where not the usual."""
        weights: dict[str, int] = {}
        for word, weight in self.shape.weights.items():
            try:
                weights[preference_kind(self._renamed(word)).code] = weight
            except UnknownName:
                hint = suggestion(_code(word), sorted(PREFERENCES))
                self.context.faults.at(("weights", word), f"no preference is called {word!r}", hint, key=True)
        return weights

    def _renamed(self, word: str) -> str:
        """Return the code of a preference; of one that another has replaced, that of the other, with a warning."""
        code = _code(word)
        if code in REPLACED:
            mark, _ = locate(self.context.faults.root, ("weights", word), key=True)
            where = f"{self.context.faults.file}:{mark.line}:{mark.column}"
            logging.getLogger(__name__).warning("%s: %s is now called %s", where, word, REPLACED[code])
        return REPLACED.get(code, code)

    def _noted(self, *placed: Placed) -> tuple[Any, ...]:
        self.placed += placed
        return tuple(rule for rule, _ in placed)

    def _by_name(self, written: Iterable[tuple[Path, Node]], kind: type[Any]) -> Iterator[Placed]:
        values = ((self.decoder.value(node, kind, path), path) for path, node in written)
        return ((value, path) for value, path in values if value is not WRONG)

    def _rules_of(self, path: Path, item: AgendaItem, given: ItemShape) -> Iterator[Placed]:
        """Yield the rules at an item."""
        waived = set(map(_code, self.shape.waives))
        for short in shorthands():
            where = (*path, short.key)
            texts = self._texts(short, where, given)
            if texts and (not short.standing or short.kind.code in waived):
                asked: list[tuple[Shorthand[Rule], object]] = list(self._values(short, where, item, texts))
                if asked and short.value == "meetings":
                    asked += self._inside_meetings(texts)
                for rule_of, value in asked:
                    yield rule_of.rule(item.key, value, given.why or None), where
        if given.report:
            yield from self._reports_on((*path, "report", "of"), item, given)
        if given.fills:
            within = next(short for short in shorthands() if short.key == "within")
            values = self._values(within, (*path, "fills"), item, given.fills)
            yield from ((short.rule(item.key, value, given.why or None), (*path, "fills")) for short, value in values)

    def _reports_on(self, where: Path, item: AgendaItem, given: ItemShape) -> Iterator[Placed]:
        """Yield the rule of a report on some items alone."""
        names = given.report.of if given.report else ()
        keys = [self.context.item(where, name, self.agenda) for name in names]
        if item.key in keys:
            self.context.faults.at(where, "a report does not cover itself")
        elif not keys:
            self.context.faults.at(
                where[:-1], "the items that it covers are missing", "Expected for example {of: [4, 5]}."
            )
        elif None not in keys:
            report = next(short for short in shorthands() if short.key == "report of")
            yield report.rule(item.key, tuple(keys), given.why or None), where

    def _texts(self, short: Shorthand[K], where: Path, given: ItemShape) -> Sequence[str]:
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

    def _values(
        self, short: Shorthand[K], where: Path, item: AgendaItem, texts: Sequence[str]
    ) -> Iterator[tuple[Shorthand[K], object]]:
        """Yield what the texts behind a key mean: a value for each rule or wish that they ask for."""
        if short.value is None:
            yield short, None
        elif short.value == "meetings":
            if meetings := self._meetings(where, texts, item):
                yield short, meetings
        elif short.value == "windows":
            stretches = [self.context.stretch(where, text) for text in texts]
            if windows := tuple((stretch.opens, stretch.closes) for stretch in stretches if stretch):
                yield short, windows
        elif DateTime in get_args(marks_of(short.hint)[0]):
            if stretch := self.context.stretch(where, texts[0]):
                yield short, stretch.closes if Means("deadline") in marks_of(short.hint)[1] else stretch.opens
        else:
            mark, _ = locate(self.context.faults.root, where)
            values = (self.decoder.value(Leaf(text, mark), short.hint, where) for text in texts)
            yield from ((short, value) for value in values if value is not WRONG)

    def _inside_meetings(self, texts: Sequence[str]) -> Iterator[tuple[Shorthand[Rule], object]]:
        """Yield the rule that fixes an item at hours inside its meetings, where all texts name hours."""
        stretches = map(self.context.quietly, texts)
        hours = [each for each in stretches if each and not (each.period or each.whole_day)]
        if len(hours) == len(texts):
            by_key = {each.key: each for each in shorthands()}
            if hours[0].exact:
                yield by_key["not before"], hours[0].opens
            else:
                yield by_key["within"], tuple((each.opens, each.closes) for each in hours)

    def _asked_at(self, path: Path, item: AgendaItem, given: ItemShape) -> Iterator[Placed]:
        """Yield the wishes at an item; of those that share a key, each text asks for the first that it can mean."""
        for sharing in wishes() if self.context.calendar.days else ():
            where: Path = (*path, sharing[0].key)
            asked: list[tuple[Shorthand[Preference], list[str]]] = []
            in_meetings: dict[Shorthand[Preference], list[str]] = {}
            for text in self._texts(sharing[0], where, given):
                short = next((each for each in sharing[:-1] if self._may_mean(each, text)), sharing[-1])
                if short.value == "meetings":
                    in_meetings.setdefault(short, []).append(text)
                else:
                    asked.append((short, [text]))
            for short, texts in (*asked, *in_meetings.items()):
                for _, value in self._values(short, where, item, texts):
                    yield short.rule(item.key, value, given.why or None), where

    def _may_mean(self, short: Shorthand[Preference], text: str) -> bool:
        """Return whether a text can be a value of a preference: a period of some meeting, or a day."""
        means = marks_of(short.hint)[1]
        if Means("period") in means:
            return self.meetings.period(text) in self.meetings.periods
        stretch = self.context.quietly(text)
        return Means("day") not in means or (stretch is not None and stretch.whole_day)

    def _meetings(self, where: Path, texts: Iterable[str], item: AgendaItem) -> tuple[str, ...]:
        """Return the keys of the meetings that texts name, each once; those of the forums of the item go first."""
        keys: dict[str, None] = {}
        for text in texts if self.context.calendar.days else ():
            meetings = self.context.attempt(where, self.meetings.several, text, item.forums, default=())
            keys.update(dict.fromkeys(meeting.key for meeting in meetings))
        return tuple(keys)


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
