"""Publications as a language tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wgsched.feeds.wording import running
from wgsched.model import Text

if TYPE_CHECKING:
    from pendulum import DateTime

    from wgsched.model import Language
    from wgsched.publishing.edition import Edition
    from wgsched.publishing.ledger import Publication


@dataclass(frozen=True)
class Told:
    """A publication in words: when, why, and what it changed."""

    number: int
    moment: DateTime
    said: str
    reason: str
    changes: tuple[str, ...]


def tellings(edition: Edition, language: Language) -> list[Told]:
    """Return every publication in words, the latest first."""
    return [tell(edition, language, each) for each in reversed((*edition.ledger.publications, edition.publication))]


def tell(edition: Edition, language: Language, publication: Publication) -> Told:
    """Return a publication in words."""
    words = edition.lexicon(language)
    moment = publication.moment.in_timezone(edition.programme.session.zone)
    day = words.date(moment.date(), year=True, weekday=False)
    when = running(words.phrase("moment", date=day, time=words.time(moment)))
    return Told(
        number=publication.number,
        moment=moment,
        said=words.phrase("page-publication", n=publication.number, moment=when),
        reason=words.phrase("page-reason", reason=_why(edition, language, publication)),
        changes=tuple(publication.changes.get(language, ())),
    )


def _why(edition: Edition, language: Language, publication: Publication) -> str:
    if isinstance(publication.reason, Text):
        return publication.reason.best(language, edition.programme.session.original, "en")
    return edition.lexicon(language).phrase(f"reason-{publication.reason.value}")
