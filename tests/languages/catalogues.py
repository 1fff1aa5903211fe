"""The files of languages, and changed copies of them."""

from __future__ import annotations

from babel.messages.catalog import Catalog

from wgsched.languages import catalogue
from wgsched.languages.registry import WORDINGS


def po(code: str) -> bytes:
    """Return the catalogue of one of the six languages."""
    return (WORDINGS / f"{code}.po").read_bytes()


def data(code: str) -> bytes:
    """Return the data file of one of the six languages."""
    return (WORDINGS / f"{code}.yaml").read_bytes()


def read(code: str) -> Catalog:
    """Return the catalogue of one of the six languages, read."""
    return catalogue.read(po(code), f"{code}.po")


def entry(catalog: Catalog, code: str):
    """Return the entry of a code."""
    return next(message for message in catalogue.entries(catalog) if message.context == code)


def changed(content: bytes, before: str, after: str) -> bytes:
    """Return a file in which one thing, that stands there once, is another."""
    text = content.decode()
    assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times"
    return text.replace(before, after).encode()


def foreign(code: str) -> dict[str, bytes]:
    """Return the files of a language: the wordings of English, but for a title, in a language's own forms."""
    english = read("en")
    catalog = catalogue.updated(catalogue.blank(code, english), english)
    for message in catalogue.entries(catalog):
        usual = entry(english, message.context).string
        message.string = (usual[0],) * catalog.num_plurals if message.pluralizable else usual
    entry(catalog, "organization-of-work").string = "Predlog organizacije rada"
    return {
        f"{code}.po": catalogue.write(catalog),
        f"{code}.yaml": changed(data("en"), "code: en", f"code: {code}"),
    }
