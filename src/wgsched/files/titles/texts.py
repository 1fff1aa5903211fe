"""The texts of a session file that its papers print, each with its path in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wgsched.errors import UnknownName
from wgsched.languages import registry
from wgsched.model import Language, Text

if TYPE_CHECKING:
    from wgsched.files.nodes import Path
    from wgsched.files.shape import SessionShape
    from wgsched.files.shape.agenda import ItemShape
    from wgsched.files.shape.session import BodyShape
    from wgsched.model import SessionKind


@dataclass(frozen=True)
class Printed:
    """A text that papers print. Where it lacks a language, ``usual`` stands there, as a role brings it.

    A text that is not ``needed`` has another one to stand in for it, such as the title for the short title.
    """

    path: Path
    kind: str
    text: Text
    needed: bool = True
    usual: Mapping[Language, str] = field(default_factory=dict)


class Printing:
    """Walks through the shape of one session file."""

    def __init__(self, shape: SessionShape, kind: SessionKind, languages: tuple[Language, ...]) -> None:
        self.shape, self.kind, self.languages = shape, kind, languages

    def titles(self) -> Iterator[Printed]:
        """Yield what is printed of bodies, items, entries, events, forums and documents."""
        yield from self._header()
        for path, _, item in self.shape.blocks():
            yield from self._item(path, "agenda item" if path[0] == "agenda" else "entry", item)
        for name, event in self.shape.events.items():
            yield from self._own(("events", name, "title"), "event", event.title, anyway=True)
        for name, document in self.shape.documents.items():
            yield from self._own(("documents", name, "title"), "document", document.title)

    def annotations(self) -> Iterator[Printed]:
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

    def _header(self) -> Iterator[Printed]:
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

    def _body(self, path: Path, kind: str, body: BodyShape) -> Iterator[Printed]:
        yield from self._own((*path, "title"), kind, body.title)
        yield from self._own((*path, "short"), f"short name of the {kind}", body.short, needed=False)
        yield from self._own((*path, "masthead"), f"{kind}, in the masthead", body.masthead, needed=False)
        if body.parent:
            yield from self._body((*path, "parent"), "parent body", body.parent)

    def _item(self, path: Path, kind: str, item: ItemShape) -> Iterator[Printed]:
        yield Printed((*path, "title"), kind, item.title, usual=self._usual(item))
        yield from self._own((*path, "annex"), f"{kind}, in the annex", item.annex, needed=False)
        yield from self._own((*path, "heading"), f"{kind}, above its annotations", item.heading, needed=False)

    def _several(self, path: Path, kind: str, texts: tuple[Text, ...]) -> Iterator[Printed]:
        for place, text in enumerate(texts):
            yield from self._own((*path, place), kind, text)

    def _own(
        self, path: Path, kind: str, text: Text, *, needed: bool = True, anyway: bool = False
    ) -> Iterator[Printed]:
        if text or anyway:
            yield Printed(path, kind, text, needed)

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
