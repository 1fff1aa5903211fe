"""Titles of items, forums and rooms: their own, those that roles bring, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wgsched.errors import MissingTitles
from wgsched.languages import registry
from wgsched.model import Role, SessionKind

if TYPE_CHECKING:
    from wgsched.languages.lexicon import Lexicon
    from wgsched.model import AgendaItem, Forum, Language, Session, Text

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
    known = session is not None and item.number is not None and item.parent in session.agenda
    above = session.agenda[item.parent] if session and known and item.parent else None
    if lexicon.code in item.annex or above is None or above.role in ORGANIZATIONAL or item.role in ORGANIZATIONAL:
        return own
    return lexicon.phrase("child-title", parent=annex_title(lexicon, above, session), child=own)


def version(lexicon: Lexicon, text: Text, session: Session | None, otherwise: str = "") -> str:
    """Return a text in the language, else in the original one, else in English, else in any, else something other."""
    original = (session.original,) if session else ()
    return text.best(lexicon.code, *original, "en") or otherwise


def fills(lexicon: Lexicon, text: Text) -> bool:
    """Return whether a text stands, visibly, in the language that fills gaps."""
    return lexicon.code not in text and lexicon.fill is not None and lexicon.fill in text


def printed(lexicon: Lexicon, text: Text, otherwise: str = "") -> str:
    """Return a text as papers and feeds print it."""
    if lexicon.fill and fills(lexicon, text):
        return lexicon.phrase("missing", text=text[lexicon.fill])
    return version(lexicon, text, lexicon.session, otherwise)


def forum_name(lexicon: Lexicon, forum: Forum) -> str:
    """Return the short name of a forum, else its title, else the word for its kind."""
    return printed(lexicon, forum.short or forum.title) or lexicon.phrase(forum.kind.value)


def room_title(lexicon: Lexicon, key: str | None) -> str:
    """Return the title of a room, by key; nothing when it has none."""
    rooms = lexicon.session.services.rooms if lexicon.session else ()
    return next((printed(lexicon, room.title) for room in rooms if room.key == key), "")


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
    if language in item.title:
        return item.title[language]
    if item.role is None:
        return None
    changed = session.phrases.get(language, {}) if session else {}
    if (wording := changed.get(f"{ROLE}{item.role.value}")) is not None:
        return wording
    kind = session.kind if session else SessionKind.SESSION
    return registry.vocabulary(language).roles[item.role].of(kind).text


def _short(lexicon: Lexicon, item: AgendaItem, session: Session | None) -> str:
    return item.annex[lexicon.code] if lexicon.code in item.annex else title(lexicon, item, session)


def _filled(lexicon: Lexicon, item: AgendaItem, session: Session | None) -> str:
    other = _title(item, session, lexicon.fill) if lexicon.fill else None
    if other is None:
        raise MissingTitles(lexicon.code, (str(item.number or item.key),))
    return lexicon.phrase("missing", text=other)
