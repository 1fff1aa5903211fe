"""Puts typed rows and what differs of meetings into a session file by the smallest edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from wgsched.files.building.forums import NO_ROOM
from wgsched.files.building.rows import PLACED
from wgsched.files.grammar import Wrong
from wgsched.files.inplace import TextEditor, in_braces
from wgsched.files.nodes import Leaf, ListNode, MappingNode, Node
from wgsched.files.shape import SessionShape
from wgsched.files.spoken import names_of
from wgsched.model import Meeting, Rows, Session

OPEN = "..."
NONE = "none"

_ANSWERS = ("yes", "no")


class RowsEditor(TextEditor):
    """Notes the edits of a session file, read before without a fault."""

    def __init__(self, content: bytes, name: str, session: Session, shape: SessionShape) -> None:
        super().__init__(content, name)
        self.session, self.names = session, names_of(session, session.meetings)
        self.rows, self.meetings = self._written(shape.organization), self._written(shape.meetings)
        self.flow = self.is_json or in_braces(self.root)

    def put_rows(self, wanted: Iterable[Rows]) -> None:
        """Note the rows of each meeting that has others than these."""
        typed = {rows.meeting: rows for rows in self.session.organization}
        new: dict[str, list[str]] = {}
        for rows in wanted:
            if typed.get(rows.meeting) == rows:
                continue
            texts = list(self._texts(rows))
            if rows.meeting in self.rows:
                self._put_list(self.rows[rows.meeting], texts, typed[rows.meeting])
            else:
                new[self._named(rows.meeting)] = texts
        self._add("organization", {key: self._list(texts) for key, texts in new.items()})

    def put_meetings(self, wanted: Iterable[Meeting]) -> None:
        """Note the room, the hours and the cancellation of each meeting where they differ."""
        new: dict[str, str] = {}
        for meeting in wanted:
            differing = dict(_differing(self.session.meeting(meeting.key), meeting))
            written = self.meetings.get(meeting.key)
            if differing and written is not None:
                self._put_values(written, differing)
            elif differing:
                new[self._named(meeting.key)] = "{" + ", ".join(self._entries(differing)) + "}"
        self._add("meetings", new)

    def _written(self, names: Iterable[str]) -> dict[str, str]:
        """Return the names under which a file writes of meetings, by the keys of those that there are."""
        names_of: dict[str, str] = {}
        for name in names:
            with suppress(Wrong):
                names_of[self.names.one(name).key] = name
        return names_of

    def _texts(self, rows: Rows) -> Iterator[str]:
        """Yield rows as they are typed."""
        stated = {each.instalment: each for each in rows.hours}
        for key in rows.instalments:
            text = f"{PLACED if key in rows.placed else ''}{self._label(key)}"
            if hours := stated.get(key):
                opens = f" at {hours.opens:%H:%M}" if hours.opens else ""
                text += f"{opens} for {hours.minutes} min"
            yield text
        if rows.open_ended:
            yield OPEN

    def _label(self, key: str) -> str:
        """Return what people call an instalment: the number of its item, with its part if it has several."""
        agenda = self.session.agenda
        instalment = agenda.instalment(key)
        item = agenda[instalment.items[0]]
        several = len([each for each in agenda.instalments if each.items == instalment.items]) > 1
        return f"{item.number or item.key}{f' part {instalment.part}' if several else ''}"

    def _named(self, key: str) -> str:
        """Return what people call a meeting, or its key where that names another."""
        name = self.names.typed(self.session.meeting(key))
        return name if [each.key for each in self.names.several(name)] == [key] else key

    def _scalar(self, text: str) -> str:
        """Return a row as it stands in brackets; a mark before it needs no quotes."""
        if text == OPEN and not self.is_json:
            return text
        bare = self.scalar(text.removeprefix(PLACED), flow=True)
        return bare if bare == text else text if text == f"{PLACED}{bare}" else self.scalar(text, flow=True)

    def _list(self, texts: Sequence[str]) -> str:
        return "[" + ", ".join(map(self._scalar, texts)) + "]"

    def _entries(self, values: Mapping[str, str]) -> list[str]:
        return [f"{self.scalar(key, flow=True)}: {self._value(value)}" for key, value in values.items()]

    def _value(self, text: str) -> str:
        """Return a value of a meeting; yes and no are meant as such."""
        return text if text in _ANSWERS and not self.is_json else self.scalar(text, flow=True)

    def _add(self, block: str, entries: Mapping[str, str]) -> None:
        """Note new entries of a block, and the block itself if the file has none."""
        if not entries or not isinstance(self.root, MappingNode):
            return
        node = self.root.get(block)
        flow = self.flow or (isinstance(node, MappingNode) and in_braces(node))
        written = [f"{self.scalar(key, flow=flow)}: {value}" for key, value in entries.items()]
        whole = "{" + ", ".join(written) + "}" if flow else "".join(f"\n  {each}" for each in written)
        if isinstance(node, MappingNode):
            self.add_entries(node, written)
        elif isinstance(node, Leaf):
            self.edits.append((node.mark.start, node.mark.end, f" {whole}" if flow else whole))
        else:
            self.add_entries(self.root, [f"{self.scalar(block, flow=flow)}:{' ' if flow else ''}{whole}"])

    def _put_values(self, written: str, values: Mapping[str, str]) -> None:
        """Note values of an entry of ``meetings``."""
        block = self.root.get("meetings") if isinstance(self.root, MappingNode) else None
        node = block.get(written) if isinstance(block, MappingNode) else None
        if isinstance(node, MappingNode):
            for key, value in values.items():
                old = node.get(key)
                if old is not None:
                    self.put_in_place(old, self._value(value))
            new = {key: each for key, each in values.items() if node.get(key) is None}
            self.add_entries(node, self._entries(new))
        elif node is not None:
            self.put_in_place(node, "{" + ", ".join(self._entries(values)) + "}")

    def _put_list(self, written: str, texts: Sequence[str], old: Rows) -> None:
        """Note the rows of an entry of ``organization``; a row that stays keeps the words in which it was typed."""
        block = self.root.get("organization") if isinstance(self.root, MappingNode) else None
        node = block.get(written) if isinstance(block, MappingNode) else None
        typed = list(self._texts(old))
        if isinstance(node, ListNode) and len(node.nodes) == len(typed) > 0 and (texts or not in_braces(node)):
            put = self._put_in_brackets if in_braces(node) else self._put_in_lines
            put(node, texts, dict(zip(typed, node.nodes, strict=True)))
        elif node is not None:
            self.put_in_place(node, self._list(texts) if texts else self.scalar(NONE, flow=True))

    def _put_in_brackets(self, node: ListNode, texts: Sequence[str], known: Mapping[str, Node]) -> None:
        """Note a list in brackets, with the signs and line ends that stood between its rows."""
        rows = node.nodes
        ends = [self.end_of(each) for each in rows]
        between = [self.text[end : each.mark.start] for end, each in zip(ends, rows[1:], strict=False)] or [", "]
        said = [self._source(known[text]) if text in known else self._scalar(text) for text in texts]
        new = said[0]
        for place, each in enumerate(said[1:]):
            new += between[min(place, len(between) - 1)] + each
        head, tail = self.text[node.mark.start : rows[0].mark.start], self.text[ends[-1] : node.mark.end]
        self.edits.append((node.mark.start, node.mark.end, head + new + tail))

    def _put_in_lines(self, node: ListNode, texts: Sequence[str], known: Mapping[str, Node]) -> None:
        """Note a list of lines. A comment stays with its row; one that stands alone stays also if its row goes."""
        lines = [self._line(each, before) for before, each in zip((None, *node.nodes), node.nodes, strict=False)]
        places = {id(each): place for place, each in enumerate(node.nodes)}
        kept = {text: places[id(known[text])] for text in texts if text in known}
        gone = [place for place in range(len(lines)) if place not in kept.values()]
        first = node.nodes[0].mark.start
        dash = self.text[self.text.rfind("\n", 0, first) + 1 : first]
        new = ""
        for text in texts:
            if text not in kept:
                new += f"{dash}{self._scalar(text)}\n"
                continue
            while gone and gone[0] < kept[text]:
                new += lines[gone.pop(0)][0]
            new += "".join(lines[kept[text]]) + "\n"
        new += "".join(lines[place][0] for place in gone)
        if not texts:
            new += dash.replace("-", " ") + NONE
        self.edits.append((first - len(dash), self.line_end(node), new.removesuffix("\n")))

    def _line(self, node: Node, before: Node | None) -> tuple[str, str]:
        """Return the lines that stand above a row, behind the one before it, and its own."""
        begin = self.text.rfind("\n", 0, node.mark.start) + 1
        above = self.text[self.line_end(before) + 1 : begin] if before else ""
        return above, self.text[begin : self.line_end(node)]

    def _source(self, node: Node) -> str:
        return self.text[node.mark.start : self.end_of(node)]


def _differing(old: Meeting, new: Meeting) -> Iterator[tuple[str, str]]:
    """Yield what a file says of a meeting that is not as it was."""
    if (old.opens, old.closes) != (new.opens, new.closes):
        yield "hours", f"{new.opens:%H:%M}-{new.closes:%H:%M}"
    if old.opening and not new.opening:
        yield ("follows" if old.opening.item or old.opening.meeting else "opens"), NONE
    if old.room != new.room:
        yield "room", new.room or NO_ROOM
    if old.cancelled != new.cancelled:
        yield "cancelled", "yes" if new.cancelled else "no"
