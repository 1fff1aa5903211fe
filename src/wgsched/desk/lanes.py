"""The lanes of a day: its meetings by forum, by room or by hour, each lane with the same slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pendulum import DateTime

from wgsched.desk.pageview import GridColumns
from wgsched.desk.words import DeskWords
from wgsched.languages import Lexicon
from wgsched.model import Meeting, Session


@dataclass(frozen=True)
class Lane:
    """A lane of a day: its key, its name, and its meetings by the hour at which they open; an hour may have none."""

    key: str
    name: str
    slots: Mapping[DateTime, tuple[Meeting, ...]]


def lanes_of(
    meetings: Sequence[Meeting], session: Session, columns: GridColumns, words: Lexicon, say: DeskWords
) -> Iterator[Lane]:
    """Yield the lanes of the meetings of one day, without those that are empty.

    Lanes side by side have a slot for each hour at which a meeting opens, so that what is at one hour stands level.
    """
    hours = sorted({each.opens for each in meetings})
    if columns is GridColumns.HOURS:
        for opens in hours:
            yield Lane(f"{opens:%H%M}", words.time(opens), _slots(meetings, [opens]))
        return
    named = _forums(session, words) if columns is GridColumns.FORUMS else _rooms(meetings, session, words, say)
    for key, name in named:
        here = [each for each in meetings if (each.forum if columns is GridColumns.FORUMS else each.room or "") == key]
        if here:
            yield Lane(key, name, _slots(here, hours))


def _slots(meetings: Iterable[Meeting], hours: Iterable[DateTime]) -> dict[DateTime, tuple[Meeting, ...]]:
    return {opens: tuple(each for each in meetings if each.opens == opens) for opens in hours}


def _forums(session: Session, words: Lexicon) -> Iterator[tuple[str, str]]:
    for forum in session.forums:
        yield forum.key, words.forum_name(forum) if len(session.forums) > 1 else ""


def _rooms(meetings: Iterable[Meeting], session: Session, words: Lexicon, say: DeskWords) -> Iterator[tuple[str, str]]:
    """Yield the rooms of the session, others that a meeting has, and last what has no room."""
    known = dict.fromkeys(room.key for room in session.services.rooms)
    others = dict.fromkeys(each.room for each in meetings if each.room)
    for key in {**known, **others}:
        yield key, words.room_name(key)
    yield "", say("no-room")
