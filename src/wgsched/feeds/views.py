"""Views: which entries of a programme a feed shows. Every view is a subset of one of the two whole feeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from wgsched.errors import BadInput, UnknownName
from wgsched.feeds.entries import Entry
from wgsched.feeds.identity import Kind, plain
from wgsched.files.names import LONGEST, shortened
from wgsched.model import Programme, Session
from wgsched.model.services import serves

ALL, ITEMS = "all", "items"
FORUM, ITEM, ROOM, TEAM, INTERPRETER = "forum", "item", "room", "team", "interpreter"
_EXPECTED = "expected all, items, forum:KEY, item:NUMBER, room:KEY or team:KEY"


@dataclass(frozen=True)
class View:
    """A choice of entries. ``key`` is that of the forum, item, room or team, and empty for the whole feeds.

    The whole feeds are ``all`` (the meetings and events) and ``items`` (one entry for each item in each meeting).
    """

    kind: str = ALL
    key: str = ""

    @classmethod
    def named(cls, name: str) -> View:
        """Return the view that bears a name, whether or not there still is one in the session."""
        kind, _, key = name.partition(":")
        return cls(kind, key)

    @cached_property
    def stem(self) -> str:
        """The first part of its file name; it follows the key, so that subscribers keep their address.

        A key for which that is longer than a disk can hold is shortened. All others keep the names that they had.
        """
        whole = f"{self.kind}-{plain(self.key)}" if self.key else self.kind
        suffix = ".ics" if self.kind == TEAM else ".jcal"  # the longest; feeds of teams are in iCalendar alone
        return whole if len(whole + suffix) <= LONGEST else f"{self.kind}-{shortened(self.key)}"

    @cached_property
    def page(self) -> str:
        """The first part of the name of an item's page."""
        return self.stem.removeprefix(f"{self.kind}-")

    @property
    def of_items(self) -> bool:
        """Whether it shows items one by one, and not meetings."""
        return self.kind in (ITEMS, ITEM)

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}" if self.key else self.kind


def view(programme: Programme, name: str) -> View:
    """Return the view of a name: ``all``, ``items``, ``forum:KEY``, ``item:NUMBER``, ``room:KEY`` or ``team:KEY``.

    Raises:
        BadInput: the name has none of these forms, or asks for an interpreter, whom no session names.
        UnknownName: the session has no such forum, item, room or team of interpreters.
    """
    kind, colon, key = name.partition(":")
    if kind == INTERPRETER:
        teams = ", ".join(f"team:{team.key}" for team in programme.session.services.teams)
        raise BadInput(f"{name!r} needs a roster, and a session names no interpreters, only teams: {teams}")
    session = programme.session
    if kind in (ALL, ITEMS) and not colon:
        return View(kind)
    if kind == FORUM and key:
        return View(kind, session.forum(key).key)
    if kind == ITEM and key:
        return View(kind, session.agenda[key].key)
    if kind in (ROOM, TEAM) and key:
        known = rooms(programme) if kind == ROOM else tuple(team.key for team in session.services.teams)
        if key not in known:
            raise UnknownName("room" if kind == ROOM else "team", key, known)
        return View(kind, key)
    raise BadInput(f"{name!r} is not a view; {_EXPECTED}")


def rooms(programme: Programme) -> tuple[str, ...]:
    """Return the keys of the rooms of a session and of those that its meetings and events use, in order."""
    session = programme.session
    used = [*(meeting.room for meeting in programme.meetings), *(event.room for event in session.events)]
    return tuple(dict.fromkeys([*(room.key for room in session.services.rooms), *(key for key in used if key)]))


def views(programme: Programme) -> tuple[View, ...]:
    """Return every view that a programme is published in; of a session with one forum, the forum is no view.

    Those of teams are not among them: who works when is not for everybody.
    """
    session = programme.session
    forums = [forum.key for forum in session.forums] if len(session.forums) > 1 else []
    return (
        View(ALL),
        View(ITEMS),
        *(View(FORUM, key) for key in forums),
        *(View(ITEM, item.key) for item in session.agenda),
        *(View(ROOM, key) for key in rooms(programme)),
    )


def shown(entries: tuple[Entry, ...], chosen: View, session: Session) -> tuple[Entry, ...]:
    """Return the entries of a view; the session itself is in each, so that none is ever empty."""
    among = _among(chosen, session)
    kinds = (Kind.ITEM,) if chosen.of_items else (Kind.MEETING, Kind.EVENT)
    return tuple([each for each in entries if each.kind is Kind.SESSION or (each.kind in kinds and among(each))])


def _among(chosen: View, session: Session) -> Callable[[Entry], bool]:
    """Return what tells whether an entry is in a view; a joint meeting is in those of all its forums."""
    if chosen.kind == FORUM:
        forums = {chosen.key, *(forum.key for forum in session.forums if chosen.key in forum.joins)}
        return lambda entry: entry.forum in forums
    if chosen.kind == ROOM:
        return lambda entry: entry.room == chosen.key
    if chosen.kind == TEAM:
        # A meeting that is left free needs nobody; one that is cancelled would have needed the team.
        return lambda entry: (
            entry.meeting is not None and bool(entry.rows) and serves(session, chosen.key, entry.meeting)
        )
    if chosen.kind == ITEM:
        agenda = session.agenda
        below = {item.key for item in agenda.subtree(agenda[chosen.key])} if chosen.key in agenda else {chosen.key}
        return lambda entry: not below.isdisjoint(entry.item_keys)
    return lambda _: True
