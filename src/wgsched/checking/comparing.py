"""How two programmes differ: each change once, from the side of the item, the meeting or the event that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wgsched.checking.changed_items import estimates_changed, items_changed
from wgsched.checking.changed_meetings import events_changed, meetings_changed
from wgsched.checking.changed_texts import texts_changed
from wgsched.checking.comparison import Change, Comparison
from wgsched.checking.damage import readable
from wgsched.model import Programme, Sentence, Session


def compare(before: Programme, after: Programme) -> Comparison:
    """Return the changes from one programme to another. Meetings and instalments are matched by key."""
    before, after = readable(before), readable(after)
    items = tuple(items_changed(before, after))
    texts = tuple(texts_changed(before, after))
    told = _with_forums_of(before.session, after.session)

    def said(changes: Iterable[Change]) -> tuple[Change, ...]:
        return tuple(replace(change, session=change.session or told) for change in _once(changes))

    return Comparison(
        said((*items, *(each for each in texts if each.about[0] == "item"))),
        said(meetings_changed(before, after)),
        said((*events_changed(before, after), *(each for each in texts if each.about[0] != "item"))),
        said(estimates_changed(before, after)),
    )


def _with_forums_of(before: Session, after: Session) -> Session:
    """Return the session afterwards with the forums that are gone: what left their meetings names them."""
    known = {forum.key for forum in after.forums}
    gone = tuple(forum for forum in before.forums if forum.key not in known)
    return replace(after, forums=(*after.forums, *gone)) if gone else after


def _once(changes: Iterable[Change]) -> Iterable[Change]:
    """Return the changes, those of the same sentence as one: two parts of an item may come to the same meeting."""
    first: dict[Sentence, Change] = {}
    for change in changes:
        known = first.setdefault(change.sentence, change)
        if known is not change:
            touches = known.touches | change.touches | {change.about}
            first[change.sentence] = replace(known, touches=touches)
    return first.values()
