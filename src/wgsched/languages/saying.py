"""Sentences in words: each fact is said by its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from string import Formatter
from typing import Any

from wgsched.errors import UnknownName
from wgsched.languages.clock import running
from wgsched.languages.plurals import category
from wgsched.languages.titles import Titles
from wgsched.model import (
    AgendaItem,
    Document,
    Event,
    Forum,
    Instalment,
    Meeting,
    Minutes,
    Period,
    Sentence,
    Session,
    Text,
    Window,
)

_STOPS = (".", "。", "!", "?", "؟", "！", "？", ":", "：")


def say(lexicon: Titles, sentence: Sentence, session: Session | None) -> str:
    """Return the sentence in the language of the lexicon."""
    said = _bare(lexicon, sentence, session)
    return lexicon.capital(said if said.endswith(_STOPS) else said + lexicon.phrase("full-stop"))


def _bare(lexicon: Titles, sentence: Sentence, session: Session | None) -> str:
    """Return the sentence as it stands inside another one."""
    return _Filling(Speaker(lexicon, session)).vformat(_template(lexicon, sentence), (), dict(sentence.facts)).strip()


def _template(lexicon: Titles, sentence: Sentence) -> str:
    known = lexicon.vocabulary.sentences
    if sentence.code in known:
        number = dict(sentence.facts).get("n")
        kind = category(lexicon.code, "", number) if isinstance(number, int) else "other"
        return known[sentence.code].form(kind)
    own = dict(sentence.phrases)
    if own:
        return own.get(lexicon.code) or own.get("en") or next(iter(own.values()))
    raise UnknownName("sentence", sentence.code, known)


class _Filling(Formatter):
    """Fills the places of a template; never reaches into the attributes of a fact."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:  # noqa: ARG002
        """Return the fact of a place; a reason, when absent, is nothing."""
        if field_name == "why":
            return self._speaker.reason(kwargs.get("why")), field_name
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        """Return a fact in words, in the form that the template asks for."""
        return self._speaker.form(value, format_spec) if format_spec else self._speaker.words(value)


class Speaker:
    """Says facts as they stand inside a sentence."""

    def __init__(self, lexicon: Titles, session: Session | None) -> None:
        self._lexicon, self._session = lexicon, session

    def words(self, fact: object) -> str:
        """Return a fact in words, by its type."""
        for kind, said in self._by_type():
            if isinstance(fact, kind):
                return said(fact)
        return "" if fact is None else str(fact)

    def form(self, fact: Any, name: str) -> str:
        """Return a fact, or each of a tuple, in a form of another name than its usual one."""
        forms = self._forms()
        if name not in forms:
            raise UnknownName("form of a fact", name, forms)
        return self._lexicon.enumerate(forms[name](each) for each in (fact if isinstance(fact, tuple) else (fact,)))

    def reason(self, why: object) -> str:
        """Return a reason in a parenthesis, or nothing."""
        text = self.words(why)
        return self._lexicon.phrase("parenthesis", text=text) if text else ""

    def _by_type(self) -> tuple[tuple[type, Callable[[Any], str]], ...]:
        say = self._lexicon
        return (
            (Minutes, say.minutes),
            (int, say.number),
            (datetime, lambda moment: running(say.moment(moment))),
            (date, say.date),
            (Text, self._text),
            (Document, lambda document: str(document.symbol)),
            (Period, lambda period: running(say.hours(period))),
            (Window, lambda window: running(say.window(window))),
            (AgendaItem, self._item),
            (Instalment, self._instalment),
            (Forum, self._forum),
            (Meeting, self._meeting),
            (Event, self._event),
            (Sentence, lambda sentence: _bare(say, sentence, self._session)),
            (tuple, self._several),
        )

    def _forms(self) -> dict[str, Callable[[Any], str]]:
        say = self._lexicon
        return {
            "label": lambda item: say.label(item) or self.words(item),
            "title": lambda item: say.title(item, self._session),
            "hours": lambda held: self._opening(held) or running(say.hours(held.opens, held.closes)),
            "when": self._when,
            "room": say.room_name,
            "year": lambda day: say.date(day, year=True),
            "language": say.language_name,
            "nth": say.ordinal,
        }

    def _text(self, text: Text) -> str:
        return self._lexicon.version(text, self._session)

    def _item(self, item: AgendaItem) -> str:
        if item.number:
            return self._lexicon.labels((item,), noun=True)
        role = self._lexicon.title(item, self._session) if item.role else item.key
        return self._lexicon.phrase("quoted", text=self._text(item.title) or role)

    def _instalment(self, instalment: Instalment) -> str:
        if self._session is None:
            return instalment.key
        items = self._session.agenda.items_of(instalment)
        parts = self._session.agenda.instalments_of(items[0])
        return (
            self.words(items)
            if len(parts) < 2
            else self._lexicon.phrase("the-instalment", items=self.words(items), n=instalment.part)
        )

    def _forum(self, forum: Forum) -> str:
        return self._text(forum.title) or self._lexicon.phrase(forum.kind.value)

    def _meeting(self, meeting: Meeting) -> str:
        say = self._lexicon
        places = {"date": say.date(meeting.opens), "hours": running(say.meeting_hours(meeting, self._session))}
        forums = {forum.key: forum for forum in self._session.forums} if self._session else {}
        if len(forums) > 1:
            forum = self._forum(forums[meeting.forum]) if meeting.forum in forums else meeting.forum
            return say.phrase("the-meeting-of", forum=forum, **places)
        return say.phrase("the-meeting", **places)

    def _opening(self, held: Meeting | Event) -> str:
        """Return upon what a meeting opens; nothing where it has an hour."""
        return self._lexicon.opening(held, self._session) if isinstance(held, Meeting) else ""

    def _when(self, held: Meeting | Event) -> str:
        if opening := self._opening(held):
            return self._lexicon.phrase("moment", date=self._lexicon.date(held.opens), time=opening)
        return self.words(Window(held.opens, held.closes))

    def _event(self, event: Event) -> str:
        title = self._lexicon.phrase("quoted", text=self._text(event.title) or event.key)
        return self._lexicon.phrase("clause-separator").join((title, self.words(Window(event.opens, event.closes))))

    def _several(self, facts: tuple[object, ...]) -> str:
        items = tuple(fact for fact in facts if isinstance(fact, AgendaItem) and fact.number)
        if facts and len(items) == len(facts):
            return self._lexicon.labels(items, noun=True)
        return self._lexicon.enumerate(self.words(fact) for fact in facts)
