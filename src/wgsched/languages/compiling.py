"""Compiles a language: its catalogue and its data file, proved whole, become the table that is read in every run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from babel.messages.catalog import Catalog, Message

from wgsched.errors import BadInput, Fault
from wgsched.languages import catalogue, places, tables
from wgsched.languages.datafile import DataFile, Written
from wgsched.languages.vocabulary import CompiledTable, Phrase, Vocabulary

TEN = 10
KINDS = ("phrases", "sentences")
"""What an entry of a catalogue is; the English catalogue says it in the place of a reference to a source file."""


def compiled(code: str, wordings: bytes, data: bytes, english: Vocabulary | None) -> CompiledTable:
    """Return the table of a language; ``english`` is None for English itself.

    Raises:
        BadInput: something is missing, or a wording has other places than the English one; all faults at once.
    """
    catalog, file = catalogue.read(wordings, f"{code}.po"), DataFile(data, f"{code}.yaml")
    table = file.table()
    table |= _wordings(catalog, code, table.get("phrases", {}))
    faults = [*file.faults, *_faults(catalog, code, english), *_own(table, file, code)]
    if english:
        # What English has of a kind, in its order, wherever the language has it.
        known = {**table["phrases"], **table["sentences"]}
        table |= {kind: {name: known[name] for name in getattr(english, kind) if name in known} for kind in KINDS}
        missing = (name for kind in KINDS for name in getattr(english, kind) if name not in table[kind])
        faults += (Fault(f"{name!r} is missing, here and in {code}.yaml", f"{code}.po") for name in missing)
        faults += _wrong(table, english, file, code)
    if faults:
        raise BadInput(*faults)
    return {"sources": tables.sources(wordings, data), **table}


def _faults(catalog: Catalog, code: str, english: Vocabulary | None) -> Iterator[Fault]:
    """Yield what is wrong in a catalogue alone: plural forms, codes, entries without a wording, places."""
    if catalog.plural_forms != catalogue.plural_forms(code):
        yield Fault(f"Plural-Forms must be {catalogue.plural_forms(code)!r}", f"{code}.po", 1)
    known = {**english.phrases, **english.sentences} if english else {}
    usual = {name: phrase.text for name, phrase in known.items()}
    codes: set[str | None] = set()
    for message in catalogue.entries(catalog):
        for wrong in ("stands here twice",) if message.context in codes else _wrong_forms(message, usual):
            yield Fault(f"{message.context!r} {wrong}", f"{code}.po", message.lineno or 0)
        codes.add(message.context)


def _own(table: CompiledTable, file: DataFile, code: str) -> Iterator[Fault]:
    """Yield what is wrong in a data file whose parts are all there."""
    if table.get("code", code) != code:
        yield Fault(f"'code' must be {code!r}", f"{code}.yaml", 1)
    digits = table["phrases"].get("digits")
    if digits and len(Phrase.of(digits).text) != TEN:
        yield Fault("'digits' must be ten digits, from zero to nine", f"{code}.yaml", file.lines.get("digits", 0))


def _wrong_forms(message: Message, usual: Mapping[str, str]) -> Iterator[str]:
    forms = catalogue.texts(message)
    english = usual.get(str(message.context), catalogue.ids(message)[-1])
    if not message.context:
        yield "has no msgctxt"
    if not all(forms):
        yield "is not translated" if not any(forms) else "lacks a plural form"
        return
    for place, form in enumerate(forms):
        yield from places.differences(form, english, counted=message.pluralizable and place < len(forms) - 1)


def _wordings(catalog: Catalog, code: str, structural: Mapping[str, Written]) -> dict[str, Any]:
    read: dict[str, dict[str, Written]] = {"phrases": {}, "sentences": {}}
    for message in catalogue.entries(catalog):
        kind = message.locations[0][0] if message.locations else KINDS[0]
        read.setdefault(kind, {})[str(message.context)] = _written(message, code)
    read["phrases"] |= structural
    return read


def _written(message: Message, code: str) -> Written:
    forms = catalogue.texts(message)
    named = dict(zip(catalogue.categories(code)[-len(forms) :], forms, strict=False))
    other = named.pop("other")
    kept = {name: text for name, text in named.items() if text != other}
    seen = {} if message.fuzzy else {"seen": " ".join(message.user_comments)}
    return {"other": other, **kept, **seen} if kept or seen else other


def _wrong(table: CompiledTable, english: Vocabulary, file: DataFile, code: str) -> Iterator[Fault]:
    """Yield what is wrong with the places of wordings, which are those of the English ones."""
    for name in (name for name in file.lines if name in table["phrases"]):
        known = places.usable(name, english.phrases[name])
        for form in Phrase.of(table["phrases"][name]).wordings:
            for wrong in places.beyond(form, known):
                yield Fault(f"{name!r} {wrong}", f"{code}.yaml", file.lines[name])
