"""Which meetings and parts of an edited session are those that were published: they keep their keys.

A session file gives most meetings no key; theirs is made from forum, day and period. So a day that is postponed, or an
item that gets a second part, would have other keys in the edited file than in what subscribers have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from pendulum import Date

from wgsched.files.coding.fields import fields_of
from wgsched.model import AgendaItem, Meeting, Session, Wish
from wgsched.model.keys import Means
from wgsched.planning.again.items import retitled_of, same_items_of, with_part_keys

_WORKING = 5


@dataclass(frozen=True)
class Matching:
    """An edited session with the keys that were published, and the meetings of which it is doubtful what they were.

    ``gone`` are published meetings that the session no longer has, ``come`` meetings of the same forums that it has
    only now. ``renumbered`` are the items that have another number, as published and as they are now; ``lost`` are
    published items that the session no longer has, ``found`` items that it has only now. ``retitled`` are items that
    count as the same by their number alone, although others are lost or found. ``forums`` are the keys of published
    forums that are gone, and of those that are new.
    """

    session: Session
    gone: tuple[Meeting, ...] = ()
    come: tuple[Meeting, ...] = ()
    renumbered: tuple[tuple[AgendaItem, AgendaItem], ...] = ()
    lost: tuple[AgendaItem, ...] = ()
    found: tuple[AgendaItem, ...] = ()
    retitled: tuple[AgendaItem, ...] = ()
    forums: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


def matched(
    session: Session, before: Session, same: Mapping[str, str] | None = None, items: Mapping[str, str] | None = None
) -> Matching:
    """Return a session as the edited form of an earlier one.

    Meetings are the same that have the same key where one was typed; else those of the same forum and period on the
    same day, or on the day that took its place. Items are the same that have the same title, where only one has it;
    else the same number or key. ``same`` says by key which meeting was which, for those in doubt, ``items`` which item.
    """
    keys = _meeting_keys(session, before, dict(same or {}))
    gone, come = list[Meeting](), list[Meeting]()
    for forum in session.forums:
        lost = [each for each in before.meetings_of(forum.key) if each.key not in keys.values()]
        new = [each for each in session.meetings_of(forum.key) if each.key not in keys]
        gone, come = [*gone, *(lost if new else [])], [*come, *(new if lost else [])]
    keys |= dict(_fresh_keys([each.key for each in session.meetings if each.key not in keys], before, keys))
    same_items = same_items_of(session.agenda, before.agenda, items or {})
    carried = with_part_keys(_with_meeting_keys(session, keys), before.agenda, same_items)
    renumbered = [(before.agenda[old], session.agenda[new]) for new, old in same_items.items() if new != old]
    left = [item for item in before.agenda if item.takes and item.key not in same_items.values()]
    fresh = [item for item in session.agenda if item.takes and item.key not in same_items]
    return Matching(
        carried,
        tuple(gone),
        tuple(come),
        tuple(renumbered),
        lost=tuple(left if fresh else ()),
        found=tuple(fresh if left else ()),
        retitled=tuple(retitled_of(session.agenda, before.agenda, same_items, items or {}) if left or fresh else ()),
        forums=_forums(session, before),
    )


def _forums(session: Session, before: Session) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the forums that are gone and those that are new, where there are both."""
    was, now = ([forum.key for forum in each.forums] for each in (before, session))
    gone, come = tuple(key for key in was if key not in now), tuple(key for key in now if key not in was)
    return (gone, come) if gone and come else ((), ())


def _meeting_keys(session: Session, before: Session, pairs: dict[str, str]) -> dict[str, str]:
    """Return the published key of each meeting that was published, by its key in the session."""
    for forum in session.forums:
        was = {each.key: each for each in before.meetings_of(forum.key) if each.key not in pairs.values()}
        now = [each for each in session.meetings_of(forum.key) if each.key not in pairs]
        typed = [each.key for each in now if not _is_usual(each)]
        pairs |= {key: key for key in typed if key in was}
        old = [each for key, each in was.items() if key not in typed]
        pairs |= dict(_by_day(old, [each for each in now if each.key not in typed]))
    return pairs


