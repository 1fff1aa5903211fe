"""Publications in words: when and why, and what each changed; for the page, the Atom feed and the notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wgsched.feeds.identity import Kind
from wgsched.feeds.wording import running
from wgsched.model import Text

if TYPE_CHECKING:
    from pendulum import DateTime

    from wgsched.feeds.entries import Entry
    from wgsched.feeds.texts import EntryWriter
    from wgsched.model import Language
    from wgsched.publishing.ledger import Publication
    from wgsched.publishing.memory import Memory, Trace


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
    why = writer.text(reason) if isinstance(reason, Text) else words.phrase(f"reason-{reason.value}")
    return Told(
        number=publication.number,
        moment=moment,
        said=words.phrase("page-publication", n=publication.number, moment=when),
        reason=words.phrase("page-reason", reason=why),
        changes=tuple(publication.changes.get(words.code, ())),
    )


def tell_changes(
    writer: EntryWriter, entries: Iterable[Entry], before: Memory, after: Memory, *, reworded: bool
) -> Iterator[str]:
    """Yield a sentence for each entry that is new or different, in order of time; items only through meetings.

    With ``reworded``, also for those of which only the text is different, unless they are cancelled as before.
    """
    words = writer.lexicon
    for entry in entries:
        old = before.traces.get(entry.uid)
        if entry.kind is Kind.ITEM or (old is None and entry.cancelled):  # of the latter its readers never knew
            continue
        change = old.change_to(entry) if old else None
        if old is None:
            name, places = "change-new", {}
        elif change:
            name, places = "change-of", {"change": words.phrase("feed-sentences").join(writer.changes(entry, change))}
        elif reworded and not entry.cancelled and _is_reworded(old, after.traces[entry.uid], words.code):
            name, places = "change-texts", {}
        else:
            continue
        yield words.capital(words.phrase(name, entry=_at(writer, entry), **places))


def _is_reworded(old: Trace, new: Trace, language: Language) -> bool:
    return language in old.stamps and old.stamps[language].digest != new.stamps[language].digest


def _at(writer: EntryWriter, entry: Entry) -> str:
    """Return when an entry is, and what."""
    summary = writer.summary(entry)
    if entry.kind is Kind.SESSION:
        return summary
    date = writer.lexicon.date(entry.window.opens.in_timezone(writer.programme.session.zone).date())
    return writer.lexicon.phrase("entry-at", date=date, hours=writer.when(entry), entry=summary)
