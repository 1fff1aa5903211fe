"""Tells where the parts of a programme file, perhaps edited by hand, do not fit together."""

from __future__ import annotations

from collections.abc import Container, Iterable

from wgsched.errors import UnknownName, WgschedError
from wgsched.files.faults import Faults, suggestion
from wgsched.files.nodes import Path
from wgsched.model import Meeting, Preference, Programme, Rule, Session
from wgsched.model.gate import is_zone


class Checked:
    """Looks at what names what: keys that are there once, and names that lead somewhere."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults

    def programme(self, programme: Programme) -> None:
        """Tell what does not fit in a programme."""
        self.session(programme.session)
        if self.faults:
            return
        self._meetings(("meetings",), programme.meetings, programme.session)
        meetings = {meeting.key for meeting in programme.meetings}
        instalments = {each.key for each in programme.session.agenda.instalments}
        for place, actual in enumerate(programme.actuals):
            self._named(("actuals", place, "meeting"), "meeting", (actual.meeting,), meetings)
            self._named(("actuals", place, "instalment"), "instalment", (actual.instalment,), instalments)

    def session(self, session: Session) -> None:
        """Tell what does not fit in a session."""
        if not is_zone(session.zone):
            self.faults.at(("session", "place", "zone"), f"{session.zone!r} is not the name of a time zone")
            return
        self._items(session)
        self._meetings(("session", "meetings"), session.meetings, session)
        if not session.days:
            self.faults.at(("session", "days"), "a session has at least one day")
        if not session.forums:
            self.faults.at(("session", "forums"), "a session has at least one forum")
        if not self.faults:
            self._rows(session)
            self._rules(session)

    def _items(self, session: Session) -> None:
        keys = [item.key for item in session.agenda]
        forums = [forum.key for forum in session.forums]
        for place, item in enumerate(session.agenda):
            path: Path = ("session", "agenda", "items", place)
            self._once((*path, "key"), "item", item.key, keys[:place])
            if item.parent is not None:
                self._named((*path, "parent"), "agenda item above it", (item.parent,), keys[:place])
            self._named((*path, "forums"), "forum", item.forums, forums)
            if item.jointly is not None:
                self._named((*path, "jointly"), "agenda item", (item.jointly,), keys)
        for place, document in enumerate(session.documents):
            self._named(("session", "documents", place, "items"), "agenda item", document.items, keys)
        for place, participant in enumerate(session.participants):
            self._named(("session", "participants", place, "items"), "agenda item", participant.items, keys)

    def _meetings(self, path: Path, meetings: tuple[Meeting, ...], session: Session) -> None:
        keys = [meeting.key for meeting in meetings]
        forums = [forum.key for forum in session.forums]
        for place, meeting in enumerate(meetings):
            self._once((*path, place, "key"), "meeting", meeting.key, keys[:place])
            self._named((*path, place, "forum"), "forum", (meeting.forum,), forums)
            if meeting.closes <= meeting.opens:
                self.faults.at((*path, place, "closes"), "the meeting closes before it opens")

    def _rows(self, session: Session) -> None:
        meetings = {meeting.key for meeting in session.meetings}
        instalments = {each.key for each in session.agenda.instalments}
        for place, rows in enumerate(session.organization):
            path: Path = ("session", "organization", place)
            self._named((*path, "meeting"), "meeting", (rows.meeting,), meetings)
            self._named((*path, "instalments"), "instalment", rows.instalments, instalments)

    def _rules(self, session: Session) -> None:
        both: tuple[tuple[str, tuple[Rule | Preference, ...]], ...] = (
            ("rules", session.rules),
            ("wishes", session.wishes),
        )
        for block, rules in both:
            for place, rule in enumerate(rules):
                path: Path = ("session", block, place)
                try:
                    for _ in rule.cases(session):
                        pass
                except UnknownName as error:
                    hint = suggestion(error.name, error.known)
                    self.faults.at(path, f"there is no {error.kind} {error.name!r}", hint)
                except WgschedError as error:
                    self.faults.at(path, str(error))

    def _once(self, path: Path, what: str, key: str, before: Container[str]) -> None:
        if key in before:
            self.faults.at(path, f"another {what} has the key {key!r}")

    def _named(self, path: Path, what: str, names: Iterable[str], known: Iterable[str]) -> None:
        everything = list(known)
        for name in names:
            if name not in everything:
                self.faults.at(path, f"there is no {what} {name!r}", suggestion(name, sorted(everything)))
