"""The texts of a session file that its papers print, each with its path in the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wgsched.errors import UnknownName
from wgsched.files.nodes import dotted
from wgsched.files.titles.columns import TitleStatus
from wgsched.languages import registry
from wgsched.model import Language, Text

if TYPE_CHECKING:
    from wgsched.files.nodes import Path
    from wgsched.files.shape import SessionShape
    from wgsched.files.shape.agenda import ItemShape
    from wgsched.files.shape.session import BodyShape
    from wgsched.model import SessionKind


@dataclass(frozen=True)
class TitleRow:
    """A text that papers print, with its path in the file. Where it lacks a language, ``usual`` stands there.

    That is what a role brings. A text that is not ``needed`` has another one to stand in for it, such as the title for
    the short title.
    """

    path: Path
    kind: str
    text: Text
    needed: bool = True
    usual: Mapping[Language, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The path to the text in the session file: ``agenda.2 (a).title``."""
        return dotted(self.path)

    def shown(self, language: Language) -> str:
        """Return the version in a language, or the one that the role of the item brings, or nothing."""
        return self.text.get(language) or self.usual.get(language, "")

    def status(self, language: Language) -> TitleStatus:
        """Return what is to be said of the version in a language."""
        if language in self.text:
            return TitleStatus.TO_REVIEW if language in self.text.to_review else TitleStatus.REVIEWED
        if language in self.usual:
            return TitleStatus.ROLE
        return TitleStatus.MISSING if self.needed else TitleStatus.OPTIONAL

    def state(self, language: Language) -> str:
        """Return a short mark that changes when the version in a language does."""
        text = self.text
        known = f"{self.status(language)}:{text.get(language, '')}" if language in text else ""
        return hashlib.sha256(known.encode()).hexdigest()[:8]


class Printing:
    """Walks through the shape of one session file."""

    def __init__(self, shape: SessionShape, kind: SessionKind, languages: tuple[Language, ...]) -> None:
        self.shape, self.kind, self.languages = shape, kind, languages

    def titles(self) -> Iterator[TitleRow]:
        """Yield what is printed of bodies, items, entries, events, forums and documents."""
        yield from self._header()
        for path, _, item in self.shape.blocks():
            yield from self._item(path, "agenda item" if path[0] == "agenda" else "entry", item)
        for name, event in self.shape.events.items():
            yield from self._own(("events", name, "title"), "event", event.title, anyway=True)
        for name, document in self.shape.documents.items():
            yield from self._own(("documents", name, "title"), "document", document.title)

    def annotations(self) -> Iterator[TitleRow]:
        """Yield what is printed of annotations, and of the mandates and recommendations that they cite."""
        for where, _, item in self.shape.blocks():
            for place, each in enumerate(item.annotations):
                here: Path = (*where, "annotations", place)
                yield from self._own((*here, "text"), "annotation", each.text)
                yield from self._several((*here, "points"), "point of an annotation", each.points)
        for name, mandate in self.shape.mandates.items():
            yield from self._own(("mandates", name, "title"), "mandate", mandate.title)
            yield from self._several(("mandates", name, "functions"), "function of a mandate", mandate.functions)
        for name, given in self.shape.recommendations.items():
            path: Path = ("recommendations", name)
            yield from self._own((*path, "meeting"), "meeting that recommended", given.meeting)
            yield from self._several((*path, "points"), "recommendation", given.points)

    def _header(self) -> Iterator[TitleRow]:
        if self.shape.body:
            yield from self._body(("body",), "body", self.shape.body)
        yield from self._own(("short",), "short name of the body", self.shape.short, needed=False)
        if self.shape.parent:
            yield from self._body(("parent",), "parent body", self.shape.parent)
        if self.shape.place:
            yield from self._own(("place", "title"), "place", self.shape.place.title, needed=False)
        several = len(self.shape.forums) > 1
        for name, forum in self.shape.forums.items():
            path: Path = ("forums", name)
            yield from self._own((*path, "title"), "forum", forum.title, needed=several, anyway=several)
            yield from self._own((*path, "short"), "short name of a forum", forum.short, needed=False)
        rooms = self.shape.services.rooms if self.shape.services else {}
        for name, room in rooms.items():
            yield from self._own(("services", "rooms", name, "title"), "room", room.title, needed=False)

    def _body(self, path: Path, kind: str, body: BodyShape) -> Iterator[TitleRow]:
        yield from self._own((*path, "title"), kind, body.title)
        yield from self._own((*path, "short"), f"short name of the {kind}", body.short, needed=False)
        yield from self._own((*path, "masthead"), f"{kind}, in the masthead", body.masthead, needed=False)
        if body.parent:
            yield from self._body((*path, "parent"), "parent body", body.parent)

    def _item(self, path: Path, kind: str, item: ItemShape) -> Iterator[TitleRow]:
        yield TitleRow((*path, "title"), kind, item.title, usual=self._usual(item))
        yield from self._own((*path, "annex"), f"{kind}, in the annex", item.annex, needed=False)
        yield from self._own((*path, "heading"), f"{kind}, above its annotations", item.heading, needed=False)

    def _several(self, path: Path, kind: str, texts: tuple[Text, ...]) -> Iterator[TitleRow]:
        for place, text in enumerate(texts):
            yield from self._own((*path, place), kind, text)

    def _own(
        self, path: Path, kind: str, text: Text, *, needed: bool = True, anyway: bool = False
    ) -> Iterator[TitleRow]:
        if text or anyway:
            yield TitleRow(path, kind, text, needed)

    def _usual(self, item: ItemShape) -> dict[Language, str]:
        usual: dict[Language, str] = {}
        if item.is_ is None:
            return usual
        for language in self.languages:
            try:
                usual[language] = registry.vocabulary(language).roles[item.is_][self.kind].text
            except UnknownName:
                continue
        return usual
