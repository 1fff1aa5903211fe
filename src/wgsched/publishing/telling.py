"""Publications in words: when and why, and what each changed; for the page, the Atom feed and the notice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pendulum import DateTime

from wgsched.checking import Change, ChangeKind
from wgsched.checking.comparison import SubjectKey
from wgsched.feeds.entries import Entry
from wgsched.feeds.identity import Kind
from wgsched.feeds.texts import EntryWriter
from wgsched.languages.clock import running
from wgsched.model import Text
from wgsched.publishing.ledger import Publication


@dataclass(frozen=True)
class Told:
    """A publication in words: when, why, and what it changed."""

    number: int
    moment: DateTime
    said: str
    reason: str
    changes: tuple[str, ...]


def tell(writer: EntryWriter, publication: Publication) -> Told:
    """Return a publication in words."""
    words, session, reason = writer.lexicon, writer.programme.session, publication.reason
    moment = publication.moment.in_timezone(session.zone)
    day = words.date(moment.date(), year=True, weekday=False)
    when = running(words.phrase("moment", date=day, time=words.time(moment)))
    why = words.text(reason) if isinstance(reason, Text) else words.phrase(f"reason-{reason.value}")
    return Told(
        number=publication.number,
        moment=moment,
        said=words.phrase("page-publication", n=publication.number, moment=when),
        reason=words.phrase("page-reason", reason=why),
        changes=tuple(publication.changes.get(words.code, ())),
    )


def sentences_about(entry: Entry, told: Iterable[tuple[Change, str]]) -> tuple[str, ...]:
    """Return the sentences of the changes that an entry shows: those about itself, then the others."""
    own, others = list[str](), list[str]()
    for change, sentence in told:
        if change.about == _subject(entry):
            own.append(sentence)
        elif _concerns(change, entry):
            others.append(sentence)
    return (*own, *others)


def _subject(entry: Entry) -> SubjectKey:
    """Return what an entry is, as changes name it; the entry of an item is in one of its meetings."""
    held = entry.meeting or entry.event
    if held is None:
        return "session", ""
    return ("event" if entry.event else "meeting", held.key) if entry.kind is not Kind.ITEM else ("", "")


def _concerns(change: Change, entry: Entry) -> bool:
    if entry.meeting is None:
        return False
    here = ("meeting", entry.meeting.key)
    if entry.kind is not Kind.ITEM:
        return here in change.touches
    if change.about == here:
        return change.kind is not ChangeKind.REORDERED
    mine = ("item", entry.rows[0].instalment) if entry.rows else None
    return here in change.touches and (change.about == mine or mine in change.touches)
