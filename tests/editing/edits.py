"""Edits drawn at random: the names of a programme's items and meetings, put into the verbs."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from wgsched.editing import (
    Edit,
    cancel,
    hold,
    move,
    pin,
    place,
    retime,
    room,
    split,
    swap,
    swap_meetings,
    take_out,
    unpin,
)
from wgsched.model import Programme

Try = Callable[[Programme], Edit]


def tries(programme: Programme) -> st.SearchStrategy[Try]:
    """Return a strategy for edits of a programme, many of which make no sense and are refused."""
    _, meetings = names(programme)
    hours = st.none() | st.sampled_from(["9:30", "14:15", "17:00"])
    return keeping_hours(programme) | st.builds(_retime, meetings, hours, hours)


def keeping_hours(programme: Programme) -> st.SearchStrategy[Try]:
    """Return a strategy for edits after which no two meetings overlap."""
    _, meetings = names(programme)
    return st.one_of(
        rows_alone(programme),
        st.builds(_meeting, st.sampled_from([cancel, hold]), meetings),
        st.builds(_room, meetings, st.sampled_from([None, "C1", "C2"])),
    )


def rows_alone(programme: Programme) -> st.SearchStrategy[Try]:
    """Return a strategy for edits that leave the meetings as they are."""
    items, meetings = names(programme)
    return st.one_of(
        moves(programme),
        st.builds(_place, items, meetings, st.none() | st.integers(0, 200), st.none() | items),
        st.builds(_of_row, st.sampled_from([take_out, pin, unpin]), items, st.none() | meetings),
    )


def moves(programme: Programme) -> st.SearchStrategy[Try]:
    """Return a strategy for edits after which each item still has its minutes."""
    items, meetings = names(programme)
    before, which = st.none() | items, st.none() | meetings
    return st.one_of(
        st.builds(_move, items, meetings, which, before),
        st.builds(_swap, items, items, which, which),
        st.builds(_swap_meetings, meetings, meetings),
        st.builds(_split, items, meetings, st.none() | st.integers(0, 200), which, before),
    )


def names(programme: Programme) -> tuple[st.SearchStrategy[str], st.SearchStrategy[str]]:
    """Return strategies for the keys of the instalments and of the meetings."""
    return (
        st.sampled_from([each.key for each in programme.session.agenda.instalments]),
        st.sampled_from([each.key for each in programme.meetings]),
    )


def _move(item: str, to: str, meeting: str | None, before: str | None) -> Try:
    return lambda programme: move(programme, item, to, meeting=meeting, before=before)


def _swap(one: str, two: str, meeting: str | None, other: str | None) -> Try:
    return lambda programme: swap(programme, one, two, meeting=meeting, other_meeting=other)


def _swap_meetings(meeting: str, other: str) -> Try:
    return lambda programme: swap_meetings(programme, meeting, other)


def _split(item: str, to: str, minutes: int | None, meeting: str | None, before: str | None) -> Try:
    return lambda programme: split(programme, item, to, minutes, meeting=meeting, before=before)


def _place(item: str, meeting: str, minutes: int | None, before: str | None) -> Try:
    return lambda programme: place(programme, item, meeting, minutes, before=before)


def _of_row(verb: Callable[..., Edit], item: str, meeting: str | None) -> Try:
    return lambda programme: verb(programme, item, meeting=meeting)


def _meeting(verb: Callable[[Programme, str], Edit], meeting: str) -> Try:
    return lambda programme: verb(programme, meeting)


def _retime(meeting: str, opens: str | None, closes: str | None) -> Try:
    return lambda programme: retime(programme, meeting, opens, closes)


def _room(meeting: str, key: str | None) -> Try:
    return lambda programme: room(programme, meeting, key)
