"""Recording what was held: an item concluded, to be continued, not reached, or adjourned, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pendulum import DateTime

from wgsched.checking.remaining import unused_minutes
from wgsched.errors import BadInput, Fault, UnknownName
from wgsched.model import Actual, Consideration, EarlyEnd, Instalment, Meeting, Outcome, Programme, Takes
from wgsched.model.reading import minutes_of


def record(
    programme: Programme,
    item: str,
    outcome: Outcome | str,
    moment: DateTime | str,
    remaining: int | Takes | None = None,
) -> Programme:
    """Return a programme with one more record: what became of an item, by number or key, and when.

    The row of what was held is corrected. *Concluded* closes it at the moment, and nothing more of the item is to
    come, however early; *continues* closes it too, and the rest is still to be planned; *adjourned* closes the meeting
    as well, and what it did not reach is still to be planned; of what was *not reached* no row is left in the meeting.
    A meeting that ran over closes at the moment. Rows that the item ran into are pushed back, out of the meeting at
    its end. Of an item with several instalments, the first that is not concluded is meant, or the one whose key is
    given. ``remaining`` are the minutes that an item that continues still needs, or how long it takes; by default, the
    minutes of its estimate that were not used.

    Raises:
        UnknownName: there is no such item or outcome.
        BadInput: the item is not planned, or was concluded; no meeting of its forum sat then, or it was adjourned; a
            later fact is known; or the item continues, its estimate is used up, and nobody says what remains.
    """
    try:
        kind = Outcome(outcome)
    except ValueError:
        raise UnknownName("outcome", str(outcome), (each.value for each in Outcome)) from None
    when = programme.session.moment(moment)
    instalment = _instalment(programme, item)
    meeting = _meeting(programme, instalment, when)
    last = max((each.moment for each in programme.actuals if each.meeting == meeting.key), default=None)
    if last is not None and when < last:
        raise BadInput(f"the meeting of {meeting.opens:%Y-%m-%d %H:%M} has a later record, of {last:%Y-%m-%d %H:%M}")
    if any(each.meeting == meeting.key and each.outcome is Outcome.ADJOURNED for each in programme.actuals):
        raise BadInput(
            f"the meeting of {meeting.opens:%Y-%m-%d %H:%M} is already recorded as adjourned at {meeting.closes:%H:%M}"
        )
    fact = Actual(instalment.key, meeting.key, kind, when, remaining=_stated(programme, instalment, kind, remaining))
    rows = _Rows(programme, meeting, fact, last)
    fact = replace(fact, spared=tuple(rows.spared))
    recorded = replace(
        programme,
        meetings=tuple(_held(each, fact) if each.key == meeting.key else each for each in programme.meetings),
        considerations=tuple(rows.all),
        actuals=(*programme.actuals, fact),
    )
    if kind is Outcome.CONTINUES and remaining is None:
        _refuse_used_up(recorded, instalment, item)
    return recorded


def _stated(programme: Programme, instalment: Instalment, kind: Outcome, remaining: int | Takes | None) -> int | None:
    """Return the minutes that an instalment still needs, where it still does."""
    if remaining is None:
        return None
    item = programme.session.agenda.items_of(instalment)[0]
    name = str(item.number or item.key)
    if kind not in (Outcome.CONTINUES, Outcome.ADJOURNED):
        raise BadInput(f"item {name} is recorded as {kind}: only an item that continues has minutes that remain")
    meeting = programme.session.meeting_length(programme.session.forums_of(instalment)[0])
    minutes = remaining.expected.in_minutes(meeting) if isinstance(remaining, Takes) else remaining
    if minutes < 1:
        raise BadInput(f"item {name} continues: it needs at least one more minute")
    return minutes


def _refuse_used_up(recorded: Programme, instalment: Instalment, item: str) -> None:
    """Ask for the minutes that remain of an item whose estimate is used up."""
    known = minutes_of(recorded.of(instalment)) is not None  # without hours, nobody knows what was used
    if known and not unused_minutes(recorded, instalment):
        whole = recorded.session.minutes_of(instalment)
        raise BadInput(
            Fault(
                f"the {whole} minutes of item {item} are used up, and it continues",
                hint="Say how much longer it takes, for example: --remaining '~1 h' (in Python remaining=60, in an "
                "evening file {continues: ~1 h}).",
            )
        )


def _instalment(programme: Programme, name: str) -> Instalment:
    """Return what a name means: the first instalment of an item that is not concluded."""
    agenda = programme.session.agenda
    for each in agenda.instalments:
        if each.key == name and name not in agenda:
            return each
    item = agenda[name]
    own = [each for each in agenda.instalments_of(item) if item.key in each.items]
    if not own:
        below = ", ".join(str(each.number or each.key) for each in agenda.children(item))
        raise BadInput(f"item {name} takes no time of its own{f'; record one of {below}' if below else ''}")
    done = {each.instalment for each in programme.actuals if each.outcome is Outcome.CONCLUDED}
    left = [each for each in own if each.key not in done]
    if not left:
        raise BadInput(f"item {name} is already recorded as concluded")
    return left[0]


def _meeting(programme: Programme, instalment: Instalment, moment: DateTime) -> Meeting:
    """Return the meeting that sat at a moment, or that ran over until then: one with a row of the instalment first."""
    forums = programme.session.forums_of(instalment)
    begun = [each for each in programme.meetings if each.forum in forums and each.sits and each.opens <= moment]
    latest = {each.forum: each for each in sorted(begun, key=lambda each: each.opens)}
    sitting = [each for each in latest.values() if moment <= each.closes or each.date == moment.date()]
    if not sitting:
        raise BadInput(f"no meeting that could take it up sat on {moment:%Y-%m-%d} at {moment:%H:%M}")
    rows = {row.meeting for row in programme.of(instalment)}
    return min(sitting, key=lambda each: (each.key not in rows, moment > each.closes, each.key))


def _held(meeting: Meeting, fact: Actual) -> Meeting:
    """Return a meeting as it was held: adjourned at the moment, or prolonged until then."""
    if fact.outcome is Outcome.ADJOURNED:
        return replace(meeting, closes=fact.moment, reserve=0, held=True)
    return replace(meeting, closes=max(meeting.closes, fact.moment), held=True)


@dataclass(frozen=True)
class _Rows:
    """The rows of a programme, corrected by a fact; ``last`` is the moment of the fact before it in the meeting."""

    programme: Programme
    meeting: Meeting
    fact: Actual
    last: DateTime | None

    @property
    def all(self) -> Iterator[Consideration]:
        """All rows, in their order."""
        for meeting in self.programme.meetings:
            rows = self._here if meeting.key == self.meeting.key else self.programme.rows(meeting)
            for row in rows:
                if meeting.key == self.meeting.key or not self.spares(row):
                    yield row

    @property
    def spared(self) -> Iterator[Consideration]:
        """What an instalment that was concluded does not need any more: the end of its row, and its later rows."""
        for row in self.programme.considerations:
            if self.spares(row):
                yield row
            elif self._is_cut(row):
                yield replace(row, opens=self.fact.moment)

    def _is_cut(self, row: Consideration) -> bool:
        own = (row.instalment, row.meeting) == (self.fact.instalment, self.fact.meeting)
        ended = row.window is not None and row.window.opens < self.fact.moment < row.window.closes
        return own and ended and self.fact.outcome is Outcome.CONCLUDED

    def spares(self, row: Consideration) -> bool:
        """Return whether a row elsewhere is still to come and is not needed: its instalment was concluded."""
        concluded = self.fact.outcome is Outcome.CONCLUDED and row.instalment == self.fact.instalment
        return concluded and self.programme.meeting(row.meeting).opens > self.meeting.opens

    @property
    def _here(self) -> Iterator[Consideration]:
        """The rows of the meeting: what came before, the row of the fact, what comes after."""
        rows = self.programme.rows(self.meeting)
        recorded = self._recorded(rows)
        own = next((row for row in rows if row.instalment == self.fact.instalment and row not in recorded), None)
        others = [row for row in rows if row is not own]
        if self.fact.outcome is Outcome.NOT_REACHED:
            yield from others
            return
        held = self._fact(own, [row for row in others if row not in recorded])
        before = [row for row in others if row in recorded or (row.opens and held.opens and row.opens < held.opens)]
        for row in before:
            late = row.closes is not None and held.opens is not None and row.closes > held.opens
            yield replace(row, closes=held.opens) if late else row
        yield held
        if self.fact.outcome is not Outcome.ADJOURNED:
            yield from self._pushed(row for row in others if row not in before)

    def _recorded(self, rows: tuple[Consideration, ...]) -> list[Consideration]:
        """Return the rows of which something was recorded."""
        known = [
            (each.instalment, each.moment)
            for each in self.programme.actuals
            if each.meeting == self.meeting.key and each.outcome is not Outcome.NOT_REACHED
        ]
        return [
            row
            for row in rows
            if any(row.instalment == key and (row.opens or self.meeting.opens) < moment for key, moment in known)
        ]

    def _fact(self, own: Consideration | None, others: list[Consideration]) -> Consideration:
        """Return the row of the fact: opened as planned, or when the item before it was left."""
        moment = self.fact.moment
        if own is not None and own.opens is None:
            return own
        opens = own.opens if own and own.opens else self.last or self.meeting.opens
        between = any(row.opens and row.opens < opens for row in others)
        if self.last is not None and (self.last > opens or (not between and self._follows)):
            opens = self.last
        if opens >= moment:
            opens = self.last or self.meeting.opens
        if opens >= moment:
            raise BadInput(f"the item cannot be left at {moment:%H:%M}, for it is opened at {opens:%H:%M}")
        return Consideration(self.fact.instalment, self.meeting.key, opens, moment)

    @property
    def _follows(self) -> bool:
        """Return whether the item is taken up as soon as there is time: not when its hour was promised."""
        agenda = self.programme.session.agenda
        firm = any(item.firm for item in agenda.items_of(agenda.instalment(self.fact.instalment)))
        return self.programme.session.early_end is EarlyEnd.NEXT_ITEM and not firm

    def _pushed(self, rows: Iterator[Consideration]) -> Iterator[Consideration]:
        """Yield rows that the fact ran into at later hours, as far as the meeting has room."""
        free, end = self.fact.moment, max(self.meeting.usable.closes, self.fact.moment)
        for row in rows:
            if row.window is None or row.window.opens >= free:
                yield row
                continue
            closes = min(free.add(minutes=row.window.minutes), end)
            if closes > free:
                yield replace(row, opens=free, closes=closes)
            free = max(free, closes)
