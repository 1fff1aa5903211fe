"""The programme file as records: nouns of the model, and below each meeting the rows of what is taken up in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, TypeVar, cast

from pendulum import DateTime, Time

from wgsched.files.building.rules import tell_broken
from wgsched.files.coding import WRONG, Decoder, Reader
from wgsched.files.coding.shape import Shape
from wgsched.files.faults import Faults, suggestion
from wgsched.files.grammar.written import read
from wgsched.files.nodes import Leaf, MappingNode, Node, Path, node_at, plain_text
from wgsched.model import Agenda, Consideration, Meeting, Preference, Programme, Rule, Session
from wgsched.model.keys import InstalmentKey

N = TypeVar("N")


@dataclass(frozen=True)
class RowRecord(Shape):
    """What is taken up in a meeting; its hours, where they are known, are those of that day or whole moments."""

    item: InstalmentKey
    opens: DateTime | Time | None = None
    closes: DateTime | Time | None = None
    bare: ClassVar[str] = "item"
    bare_kinds: ClassVar[tuple[type[Node], ...]] = (Leaf,)
    aliases: ClassVar[Mapping[str, str]] = {"instalment": "item"}

    def consideration(self, meeting: Meeting) -> Consideration:
        """Return it as a consideration of a meeting."""
        return Consideration(self.item, meeting.key, _on_day(self.opens, meeting), _on_day(self.closes, meeting))


@dataclass(frozen=True)
class MeetingRecord(Meeting):
    """A meeting with its rows."""

    rows: tuple[RowRecord, ...] | None = None


@dataclass(frozen=True)
class ProgrammeRecord(Programme):
    """A programme whose considerations stand as rows below its meetings."""

    meetings: tuple[MeetingRecord, ...]
    considerations: tuple[Consideration, ...] = field(init=False, default=())
    wgsched: str = ""
    version: str = ""

    def programme(self) -> Programme:
        """Return the programme itself."""
        meetings = tuple(_only(Meeting, each) for each in self.meetings)
        rows = (row.consideration(each) for each in self.meetings for row in each.rows or ())
        return _only(Programme, self, meetings=meetings, considerations=tuple(rows))


class ProgrammeDecoder(Decoder):
    """Reads a programme file, and keeps its agenda and its session even where a noun around them is refused."""

    agenda: Agenda | None = None
    session: Session | None = None

    def made(self, noun: type[Any], values: dict[str, Any], path: Path) -> Any:
        """Return a noun of these values; items are looked for only in an agenda in which nothing is wrong."""
        made = super().made(noun, values, path)
        if isinstance(made, Agenda) and not self.faults.within(path):
            self.agenda = made
        elif isinstance(made, Session):
            self.session = made
        elif isinstance(made, MeetingRecord) and self.session:
            forums = [forum.key for forum in self.session.forums]
            self.faults.strangers((*path, "forum"), "forum", (made.forum,), forums)
        return made

    def meant(self, what: str, inner: Reader, node: Node, path: Path) -> Any:
        """Return a value whose meaning is declared; an item stands for its instalment where it has one alone."""
        name = super().meant(what, inner, node, path)
        if what != "instalment" or self.agenda is None or name is WRONG:
            return name
        keys = {each.key for each in self.agenda.instalments}
        if name not in keys and name in self.agenda:
            alone = self.agenda.instalments_of(self.agenda[name])
            name = alone[0].key if len(alone) == 1 else name
        if name not in keys:
            message = f"there is no agenda item {name!r} that is planned"
            return self.wrong(node, path, message, suggestion(name, sorted(keys)))
        return name


def programme_of(root: MappingNode, faults: Faults) -> Programme:
    """Return the programme of a file.

    Raises:
        BadInput: something in it is wrong, or its parts do not fit together; all of it is told.
    """
    decoder = ProgrammeDecoder(faults, plain_text(node_at(root, ("session", "place", "zone"))) or "UTC")
    session_first = sorted(root.entries, key=lambda entry: entry[0].text != "session")
    record = decoder.value(MappingNode(tuple(session_first), root.mark), ProgrammeRecord, ())
    if decoder.session:
        _tell_strangers(decoder.session, faults)
    if not faults:
        meetings = [meeting.key for meeting in record.meetings]
        for place, actual in enumerate(record.actuals):
            faults.strangers(("actuals", place, "meeting"), "meeting", (actual.meeting,), meetings)
        tell_broken(_rules_of(record.session), record.session, faults)
    faults.done()
    programme: Programme = record.programme()
    return programme


def _tell_strangers(session: Session, faults: Faults) -> None:
    """Tell which names lead nowhere; a session that is being planned again may have such names, a file may not."""
    items = [item.key for item in session.agenda]
    for block, named in (
        ("documents", [each.items for each in session.documents]),
        ("participants", [(*each.items, *each.chairs, *each.attends) for each in session.participants]),
    ):
        for place, names in enumerate(named):
            faults.strangers(("session", block, place, "items"), "agenda item", names, items)
    meetings = [meeting.key for meeting in session.meetings]
    instalments = [each.key for each in session.agenda.instalments]
    for place, rows in enumerate(session.organization):
        path: Path = ("session", "organization", place)
        faults.strangers((*path, "meeting"), "meeting", (rows.meeting,), meetings)
        faults.strangers((*path, "instalments"), "instalment", rows.instalments, instalments)
        faults.strangers((*path, "placed"), "row of the meeting", rows.placed, rows.instalments)
        stated = [each.instalment for each in rows.hours]
        faults.strangers((*path, "hours"), "row of the meeting", stated, rows.instalments)


def _rules_of(session: Session) -> Iterator[tuple[Rule | Preference, Path]]:
    for name, asked in (("rules", session.rules), ("wishes", session.wishes)):
        yield from ((cast(Rule | Preference, each), ("session", name, place)) for place, each in enumerate(asked))


def _only(noun: type[N], record: Any, **others: object) -> N:
    """Return the noun that a record adds to, with some values of its own."""
    values = {each.name: getattr(record, each.name) for each in fields(cast(Any, noun))}
    return noun(**{**values, **others})


def _on_day(hour: DateTime | Time | None, meeting: Meeting) -> DateTime | None:
    """Return a moment; an hour is that of the day of the meeting."""
    if hour is None or isinstance(hour, DateTime):
        return hour
    moment: DateTime = read(DateTime, f"{meeting.opens:%Y-%m-%d} {hour.isoformat()}", str(meeting.opens.timezone_name))
    return moment
