"""Reads the values of a rule as an officer writes them: items by number, meetings as ``Thu am``, ``90 min``."""

from __future__ import annotations

from typing import Any

from pendulum import Date, DateTime

from wgsched.files.building.context import Context
from wgsched.files.building.names import item_key, named_item
from wgsched.files.building.rows import Meetings
from wgsched.files.coding import Decoder
from wgsched.files.coding.decoding import WRONG
from wgsched.files.grammar import read_minutes, read_takes
from wgsched.files.grammar.hours import period_of, read_hours
from wgsched.files.nodes import Leaf, Node, Path, Row, Table, plain
from wgsched.model import Agenda, Period, Takes, Window

_NOT_ITEMS = frozenset({"forum", "forums", "team", "teams", "room", "language", "languages", "period", "zone", "key"})
_ITEMS = frozenset({"item", "items", "earlier", "later", "after", "first", "second"})
_LATEST = frozenset({"by", "until", "latest", "concluded_by", "closes", "deadline"})


class RuleDecoder(Decoder):
    """Reads rules and wishes; the name of a field says what its text means where the type does not."""

    lenient = False

    def __init__(self, context: Context, zone: str, agenda: Agenda, meetings: Meetings) -> None:
        super().__init__(context.faults, zone)
        self.context, self.agenda, self.meetings = context, agenda, meetings
        self.latest = False
        self.name = ""

    def field(self, node: Node, hint: Any, path: Path, name: str) -> Any:
        """Return the value of one field."""
        self.name = name
        if name in ("meeting", "meetings"):
            return self._meetings(node, path, several=name == "meetings")
        if name == "windows":
            return self._windows(node, path)
        if isinstance(node, Leaf) and name == "items" and "," in node.text:
            node = Row(tuple(Leaf(part.strip(), node.mark) for part in node.text.split(",")), node.mark)
        return self.value(node, hint, path)

    def noun(self, node: Node, noun: type[Any], path: Path) -> Any:
        """Return a rule; whether its moment is the latest or the earliest, its code tells."""
        self.latest = is_latest(noun)
        return super().noun(node, noun, path)

    def text(self, node: Node, path: Path) -> Any:
        """Return a text; a bare one is in the original language."""
        if isinstance(node, Leaf) and not node.empty:
            return self.context.text(path, {"": node.text})
        if isinstance(node, Table) and all(isinstance(value, Leaf) for _, value in node):
            versions = plain(node)
            return self.context.text(path, versions if isinstance(versions, dict) else {})
        return self.wrong(node, path, "expected a text, or a text per language")

    def leaf(self, node: Node, hint: Any, path: Path) -> Any:
        """Return a small value; a text that names an item becomes its key."""
        if hint in (DateTime, Window, Date) and not self.context.calendar.days:
            return WRONG
        found = super().leaf(node, hint, path)
        if hint is not str or found is WRONG or self.name in _NOT_ITEMS:
            return found
        key = item_key(found, self.agenda)
        if key is None and self.name in _ITEMS:
            return named_item(path, found, self.agenda, self.context) or WRONG
        return key or found

    def small(self, hint: Any, text: str) -> Any:
        """Return what a text means for a type, in the grammar of the session file."""
        if hint in (DateTime, Window):
            stretch = self.context.calendar.read(text)
            if hint is Window:
                return stretch.window
            return stretch.closes if self.latest or self.name in _LATEST else stretch.opens
        if hint is Date:
            return self.context.calendar.day(text)
        if hint is Takes:
            return read_takes(text)
        if hint is Period:
            return period_of("hours", *read_hours(text))
        if isinstance(hint, type) and issubclass(hint, int) and not text.strip().isdecimal():
            return hint(read_minutes(text) // (60 if self.name == "hours" else 1))
        return super().small(hint, text)

    def _windows(self, node: Node, path: Path) -> Any:
        """Return windows as pairs of moments; each is written as one text: ``Thu am``, ``15 May 10-12``."""
        leaves = node.nodes if isinstance(node, Row) else (node,)
        found = []
        for place, leaf in enumerate(leaves):
            if not isinstance(leaf, Leaf) or leaf.empty:
                return self.wrong(leaf, path, "expected hours such as Thu am or 15 May 10-12")
            where = (*path, place) if isinstance(node, Row) else path
            stretch = self.context.stretch(where, leaf.text)
            found += [(stretch.opens, stretch.closes)] if stretch else []
        return tuple(found) if len(found) == len(leaves) else WRONG

    def _meetings(self, node: Node, path: Path, *, several: bool) -> Any:
        if not self.context.calendar.days:
            return WRONG
        leaves = node.nodes if isinstance(node, Row) else (node,)
        found: list[str] = []
        for place, leaf in enumerate(leaves):
            if not isinstance(leaf, Leaf) or leaf.empty:
                return self.wrong(leaf, path, "expected a meeting such as Thu am")
            for text in leaf.text.split(","):
                where = (*path, place) if isinstance(node, Row) else path
                one = self.context.attempt(where, self.meetings.several, text.strip(), default=())
                found += [meeting.key for meeting in one]
        if not found:
            return WRONG
        return tuple(dict.fromkeys(found)) if several else found[0]


def is_latest(noun: type[Any]) -> bool:
    """Return whether the moment of a rule is the latest there may be, and not the earliest."""
    code = str(getattr(noun, "code", ""))
    return any(word in _LATEST for word in (code.replace("-", "_"), *code.split("-")))
