"""What a single demand contradicts: the facts of the session without which it would be no contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.model import AgendaItem, Instalment, Sentence, Session
from wgsched.model.reading import subject
from wgsched.model.sentence import MANY, Fact
from wgsched.planning.model.posting import Demand
from wgsched.planning.why.scopes import scope_of

FEW = 4
"""A sentence names up to this many meetings, and of up to this many groups of items it is said when they can be."""


def times_of(session: Session, parts: Iterable[Instalment]) -> tuple[Sentence, ...]:
    """Return when the forums meet that may take up these instalments; nothing where they are many groups."""
    by_forums: dict[tuple[str, ...], list[Instalment]] = {}
    for part in parts:
        by_forums.setdefault(session.forums_of(part), []).append(part)
    if len(by_forums) > FEW:
        return ()
    said = (_only_time(session, forums, parts) for forums, parts in by_forums.items())
    return tuple(each for each in said if each)


def spoken_about(session: Session, demand: Demand) -> list[Instalment]:
    """Return the instalments that a demand speaks about, in the order of the agenda."""
    scope = scope_of(session, demand)
    keys = scope.alone.union(*scope.orders) or {part.key for part in _named(session, demand)}
    return [part for part in session.agenda.instalments if part.key in keys]


def _named(session: Session, demand: Demand) -> Iterator[Instalment]:
    for fact in demand.case:
        for each in fact if isinstance(fact, tuple) else (fact,):
            if isinstance(each, AgendaItem | Instalment):
                yield from session.agenda.instalments_of(each)


def _only_time(session: Session, forums: tuple[str, ...], parts: list[Instalment]) -> Sentence | None:
    """Say when these forums meet: each time, or, where they are many, from when to when."""
    windows = tuple(each.window for each in session.meetings if each.forum in forums)
    item = items_of(session, parts)
    if len(windows) > FEW:
        return Sentence(
            "only-these-days", item=item, opens=windows[0].opens, closes=max(each.closes for each in windows)
        )
    return Sentence("only-this-time", item=item, windows=windows) if windows else None


def items_of(session: Session, parts: list[Instalment]) -> Fact:
    """Return the items of these as the subject of a sentence, or the first of them where they are many."""
    return subject(tuple(dict.fromkeys(each for part in parts for each in session.agenda.items_of(part)))[:MANY])
