"""Brings the files of a language up to date: its catalogue with the English wordings, its table with both files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from wgsched.errors import BadInput, Fault
from wgsched.languages import catalogue, compiling, registry, tables
from wgsched.languages.plurals import locale
from wgsched.languages.vocabulary import ENGLISH

_SEEN = re.compile(r', seen: "[^"]*"')
_ALONE = re.compile(r'\{other: ("(?:[^"\\]|\\.)*")\}')


@dataclass(frozen=True)
class State:
    """How far a language is: entries in all, those to be reviewed, the codes that are stale, and what is wrong.

    An entry is stale when its English wording has changed since it was translated.
    """

    code: str
    entries: int
    to_review: int
    stale: tuple[str, ...]
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        head = f"{self.code}: {self.entries} entries, {self.to_review} to be reviewed, {len(self.stale)} stale"
        return "\n".join((head, *(f"stale: {code}" for code in self.stale), *map(str, self.faults)))


def bring_up_to_date(code: str, folder: Path = registry.WORDINGS) -> State:
    """Write the catalogue, the data file and the table of a language, where they are missing or not up to date.

    A language that has no files yet is given an empty catalogue and the English data file, both to be translated.
    While a language has faults, its table is not written.

    Raises:
        BadInput: a file cannot be read at all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wordings, data = folder / f"{code}.po", folder / f"{code}.yaml"
    english = catalogue.read((registry.WORDINGS / "en.po").read_bytes(), "en.po")
    same = wordings.exists() and wordings.samefile(registry.WORDINGS / "en.po")
    earlier = wordings.read_bytes() if wordings.exists() else b""
    catalog = catalogue.read(earlier, wordings.name) if earlier else catalogue.blank(code, english)
    catalog = catalogue.updated(english if same else catalog, english)
    _write(wordings, catalogue.write(catalog))
    if not data.exists():
        _write(data, _structure(code).encode())
    return _state(code, folder, catalogue.read(wordings.read_bytes(), wordings.name))


def _structure(code: str) -> str:
    """Return the English data file as one that is to be translated: what was seen in English documents is not in it."""
    usual = (registry.WORDINGS / "en.yaml").read_text("utf-8")
    usual = _SEEN.sub("", usual.replace("code: en", f"code: {code}").replace("en.po", f"{code}.po"))
    return _ALONE.sub(r"\1", usual).replace("# English:", f"# {locale(code).get_display_name('en')}:")


def _state(code: str, folder: Path, catalog: Catalog) -> State:
    faults: tuple[Fault, ...] = ()
    try:
        wordings, data = ((folder / f"{code}.{suffix}").read_bytes() for suffix in ("po", "yaml"))
        table = compiling.compiled(code, wordings, data, registry.vocabulary(ENGLISH) if code != ENGLISH else None)
        _write(folder / f"{code}.json", tables.written(table))
    except BadInput as wrong:
        faults = wrong.faults
    entries = list(catalogue.entries(catalog))
    return State(code, len(entries), sum(entry.fuzzy for entry in entries), catalogue.stale(catalog), faults)


def _write(path: Path, content: bytes) -> None:
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
