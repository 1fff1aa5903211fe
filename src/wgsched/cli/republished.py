"""What of an edited session file is what was published, and what is in doubt about that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.cli.output import complain
from wgsched.errors import BadInput
from wgsched.files.spoken import meeting_named, names_of
from wgsched.model import AgendaItem, Programme, Session
from wgsched.planning.again.identity import Matching, matched


def as_published(session: Session, published: Programme, same: Iterable[str]) -> Session:
    """Return the session with the keys that were published, and ask about what is in doubt."""
    was = published.session
    pairs: dict[str, str] = {}
    items: dict[str, str] = {}
    for pair in same:
        earlier, equals, later = pair.partition("=")
        if not equals:
            raise BadInput(
                f"--same {pair!r}: expected for example 'Mon am=Thu am', first as published, then as it is now"
            )
        one, other = earlier.strip(), later.strip()
        if one in was.agenda and other in session.agenda:
            items[session.agenda[other].key] = was.agenda[one].key
        else:
            pairs[meeting_named(session, session.meetings, other).key] = meeting_named(was, was.meetings, one).key
    matches = matched(session, was, pairs, items)
    for line in _doubts(matches, was, session):
        complain(line)
    return matches.session


def _doubts(matches: Matching, was: Session, session: Session) -> Iterator[str]:
    """Yield what is in doubt about what was published, and how it is settled."""
    if matches.gone:
        names = names_of(was, was.meetings), names_of(session, session.meetings)
        gone, come = (
            ", ".join(map(each.typed, meetings))
            for each, meetings in zip(names, (matches.gone, matches.come), strict=True)
        )
        yield (
            f"Published, and no more in the file: {gone}. New: {come}. If one of these is one of those, moved, say so:"
            f" --same '{names[0].typed(matches.gone[0])}={names[1].typed(matches.come[0])}'."
        )
    for old, new in matches.renumbered:
        yield f"Item {_called(new)} is the published item {_called(old)}, under another number."
    for item in matches.retitled:
        yield (
            f"Item {_called(item)} counts as the published item {_called(item)}, under another title. If it is another"
            " item, give it a key of its own, such as key: new."
        )
    if matches.lost:
        gone, come = (", ".join(map(_called, some)) for some in (matches.lost, matches.found))
        old = matches.lost[0]
        new = next((each for each in matches.found if each.number != old.number), matches.found[0])
        yield (
            f"Published, and no more in the file: item {gone}. New: item {come}. If one of these is one of those, say"
            f" so: --same '{_called(old)}={_called(new)}'."
        )
    if matches.forums[0]:
        gone, come = map(", ".join, matches.forums)
        yield (
            f"Published, and no more in the file: the forum {gone}. New: {come}. A forum is known by the name before"
            f" its colon: if one of these is one of those, go on to call it {matches.forums[0][0]}."
        )


def _called(item: AgendaItem) -> str:
    return str(item.number or item.key)
