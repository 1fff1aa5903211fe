"""The fixed wordings of one language, as a session may have changed them, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from wgsched.errors import BadInput, UnknownName
from wgsched.languages import places, registry
from wgsched.languages.plurals import category, language_name
from wgsched.languages.vocabulary import Phrase, Vocabulary
from wgsched.model import Language, Session, SessionKind

ROLE = "role-"
"""Begins the name under which a house overrides the title that a role brings: ``role-opening``."""

_PLAIN = "0123456789"
_SOUND_OF_I = re.compile(r"[“«]?(?![IVXivx]+\b)(?:[IÍií][a-zà-ÿ]|[Hh][ií](?!e))")


@dataclass(frozen=True)
class Phrases:
    """The phrases of a language; ``fill`` is a language whose titles are printed, visibly, for missing ones."""

    vocabulary: Vocabulary
    session: Session | None
    fill: Language | None

    def __post_init__(self) -> None:
        for name, text in self._changed.items():
            _check(self.code, name, text, _phrase(self.vocabulary, name.partition(".")[0]))

    @cached_property
    def code(self) -> str:
        """The ISO 639-1 code of the language."""
        return self.vocabulary.code

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return self.vocabulary.direction

    @cached_property
    def _changed(self) -> dict[str, str]:
        return dict(self.session.phrases.get(self.code, {})) if self.session else {}

    @cached_property
    def _templates(self) -> dict[tuple[str, str], str]:
        """The wordings that were asked for, in the digits of the house: pages ask for the same ones again and again.

        A session that changes none shares those of the language.
        """
        return {} if self._changed else self.vocabulary.asked_for

    @cached_property
    def _digits(self) -> dict[int, int] | None:
        """What turns plain digits into those of the house, if they differ."""
        digits = self._template("digits", None)
        return None if digits == _PLAIN else str.maketrans(_PLAIN, digits)

    def phrase(self, name: str, **places: object) -> str:
        """Return a fixed wording with its places filled; numbers are written in the digits of the house.

        Raises:
            UnknownName: no phrase has that name.
        """
        number = places.get("n")
        kind = category(self.code, name, number) if isinstance(number, int) else ""
        if (name, kind) not in self._templates:
            self._templates[name, kind] = self.number(self._template(name, number))
        if self._digits:
            places = {name: self.number(each) if isinstance(each, int) else each for name, each in places.items()}
        return self._templates[name, kind].format(**places)

    def _template(self, name: str, number: object) -> str:
        phrase, changed = _phrase(self.vocabulary, name), self._changed
        kind = category(self.code, name, number) if isinstance(number, int) else "other"
        if f"{name}.{kind}" in changed:
            return changed[f"{name}.{kind}"]
        return changed[name] if name in changed else phrase.form(kind)

    def number(self, number: int | str) -> str:
        """Return a number in the digits of the house."""
        return str(number).translate(self._digits) if self._digits else str(number)

    def minutes(self, number: int) -> str:
        """Return ``90 minutes`` in the right form."""
        return self.phrase("minutes", n=number)

    def enumerate(self, texts: Iterable[str]) -> str:
        """Return ``a, b and c``."""
        *rest, last = [*filter(None, texts)] or [""]
        if not rest:
            return last
        joint = "list-last-number" if last[:1].isascii() or last[:1].isdigit() else "list-last"
        before_i = self.phrase("list-last-i") if _SOUND_OF_I.match(last) else ""
        return self.phrase("list-separator").join(rest) + (before_i or self.phrase(joint)) + last

    def capital(self, text: str) -> str:
        """Return the text with a capital first letter."""
        return text[:1].upper() + text[1:]

    def language_name(self, language: Language) -> str:
        """Return the name of a language: ``Arabic``, ``arabe``, ``阿拉伯文``."""
        return self.vocabulary.languages.get(language) or language_name(self.code, language)


def verify(code: Language, name: str, text: str) -> None:
    """See that a wording can stand in place of a phrase of a language.

    Raises:
        UnknownName: there is no such language or phrase.
        BadInput: it asks for a place that the phrase does not have.
    """
    _check(code, name, text, _phrase(registry.vocabulary(code), name.partition(".")[0]))


def _phrase(vocabulary: Vocabulary, name: str) -> Phrase:
    """Return the phrase of a name; the title that a role brings is one too: ``role-opening``."""
    if name in vocabulary.phrases:
        return vocabulary.phrases[name]
    roles = {f"{ROLE}{role.value}": title[SessionKind.SESSION] for role, title in vocabulary.roles.items()}
    if name not in roles:
        raise UnknownName("phrase", name, (*vocabulary.phrases, *roles))
    return roles[name]


def _check(code: str, name: str, text: str, phrase: Phrase) -> None:
    known = places.usable(name, phrase)
    try:
        asked = places.places(text)
    except ValueError:
        raise BadInput(f"the {code} phrase {name!r} cannot be read: {text!r}") from None
    wrong = sorted(place or "{}" for place, spec, turned in asked if place not in known or spec or turned)
    if wrong:
        raise BadInput(
            f"the {code} phrase {name!r} has no place {wrong[0]!r}; it has {', '.join(sorted(known)) or 'none'}"
        )
    if name == "digits" and len(text) != len(_PLAIN):
        raise BadInput(f"the {code} phrase 'digits' must be ten digits, from zero to nine")
