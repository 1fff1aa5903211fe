"""Which items have other minutes than expected, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wgsched.model import Instalment, Minutes, Outcome, Programme, Sentence, Session
from wgsched.model.reading import minutes_of, subject

MANY = 8
"""So many items are named one by one; more are counted."""


def minutes_given(programme: Programme) -> tuple[Sentence, ...]:
    """Return which items have fewer or more minutes than expected, if hours are known.

    Items that were held are left out.
    """
    held = {each.instalment for each in programme.actuals if each.outcome is not Outcome.NOT_REACHED}
    given = {each.key: minutes_of(programme.of(each)) or 0 for each in programme.session.agenda.instalments}
    return said(programme.session, {key: minutes for key, minutes in given.items() if minutes and key not in held})


def said(session: Session, given: Mapping[str, int]) -> tuple[Sentence, ...]:
    """Return which of these instalments, by key, have fewer of these minutes than expected, and which have more."""
    known = [(each, given[each.key]) for each in session.agenda.instalments if each.key in given]
    fewer = [(each, minutes) for each, minutes in known if minutes < session.minutes_of(each)]
    more = [(each, minutes) for each, minutes in known if minutes > session.minutes_of(each)]
    return (*_said(session, "minutes-fewer", fewer), *_said(session, "minutes-more", more))


def _said(session: Session, code: str, given: Sequence[tuple[Instalment, int]]) -> Iterator[Sentence]:
    if len(given) > MANY:
        was = sum(session.minutes_of(each) for each, _ in given)
        total = sum(minutes for _, minutes in given)
        yield Sentence(f"{code}-many", n=len(given), minutes=Minutes(total), was=Minutes(was))
        return
    for each, minutes in given:
        item = subject(session.agenda.items_of(each)) if each.key in each.items else each
        yield Sentence(code, item=item, minutes=Minutes(minutes), was=Minutes(session.minutes_of(each)))
