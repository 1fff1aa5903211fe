"""A page for each publication: everything that has changed since then, as one difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from wgsched.publishing.pages.telling import tellings

if TYPE_CHECKING:
    from wgsched.model import Language
    from wgsched.publishing.edition import Edition


def since_pages(edition: Edition, language: Language) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name of the page of each publication, the one in the making too, and what stands on it."""
    for told in tellings(edition, language):
        is_latest = told.number == edition.draft.number
        changes = () if is_latest else edition.changes_since(told.number, language)
        heading = edition.lexicon(language).phrase("page-since", publication=told.number)
        yield str(told.number), {"heading": heading, "told": told, "changes": changes}
