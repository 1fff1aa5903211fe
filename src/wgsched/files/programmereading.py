"""Reads the nodes of a programme file, and tells where its parts do not fit together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pendulum import DateTime, datetime

from wgsched.files.coding import WRONG, Decoder
from wgsched.files.coding.fields import fields_of
from wgsched.files.consistency import Checked
from wgsched.files.faults import Faults, suggestion
from wgsched.files.nodes import Leaf, Node, Path, Row, Table
from wgsched.model import Agenda, Consideration, Meeting, Programme, Session

_SOME = Meeting("", "", datetime(2000, 1, 1), datetime(2000, 1, 2))
"""Stands for a meeting that could not be read, so that its rows are."""

_HOUR = re.compile(r"(\d{1,2}):(\d{2})")


class ProgrammeReader:
    """Reads one programme file."""

    def __init__(self, root: Table, faults: Faults) -> None:
        self.root, self.faults = root, faults
        self.decoder = Decoder(faults, _zone(root))

    def read(self) -> Programme | None:
        """Return the programme, or None when something was wrong; that was told."""
        known = set(fields_of(Programme)) - {"considerations"} | {"wgsched", "version"}
        for key, _ in self.root.entries:
            if key.text not in known:
                self.faults.on(key.mark, f"unknown key {key.text!r}", suggestion(key.text, known), path=(key.text,))
        session = self._part("session", Session)
        sound = isinstance(session, Session) and not self.faults
        read = self._meetings(session.agenda if sound else self._agenda())
        values = {
            field.name: self._part(name, hint)
            for name, (field, hint) in fields_of(Programme).items()
            if name not in ("session", "meetings", "considerations") and self.root.get(name) is not None
        }
        if session is WRONG or self.faults:
            if isinstance(session, Session):
                Checked(self.faults).session(session)
            return None
        values |= {"meetings": tuple(m for m, _ in read), "considerations": tuple(r for _, rows in read for r in rows)}
        programme = self.decoder.made(Programme, {"session": session, **values}, ())
        if programme is WRONG:
            return None
        Checked(self.faults).programme(programme)
        return None if self.faults else programme

    def _agenda(self) -> Agenda | None:
        """Return the agenda alone, where something else in the session was wrong."""
        session = self.root.get("session")
        node = session.get("agenda") if isinstance(session, Table) else None
        trial = self.decoder.aside()
        found = trial.value(node, Agenda, ()) if node else WRONG
        return None if found is WRONG or trial.faults else found

    def _part(self, name: str, hint: Any) -> Any:
        node = self.root.get(name)
        if node is None:
            self.faults.at((), f"the key {name!r} is missing")
            return WRONG
        return self.decoder.value(node, hint, (name,))

    def _meetings(self, agenda: Agenda | None) -> list[tuple[Meeting, list[Consideration]]]:
        node = self.root.get("meetings")
        if not isinstance(node, Row):
            self.faults.at(("meetings",), "expected a list of meetings")
            return []
        found = []
        for place, each in enumerate(node.nodes):
            path: Path = ("meetings", place)
            if not isinstance(each, Table):
                self.faults.on(each.mark, "expected a meeting", path=path)
                continue
            own = Table(tuple((key, value) for key, value in each.entries if key.text != "rows"), each.mark)
            meeting = self.decoder.value(own, Meeting, path)
            rows = self._rows(each.get("rows"), _SOME if meeting is WRONG else meeting, agenda, (*path, "rows"))
            if meeting is not WRONG:
                found.append((meeting, rows))
        return found

    def _rows(self, node: Node | None, meeting: Meeting, agenda: Agenda | None, path: Path) -> list[Consideration]:
        if node is None or (isinstance(node, Leaf) and node.empty):
            return []
        if not isinstance(node, Row):
            self.faults.on(node.mark, "expected a list of rows", path=path)
            return []
        rows = (self._row(each, meeting, agenda, (*path, place)) for place, each in enumerate(node.nodes))
        return [row for row in rows if row]

    def _row(self, node: Node, meeting: Meeting, agenda: Agenda | None, path: Path) -> Consideration | None:
        if isinstance(node, Leaf) and not node.empty:
            node = Table(((Leaf("item", node.mark), node),), node.mark)
        if not isinstance(node, Table):
            self.faults.on(node.mark, 'expected a row such as {"item": "2a", "opens": "10:30"}', path=path)
            return None
        dated = Table(tuple((self._named(key), self._dated(value, meeting)) for key, value in node.entries), node.mark)
        row = self.decoder.value(dated, _RowShape, path)
        if row is WRONG:
            return None
        key = row.instalment if agenda is None else self._instalment(row.instalment, agenda, dated, path)
        return Consideration(key, meeting.key, row.opens, row.closes)

    def _named(self, key: Leaf) -> Leaf:
        return Leaf("instalment", key.mark) if key.text == "item" else key

    def _dated(self, node: Node, meeting: Meeting) -> Node:
        """Give an hour the day of its meeting."""
        if isinstance(node, Leaf) and (hour := _HOUR.fullmatch(node.text.strip())):
            return Leaf(f"{meeting.opens:%Y-%m-%d} {hour[1].rjust(2, '0')}:{hour[2]}", node.mark)
        return node

    def _instalment(self, name: str, agenda: Agenda, node: Table, path: Path) -> str:
        keys = {each.key for each in agenda.instalments}
        if name in keys:
            return name
        if name in agenda:
            own = agenda.instalments_of(agenda[name])
            if len(own) == 1:
                return own[0].key
        leaf = node.get("instalment") or node
        self.faults.on(
            leaf.mark, f"there is no agenda item {name!r} that is planned", suggestion(name, sorted(keys)), path=path
        )
        return name


def _zone(root: Table) -> str:
    """Return the zone of the place of the session, in which all moments of the file are written."""
    node: Node | None = root
    for step in ("session", "place", "zone"):
        node = node.get(step) if isinstance(node, Table) else None
    return node.text if isinstance(node, Leaf) else "UTC"


@dataclass(frozen=True)
class _RowShape:
    instalment: str
    opens: DateTime | None = None
    closes: DateTime | None = None
