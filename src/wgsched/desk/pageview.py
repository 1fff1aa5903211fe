"""How an officer looks at the page: in which languages, and in what shape the grid is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from wgsched.desk.words import SPOKEN
from wgsched.model import Language, Session

MANY_FORUMS = 8
"""So many forums do not fit beside each other."""


class GridColumns(StrEnum):
    """What stands side by side on a day."""

    FORUMS = "forums"
    ROOMS = "rooms"
    HOURS = "hours"


class GridDays(StrEnum):
    """Whether the days stand side by side or below each other."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True)
class PageView:
    """The languages of the page and of its titles, and the shape of the grid; ``empty`` shows meetings without rows."""

    language: Language
    titles: Language
    columns: GridColumns = GridColumns.FORUMS
    days: GridDays = GridDays.ACROSS
    empty: bool = True

    @classmethod
    def usual(cls, session: Session) -> PageView:
        """Return the view with which a page opens: titles in the original language, and columns that fit the page."""
        forums = len(session.forums)
        columns = GridColumns.HOURS if forums > MANY_FORUMS else GridColumns.FORUMS
        days = GridDays.DOWN if forums > 1 else GridDays.ACROSS
        return cls("fr" if session.original == "fr" else "en", session.original, columns, days)

    def changed(self, session: Session, asked: Mapping[str, str]) -> PageView:
        """Return the view as a form asks for it, as far as what it asks for is known."""
        language, titles = asked.get("language", ""), asked.get("titles", "")
        columns, days, empty = asked.get("columns", ""), asked.get("days", ""), asked.get("empty", "")
        return replace(
            self,
            language=language if language in SPOKEN else self.language,
            titles=titles if titles in session.languages else self.titles,
            columns=GridColumns(columns) if columns in tuple(GridColumns) else self.columns,
            days=GridDays(days) if days in tuple(GridDays) else self.days,
            empty=empty == "shown" if empty in ("shown", "hidden") else self.empty,
        )

    @property
    def shapes(self) -> dict[str, list[tuple[str, bool]]]:
        """The choices that a form offers beside the languages, each with its codes and whether it is chosen."""
        return {
            "columns": [(each.value, each is self.columns) for each in GridColumns],
            "days": [(each.value, each is self.days) for each in GridDays],
            "empty": [("shown", self.empty), ("hidden", not self.empty)],
        }
