"""What a provisional agenda cites: documents, mandates, recommendations, annotations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from pendulum import Date

from wgsched.model.text import Language, Text

_IN_SESSION = re.compile(r"(?:^|[/ ])(?:L|CRP)\.?\s?\d|non-?paper|conference room paper", re.IGNORECASE)
"""Symbols of what is written in the session itself: limited documents, conference room papers, non-papers."""


@dataclass(frozen=True)
class Document:
    """A document before the body, with its symbol and the day on which each language was issued.

    ``in_session`` says whether it is written during the session; where nobody says, its symbol tells.
    """

    symbol: str
    title: Text = Text()
    items: tuple[str, ...] = ()
    issued: tuple[tuple[Language, Date], ...] = ()
    submitted: Date | None = None
    planned: bool = False
    in_session: bool | None = None

    @property
    def is_in_session(self) -> bool:
        """Whether it is written during the session, so that it has no deadline before: L, CRP, non-papers."""
        return bool(_IN_SESSION.search(self.symbol)) if self.in_session is None else self.in_session

    def out(self, languages: tuple[Language, ...]) -> Date | None:
        """Return the day on which it is out in all these languages, or None when some language has no date."""
        dates = dict(self.issued)
        return max((dates[language] for language in languages), default=None) if set(languages) <= set(dates) else None


class IssueKind(StrEnum):
    """How a document is issued again: as a revision, a corrigendum in some languages, an addendum, or a reissue."""

    REVISION = "revision"
    CORRIGENDUM = "corrigendum"
    ADDENDUM = "addendum"
    REISSUE = "reissue"


@dataclass(frozen=True)
class Issue:
    """The session's own document issued again, in these languages. It is not a publication of the feeds.

    ``symbol`` is that of the new issue, with ``/Rev.1``, ``/Corr.1`` or ``/Add.1``; a reissue keeps its symbol.
    """

    kind: IssueKind
    symbol: str
    languages: tuple[Language, ...]
    date: Date


@dataclass(frozen=True)
class Mandate:
    """The resolution or decision that orders the work, and the functions it gives."""

    symbol: str
    title: Text = Text()
    functions: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Recommendation:
    """What an earlier meeting recommended, for the item that follows it up."""

    key: str
    meeting: Text
    points: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Annotation:
    """One paragraph of the annotations to an item, with lettered points below it.

    Instead of its own points it may print those of a mandate or of a recommendation, by symbol or key.
    """

    text: Text
    points: tuple[Text, ...] = ()
    mandate: str | None = None
    recommendation: str | None = None
