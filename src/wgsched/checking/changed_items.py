"""What happened to the items of a programme: other meetings, other hours that were promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wgsched.checking.comparison import Change, ChangeKind, SubjectKey
from wgsched.model import Consideration, Fact, Instalment, Meeting, Programme, Sentence, Window
from wgsched.model.reading import left_out, meetings_of, subject

Matched = tuple[Fact, Instalment]


def items_changed(before: Programme, after: Programme) -> Iterator[Change]:
    """Yield what happened to the instalments of either programme, in the later one's agenda order."""
    planned = {each.key for each in after.session.agenda.instalments}
    omitted = [{item.key for item, _ in left_out(programme)} for programme in (before, after)]
    for item, instalment in _instalments(before, after):
        was, now = meetings_of(before, instalment), meetings_of(after, instalment)
        promised = _promised(before, after, instalment)
        if _is_advanced(before, after, instalment):
            earlier = Sentence("item-earlier", item=item, meetings=now)
            yield Change(
                ChangeKind.ADVANCED, ("item", instalment.key), earlier, _meetings(each.key for each in (*was, *now))
            )
        elif change := change_of_meetings(item, was, now):
            moved = promised and promised[0].opens != promised[1].opens and _promise_changed(item, *promised)
            touched = _meetings({each.key for each in was} ^ {each.key for each in now})
            session = None if now else before.session
            if not now and not omitted[1].isdisjoint(instalment.items):
                change = ChangeKind.LEFT_OUT, Sentence("item-left-out", item=item, meetings=was)
            elif not was and not omitted[0].isdisjoint(instalment.items):
                change = ChangeKind.TAKEN_IN, Sentence("item-taken-in", item=item, meetings=now)
            elif not now and instalment.key in planned:
                change = ChangeKind.NOT_PLACED, Sentence("item-not-placed", item=item, meetings=was)
            yield Change(change[0], ("item", instalment.key), moved or change[1], touched, session=session)
        elif promised and (sentence := _promise_changed(item, *promised)):
            touched = _meetings(each.key for each in now)
            yield Change(ChangeKind.RETIMED, ("item", instalment.key), sentence, touched)


def estimates_changed(before: Programme, after: Programme) -> Iterator[Change]:
    """Yield the items that stay in their meetings at other hours, which are no promise."""
    for item, instalment in _instalments(before, after):
        was, now = before.of(instalment), after.of(instalment)
        same = [row.meeting for row in was] == [row.meeting for row in now]
        if _is_advanced(before, after, instalment):
            continue
        if same and now and not after.firm(now[0]) and (sentence := _retimed(item, was, now, after)):
            yield Change(ChangeKind.RETIMED, ("item", instalment.key), sentence)


def change_of_meetings(
    item: Fact, was: Sequence[Meeting], now: Sequence[Meeting]
) -> tuple[ChangeKind, Sentence] | None:
    """Return how the meetings that take up an item changed; None if they are the same.

    Of an item with several meetings, those that still take it up are not named.
    """
    keys = [each.key for each in was], [each.key for each in now]
    left, come = (tuple(m for m in was if m.key not in keys[1]), tuple(m for m in now if m.key not in keys[0]))
    if left and come:
        return ChangeKind.MOVED, Sentence("item-moved", item=item, was=left, now=come)
    if come:
        kind, code = (ChangeKind.EXTENDED, "item-also-at") if was else (ChangeKind.ADDED, "item-added")
        return kind, Sentence(code, item=item, meetings=come)
    if left:
        kind, code = (ChangeKind.SHORTENED, "item-no-longer-at") if now else (ChangeKind.DROPPED, "item-dropped")
        return kind, Sentence(code, item=item, meetings=left)
    return None


def _is_advanced(before: Programme, after: Programme, instalment: Instalment) -> bool:
    """Return whether planning took an instalment up earlier, in time that was freed."""
    was, now = before.of(instalment)[:1], after.of(instalment)[:1]
    if instalment.key not in after.finding.advanced or not was or not now:
        return False
    return before.opened(instalment).earliest > after.opened(instalment).earliest


def _instalments(before: Programme, after: Programme) -> Iterator[Matched]:
    """Yield the instalments of either programme, and what sentences call them."""
    agendas = [programme.session.agenda for programme in (after, before)]
    known = {each.key: (agenda, each) for agenda in reversed(agendas) for each in agenda.instalments}
    for key in dict.fromkeys(each.key for agenda in agendas for each in agenda.instalments):
        agenda, instalment = known[key]
        yield subject(agenda.items_of(instalment)), instalment


def _meetings(keys: Iterable[str]) -> frozenset[SubjectKey]:
    return frozenset(("meeting", key) for key in keys)


def _promised(before: Programme, after: Programme, instalment: Instalment) -> tuple[Window, Window] | None:
    """Return the hours of an item before and now, where those of either are a promise; else of its meetings."""
    rows = before.of(instalment)[:1], after.of(instalment)[:1]
    if not all(rows) or not (before.firm(rows[0][0]) or after.firm(rows[1][0])):
        return None
    was, now = (
        (row.window if programme.firm(row) else None) or programme.meeting(row.meeting).window
        for programme, (row,) in zip((before, after), rows, strict=True)
    )
    return was, now


def _promise_changed(item: Fact, was: Window, now: Window) -> Sentence | None:
    if was.opens != now.opens:
        return Sentence("item-moved", item=item, was=was.opens, now=now.opens)
    if was.closes != now.closes:
        return Sentence("item-concluded-otherwise", item=item, was=was.closes, now=now.closes)
    return None


def _retimed(
    item: object, earlier: tuple[Consideration, ...], later: tuple[Consideration, ...], after: Programme
) -> Sentence | None:
    for was, now in zip(earlier, later, strict=True):
        if was.opens and now.opens and was.opens != now.opens:
            goes_on = now is not later[0] or after.continued(now)
            code = "item-continued-otherwise" if goes_on else "item-retimed"
            return Sentence(code, item=item, was=was.opens, now=now.opens)
        if was.closes and now.closes and was.closes != now.closes:
            return Sentence("item-concluded-otherwise", item=item, was=was.closes, now=now.closes)
    return None
