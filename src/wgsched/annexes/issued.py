"""As what a session's document was issued last in a language, for mastheads and footers."""

from __future__ import annotations

from pendulum import Date

from wgsched.model import Issue, IssueKind, Language, Session


def latest(session: Session, language: Language) -> Issue | None:
    """Return the last issue in a language; None when it is still the first."""
    return next((each for each in reversed(session.issues) if language in each.languages), None)


def symbol_of(session: Session, language: Language) -> str:
    """Return the symbol that the document bears in a language, with ``/Rev.1`` or ``/Corr.1``."""
    issue = latest(session, language)
    return issue.symbol if issue else session.symbol


def date_of(session: Session, language: Language) -> Date | None:
    """Return the day of that issue; a document that is issued again as it was meant keeps its own."""
    issue = latest(session, language)
    return issue.date if issue and issue.kind is not IssueKind.REISSUE else session.issued
