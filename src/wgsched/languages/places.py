"""The places of a wording, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from string import Formatter

from wgsched.languages.vocabulary import Phrase

MORE = {
    "date": frozenset({"year"}),
    "date-bare": frozenset({"year"}),
    "time-hour": frozenset({"minute", "hh"}),
    "time-hour-minute": frozenset({"hh"}),
}
"""Places that a wording may use beside those of the house form; ``hh`` is the hour in two digits."""


def places(text: str) -> set[tuple[str, str, str]]:
    """Return the places of a wording with the forms that it asks for: ``("item", "label", "")``.

    Raises:
        ValueError: it cannot be read.
    """
    return {(name, spec or "", turned or "") for _, name, spec, turned in Formatter().parse(text) if name is not None}


def names(texts: Iterable[str]) -> set[str]:
    """Return the names of the places of wordings."""
    return {name for text in texts for name, _, _ in places(text) if name}


def usable(name: str, phrase: Phrase) -> frozenset[str]:
    """Return the places that a wording in the place of a phrase may have."""
    return frozenset(names(phrase.wordings)) | MORE.get(name, frozenset())


def differences(form: str, usual: str, *, counted: bool) -> Iterator[str]:
    """Yield what is wrong with the places of a wording, beside those of the usual one.

    A wording that says its number in words, "one meeting", may leave out ``{n}``.
    """
    try:
        asked, known = places(form), places(usual)
    except ValueError:
        yield "cannot be read"
        return
    free = {("n", "", "")} if counted else set()
    yield from (f"lacks {_printed(place)}" for place in sorted(known - asked - free))
    yield from (f"has no place {_printed(place)}" for place in sorted(asked - known))


def beyond(form: str, known: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with a wording that may use some of the known places, and asks for no form of them."""
    try:
        asked = places(form)
    except ValueError:
        yield "cannot be read"
        return
    wrong = sorted(place for place in asked if place[0] not in known or place[1:] != ("", ""))
    yield from (f"has no place {_printed(place)}" for place in wrong)


def _printed(place: tuple[str, str, str]) -> str:
    name, spec, turned = place
    return "{" + name + (f"!{turned}" if turned else "") + (f":{spec}" if spec else "") + "}"
