"""What is taken up at once, of some items."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from wgsched.model import AgendaItem, Instalment, Programme, Sentence, Session
from wgsched.model.reading import apart, every
from wgsched.rules import _found


def parts_of(session: Session, items: Iterable[AgendaItem]) -> tuple[Instalment, ...]:
    """Return what is planned of some items, each once."""
    return tuple(dict.fromkeys(part for item in items for part in session.agenda.instalments_of(item)))


def apart_in(programme: Programme, parts: Iterable[Instalment]) -> bool | None:
    """Return whether no two rows of some instalments share time; None when hours are needed to tell."""
    rows = [row for part in parts for row in programme.of(part)]
    return every(apart(programme, first, second) for first, second in combinations(rows, 2))


def found(programme: Programme, parts: Iterable[Instalment]) -> Sentence | None:
    """Return the sentence that says which meetings take up two of them at once."""
    rows = [row for part in parts for row in programme.of(part)]
    at_once = (pair for pair in combinations(rows, 2) if apart(programme, *pair) is False)
    return _found.held(programme.meeting(row.meeting) for row in next(at_once, ()))
