"""An item is taken up in meetings that have the languages it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Ease, Instalment, Language, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import meetings_of, planned, subject
from wgsched.model.services import spoken
from wgsched.rules._interpreted import more_languages


@dataclass(frozen=True)
class LanguagesThere(Rule):
    """An item that names languages is taken up only in meetings that have them all."""

    code: ClassVar[str] = "languages-there"
    speaks_of: ClassVar[str] = "agenda.items.languages"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = "a body's entitlement to interpretation, item by item where it differs."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Language, ...]]]:
        """Yield each instalment that needs languages, with its items and the languages."""
        for instalment, items in planned(session):
            needed = tuple(dict.fromkeys(language for item in items for language in item.languages or ()))
            if needed:
                yield instalment, items, needed

    def post(
        self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...], needed: tuple[Language, ...]
    ) -> None:
        """Keep it in meetings that have them."""
        desk.only_in(instalment, [meeting for meeting in desk.session.meetings if spoken(meeting) >= set(needed)])

    def holds(
        self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...], needed: tuple[Language, ...]
    ) -> bool:
        """Return whether every meeting that takes it up has them."""
        return all(spoken(meeting) >= set(needed) for meeting in meetings_of(programme, instalment))

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...], needed: tuple[Language, ...]) -> Sentence:
        """Say which languages it needs."""
        return Sentence(self.code, item=subject(items), languages=needed)

    def deviation(
        self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...], needed: tuple[Language, ...]
    ) -> Sentence | None:
        """Say in which meeting which languages are missing."""
        lacking = [each for each in meetings_of(programme, instalment) if not spoken(each) >= set(needed)]
        missing = tuple(each for each in needed if any(each not in spoken(meeting) for meeting in lacking))
        return Sentence("found-lacking", meetings=tuple(lacking), languages=missing) if lacking else None

    def eases(
        self, session: Session, instalment: Instalment, items: tuple[AgendaItem, ...], needed: tuple[Language, ...]
    ) -> Iterator[Sequence[Ease]]:
        """Yield these languages in more meetings of its forums."""
        return more_languages(session, session.forums_of(instalment), needed)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item that needs French in a meeting with six languages, and in one with English alone."""
        meetings = (a_meeting("am"), a_meeting("pm", 15, languages=("en",)))
        session = a_session(an_item("1", languages=("en", "fr")), meetings=meetings)
        yield Example(session, cls(), kept={"am": "1"}, broken={"pm": "1"})