def _is_usual(meeting: Meeting) -> bool:
    """Return whether a meeting has the key that session files give where none is typed."""
    return meeting.key == f"{meeting.forum}-{meeting.opens:%Y-%m-%d}-{_place(meeting)}"


def _place(meeting: Meeting) -> str:
    return meeting.period or f"{meeting.opens:%H%M}"


def _by_day(old: Sequence[Meeting], new: Sequence[Meeting]) -> Iterator[tuple[str, str]]:
    """Yield which meeting was which: by period on each day, and what alone is left of a day with what alone is new."""
    for was, now in _days({each.date for each in old}, {each.date for each in new}).items():
        earlier = {_place(each): each.key for each in old if each.date == was}
        later = {_place(each): each.key for each in new if each.date == now}
        yield from ((later[place], earlier[place]) for place in later if place in earlier)
        left = [
            [some[place] for place in some if place not in other]
            for some, other in ((later, earlier), (earlier, later))
        ]
        if [len(each) for each in left] == [1, 1]:
            yield left[0][0], left[1][0]


def _days(old: Iterable[Date], new: Iterable[Date]) -> dict[Date, Date]:
    """Return which day took the place of which.

    If all days moved by as many working days, each did. Otherwise a day that is still there is the same, and those that
    are gone were replaced in order if as many are new; if not, it is not known what became of them.
    """
    were, are = sorted(old), sorted(new)
    if len(were) == len(are) and len({_index(day) - _index(one) for one, day in zip(were, are, strict=True)}) == 1:
        return dict(zip(were, are, strict=True))
    gone, come = [day for day in were if day not in are], [day for day in are if day not in were]
    moved = zip(gone, come, strict=True) if len(gone) == len(come) else ()
    return {**{day: day for day in were if day in are}, **dict(moved)}


def _index(day: Date) -> int:
    """Return the place of a day among all working days; a weekend counts as the Monday after it."""
    weeks, weekday = divmod(day.toordinal() - 1, 7)
    return weeks * _WORKING + min(weekday, _WORKING)


def _fresh_keys(new: Iterable[str], before: Session, keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield a key of its own for each new meeting whose key an earlier one has."""
    taken = {*(each.key for each in before.meetings), *keys.values()}
    for key in new:
        fresh, number = key, 1
        while fresh in taken:
            number += 1
            fresh = f"{key}-{number}"
        taken.add(fresh)
        yield key, fresh


def _with_meeting_keys(session: Session, keys: Mapping[str, str]) -> Session:
    """Return a session with other keys for its meetings, also where rules, wishes and typed rows name them."""
    changed = {key: other for key, other in keys.items() if key != other}
    if not changed:
        return session
    return replace(
        session,
        meetings=tuple(replace(each, key=changed.get(each.key, each.key)) for each in session.meetings),
        organization=tuple(
            replace(rows, meeting=changed.get(rows.meeting, rows.meeting)) for rows in session.organization
        ),
        rules=tuple(_renamed(rule, changed) for rule in session.rules),
        wishes=tuple(_renamed(wish, changed) for wish in session.wishes),
    )


def _renamed(rule: Any, keys: Mapping[str, str]) -> Any:
    """Return a rule or a wish that names meetings by their other keys."""
    if isinstance(rule, Wish):
        return replace(rule, asked=_renamed(rule.asked, keys))
    named = [field.name for field, hint in fields_of(type(rule)).values() if _means_meeting(hint)]
    values = {name: _replaced(getattr(rule, name), keys) for name in named}
    return replace(rule, **values) if values else rule


def _means_meeting(hint: Any) -> bool:
    return hint == Means("meeting") or any(map(_means_meeting, get_args(hint)))


def _replaced(value: Any, keys: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return keys.get(value, value)
    return tuple(_replaced(each, keys) for each in value) if isinstance(value, tuple) else value
