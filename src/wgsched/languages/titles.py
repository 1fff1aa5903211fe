"""Titles of items: their own, those that roles bring, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wgsched.errors import MissingTitles
from wgsched.languages import registry
from wgsched.model import Role, SessionKind

if TYPE_CHECKING:
    from wgsched.languages.lexicon import Lexicon
    from wgsched.model import AgendaItem, Language, Session, Text

ORGANIZATIONAL = frozenset({Role.ORGANIZATIONAL_MATTERS, Role.OPENING, Role.OFFICERS, Role.AGENDA})
"""Roles whose sub-items are printed in the annex without the title of the item above."""

ROLE = "role-"
"""Begins the name under which a house overrides the title that a role brings: ``role-opening``."""


def title(lexicon: Lexicon, item: AgendaItem, session: Session | None) -> str:
    """Return the own title of an item or the one that its role brings."""
    found = _title(item, session, lexicon.code)
    return found if found is not None else _filled(lexicon, item, session)


def annex_title(lexicon: Lexicon, item: AgendaItem, session: Session | None) -> str:
    """Return what the annex prints for an item."""
    own = _short(lexicon, item, session)
    known = session is not None and item.number is not None and item.parent and item.parent in session.agenda
    above = session.agenda[item.parent] if session and known and item.parent else None
    if lexicon.code in item.annex or above is None or above.role in ORGANIZATIONAL or item.role in ORGANIZATIONAL:
        return own
    return lexicon.phrase("child-title", parent=annex_title(lexicon, above, session), child=own)


def version(lexicon: Lexicon, text: Text, session: Session | None, otherwise: str = "") -> str:
    """Return a text in the language, else in the original one, else in any, else something other."""
    original = (session.original,) if session else ()
    return text.best(lexicon.code, *original) or otherwise


def missing_titles(session: Session, language: Language) -> tuple[str, ...]:
    """Return what has no title in a language, by number or key: items, entries, events, and forums where there are two.

    Raises:
        UnknownName: there is no such language.
    """
    registry.vocabulary(language)
    return tuple(_missing(session, language))


def complete_languages(session: Session) -> tuple[Language, ...]:
    """Return those of the session's languages in which no title is missing."""
    return tuple(language for language in session.languages if not missing_titles(session, language))


def _missing(session: Session, language: Language) -> Iterator[str]:
    for item in session.agenda:
        if _title(item, session, language) is None:
            yield str(item.number or item.key)
    for event in session.events:
        if language not in event.title:
            yield event.key
    if len(session.forums) > 1:
        yield from (forum.key for forum in session.forums if language not in forum.title)


def _title(item: AgendaItem, session: Session | None, language: Language) -> str | None:
    if (own := item.title.get(language)) is not None:
        return own
    if item.role is None:
        return None
    changed = session.phrases.get(language, {}) if session else {}
    if (wording := changed.get(f"{ROLE}{item.role.value}")) is not None:
        return wording
    kind = session.kind if session else SessionKind.SESSION
    return registry.vocabulary(language).roles[item.role].of(kind).text


def _short(lexicon: Lexicon, item: AgendaItem, session: Session | None) -> str:
    own = item.annex.get(lexicon.code)
    return title(lexicon, item, session) if own is None else own


def _filled(lexicon: Lexicon, item: AgendaItem, session: Session | None) -> str:
    other = _title(item, session, lexicon.fill) if lexicon.fill else None
    if other is None:
        raise MissingTitles(lexicon.code, (str(item.number or item.key),))
    return lexicon.phrase("missing", text=other)
