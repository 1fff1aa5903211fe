"""The files of languages, and changed copies of them."""

from __future__ import annotations

from pathlib import Path

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


def package(folder: Path, name: str, code: str) -> None:
    """Install a package that brings a language: the wordings of English, but for a title, in a language's own forms."""
    english = read("en")
    catalog = catalogue.updated(catalogue.blank(code, english), english)
    for message in catalogue.entries(catalog):
        usual = entry(english, message.context).string
        message.string = (usual[0],) * catalog.num_plurals if message.pluralizable else usual
    entry(catalog, "organization-of-work").string = "Predlog organizacije rada"
    home, installed = folder / name, folder / f"{name}-1.0.dist-info"
    home.mkdir()
    installed.mkdir()
    (home / "__init__.py").touch()
    (home / f"{code}.po").write_bytes(catalogue.write(catalog))
    (home / f"{code}.yaml").write_bytes(changed(data("en"), "code: en", f"code: {code}"))
    (installed / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text(f"[wgsched.languages]\n{code} = {name}\n")
