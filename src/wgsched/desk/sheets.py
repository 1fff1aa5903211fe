"""What a page has been sent: a part that has not changed since is neither filled in nor sent again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from markupsafe import Markup

KEPT = 16
"""So many pages, open in other windows or as they were before, are answered with what has changed alone."""

Fill = Callable[[str, str, Mapping[str, object]], Markup]


@dataclass(frozen=True)
class BoardSheet:
    """A board as it is sent: its name, and the text of its parts by their anchors.

    Parts that the page shows already, ``known``, are only named: the script leaves them as they are.
    """

    name: str
    known: Mapping[str, Markup]
    fill: Fill
    parts: dict[str, Markup] = field(default_factory=dict)

    def part(self, template: str, anchor: str, **values: object) -> Markup:
        """Return a part with this anchor, as a template says it, or its anchor alone."""
        text = self.parts[anchor] = self.fill(template, anchor, values)
        if self.known.get(anchor) == text:
            return Markup('<div id="{}" data-same></div>').format(anchor)
        return text


class Sheets:
    """The boards that were sent last, and the texts of their parts."""

    def __init__(self) -> None:
        self._sheets: dict[str, BoardSheet] = {}
        self._texts: dict[str, tuple[object, Markup]] = {}
        self._numbers = count(1)

    def new(self, shown: str, languages: object, render: Callable[[str, Mapping[str, object]], str]) -> BoardSheet:
        """Return a new board for a page that shows the one of this name; a page that shows none has an empty name."""

        def fill(template: str, anchor: str, values: Mapping[str, object]) -> Markup:
            seen = template, values, languages
            before, text = self._texts.get(anchor, (None, Markup()))
            if before != seen:
                text = Markup(render(template, values))  # noqa: S704  a template escapes
                self._texts[anchor] = seen, text
            return text

        known = self._sheets[shown].parts if shown in self._sheets else {}
        sheet = BoardSheet(str(next(self._numbers)), known, fill)
        self._sheets[sheet.name] = sheet
        while len(self._sheets) > KEPT:
            self._sheets.pop(next(iter(self._sheets)), None)
        return sheet
