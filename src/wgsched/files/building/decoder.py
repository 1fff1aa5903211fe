"""Reads the values of a rule as an officer writes them: items by number, meetings as ``Thu am``, ``90 min``."""

from __future__ import annotations

from typing import Any

from pendulum import Date, DateTime

from wgsched.files.building.context import Context
from wgsched.files.coding import WRONG, Reader
from wgsched.files.coding.decoding import PlacedNode
from wgsched.files.coding.readers import Small
from wgsched.files.grammar import Wrong, read_minutes
from wgsched.files.meetingnames import MeetingNames
from wgsched.files.nodes import Leaf, ListNode, Node, Path
from wgsched.files.shape import SessionDecoder
from wgsched.model import Agenda, Language, Window

_EXPECTED = {"meeting": "a meeting such as Thu am", "hours": "hours such as Thu am or 15 May 10-12"}
_TIMES: dict[Any, str] = {DateTime: "moment", Date: "day", Window: "window"}
_MEANINGS = ("item", "period", "meeting", "day", "window", "moment", "deadline", "hours", "minutes", "hours of time")
_TIMELESS = ("item", "period", "minutes", "hours of time")
"""What can be read before a day is known."""


class RuleDecoder(SessionDecoder):
    """Reads rules and wishes, whose fields declare what they mean; one with anything wrong is left out."""

    partial = False

    def __init__(self, context: Context, original: Language, agenda: Agenda, meetings: MeetingNames) -> None:
        super().__init__(context.faults, original, context.calendar.zone)
        self.context, self.agenda, self.meetings = context, agenda, meetings

    def parts(self, node: Node, path: Path, what: str) -> tuple[PlacedNode, ...]:
        """Return the nodes of a list, or of a text that stands for one; items and meetings also with commas."""
        alone = super().parts(node, path, what)
        if what == "meeting" and self.context.calendar.days:
            keys = [(key, where) for one, where in alone for key in self._meetings(one, where)]
            known = {one.text if isinstance(one, Leaf) else one: (one, where) for one, where in keys}
            return tuple(known.values()) or ((node, path),)
        if what == "item" and isinstance(node, Leaf):
            return tuple((Leaf(part.strip(), node.mark), path) for part in node.text.split(","))
        return alone

    def _meetings(self, node: Node, path: Path) -> tuple[Node, ...]:
        """Return the keys of the meetings that a text names: one, or all of a day."""
        if not isinstance(node, Leaf) or node.empty:
            return (node,)
        each = (
            self.context.attempt(path, self.meetings.several, text.strip(), default=()) for text in node.text.split(",")
        )
        return tuple(Leaf(meeting.key, node.mark) for meetings in each for meeting in meetings)

    def meant(self, what: str, inner: Reader, node: Node, path: Path) -> Any:
        """Return a value in the grammar of the session file, by what it is declared to mean."""
        if what not in _MEANINGS:
            return super().meant(what, inner, node, path)
        if what not in _TIMELESS and not self.context.calendar.days:
            return WRONG
        if what == "meeting" and isinstance(node, ListNode) and not node.nodes and not isinstance(path[-1], int):
            return WRONG  # a rule about no meeting asks for nothing
        if what in _EXPECTED and (not isinstance(node, Leaf) or node.empty):
            return self.wrong(node, path, f"expected {_EXPECTED[what]}")
        text = self.leaf(node, str, path)
        if text is WRONG:
            return WRONG
        if what == "item":
            return self.context.item(path, text, self.agenda) or WRONG
        if what == "meeting":
            meetings = self.context.attempt(path, self.meetings.several, text, default=())
            return meetings[0].key if meetings else WRONG
        try:
            return self._meaning(what, text)
        except Wrong as wrong:
            return self.wrong(node, path, wrong.message, wrong.hint)

    def _meaning(self, what: str, text: str) -> Any:
        """Return what a text means.

        Raises:
            Wrong: it does not mean that.
        """
        if what == "period":
            return self.meetings.period(text)
        if what == "day":
            return self.context.calendar.day(text)
        if what == "window":
            return self.context.read(text).window
        if what in ("moment", "deadline", "hours"):
            stretch = self.context.read(text)
            hours = stretch.opens, stretch.closes
            return hours if what == "hours" else hours[what == "deadline"]
        if text.strip().isdecimal():
            return super().small(int, text)
        return read_minutes(text) // (60 if what == "hours of time" else 1)

    def leaf(self, node: Node, hint: Any, path: Path) -> Any:
        """Return a small value; one of a kind of time means what that kind says."""
        what = _TIMES.get(hint)
        return self.meant(what, Small(hint), node, path) if what else super().leaf(node, hint, path)
