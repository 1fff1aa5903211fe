"""An evening in one go: what was held, what is cancelled, moved or put elsewhere, and whether the document changes."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from pendulum import DateTime

from wgsched.checking import compare, record
from wgsched.editing import cancel, hold, move, retime, room
from wgsched.errors import BadInput, Fault, UnknownName
from wgsched.files import programme_to_json
from wgsched.files.evenings import read_evening
from wgsched.files.faults import Faults
from wgsched.files.nodes import Path
from wgsched.files.shape.evening import EveningShape, HeldShape, IssueShape, MeetingTonightShape, MoveShape
from wgsched.files.spoken import instalments_named, meeting_named, moment_named
from wgsched.files.writing import write_whole
from wgsched.model import Outcome, Programme, Text
from wgsched.publishing.issues import issue
from wgsched.publishing.ledger import Ledger, Publication
from wgsched.publishing.order import PublishingOrder
from wgsched.publishing.publishing import publish
from wgsched.publishing.reasons import reason_named

Step: TypeAlias = tuple[Path, Callable[[Programme], Programme]]
"""What is done to the programme, and where the file asks for it."""


@dataclass(frozen=True)
class Evening:
    """The programme after an evening, when it is published and why, and the instalments without a meeting, by key."""

    programme: Programme
    moment: DateTime
    reason: str | Text | None
    left_over: tuple[str, ...] = ()


def evening(
    programme: Programme, path: str | os.PathLike[str], folder: str | os.PathLike[str] | None = None
) -> Evening:
    """Return the programme after all that an evening file asks for; with a single fault, nothing is done.

    First what was held is recorded, then meetings are restored, moved in time and room, then items are moved, then
    meetings cancelled, and at last the document is issued. With the ``folder`` in which it will be published, its time
    and reason must fit what was published there before.

    Raises:
        BadInput: the file cannot be read, or something in it cannot be done; every fault is named with its place.
        LedgerError: the ledger of the folder was damaged.
    """
    asked, faults = read_evening(path, programme.session.original)
    with _told(faults, ("moment",)):
        moment = _moment(programme, asked.moment)
        after = _after(programme, asked, moment, faults)
    faults.done()
    done = Evening(after, moment, _reason(programme, asked.reason), _left_over(programme, after))
    if folder is not None:
        _refuse_unpublished(done, folder, faults)
    return done


def carry_out(
    done: Evening, folder: pathlib.Path, target: pathlib.Path, *, records: pathlib.Path | None = None
) -> Publication:
    """Publish an evening, and write its programme file. If the file cannot be written, nothing is published.

    Raises:
        BadInput: the file cannot be written.
    """
    if not os.access(target if target.exists() else target.parent, os.W_OK) or not os.access(target.parent, os.W_OK):
        raise BadInput(f"{target} cannot be written: nothing was done")
    publication = publish(done.programme, folder, moment=done.moment, reason=done.reason, records=records)
    write_whole(target, programme_to_json(done.programme))
    return publication


def _moment(programme: Programme, text: str) -> DateTime:
    if not text:
        raise BadInput("say when it is published, such as moment: Tue 18:00")
    return moment_named(programme.session, text)


def _left_over(before: Programme, after: Programme) -> tuple[str, ...]:
    """Return the instalments that lost their rows, and those that go on after this evening and have no later row."""
    gone = {row.instalment for row in before.considerations} - {row.instalment for row in after.considerations}
    over = {fact.instalment for fact in after.actuals if fact.outcome is Outcome.CONCLUDED}
    left_at = {fact.instalment: fact.moment for fact in after.actuals[len(before.actuals) :]}
    later = {
        row.instalment
        for row in after.considerations
        if row.instalment in left_at and (row.opens or after.meeting(row.meeting).opens) >= left_at[row.instalment]
    }
    return tuple(sorted((gone | (left_at.keys() - later)) - over))


def _refuse_unpublished(done: Evening, folder: str | os.PathLike[str], faults: Faults) -> None:
    """Tell at its place in the file why what was done cannot be published."""
    try:
        PublishingOrder(done.programme, done.moment, done.reason).edition(Ledger.read(folder))
    except BadInput as wrong:
        for fault in wrong.faults:
            faults.at((fault.path,) if fault.path else (), fault.message, fault.hint)
    faults.done()


def _reason(programme: Programme, text: Text) -> str | Text | None:
    """Return why it is published: a code, if the only text is one."""
    original = programme.session.original
    return reason_named(text[original], original) if set(text) == {original} else text or None


@contextmanager
def _told(faults: Faults, path: Path) -> Iterator[None]:
    """Tell what cannot be done at its place in the file, and go on."""
    try:
        yield
    except BadInput as wrong:
        for fault in wrong.faults:
            faults.at(path, fault.message, fault.hint)
    except UnknownName as unknown:
        faults.at(path, str(unknown))


def _after(programme: Programme, asked: EveningShape, moment: DateTime, faults: Faults) -> Programme:
    for path, step in (*_held(programme, asked, moment, faults), *_others(programme, asked, moment, faults)):
        with _told(faults, path):
            programme = step(programme)
    return programme


def _held(programme: Programme, asked: EveningShape, moment: DateTime, faults: Faults) -> Iterator[Step]:
    """Yield what was held, in order of time."""
    dated: list[tuple[DateTime, Step]] = []
    for name, held in asked.held.items():
        with _told(faults, ("held", name)):
            when = _left_at(programme, name, held, moment)
            dated.append((when, (("held", name), _recording(name, held, when))))
    yield from (step for _, step in sorted(dated, key=lambda each: each[0]))


def _recording(name: str, held: HeldShape, when: DateTime) -> Callable[[Programme], Programme]:
    if not held.outcome and not held.continues:
        raise BadInput("say what became of it: concluded, continues, not-reached or adjourned")
    return lambda programme: record(programme, name, held.outcome or Outcome.CONTINUES, when, held.continues)


def _left_at(programme: Programme, name: str, held: HeldShape, moment: DateTime) -> DateTime:
    """Return when an item was left: as said; else when its last row ended before the publication."""
    rows = [row for each in instalments_named(programme.session, name) for row in programme.of(each)]
    past = [row for row in rows if (row.opens or programme.meeting(row.meeting).opens) < moment]
    if held.at:
        return moment_named(
            programme.session, held.at, programme.meeting(past[-1].meeting).date if past else moment.date()
        )
    if not past:
        raise BadInput(f"item {name} was not to be taken up before this evening: say when it was, with at: 12:40")
    return min(past[-1].closes or programme.meeting(past[-1].meeting).closes, moment)


def _others(programme: Programme, asked: EveningShape, moment: DateTime, faults: Faults) -> Iterator[Step]:
    keys: dict[str, str] = {}
    for name in asked.meetings:
        with _told(faults, ("meetings", name)):
            keys[name] = meeting_named(programme.session, programme.meetings, name).key
    for name, key in keys.items():
        yield ("meetings", name), partial(_changed, key=key, asked=asked.meetings[name])
    for name, there in asked.move.items():
        yield ("move", name), partial(_moved, name=name, there=there)
    for name, key in keys.items():
        if asked.meetings[name].is_ == "cancelled":
            yield ("meetings", name), partial(_cancelled, key=key)
    if asked.issue.kind != "none" or asked.issue.corr is not None:
        yield ("issue",), partial(_issued, asked=asked.issue, moment=moment, before=programme)


def _changed(programme: Programme, key: str, asked: MeetingTonightShape) -> Programme:
    if asked.is_ == "restored":
        programme = hold(programme, key).programme
    if asked.opens or asked.closes:
        programme = retime(programme, key, asked.opens or None, asked.closes or None).programme
    if asked.room:
        programme = room(programme, key, None if asked.room == "none" else asked.room).programme
    return programme


def _cancelled(programme: Programme, key: str) -> Programme:
    return cancel(programme, key).programme


def _moved(programme: Programme, name: str, there: MoveShape) -> Programme:
    return move(programme, name, there.to, meeting=there.from_ or None, before=there.before or None).programme


def _issued(programme: Programme, asked: IssueShape, moment: DateTime, before: Programme) -> Programme:
    kind = "corrigendum" if asked.corr is not None else asked.kind
    if kind == "corrigendum" and compare(before, programme):
        hint = "Say rev, or none: the order of the day carries the changes."
        raise BadInput(Fault("a corrigendum corrects words alone, and this evening changes the programme", hint=hint))
    return issue(programme, kind, moment.date(), asked.corr, of=asked.of)
