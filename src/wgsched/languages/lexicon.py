"""A lexicon says in one language what papers, feeds and errors have to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from wgsched.errors import BadInput, UnknownName
from wgsched.languages import clock, dates, labels, places, registry, saying, titles
from wgsched.languages.plurals import category, language_name

if TYPE_CHECKING:
    import datetime

    from wgsched.languages.vocabulary import Phrase, Vocabulary
    from wgsched.model import AgendaItem, ItemNumber, Language, Period, Sentence, Session, Window

_PLAIN = "0123456789"
_SOUND_OF_I = re.compile(r"[“«]?(?![IVXivx]+\b)(?:[IÍií][a-zà-ÿ]|[Hh][ií](?!e))")


@dataclass(frozen=True)
class Lexicon:
    """The house forms of one language, as a session may have changed them.

    ``fill`` is a language whose titles are printed, visibly, in place of missing ones.
    """

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
        """The wordings that were asked for, in the digits of the house: pages ask for the same ones again and again."""
        return {}

    @cached_property
    def _digits(self) -> str:
        return self._template("digits", "other")

    # Words

    def phrase(self, name: str, **places: object) -> str:
        """Return a fixed wording with its places filled; numbers are written in the digits of the house.

        Raises:
            UnknownName: no phrase has that name.
        """
        number = places.get("n")
        kind = category(self.code, name, number) if isinstance(number, int) else ""
        if (name, kind) not in self._templates:
            template = self._template(name, kind or "other")
            self._templates[name, kind] = template if self._digits == _PLAIN else self.number(template)
        if self._digits != _PLAIN:
            places = {place: self.number(v) if isinstance(v, int) else v for place, v in places.items()}
        return self._templates[name, kind].format(**places)

    def _template(self, name: str, kind: str) -> str:
        phrase, changed = _phrase(self.vocabulary, name), self._changed
        if f"{name}.{kind}" in changed:
            return changed[f"{name}.{kind}"]
        return changed[name] if name in changed else phrase.forms.get(kind, phrase.text)

    def number(self, number: int | str) -> str:
        """Return a number in the digits of the house."""
        plain = self._digits == _PLAIN
        return str(number) if plain else str(number).translate(str.maketrans(_PLAIN, self._digits))

    def minutes(self, number: int) -> str:
        """Return ``90 minutes`` in the right form."""
        return self.phrase("minutes", n=number)

    def ordinal(self, number: int, noun: str = "") -> str:
        """Return ``third meeting`` for a noun (session, meeting, conference, sitting), else ``3rd`` of a sitting.

        Raises:
            UnknownName: the language does not count that noun.
        """
        nth = self.phrase("nth", n=number)
        return labels.ordinal(self.vocabulary, noun, number, self.number(number), nth) if noun else nth

    def enumerate(self, texts: Iterable[str]) -> str:
        """Return ``a, b and c``."""
        *rest, last = [text for text in texts if text] or [""]
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

    # Hours and dates

    def time(self, moment: datetime.time | datetime.date) -> str:
        """Return an hour of the day: ``10 a.m.``, ``noon``, ``3.30 p.m.``."""
        return clock.time(self, moment)

    def hours(
        self,
        opens: datetime.time | datetime.date | Window | Period,
        closes: datetime.time | datetime.date | None = None,
    ) -> str:
        """Return hours from opening to closing: ``10 a.m.–1 p.m.``, ``3–6 p.m.``; a window or a period will do."""
        return clock.hours(self, opens, closes)

    def date(self, day: datetime.date, *, year: bool = False, weekday: bool = True) -> str:
        """Return a date as it stands inside a text: ``Thursday, 14 May``."""
        return dates.written(self, day, year=year, weekday=weekday)

    def moment(self, moment: datetime.date) -> str:
        """Return a date and its hour: ``Friday, 15 May, 10 a.m.``."""
        return self.phrase("moment", date=self.date(moment), time=self.time(moment))

    def window(self, window: Window) -> str:
        """Return a stretch of time: ``Friday, 15 May, 3–6 p.m.``, a whole day, or from one day to another."""
        return clock.window(self, window)

    def days(self, days: Sequence[datetime.date]) -> str:
        """Return from when to when days last: ``14 and 15 May 2009``, ``28 January–1 February 2008``."""
        return dates.span(self, days)

    # Items

    def label(self, item: AgendaItem | ItemNumber | None) -> str:
        """Return an item's number in the language: ``1 (a)``, ``1 a)``, ``1 (أ)``; of an entry, nothing."""
        return labels.label(self, item)

    def labels(self, items: Iterable[AgendaItem], *, noun: bool = False) -> str:
        """Return ``2 (a) and 3``; with the noun, ``items 2 (a) and 3``, in the dual where the language has one."""
        return labels.labels(self, items, noun=noun)

    def title(self, item: AgendaItem, session: Session | None = None) -> str:
        """Return the title of an item: its own, else its role's as the kind of session words it.

        Raises:
            MissingTitles: it has none in this language.
        """
        return titles.title(self, item, session or self.session)

    def annex_title(self, item: AgendaItem, session: Session | None = None) -> str:
        """Return the title for the annex: the short one, else with that of the item above where that is substantive.

        Raises:
            MissingTitles: there is none in this language.
        """
        return titles.annex_title(self, item, session or self.session)

    # Sentences

    def say(self, sentence: Sentence, session: Session | None = None) -> str:
        """Return a sentence in words, with a capital first letter and a full stop.

        Raises:
            UnknownName: the language has no wording for it, nor does it bring one.
        """
        return saying.say(self, sentence, session or self.session)


def verify(code: Language, name: str, text: str) -> None:
    """See that a wording can stand in place of a phrase of a language.

    Raises:
        UnknownName: there is no such language or phrase.
        BadInput: it asks for a place that the phrase does not have.
    """
    _check(code, name, text, _phrase(registry.vocabulary(code), name.partition(".")[0]))


def lexicon(code: Language, session: Session | None = None, *, fill: Language | None = None) -> Lexicon:
    """Return the lexicon of a language, with the wordings that the session overrides.

    Raises:
        UnknownName: there is no such language, or the session overrides a phrase that does not exist.
        BadInput: an override asks for a place that the phrase does not have.
    """
    return Lexicon(registry.vocabulary(code), session, fill)


def _phrase(vocabulary: Vocabulary, name: str) -> Phrase:
    """Return the phrase of a name; the title that a role brings is one too: ``role-opening``."""
    if name in vocabulary.phrases:
        return vocabulary.phrases[name]
    roles = {f"{titles.ROLE}{role.value}": title.session for role, title in vocabulary.roles.items()}
    if name not in roles:
        raise UnknownName("phrase", name, (*vocabulary.phrases, *roles))
    return roles[name]


def _check(code: str, name: str, text: str, phrase: Phrase) -> None:
    known = places.names((phrase.text, *phrase.forms.values())) | places.MORE.get(name, frozenset())
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
